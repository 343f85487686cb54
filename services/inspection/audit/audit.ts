import type { DrawAudited } from '@mingjian/schemas'
import type { Drawn } from '../draw/draw.ts'
import { type Chance, type Counted, chanceOfCounts, chanceOfSelection } from './chance.ts'

/** A test of a draw that chance alone would fail once in a thousand draws is shown as improbable. */
export const LEVEL = 0.001

/** What an object is counted by, beside its stratum. */
export interface Traits {
  readonly district: string
  readonly industry: string
  readonly size: string
}

const add = (counts: Map<string, number>, key: string, by = 1): void => {
  counts.set(key, (counts.get(key) ?? 0) + by)
}

const countedBy = ({ committed, selected }: Drawn, categoryOf: (index: number) => string): readonly Counted[] => {
  const { population } = committed
  const strata = population.strata.map(() => ({ size: new Map<string, number>(), drawn: new Map<string, number>() }))
  const picked = new Set(selected.map(({ uscc }) => uscc))
  for (const [index, line] of population.lines.entries()) {
    const stratum = strata[population.stratumOf[index] as number]
    if (stratum === undefined) continue
    add(stratum.size, categoryOf(index))
    if (picked.has(line.slice(0, 18))) add(stratum.drawn, categoryOf(index))
  }
  return strata
}

/** Every eligible inspector of an object is as likely to go; the pairing evens loads out, so it is rather too even than uneven. */
const chanceOfPairing = ({ committed, selected }: Drawn): Chance => {
  const ids = committed.roster.inspectors.map(({ inspectorId }) => inspectorId)
  const expected = new Map(ids.map((id) => [id, 0]))
  const found = new Map<string, number>()
  for (const { inspectors = [], excluded } of selected) {
    const barred = new Set(excluded.map(({ inspector }) => inspector))
    const share = inspectors.length / (ids.length - barred.size)
    if (inspectors.length > 0) for (const id of ids) if (!barred.has(id)) add(expected, id, share)
    for (const id of inspectors) add(found, id)
  }
  return chanceOfCounts(new Map([...expected].filter(([, count]) => count > 0)), found)
}

/** How probable a draw is by district, industry, size and inspector. `traits`: of each object, in the order of the population. */
export const auditOf = (drawn: Drawn, traits: (index: number) => Traits): DrawAudited => {
  const of = (trait: keyof Traits): Chance => chanceOfSelection(countedBy(drawn, (index) => traits(index)[trait]))
  const tests: DrawAudited['tests'] = [
    { dimension: 'district', ...of('district') },
    { dimension: 'industry', ...of('industry') },
    { dimension: 'size', ...of('size') },
    { dimension: 'inspector', ...chanceOfPairing(drawn) },
  ]
  return { tests, level: LEVEL, improbable: tests.some(({ probability }) => probability < LEVEL) }
}
