import { type CivilDate, formOf } from '@mingjian/codes'
import type { Projection, RecordedEvent } from '@mingjian/kernel'
import { REGISTRATION_EVENTS } from '@mingjian/law'
import type { PublicRecordRecalled } from '@mingjian/schemas'
import { type Basis, basisOf } from '../citation.ts'
import { type PublicReport, publicItems } from '../public-report.ts'
import { type PublicRemedy, remedyIn } from '../remedy.ts'
import { entriesAfter, LIST_EVENTS, type ListEntry, recordOf } from './list-entries.ts'
import { stateAfter } from './registration-state.ts'

export interface PublicPenalty {
  readonly documentNo: string
  readonly violation: string
  readonly summary: string
  readonly penaltyBasis: string | null
  readonly kinds: readonly string[]
  readonly fineYuan: number
  readonly confiscatedYuan: number
  readonly authority: string
  readonly decidedOn: CivilDate
  readonly from: CivilDate
  readonly until: CivilDate
  /** 失信等级; null for what was published before it was kept. */
  readonly dishonesty: string | null
}

/** One act or fact of the file, and why. */
export interface TimelineItem {
  readonly on: CivilDate
  readonly event: string
  readonly title: string
  readonly text: string
  readonly authority: string
  readonly decision: string | null
  /** SHA-256 of its document 文书, which can be had by the number; null where this platform issued none. */
  readonly documentSha256: string | null
  readonly basis: readonly Basis[]
  readonly remedy: PublicRemedy | null
  /** Last day on which it may be shown; null without limit. */
  readonly until: CivilDate | null
  readonly recordedAt: string
  readonly position: number
}

/** The public file of an enterprise behind its first page: reports, penalties, listings past and present, what happened when. */
export interface EnterpriseRecord {
  readonly uscc: string
  readonly state: string
  readonly typeCode: string
  readonly annualReports: readonly PublicReport[]
  readonly missedReports: readonly { readonly year: number; readonly since: CivilDate }[]
  readonly penalties: readonly PublicPenalty[]
  readonly lists: readonly ListEntry[]
  readonly timeline: readonly TimelineItem[]
  readonly position: number
}

const TITLES: Readonly<Record<string, string>> = {
  EnterpriseEstablished: '设立登记',
  EnterpriseMigratedIn: '迁入',
  RegistrationChanged: '变更登记',
  EnterpriseDeregistered: '注销登记',
  LicenceRevoked: '吊销营业执照',
  RegistrationRescinded: '撤销登记',
  EnterpriseMigratedOut: '迁出',
  AnnualReportSubmitted: '报送年度报告',
  AnnualReportCorrected: '更正年度报告',
  AnnualReportMissed: '未按期公示年度报告',
  AbnormalOperationsListed: '列入经营异常名录',
  AbnormalOperationsDelisted: '移出经营异常名录',
  AbnormalStateMarked: '标记为经营异常状态',
  AbnormalStateCleared: '恢复正常记载状态',
  AbnormalListingRescinded: '撤销列入决定',
  AbnormalCureVerified: '列入事由消除，查实',
  SeriousViolationListed: '列入严重违法失信名单',
  SeriousViolationReinstated: '恢复列入严重违法失信名单',
  AbnormalListingReminderPublished: '提示：列入将满三年',
  PenaltyPublicised: '行政处罚公示',
  InspectionTaskDrawn: '随机抽查抽中',
  InspectionTaskReleased: '随机抽查取消',
  InspectionResultPublished: '抽查检查结果公示',
}

const CURES: Readonly<Record<string, string>> = {
  information_corrected: '已更正公示的信息',
  address_changed: '已变更登记的住所或者经营场所',
  contact_restored: '已经可以通过登记的住所或者经营场所联系',
}

/** Registered items in the public's words; the person behind an enterprise is not named. */
const ITEMS: Readonly<Record<string, string>> = {
  name: '名称',
  typeCode: '类型',
  type: '类型',
  legalRepresentative: '法定代表人（负责人）',
  capitalWan: '注册资本',
  currency: '币种',
  establishedOn: '成立日期',
  approvedOn: '核准日期',
  operatingFrom: '营业期限',
  operatingTo: '营业期限',
  district: '行政区划',
  authority: '登记机关',
  address: '住所',
  industrySection: '行业',
  industry: '行业',
  industryName: '行业',
  scope: '经营范围',
}

const textOf = (event: RecordedEvent): string => {
  switch (event.type) {
    case 'EnterpriseEstablished':
    case 'EnterpriseMigratedIn':
      return event.data.items.name
    case 'RegistrationChanged':
      return [...new Set(event.data.changed.map((item) => ITEMS[item] ?? item))].join('、')
    case 'EnterpriseDeregistered':
      return event.data.procedure === 'simplified' ? '简易注销' : '一般注销'
    case 'AnnualReportSubmitted':
      return `${event.data.year}年度${event.data.late ? '（逾期）' : ''}`
    case 'AnnualReportCorrected':
      return `${event.data.year}年度`
    case 'AnnualReportMissed':
      return `${event.data.year}年度，截至${event.data.windowEnd}`
    case 'AbnormalOperationsListed':
    case 'AbnormalStateMarked':
      return event.data.year === null ? event.data.reason : `${event.data.reason}（${event.data.year}年度）`
    case 'AbnormalOperationsDelisted':
    case 'AbnormalStateCleared':
    case 'AbnormalListingRescinded':
      return event.data.reason
    case 'SeriousViolationListed':
    case 'SeriousViolationReinstated':
      return `${event.data.reason}，至${event.data.termEnds}`
    case 'AbnormalCureVerified':
      return `${CURES[event.data.cure] ?? ''}，${event.data.removeBy}前移出`
    case 'AbnormalListingReminderPublished':
      return `${event.data.listedOn}列入，至${event.data.fullOn}满三年`
    case 'PenaltyPublicised':
      return event.data.summary
    case 'InspectionTaskDrawn':
      return `${event.data.planName}，${event.data.from}至${event.data.to}`
    case 'InspectionTaskReleased':
      return event.data.why
    case 'InspectionResultPublished': {
      const { planName, completedOn, results, items } = event.data
      const details = items.flatMap(({ findings }) => findings.map(({ detail }) => detail).filter((one) => one !== ''))
      return [`${planName}，${completedOn}检查结束：${results.join('、')}`, ...new Set(details)].join('；')
    }
    default:
      return ''
  }
}

const itemOf = (event: RecordedEvent): TimelineItem => {
  const decision =
    'decision' in event.data ? event.data.decision : event.type === 'PenaltyPublicised' ? event.data.documentNo : ''
  return {
    on: event.effectiveOn,
    event: event.type,
    title: TITLES[event.type] ?? event.type,
    text: textOf(event),
    authority: event.authority,
    decision: decision === '' ? null : decision,
    documentSha256: ('documentSha256' in event.data ? event.data.documentSha256 : null) ?? null,
    basis: basisOf(event.basis),
    remedy: remedyIn(event.data),
    until: event.type === 'PenaltyPublicised' ? event.data.until : null,
    recordedAt: event.recordedAt,
    position: event.position,
  }
}

const contentAfter = (record: EnterpriseRecord, event: RecordedEvent): EnterpriseRecord => {
  switch (event.type) {
    case 'EnterpriseEstablished':
    case 'EnterpriseMigratedIn':
    case 'RegistrationChanged':
      return { ...record, typeCode: event.data.items.typeCode, state: stateAfter(record.state, event) }
    case 'AnnualReportSubmitted': {
      const { year, filedOn, late, report } = event.data
      const filed: PublicReport = {
        year,
        filedOn,
        late,
        items: publicItems(report, formOf(record.typeCode)),
        corrections: [],
      }
      return {
        ...record,
        annualReports: [...record.annualReports.filter((known) => known.year !== year), filed].sort(
          (a, b) => b.year - a.year,
        ),
      }
    }
    case 'AnnualReportCorrected': {
      const { year, correctedOn, report } = event.data
      const items = publicItems(report, formOf(record.typeCode))
      return {
        ...record,
        annualReports: record.annualReports.map((known) =>
          known.year === year
            ? { ...known, items, corrections: [...known.corrections, { correctedOn, before: known.items }] }
            : known,
        ),
      }
    }
    case 'AnnualReportMissed':
      return {
        ...record,
        missedReports: [...record.missedReports, { year: event.data.year, since: event.effectiveOn }],
      }
    case 'PenaltyPublicised':
      return {
        ...record,
        penalties: [
          ...record.penalties.filter(({ documentNo }) => documentNo !== event.data.documentNo),
          { ...event.data },
        ],
      }
    default:
      return {
        ...record,
        state: stateAfter(record.state, event),
        lists: entriesAfter(record.lists, event),
      }
  }
}

const LISTINGS: ReadonlySet<string> = new Set([
  'AbnormalOperationsListed',
  'AbnormalStateMarked',
  'SeriousViolationListed',
  'SeriousViolationReinstated',
])

/** What was recalled is shown nowhere any more, nor that it was: a penalty that ran its time leaves no trace on the page. */
const withoutRecalled = (record: EnterpriseRecord, { type, record: key, positions }: PublicRecordRecalled) => ({
  ...record,
  penalties: record.penalties.filter(({ documentNo }) => type !== 'PenaltyPublicised' || documentNo !== key),
  lists: LISTINGS.has(type) ? record.lists.filter((entry) => recordOf(entry) !== key) : record.lists,
  timeline: record.timeline.filter(({ position }) => !positions.includes(position)),
})

const evolve = (before: EnterpriseRecord | undefined, event: RecordedEvent): EnterpriseRecord => {
  const record = before ?? {
    uscc: event.subject,
    state: '',
    typeCode: '',
    annualReports: [],
    missedReports: [],
    penalties: [],
    lists: [],
    timeline: [],
    position: 0,
  }
  if (event.type === 'PublicRecordRecalled') return { ...withoutRecalled(record, event.data), position: event.position }
  const content = contentAfter(record, event)
  // The end of an entry that was recalled tells nobody that there was one.
  const silent = LIST_EVENTS.includes(event.type) && content.lists.every((entry, at) => entry === record.lists[at])
  const timeline = silent ? record.timeline : [...record.timeline, itemOf(event)]
  return { ...content, timeline, position: event.position }
}

export const enterpriseRecord: Projection<EnterpriseRecord> = {
  name: 'enterprise_record',
  version: 5,
  events: [
    ...REGISTRATION_EVENTS,
    'AnnualReportSubmitted',
    'AnnualReportCorrected',
    'AnnualReportMissed',
    'PenaltyPublicised',
    'PublicRecordRecalled',
    ...LIST_EVENTS,
    'AbnormalCureVerified',
    'AbnormalListingReminderPublished',
    'InspectionTaskDrawn',
    'InspectionTaskReleased',
    'InspectionResultPublished',
  ],
  evolve,
  columns: {},
  row: () => ({}),
  indexes: [],
}
