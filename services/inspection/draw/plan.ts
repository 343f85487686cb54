import { type CivilDate, isCivilDate } from '@mingjian/codes'
import type { Refusal } from '@mingjian/kernel'
import { cite, encodeCitation, penaltyLaw, spotCheckRule } from '@mingjian/law'
import type { DrawPlan } from './draw.ts'
import * as refusals from './plan-refusals.ts'
import { publicSourceFault } from './public-source.ts'
import { isAboveOne, isBelow, LEGAL_FLOOR, readRate } from './rate.ts'
import {
  faultsOf,
  flag,
  listOf,
  matching,
  members,
  number,
  oneOf,
  satisfying,
  text,
  wholeNumber,
  yes,
} from './schema.ts'

/** One stratum of a plan: objects that have all it names, at an exact rate. */
export interface Stratum {
  readonly name: string
  /** 信用风险分类 */
  readonly riskClass?: 'A' | 'B' | 'C' | 'D'
  /** GB/T 4754: the letter of a section, or the first digits of a code. */
  readonly industry?: string
  readonly list?: 'abnormal' | 'mark' | 'serious'
  readonly rate: string
}

/** What a figure of a report must be: within bounds, as said, or missing. */
export interface ReportedCondition {
  readonly item: (typeof REPORTED)[number]
  readonly least?: number
  readonly most?: number
  readonly is?: boolean
  readonly absent?: true
}

/** Figures and statements of an annual report that a plan may choose by. */
export const REPORTED = [
  'employees',
  'assetsYuan',
  'liabilitiesYuan',
  'revenueYuan',
  'profitYuan',
  'taxYuan',
  'paidInWan',
  'operating',
  'hasWebsite',
  'equityChange',
] as const

/** 抽查计划 as an official writes it (PLAN.json). */
export interface Plan {
  readonly id: string
  readonly name: string
  readonly year: number
  readonly scope: {
    readonly district?: string
    readonly typeCodes?: readonly string[]
    readonly industries?: readonly string[]
    readonly filedReportFor?: number
    /** On this list today. */
    readonly list?: 'abnormal' | 'mark' | 'serious'
    /** Who has such an object in the library. */
    readonly objectKind?: 'product' | 'project' | 'premises'
    /** What the last annual report says; all of it. */
    readonly reported?: readonly ReportedCondition[]
    /** At least so many complaints and reports since the year before the plan's. */
    readonly complaintsFrom?: number
  }
  readonly strata: readonly Stratum[]
  readonly floor: string
  readonly inspectorsPerObject: number
  readonly departments?: readonly string[]
  /** 抽查事项: numbers of the item list, checked in one visit 综合查一次. */
  readonly items?: readonly string[]
  readonly specialities?: readonly string[]
  readonly window: { readonly from: CivilDate; readonly to: CivilDate }
  readonly publicSource: { readonly name: string; readonly at: string }
  readonly frequencyCap?: number
  /** The task of an annual plan that is carried out; a plan without one is made for the occasion 临时. */
  readonly annualPlan?: { readonly id: string; readonly taskNo: string }
  readonly sealed?: true
}

// A name ends up in lines that are hashed, so nothing in it may look like the end of a line.
const name = satisfying(
  'a text of at most 100 characters without line ends',
  (value) => value.trim() !== '' && value.length <= 100 && value.isWellFormed() && !/[\p{Cc}\u2028\u2029]/u.test(value),
)
// It names the plan's stream too, up to the first slash.
const planId = matching(
  /^(?! )[^/\p{Cc}\u2028\u2029]{1,100}(?<! )$/u,
  'a text of at most 100 characters without slashes',
)
const day = satisfying('a date YYYY-MM-DD', isCivilDate)
const share = matching(/^\d{1,15}\/0*[1-9]\d{0,14}$/, 'an exact share like 3/100')
const industry = matching(/^([A-T]|[A-T]?\d{2,4})$/, 'a section A–T or a code of GB/T 4754')

const PLAN = members(
  {
    id: planId,
    name,
    year: wholeNumber(2014),
    scope: members(
      {},
      {
        district: matching(/^\d{2,12}$/, 'a code of GB/T 2260'),
        typeCodes: listOf(matching(/^\d{1,4}$/, 'a type code')),
        industries: listOf(industry),
        filedReportFor: wholeNumber(2013),
        list: oneOf('abnormal', 'mark', 'serious'),
        objectKind: oneOf('product', 'project', 'premises'),
        reported: listOf(members({ item: oneOf(...REPORTED) }, { least: number, most: number, is: flag, absent: yes })),
        complaintsFrom: wholeNumber(1),
      },
    ),
    strata: listOf(
      members(
        { name, rate: share },
        { riskClass: oneOf('A', 'B', 'C', 'D'), industry, list: oneOf('abnormal', 'mark', 'serious') },
      ),
    ),
    floor: share,
    inspectorsPerObject: wholeNumber(0),
    window: members({ from: day, to: day }),
    publicSource: members({ name: text, at: matching(/^\d{4}-\d{2}-\d{2}/, 'a date, with a time') }),
  },
  {
    departments: listOf(name),
    items: listOf(name),
    specialities: listOf(name),
    frequencyCap: wholeNumber(1),
    annualPlan: members({ id: name, taskNo: name }),
    sealed: yes,
  },
)

/** The plan, or every reason why it can't be opened. */
export const readPlan = (value: unknown): Plan | readonly Refusal[] => {
  const faults = faultsOf(PLAN, value)
  if (faults.length > 0) return faults.map(({ code, message }) => refusals.malformed(code, message))
  const plan = value as Plan
  const wrong = refusalsOf(plan)
  return wrong.length > 0 ? wrong : plan
}

export const isPlan = (read: Plan | readonly Refusal[]): read is Plan => !Array.isArray(read)

const refusalsOf = (plan: Plan): readonly Refusal[] => {
  const { strata, window, inspectorsPerObject, departments = [] } = plan
  const floorProvision = encodeCitation(cite(spotCheckRule, '4', window.from))
  const visitProvision = encodeCitation(cite(penaltyLaw, '42', window.from))
  const floor = readRate(plan.floor)
  const drawnOn = plan.publicSource.at.slice(0, 10)
  const sourceFault = publicSourceFault(plan.publicSource)
  return [
    ...(floor === undefined || isBelow(floor, LEGAL_FLOOR)
      ? [refusals.floorBelowLaw({ floor: plan.floor }, floorProvision)]
      : []),
    ...(floor !== undefined && isAboveOne(floor) ? [refusals.floorAboveOne({ floor: plan.floor })] : []),
    ...(strata.length === 0 ? [refusals.noStrata({})] : []),
    ...strata.flatMap(({ name: stratum, rate }, i) => {
      const share = readRate(rate)
      return [
        ...(share === undefined || isAboveOne(share) ? [refusals.rateAboveOne({ stratum, rate })] : []),
        ...(strata.findIndex((other) => other.name === stratum) < i ? [refusals.stratumTwice({ stratum })] : []),
      ]
    }),
    ...(inspectorsPerObject < 2 ? [refusals.tooFewInspectors({}, visitProvision)] : []),
    ...(new Set(departments).size < departments.length ? [refusals.departmentTwice({})] : []),
    ...(inspectorsPerObject < departments.length
      ? [refusals.fewerThanDepartments({ inspectors: inspectorsPerObject, departments: departments.length })]
      : []),
    ...(window.to < window.from ? [refusals.windowReversed(window)] : []),
    ...(sourceFault === undefined ? [] : [sourceFault]),
    ...(drawnOn > window.from ? [refusals.valueAfterWindow({ from: window.from, drawnOn })] : []),
  ]
}

/** What decides to which stratum an object belongs. */
export interface ObjectFacts {
  readonly uscc: string
  readonly riskClass?: string
  readonly industrySection?: string
  readonly industry?: string
  /** Lists on which it is that day. */
  readonly lists?: readonly string[]
}

const fits = ({ riskClass, industry: wanted = '', list }: Stratum, facts: ObjectFacts): boolean => {
  const [, section = '', code = ''] = /^([A-T]?)(\d*)$/.exec(wanted) ?? []
  return (
    (riskClass === undefined || riskClass === facts.riskClass) &&
    (section === '' || section === facts.industrySection) &&
    (facts.industry ?? '').startsWith(code) &&
    (list === undefined || (facts.lists ?? []).includes(list))
  )
}

/** The first stratum that fits; refused where none does. */
export const stratumFor = (strata: readonly Stratum[], facts: ObjectFacts): string | Refusal =>
  strata.find((stratum) => fits(stratum, facts))?.name ?? refusals.noStratum({ uscc: facts.uscc })

/** What the libraries say of a plan when it is opened. */
interface Frozen {
  readonly excluded?: NonNullable<DrawPlan['excluded']>
  /** Inspectors who are on leave in all of the window. */
  readonly away?: readonly string[]
  readonly rehearsal?: boolean
}

/** The plan as the draw follows it and the proof publishes it. Strata by risk class are sealed whether the plan says so or not (draw protocol 1 §2.3). */
export const drawPlanOf = (
  plan: Plan,
  { excluded = [], away = [], rehearsal = false }: Frozen = {},
): DrawPlan & Plan & { readonly away?: readonly string[]; readonly rehearsal?: true } => {
  const { sealed: _, ...open } = plan
  const sealed = plan.sealed === true || plan.strata.some(({ riskClass }) => riskClass !== undefined)
  return {
    ...open,
    rates: Object.fromEntries(plan.strata.map(({ name: stratum, rate }) => [stratum, rate])),
    excluded,
    ...(away.length > 0 ? { away } : {}),
    ...(sealed ? { sealed } : {}),
    ...(rehearsal ? { rehearsal } : {}),
  }
}
