import type { Attachments } from '@mingjian/kernel'
import { type Committed, commit, type OfficeOf } from '../draw/draw.ts'
import { usccOf } from '../draw/population.ts'
import type { Alike, Library } from '../library.ts'
import type { Ceremony } from './state.ts'

/** Both libraries as a draw froze them: what its later steps start from, even after a crash. */
export interface Frozen extends Pick<Library, 'objects' | 'alike' | 'alikeOf' | 'inspectors'> {
  /** Of a sealed plan: 32 random bytes in hexadecimal. It is in no event. */
  readonly key?: string
}

export const keepFrozen = ({ put }: Attachments, frozen: Frozen): Promise<string> =>
  put(new TextEncoder().encode(JSON.stringify(frozen)))

/** Throws where the file that the event names is gone: the draw can't be carried on without it. */
export const readFrozen = async ({ get }: Attachments, { opened, plan }: Ceremony): Promise<Frozen> => {
  const bytes = await get(opened.frozenSha256)
  if (bytes === undefined) throw new Error(`the frozen libraries of ${plan.id} (${opened.frozenSha256}) are gone`)
  return JSON.parse(new TextDecoder().decode(bytes)) as Frozen
}

/** The commitment, computed once more from the frozen libraries. Throws where it differs from the event. */
export const committedAgain = ({ opened, plan }: Ceremony, { objects, inspectors, key }: Frozen): Committed => {
  const committed = commit(plan, objects, inspectors, key)
  if ('code' in committed) throw new Error(`${plan.id}: ${committed.text.en}`)
  if (committed.population.root !== opened.populationRoot || committed.roster.root !== opened.rosterRoot)
    throw new Error(`the frozen libraries of ${plan.id} have other roots than those published`)
  return committed
}

export const alikeAt = ({ alike, alikeOf }: Pick<Frozen, 'alike' | 'alikeOf'>, index: number): Alike =>
  alike[alikeOf[index] as number] as Alike

/** The office in charge of each object. */
export const officesOf = (frozen: Frozen): OfficeOf => {
  const places = new Map(frozen.objects.map((line, index) => [usccOf(line), index]))
  return (uscc) => {
    const index = places.get(uscc)
    return index === undefined ? undefined : alikeAt(frozen, index).office
  }
}
