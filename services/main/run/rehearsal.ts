import { type RehearsalInput, type Rehearsed, rehearse } from '@mingjian/inspection'
import { Sentence } from '../cli/failure.ts'
import { refusalText } from '../cli/refusal.ts'
import type { Platform } from './platform.ts'

/** A rehearsal, or the sentence that says why there can be none. */
export const rehearsed = async (platform: Platform, input: RehearsalInput): Promise<Rehearsed> => {
  const result = await rehearse(platform, input)
  if ('proof' in result) return result
  throw new Sentence(`The draw is refused: ${result.map(refusalText).join('; ')}`)
}
