import {
  anyProjection,
  type Filter,
  type Projection,
  type ReadModels,
  type ReadsOfOneMoment,
  type Refusal,
  refusal,
  type Stored,
} from '@mingjian/kernel'
import type { Coverage, InspectionItem } from '@mingjian/schemas'
import type { Traits } from './audit/audit.ts'
import type { DrawPlan } from './draw/draw.ts'
import { type Plan, stratumFor } from './draw/plan.ts'
import type { Inspector } from './draw/roster.ts'
import type { Basis } from './draws/plan-basis.ts'
import { isAway } from './inspectors/entry.ts'
import { type InspectionObject, inspectionObject } from './projections/inspection-object.ts'
import { inspector } from './projections/inspector.ts'
import { filtersOf, isInScope } from './scope.ts'

const PAGE = 5000

const inMotion = refusal('register-in-motion', {
  zh: '名录正从几个分区写入和读取，请在 `lag` 显示各分区一致后重试。',
  en: 'the register is being written and read from several partitions: repeat this when `lag` says that they are level',
})

/** What many objects have alike, beside their line of the population. */
export interface Alike extends Traits {
  /** The office in charge. */
  readonly office: string
  /** Items of the plan that may still be checked on it this year; none where the plan names no items. */
  readonly due: readonly string[]
  /** Whether it was drawn this year before. */
  readonly repeat: boolean
  /** Whether it counts for the floor of 3 %: an enterprise of the acting authority with last year's report. */
  readonly counted: boolean
}

/** Both libraries 两库 as of one position of the log, as far as a plan concerns them. */
export interface Library {
  readonly position: number
  /** `USCC,stratum` of all who may be drawn, by code. */
  readonly objects: readonly string[]
  readonly alike: readonly Alike[]
  /** Place in `alike` of each object. */
  readonly alikeOf: readonly number[]
  /** In the plan's scope, and not to be drawn. */
  readonly excluded: NonNullable<DrawPlan['excluded']>
  readonly inspectors: readonly Inspector[]
  /** Inspectors of the library who are on leave in all of the window, and so not in the roster. */
  readonly away: readonly string[]
  readonly coverage: Coverage
}

/** 注册资本 in 万元, in the steps in which statistics give it. */
const SIZES = [10, 100, 500, 1000, 5000]
const sizeOf = ({ capitalWan }: InspectionObject): string => {
  if (capitalWan === null) return '无注册资本'
  const above = SIZES.findLast((step) => capitalWan >= step)
  return above === undefined ? `不足${SIZES[0]}万元` : `${above}万元以上`
}

const drawnIn = ({ drawn }: InspectionObject, year: number): number => drawn.filter((task) => task.year === year).length

/** Items whose number of checks a year isn't used up on an object. */
const dueOn = ({ drawn }: InspectionObject, year: number, items: readonly InspectionItem[]): readonly string[] => {
  const before = drawn.filter((task) => task.year === year).flatMap((task) => task.items)
  return items
    .filter(({ itemNo, timesAYear }) => timesAYear === null || before.filter((no) => no === itemNo).length < timesAYear)
    .map(({ itemNo }) => itemNo)
}

/** Why an object of the scope can't be drawn (draw protocol 1 §4). */
const barOf = (object: InspectionObject, { plan, items }: Basis): string | undefined => {
  if (object.ended !== null) return object.ended
  const { year, frequencyCap } = plan
  if (frequencyCap !== undefined && drawnIn(object, year) >= frequencyCap) return 'frequency-cap'
  return items.length > 0 && dueOn(object, year, items).length === 0 ? 'item-frequency' : undefined
}

const factsOf = (uscc: string, { industrySection, industry, listed, riskClass }: InspectionObject) => ({
  uscc,
  lists: listed.map((entry) => entry.slice(0, entry.indexOf('/'))),
  ...(riskClass === null ? {} : { riskClass }),
  ...(industrySection === null ? {} : { industrySection }),
  ...(industry === null ? {} : { industry }),
})

/** Both libraries as of one position of the log, while it moves on. */
export const freeze = (reads: ReadModels, basis: Basis, authority: string): Promise<Library | Refusal> =>
  reads.atOneMoment(async (still) => {
    const position = await still.position(inspectionObject.name)
    // Where partitions of a topic are read side by side, some may be ahead: that is no position of the log.
    if ((await still.count(anyObject, [{ column: 'position', is: '>', value: position }])) > 0) return inMotion({})
    const library = await read(still, basis, authority)
    return 'code' in library ? library : { position, ...library }
  })

const read = async (
  reads: ReadsOfOneMoment,
  basis: Basis,
  authority: string,
): Promise<Omit<Library, 'position'> | Refusal> => {
  const { plan, items } = basis
  const lines: { readonly line: string; readonly place: number }[] = []
  const excluded: { uscc: string; reason: string }[] = []
  const alike: Alike[] = []
  const places = new Map<string, number>()
  for await (const { key, document } of objectsOf(reads, plan)) {
    const reason = barOf(document, basis)
    if (reason !== undefined) {
      excluded.push({ uscc: key, reason })
      continue
    }
    const stratum = stratumFor(plan.strata, factsOf(key, document))
    if (typeof stratum !== 'string') return stratum
    const own: Alike = {
      office: document.authority,
      district: document.district,
      industry: document.industrySection ?? '',
      size: sizeOf(document),
      due: dueOn(document, plan.year, items),
      repeat: drawnIn(document, plan.year) > 0,
      counted: document.authority === authority && document.filed.includes(plan.year - 1),
    }
    const text = JSON.stringify(own)
    const place = places.get(text) ?? alike.push(own) - 1
    places.set(text, place)
    lines.push({ line: `${key},${stratum}`, place })
  }
  // By code: the database sorts by the rules of its language.
  lines.sort((a, b) => (a.line < b.line ? -1 : 1))
  return {
    objects: lines.map(({ line }) => line),
    alike,
    alikeOf: lines.map(({ place }) => place),
    excluded,
    ...(await inspectorsOf(reads, plan)),
    coverage: await coverageOf(reads, authority, plan.year),
  }
}

/** Before a draw: of the enterprises with last year's report, how many have been drawn this year. */
const coverageOf = async (reads: ReadsOfOneMoment, authority: string, year: number): Promise<Coverage> => {
  const reported = [
    { column: 'living', is: '=', value: true },
    { column: 'authority', is: '=', value: authority },
    { column: 'filed', is: 'contains', value: year - 1 },
  ] as const
  const reports = await reads.count(anyObject, reported)
  const before = await reads.count(anyObject, [...reported, { column: 'drawn_in', is: 'contains', value: year }])
  return { year, reports, before, after: before }
}
const anyObject = anyProjection(inspectionObject)

async function* all<D>(
  reads: ReadsOfOneMoment,
  library: Projection<D>,
  where: readonly Filter[] = [],
): AsyncGenerator<Stored<D>> {
  for (let after: readonly unknown[] | undefined; ; ) {
    const page: readonly Stored<D>[] = await reads.find(library, {
      where,
      limit: PAGE,
      ...(after === undefined ? {} : { after }),
    })
    yield* page
    if (page.length < PAGE) return
    after = [page.at(-1)?.key]
  }
}

async function* objectsOf(reads: ReadsOfOneMoment, plan: Plan): AsyncGenerator<Stored<InspectionObject>> {
  const inScope = isInScope(plan)
  for await (const stored of all(reads, inspectionObject, filtersOf(plan.scope)))
    if (inScope(stored.document)) yield stored
}

/** All inspectors who aren't on leave in all of the window, with the conflicts declared by now. */
const inspectorsOf = async (
  reads: ReadsOfOneMoment,
  { window }: Plan,
): Promise<Pick<Library, 'inspectors' | 'away'>> => {
  const inspectors: Inspector[] = []
  const away: string[] = []
  for await (const { key, document } of all(reads, inspector)) {
    const { enrolled, declared, removed } = document
    if (removed) continue
    if (isAway(document, window)) away.push(key)
    else inspectors.push({ ...enrolled, conflicts: [...new Set([...enrolled.conflicts, ...declared])] })
  }
  return { inspectors, away }
}
