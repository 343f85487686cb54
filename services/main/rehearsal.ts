import { type RehearsalInput, type Rehearsed, rehearse } from '@mingjian/inspection'
import { citationText, decodeCitation } from '@mingjian/kernel'
import { Sentence } from './failure.ts'
import type { Platform } from './platform.ts'

/** A rehearsal, or the sentence that says why there can be none. */
export const rehearsed = async (platform: Platform, input: RehearsalInput): Promise<Rehearsed> => {
  const result = await rehearse(platform, input)
  if ('proof' in result) return result
  const reasons = result.map(({ code, message, provision }) => {
    const citation = provision === undefined ? undefined : decodeCitation(provision)
    return `${code}: ${message}${citation === undefined ? '' : ` — ${citationText(citation)}`}`
  })
  throw new Sentence(`The draw is refused: ${reasons.join('; ')}`)
}
