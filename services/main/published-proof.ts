import { withLog } from '@mingjian/inspection'
import type { EventLog } from '@mingjian/kernel'
import type { PublicLog } from '@mingjian/public-log'

/** A draw's proof file with its place in the public log; undefined while its result, the SHA-256 of the public file, isn't entered there. */
export const publishedProof = async (
  { log, publicLog }: { readonly log: Pick<EventLog, 'readSubject'>; readonly publicLog: Pick<PublicLog, 'place'> },
  planId: string,
  file: Uint8Array,
  sha256: string,
): Promise<Uint8Array | undefined> => {
  const history = await log.readSubject(planId)
  const result = history.findLast(({ data }) => 'proofSha256' in data && data.proofSha256 === sha256)
  const place = result && (await publicLog.place(result.position))
  return place && new TextEncoder().encode(withLog(new TextDecoder().decode(file), place))
}
