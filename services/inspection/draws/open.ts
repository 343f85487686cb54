import { preparedAct, type Refusal } from '@mingjian/kernel'
import { canonicalJson, digestHex } from '@mingjian/proofs'
import type { Coverage, DrawOpened } from '@mingjian/schemas'
import Type from 'typebox'
import { type Committed, commit } from '../draw/draw.ts'
import { eligibilityFor } from '../draw/eligibility.ts'
import { drawPlanOf, isPlan, type Plan, readPlan } from '../draw/plan.ts'
import { together } from '../draw/refusals.ts'
import { quotasOf } from '../draw/selection.ts'
import { freeze, type Library } from '../library.ts'
import type { DrawCommand } from './decider.ts'
import { alikeAt, keepFrozen } from './frozen.ts'
import { basisOf } from './plan-basis.ts'

const KEY_BYTES = 32

/** How much of the floor the draw would reach, if chance spreads it evenly. */
const planned = ({ coverage, objects, alikeOf, alike }: Library, selected: number): Coverage => {
  const fresh = alikeOf.reduce((sum, place) => sum + (alike[place]?.counted && !alike[place].repeat ? 1 : 0), 0)
  const after = coverage.before + Math.floor((selected * fresh) / Math.max(1, objects.length))
  return { ...coverage, after: Math.min(after, coverage.reports) }
}

const warningsOf = (plan: Plan, library: Library, { after, reports }: Coverage): readonly string[] => {
  const { excluded, alikeOf, inspectors } = library
  const capped = excluded.filter(({ reason }) => reason === 'frequency-cap').length
  const repeats = alikeOf.filter((_, index) => alikeAt(library, index).repeat).length
  const eligible = eligibilityFor(inspectors, plan)
  const short = [...new Set(library.alike.map(({ office }) => office))]
    .map((office) => ({ office, able: eligible('', office).eligible.length }))
    .filter(({ able }) => able < plan.inspectorsPerObject)
  const offices = plan.departments === undefined ? short : short.slice(0, 1)
  return [
    ...(capped > 0 ? [`${capped}户本年度检查已达上限${plan.frequencyCap}次，不再抽取`] : []),
    ...(library.away.length > 0 ? [`${library.away.length}名检查人员在检查期间请假，不列入名单`] : []),
    ...(repeats > 0
      ? [`${repeats}户本年度已被抽取过，${plan.frequencyCap === undefined ? '计划没有规定频次上限' : '尚未达到上限'}`]
      : []),
    ...offices.map(
      ({ office, able }) =>
        `${plan.departments?.join('、') ?? office}可派检查人员${able}人，每户需${plan.inspectorsPerObject}人`,
    ),
    ...(100 * after < 3 * reports ? [`本年度预计抽查${after}户，不到已公示年报${reports}户的百分之三`] : []),
  ]
}

const frozenAs = (
  plan: Plan,
  given: unknown,
  library: Library,
  { population, roster, rates, floor }: Committed,
  frozenSha256: string,
): Omit<DrawOpened, 'plan'> => {
  const quotas = quotasOf(population.sizes, rates, floor)
  const coverage = planned(
    library,
    quotas.strata.reduce((sum, quota) => sum + quota, quotas.floor),
  )
  return {
    planSha256: digestHex('sha-256', canonicalJson(given)),
    logPosition: library.position,
    populationSize: population.lines.length,
    populationRoot: population.root,
    perStratum: Object.fromEntries(population.strata.map((name, place) => [name, population.sizes[place] ?? 0])),
    rosterSize: roster.lines.length,
    rosterRoot: roster.root,
    frozenSha256,
    coverage,
    warnings: warningsOf(plan, library, coverage),
  }
}

/** Begins a draw: from here on its plan can't change, and both libraries stand as they are now. */
export const openDraw = preparedAct(
  'OpenDraw',
  { plan: Type.Object({}, { additionalProperties: true, description: 'The plan 抽查计划, as in PLAN.json.' }) },
  async ({ plan: given }, { reads, attachments, random }, authority): Promise<DrawCommand | Refusal> => {
    const read = readPlan(given)
    if (!isPlan(read)) return together(read)
    const basis = await basisOf(reads, read)
    if ('code' in basis) return basis
    const { plan } = basis
    const library = await freeze(reads, basis, authority)
    if ('code' in library) return library
    const drawPlan = drawPlanOf(plan, library)
    const key = drawPlan.sealed ? random(KEY_BYTES).toHex() : undefined
    const { objects, alike, alikeOf, inspectors } = library
    const committed = commit(drawPlan, objects, inspectors, key)
    if ('code' in committed) return committed
    // The file first: an event never names what isn't there.
    const frozen = { objects, alike, alikeOf, inspectors, ...(key === undefined ? {} : { key }) }
    const frozenSha256 = await keepFrozen(attachments, frozen)
    const opening = {
      planId: plan.id,
      plan: { ...drawPlan },
      frozen: frozenAs(plan, given, library, committed, frozenSha256),
    }
    return { type: 'RecordDrawOpening', data: opening }
  },
)
