import type { CivilDate } from '@mingjian/codes'
import type { Projection, RecordedEvent } from '@mingjian/kernel'
import { REGISTRATION_EVENTS } from '@mingjian/law'
import { abnormalEndedBy, seriousEndedBy } from '../law.ts'

interface Entry {
  readonly what: string
  readonly from: CivilDate
  readonly to: CivilDate | null
}

/** What an enterprise's credit-risk class rests on, each fact with its day, and the class it has. Internal. */
export interface RiskFacts {
  readonly living: boolean
  readonly authority: string
  readonly establishedOn: CivilDate
  /** Of the list of abnormal operations, and marks. */
  readonly listings: readonly Entry[]
  readonly serious: readonly Entry[]
  readonly penalties: readonly {
    readonly documentNo: string
    readonly on: CivilDate
    readonly heavier: boolean
    readonly overturnedOn: CivilDate | null
  }[]
  readonly missed: readonly { readonly year: number; readonly since: CivilDate; readonly filedOn: CivilDate | null }[]
  readonly complaints: readonly CivilDate[]
  /** Published results that found something, by task. */
  readonly inspections: readonly { readonly task: string; readonly on: CivilDate; readonly uncooperative: boolean }[]
  readonly riskClass: string | null
}

const nothing: RiskFacts = {
  living: false,
  authority: '',
  establishedOn: '9999-12-31',
  listings: [],
  serious: [],
  penalties: [],
  missed: [],
  complaints: [],
  inspections: [],
  riskClass: null,
}

/** Results that are nothing to hold against an enterprise. */
const NOTHING_WRONG: readonly string[] = ['未发现问题', '未发现开展本次抽查涉及的经营活动']

const inForce = (entries: readonly Entry[]): readonly Entry[] => entries.filter(({ to }) => to === null)
/** An entry of the list of abnormal operations, or a mark, by what acts name it. */
const entered = (entry: Entry) => {
  const [ground = '', year = ''] = entry.what.split('/')
  return { ground, year: year === '' ? null : Number(year), listedOn: entry.from, entry }
}
const ofMatter = (entry: Entry) => ({ matter: entry.what, entry })
/** Entries of which some have ended on a day; or, without a day, never were. */
const closed = (entries: readonly Entry[], ended: readonly Entry[], to: CivilDate | null): readonly Entry[] =>
  to === null
    ? entries.filter((entry) => !ended.includes(entry))
    : entries.map((entry) => (ended.includes(entry) ? { ...entry, to } : entry))

const evolve = (before: RiskFacts | undefined, event: RecordedEvent): RiskFacts | undefined => {
  const facts = before ?? nothing
  const on = event.effectiveOn
  switch (event.type) {
    case 'EnterpriseEstablished':
    case 'EnterpriseMigratedIn':
    case 'RegistrationChanged': {
      const { establishedOn, authority } = event.data.items
      return { ...facts, living: event.type === 'RegistrationChanged' ? facts.living : true, establishedOn, authority }
    }
    case 'EnterpriseDeregistered':
    case 'LicenceRevoked':
    case 'RegistrationRescinded':
    case 'EnterpriseMigratedOut':
      return { ...facts, living: false }
    case 'AnnualReportMissed':
      return { ...facts, missed: [...facts.missed, { year: event.data.year, since: on, filedOn: null }] }
    case 'AnnualReportSubmitted': {
      const { year, filedOn } = event.data
      if (!facts.missed.some((missed) => missed.year === year)) return before
      return {
        ...facts,
        missed: facts.missed.map((missed) => (missed.year === year ? { ...missed, filedOn } : missed)),
      }
    }
    case 'AbnormalOperationsListed':
    case 'AbnormalStateMarked': {
      const { ground, year } = event.data
      return { ...facts, listings: [...facts.listings, { what: `${ground}/${year ?? ''}`, from: on, to: null }] }
    }
    case 'AbnormalOperationsDelisted':
    case 'AbnormalStateCleared':
    case 'AbnormalListingRescinded': {
      const ended = abnormalEndedBy(inForce(facts.listings).map(entered), event).map(({ entry }) => entry)
      // An error from the beginning was never a fact.
      const to = event.type === 'AbnormalListingRescinded' ? null : on
      return { ...facts, listings: closed(facts.listings, ended, to) }
    }
    case 'SeriousViolationListed':
    case 'SeriousViolationReinstated':
      return { ...facts, serious: [...facts.serious, { what: event.data.matter, from: on, to: null }] }
    case 'SeriousViolationRemoved': {
      const ended = seriousEndedBy(inForce(facts.serious).map(ofMatter), event).map(({ entry }) => entry)
      return { ...facts, serious: closed(facts.serious, ended, on) }
    }
    case 'SeriousViolationRescinded':
      return { ...facts, serious: facts.serious.filter(({ what }) => what !== event.data.matter) }
    case 'PenaltyDecided': {
      const { documentNo, decidedOn, heavier } = event.data
      const others = facts.penalties.filter((penalty) => penalty.documentNo !== documentNo)
      return { ...facts, penalties: [...others, { documentNo, on: decidedOn, heavier, overturnedOn: null }] }
    }
    case 'PenaltyOverturned': {
      const { documentNo, decidedOn } = event.data
      const overturned = (penalty: RiskFacts['penalties'][number]) =>
        penalty.documentNo === documentNo ? { ...penalty, overturnedOn: decidedOn } : penalty
      return { ...facts, penalties: facts.penalties.map(overturned) }
    }
    case 'EnterpriseReported':
      return { ...facts, complaints: [...facts.complaints, on] }
    case 'InspectionResultPublished': {
      const { task, completedOn, results } = event.data
      if (results.every((result) => NOTHING_WRONG.includes(result))) return before
      const uncooperative = results.includes('不配合检查情节严重')
      return { ...facts, inspections: [...facts.inspections, { task, on: completedOn, uncooperative }] }
    }
    case 'InspectionResultWithdrawn': {
      const { task } = event.data
      return { ...facts, inspections: facts.inspections.filter((found) => found.task !== task) }
    }
    case 'RiskClassified':
      return { ...facts, riskClass: event.data.riskClass }
    default:
      return before
  }
}

export const riskFacts: Projection<RiskFacts> = {
  name: 'risk_facts',
  version: 3,
  events: [
    ...REGISTRATION_EVENTS,
    'AnnualReportMissed',
    'AnnualReportSubmitted',
    'AbnormalOperationsListed',
    'AbnormalStateMarked',
    'AbnormalOperationsDelisted',
    'AbnormalStateCleared',
    'AbnormalListingRescinded',
    'SeriousViolationListed',
    'SeriousViolationReinstated',
    'SeriousViolationRemoved',
    'SeriousViolationRescinded',
    'PenaltyDecided',
    'PenaltyOverturned',
    'EnterpriseReported',
    'InspectionResultPublished',
    'InspectionResultWithdrawn',
    'RiskClassified',
  ],
  evolve,
  columns: { living: 'boolean not null', risk_class: 'text' },
  row: ({ living, riskClass }) => ({ living, risk_class: riskClass }),
  indexes: [],
}
