import type { Draw, PublicQueries } from '@mingjian/credit-query'
import type { Drawn } from './pages/draw.ts'
import { type Selection, selectionOf } from './proof-file.ts'

const ON_A_PAGE = 50
/** Proof files name whole populations: a few draws are looked at again and again, the rest is read anew. */
const KEPT = 4

/** The objects of a draw from a place on, by name; undefined until it has been conducted. */
export const drawnPages = (queries: Pick<PublicQueries, 'proof' | 'enterprise'>) => {
  const kept = new Map<string, Selection>()

  const selectionIn = async ({ id, result }: Draw): Promise<Selection | undefined> => {
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

  return async (draw: Draw, wanted: number): Promise<Drawn | undefined> => {
    const selection = await selectionIn(draw)
    if (selection === undefined) return undefined
    const { selected } = selection
    const from = Number.isSafeInteger(wanted) && wanted > 0 && wanted < selected.length ? wanted : 0
    const objects = await Promise.all(
      selected.slice(from, from + ON_A_PAGE).map(async (object) => ({
        ...object,
        name: (await queries.enterprise(object.uscc))?.name,
      })),
    )
    const next = from + ON_A_PAGE < selected.length ? from + ON_A_PAGE : undefined
    return { selection, page: { objects, from, next } }
  }
}
