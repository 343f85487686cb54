import { type Outcome, type Refusal, refusalIn } from '@mingjian/kernel'
import { citationText, decodeCitation } from '@mingjian/law'
import { Sentence } from './failure.ts'

/** A refusal in both languages, with the provision in words. */
export const refusalText = ({ code, text, provision }: Refusal): string => {
  const citation = provision === undefined ? undefined : decodeCitation(provision)
  return `${code}: ${text.zh} ${text.en}${citation === undefined ? '' : ` — ${citationText(citation)}`}`
}

/** The outcome, unless it amounts to a refusal, which is thrown as a sentence. */
export const unlessRefused = (outcome: Outcome): Outcome => {
  const refusal = refusalIn(outcome)
  if (refusal !== undefined) throw new Sentence(refusalText(refusal))
  return outcome
}
