import { type Refusal, refusal } from '@mingjian/kernel'
import { type Eligibility, type Exclusion, eligibilityFor, type Requirements } from './eligibility.ts'
import { pair } from './pairing.ts'
import { freezePopulation, type Population, usccOf } from './population.ts'
import { isAboveOne, type Rate, readRate } from './rate.ts'
import { freezeRoster, type Inspector, type Roster } from './roster.ts'
import { type Commitment, checkReveals, type Reveal, seedOf } from './seed.ts'
import { type Pick, type Quotas, quotasOf, type Reason, select } from './selection.ts'
import { inTicketOrder, ticketsOf, USCC_LENGTH } from './tickets.ts'

/** What of a plan decides its draw. */
export interface DrawPlan extends Requirements {
  readonly id: string
  /** Exact share of each stratum, `1/100`. */
  readonly rates: Readonly<Record<string, string>>
  readonly floor: string
  readonly inspectorsPerObject: number
  /** Eligible but for a reason that the plan gives: yearly cap of visits, deregistered. */
  readonly excluded?: readonly { readonly uscc: string; readonly reason: string }[]
  /** Strata are by credit-risk class and not published. */
  readonly sealed?: boolean
}

/** Everything that is fixed and published before any randomness exists (draw protocol 1 §2). */
export interface Committed {
  readonly plan: DrawPlan
  readonly rates: readonly Rate[]
  readonly floor: Rate
  readonly population: Population
  readonly roster: Roster
}

/** One object drawn, in the words of the proof. */
export interface Selected {
  readonly uscc: string
  readonly stratum: string
  readonly reason: Reason
  readonly ticket: string
  readonly excluded: readonly Exclusion[]
  readonly inspectors?: readonly string[]
  readonly unassigned?: string
}

export interface Drawn {
  readonly committed: Committed
  readonly commitments: readonly Commitment[]
  readonly reveals: readonly Reveal[]
  readonly publicValue: string
  readonly seed: string
  /** In ascending ticket order. */
  readonly selected: readonly Selected[]
}

const keyAmiss = refusal('key', {
  zh: '只有密封的计划有密钥，也必须有。',
  en: 'a sealed plan has a key, any other has none',
})
const notARate = refusal('rate', {
  zh: '分层“{stratum}”的比例应当写成分数，例如 3/100。',
  en: 'the rate of stratum "{stratum}" is not a share like 3/100',
})
const notAFloor = refusal('floor', {
  zh: '最低比例应当写成分数，例如 3/100。',
  en: 'the floor is not a share like 3/100',
})
const tooFewInspectors = refusal('too-few-inspectors', {
  zh: '检查人员共{there}人，每户需{asked}人：请增加人员，或者减少每户人数。',
  en: '{there} inspectors for visits of {asked}: enrol more, or ask for fewer',
})
const excludedObject = refusal('excluded-object', {
  zh: '{uscc}已被排除，不能又在抽查对象中。',
  en: '{uscc} is excluded and in the population',
})
const tooFewOfficials = refusal('too-few-officials', {
  zh: '抽取应当有两名以上人员参加。',
  en: 'a draw has at least two officials',
})
const valueMissing = refusal('public-value-missing', { zh: '公共随机值为空。', en: 'the public value is empty' })

/**
 * Freezes who may be drawn and who may inspect. `objects`: `USCC,stratum`, each once; `key`: 32 random bytes in hexadecimal,
 * for a sealed plan and for no other.
 */
export const commit = (
  plan: DrawPlan,
  objects: readonly string[],
  inspectors: readonly Inspector[],
  key?: string,
): Committed | Refusal => {
  if ((plan.sealed === true) !== (key !== undefined)) return keyAmiss({})
  const names = Object.keys(plan.rates)
  const rates: Rate[] = []
  for (const name of names) {
    const rate = readRate(plan.rates[name] ?? '')
    if (rate === undefined || isAboveOne(rate)) return notARate({ stratum: name })
    rates.push(rate)
  }
  const floor = readRate(plan.floor)
  if (floor === undefined || isAboveOne(floor)) return notAFloor({})
  if (inspectors.length < plan.inspectorsPerObject)
    return tooFewInspectors({ there: inspectors.length, asked: plan.inspectorsPerObject })
  const population = freezePopulation(objects, names, key)
  if ('code' in population) return population
  const barred = new Set(plan.excluded?.map(({ uscc }) => uscc))
  const present = barred.size === 0 ? undefined : population.lines.find((line) => barred.has(usccOf(line)))
  if (present !== undefined) return excludedObject({ uscc: usccOf(present) })
  const roster = freezeRoster(inspectors)
  if ('code' in roster) return roster
  return { plan, rates, floor, population, roster }
}

/** The office in charge of an object, where no department takes part by the plan. */
export type OfficeOf = (uscc: string) => string | undefined

/** Seed, selection and pairing of what was committed, once every nonce and the public value are known (draw protocol 1 §3–5). */
export const run = (
  committed: Committed,
  commitments: readonly Commitment[],
  reveals: readonly Reveal[],
  publicValue: string,
  officeOf: OfficeOf = () => undefined,
): Drawn | Refusal => {
  const { plan, population, roster } = committed
  if (commitments.length < 2) return tooFewOfficials({})
  const fault = checkReveals(commitments, reveals)
  if (fault !== undefined) return fault
  if (publicValue.trim() === '') return valueMissing({})
  const seed = seedOf({
    planId: plan.id,
    populationRoot: population.root,
    rosterRoot: roster.root,
    nonces: reveals.map(({ nonce }) => nonce),
    publicValue,
  })
  return { committed, commitments, reveals, publicValue, seed, selected: selectAndPair(committed, seed, officeOf) }
}

const selectAndPair = (
  { plan, rates, floor, population, roster }: Committed,
  seed: string,
  officeOf: OfficeOf,
): readonly Selected[] => {
  const picks = picksOf(seed, population, quotasOf(population.sizes, rates, floor))
  const codes = picks.map(({ index }) => usccOf(population.lines[index] as string))
  const tickets = ticketsOf(seed, codes)

  const ids = roster.inspectors.map(({ inspectorId }) => inspectorId)
  const { departments = [], inspectorsPerObject } = plan
  const joint = { departments, departmentOf: roster.inspectors.map(({ department }) => department) }
  const demand = departments.length > 1 ? { inspectorsPerObject, joint } : { inspectorsPerObject }
  const eligibility = eligibilityFor(roster.inspectors, plan)
  const eligibilities = codes.map((uscc) => eligibility(uscc, officeOf(uscc)))
  const visits = codes.map((uscc, i) => ({ uscc, eligible: (eligibilities[i] as Eligibility).eligible }))
  const pairings = pair(seed, ids, demand, visits)

  return picks.map(({ index, reason }, i) => {
    const pairing = pairings[i] ?? { unassigned: '' }
    const own = {
      uscc: codes[i] as string,
      stratum: population.strata[population.stratumOf[index] as number] as string,
      reason,
      ticket: tickets[i] as string,
      excluded: (eligibilities[i] as Eligibility).excluded,
    }
    return 'inspectors' in pairing
      ? { ...own, inspectors: pairing.inspectors.map((place) => ids[place] as string) }
      : { ...own, ...pairing }
  })
}

/** The whole order is asked for only where its front doesn't fill every quota. */
const picksOf = (seed: string, { lines, stratumOf, sizes }: Population, quotas: Quotas): readonly Pick[] => {
  const wanted = quotas.strata.reduce((sum, quota) => sum + quota, quotas.floor)
  const highest = Math.max(...quotas.strata.map((quota, stratum) => quota / (sizes[stratum] as number)))
  const front = Math.ceil(1.1 * Math.max(highest * lines.length, wanted)) + 1000
  const order = inTicketOrder(seed, lines, USCC_LENGTH, Math.min(front, lines.length))
  const picks = select(order, stratumOf, quotas)
  return picks.length === wanted ? picks : select(inTicketOrder(seed, lines), stratumOf, quotas)
}

/** Commitment and run at once, as a rehearsal or a test does it. */
export interface DrawInput {
  readonly plan: DrawPlan
  readonly objects: readonly string[]
  readonly inspectors: readonly Inspector[]
  readonly key?: string
  readonly commitments: readonly Commitment[]
  readonly reveals: readonly Reveal[]
  readonly publicValue: string
  readonly officeOf?: OfficeOf
}

export const draw = (input: DrawInput): Drawn | Refusal => {
  const committed = commit(input.plan, input.objects, input.inspectors, input.key)
  if ('code' in committed) return committed
  return run(committed, input.commitments, input.reveals, input.publicValue, input.officeOf)
}
