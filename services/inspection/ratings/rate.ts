import { type CommandHandler, type EventLog, type Refusal, streamOf } from '@mingjian/kernel'
import { digestHex } from '@mingjian/proofs'
import type { RatingBox } from './box.ts'
import { type RatingsCommand, type RatingsEvent, RELEASE_FROM, ratings } from './decider.ts'
import { codeUsed, unknownCode } from './refusals.ts'

export interface RatingPorts {
  readonly log: Pick<EventLog, 'readStreams'>
  readonly handler: Pick<CommandHandler, 'handle'>
  readonly box: RatingBox
}

const CODE_BYTES = 16

/** Codes to be printed, folded and drawn by hand; what is recorded of them can't be turned back. */
export const prepareCodes = async (
  { handler }: Pick<RatingPorts, 'handler'>,
  authority: string,
  count: number,
  random: (bytes: number) => Uint8Array,
): Promise<readonly string[]> => {
  const codes = Array.from({ length: count }, () => random(CODE_BYTES).toHex())
  const hashes = codes.map((code) => digestHex('sha-256', code))
  const command: RatingsCommand = { type: 'RecordRatingCodes', data: { authority, hashes } }
  await handler.handle({ command, actor: 'ratings', authority })
  return codes
}

/**
 * Puts a rating into the box, from which nothing leaves before there are enough to hide in. Broken off, what was released is dropped from the
 * box the next time: the log knows which codes have been used.
 */
export const rate = async (
  { log, handler, box }: RatingPorts,
  authority: string,
  code: string,
  scores: readonly number[],
): Promise<Refusal | undefined> => {
  const stream = streamOf(authority, 'ratings')
  const past = ((await log.readStreams([stream])).get(stream) ?? []) as readonly RatingsEvent[]
  const { codes } = past.reduce(ratings.evolve, ratings.initial)
  const codeSha256 = digestHex('sha-256', code)
  const used = codes.get(codeSha256)
  if (used === undefined) return unknownCode({})
  if (used) return codeUsed({})
  await box.put(authority, { codeSha256, scores })
  const waiting = await box.waiting(authority)
  const open = waiting.filter((one) => codes.get(one.codeSha256) === false)
  if (open.length < RELEASE_FROM) return undefined
  const command: RatingsCommand = { type: 'RecordRatings', data: { authority, ratings: open } }
  const { outcome } = await handler.handle({ command, actor: 'ratings', authority })
  if (outcome !== 'refused') await box.remove(waiting.map((one) => one.codeSha256))
  return undefined
}
