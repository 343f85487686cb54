import { withLog } from '@mingjian/inspection'
import type { EventLog, RecordedEvent } from '@mingjian/kernel'
import type { PublicLog } from '@mingjian/public-log'

interface Ports {
  readonly log: Pick<EventLog, 'readSubject'>
  readonly publicLog: Pick<PublicLog, 'place' | 'entry' | 'consistency'>
}

/**
 * A draw's proof file with its place in the public log, and that of the commitments before it; undefined while its result, the SHA-256 of the
 * public file, isn't entered there.
 */
export const publishedProof = async (
  { log, publicLog }: Ports,
  planId: string,
  file: Uint8Array,
  sha256: string,
): Promise<Uint8Array | undefined> => {
  const history = await log.readSubject(planId)
  const result = history.findLast(({ data }) => 'proofSha256' in data && data.proofSha256 === sha256)
  const place = result && (await publicLog.place(result.position))
  if (result === undefined || place === undefined) return undefined
  const commitment = await commitmentBefore(publicLog, history, result.position, place.treeSize)
  const whole = { ...place, ...(commitment === undefined ? {} : { commitment }) }
  return new TextEncoder().encode(withLog(new TextDecoder().decode(file), whole))
}

/** A rehearsal is committed and drawn at once: there is nothing that came before. */
const commitmentBefore = async (
  publicLog: Ports['publicLog'],
  history: readonly RecordedEvent[],
  position: number,
  treeSize: number,
) => {
  const committed = history.findLast((event) => event.type === 'DrawCommitted' && event.position < position)
  if (committed?.type !== 'DrawCommitted' || committed.data.rehearsal) return undefined
  const proof = await publicLog.entry(committed.position)
  if (proof === undefined || proof === 'withheld') return undefined
  const { log, opening } = proof
  const consistency = await publicLog.consistency(log.treeSize, treeSize)
  return { ...log, ...(opening === undefined ? {} : { opening }), consistency }
}
