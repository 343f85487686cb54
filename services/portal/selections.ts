import type { Draw, PublicQueries } from '@mingjian/credit-query'
import type { Ports } from './ports.ts'
import { type Selection, selectionOf } from './proof-file.ts'

/** Proof files name whole populations: the selections of the last few draws that were looked at are kept. */
const KEPT = 4

export const selectionsOf = (queries: Pick<PublicQueries, 'proof'>): Ports['selectionIn'] => {
  const kept = new Map<string, Selection>()
  return async ({ id, result }: Draw): Promise<Selection | undefined> => {
    const known = result === null ? undefined : kept.get(result.proofSha256)
    if (result === null || known !== undefined) return known
    const proof = await queries.proof(id)
    if (proof === undefined) return undefined
    const selection = selectionOf(proof.bytes)
    const [oldest] = kept.keys()
    if (kept.size >= KEPT && oldest !== undefined) kept.delete(oldest)
    kept.set(proof.sha256, selection)
    return selection
  }
}
