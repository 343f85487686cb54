import { citationText, decodeCitation } from '@mingjian/law'

/** A provision as answers show it: for programs and, in `text`, for people. */
export interface Basis {
  readonly instrument: string
  readonly version: string
  readonly article: string
  readonly text: string
}

export const basisOf = (encoded: readonly string[]): readonly Basis[] =>
  encoded.flatMap((text) => {
    const citation = decodeCitation(text)
    return citation === undefined ? [] : [{ ...citation, text: citationText(citation) }]
  })
