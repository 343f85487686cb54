import type { CivilDate } from '@mingjian/codes'
import type { RecordedEvent, Sentence } from '@mingjian/kernel'
import type { EventData, EventType, RegisteredItems } from '@mingjian/schemas'

type Shown = Readonly<Record<string, unknown>>

/** All that is public of a kind of event. Feed, timeline, public log and pages derive from it. */
interface PublicEvent<T extends EventType> {
  readonly title: Sentence
  /** What is shown of its data. */
  readonly shown: (data: EventData[T]) => Shown
  /** Its line in the file of an enterprise; absent for what stands in none. */
  readonly line?: (data: EventData[T]) => Sentence
  /** It may be recalled, by a `PublicRecordRecalled` in its own stream. */
  readonly recallable?: true
  /** It weighs on the enterprise, and is marked so. */
  readonly sanction?: true
  /** It is nobody's decision: in the public log it would prove nothing. */
  readonly fact?: true
  /** Last day on which it may be shown. */
  readonly until?: (data: EventData[T]) => CivilDate
}

const same = (text: string): Sentence => ({ zh: text, en: text })
const nothing: Sentence = { zh: '', en: '' }

const only =
  <K extends string>(...members: readonly K[]) =>
  (data: { readonly [M in K]?: unknown }): Shown =>
    Object.fromEntries(members.map((member) => [member, data[member]]))

/** Registered items in the public's words, without the person behind the enterprise. */
const ITEMS: { readonly [I in Exclude<keyof RegisteredItems, 'legalRepresentative'>]: Sentence } = {
  name: { zh: '名称', en: 'name' },
  typeCode: { zh: '类型', en: 'type' },
  type: { zh: '类型', en: 'type' },
  capitalWan: { zh: '注册资本', en: 'registered capital' },
  currency: { zh: '币种', en: 'currency' },
  establishedOn: { zh: '成立日期', en: 'day of establishment' },
  approvedOn: { zh: '核准日期', en: 'day of approval' },
  operatingFrom: { zh: '营业期限', en: 'operating term' },
  operatingTo: { zh: '营业期限', en: 'operating term' },
  district: { zh: '行政区划', en: 'district' },
  authority: { zh: '登记机关', en: 'registration authority' },
  address: { zh: '住所', en: 'address' },
  industrySection: { zh: '行业', en: 'industry' },
  industry: { zh: '行业', en: 'industry' },
  industryName: { zh: '行业', en: 'industry' },
  scope: { zh: '经营范围', en: 'scope of business' },
}
/** What is said of a change beside these: that it was another person, not who. */
const CHANGED: Readonly<Record<string, Sentence>> = {
  ...ITEMS,
  legalRepresentative: { zh: '法定代表人（负责人）', en: 'legal representative' },
}

const registered = ({ items }: { readonly items: RegisteredItems }) => ({
  items: only(...(Object.keys(ITEMS) as (keyof typeof ITEMS)[]))(items),
})

const changedItems = (changed: readonly string[]): Sentence => {
  const words = changed.map((item) => CHANGED[item] ?? same(item))
  return {
    zh: [...new Set(words.map(({ zh }) => zh))].join('、'),
    en: [...new Set(words.map(({ en }) => en))].join(', '),
  }
}

const CURES: Readonly<Record<string, Sentence>> = {
  information_corrected: { zh: '已更正公示的信息', en: 'the published information has been corrected' },
  address_changed: { zh: '已变更登记的住所或者经营场所', en: 'the registered address has been changed' },
  contact_restored: {
    zh: '已经可以通过登记的住所或者经营场所联系',
    en: 'it can be reached at its registered address',
  },
}

const listed = only('ground', 'year', 'decision', 'reason', 'remedy')
const delisted = only('ground', 'years', 'decision', 'reason')
const reasonAndYear = ({ reason, year }: { readonly reason: string; readonly year: number | null }): Sentence =>
  year === null ? same(reason) : { zh: `${reason}（${year}年度）`, en: `${reason} (${year})` }
const reasonOf = ({ reason }: { readonly reason: string }): Sentence => same(reason)

const seriousEntry = only(
  'documentNo',
  'article',
  'reason',
  'authority',
  'decision',
  'measures',
  'removal',
  'termEnds',
  'remedy',
)
const reasonAndTerm = ({ reason, termEnds }: { readonly reason: string; readonly termEnds: CivilDate }): Sentence => ({
  zh: `${reason}，至${termEnds}`,
  en: `${reason}, until ${termEnds}`,
})

const nameOf = ({ items }: { readonly items: RegisteredItems }): Sentence => same(items.name)

/**
 * The events that are public. One that isn't here is not published: no penalty before it is redacted, no inspector, no series of numbers.
 * The free text of an end of registration stays inside, and so does what a report says: the enterprise's own page shows it as the reporter
 * chose.
 */
const PUBLIC: { readonly [T in EventType]?: PublicEvent<T> } = {
  EnterpriseEstablished: {
    title: { zh: '设立登记', en: 'Establishment' },
    shown: registered,
    line: nameOf,
    fact: true,
  },
  EnterpriseMigratedIn: { title: { zh: '迁入', en: 'Moved in' }, shown: registered, line: nameOf, fact: true },
  RegistrationChanged: {
    title: { zh: '变更登记', en: 'Change of registration' },
    shown: (data) => ({ ...registered(data), changed: data.changed }),
    line: ({ changed }) => changedItems(changed),
    fact: true,
  },
  EnterpriseDeregistered: {
    title: { zh: '注销登记', en: 'Deregistration' },
    shown: only('procedure'),
    line: ({ procedure }) =>
      procedure === 'simplified' ? { zh: '简易注销', en: 'simplified' } : { zh: '一般注销', en: 'ordinary' },
    fact: true,
  },
  LicenceRevoked: {
    title: { zh: '吊销营业执照', en: 'Revocation of the licence' },
    shown: only('remedy'),
    line: () => nothing,
    sanction: true,
  },
  RegistrationRescinded: {
    title: { zh: '撤销登记', en: 'Rescission of the registration' },
    shown: only('remedy'),
    line: () => nothing,
    sanction: true,
  },
  EnterpriseMigratedOut: {
    title: { zh: '迁出', en: 'Moved away' },
    shown: only('to'),
    line: () => nothing,
    fact: true,
  },
  AnnualReportSubmitted: {
    title: { zh: '报送年度报告', en: 'Annual report filed' },
    shown: only('year', 'filedOn', 'late'),
    line: ({ year, late }) => ({ zh: `${year}年度${late ? '（逾期）' : ''}`, en: `${year}${late ? ' (late)' : ''}` }),
    fact: true,
  },
  AnnualReportCorrected: {
    title: { zh: '更正年度报告', en: 'Annual report corrected' },
    shown: only('year', 'correctedOn'),
    line: ({ year }) => ({ zh: `${year}年度`, en: String(year) }),
    fact: true,
  },
  AnnualReportMissed: {
    title: { zh: '未按期公示年度报告', en: 'Annual report missed' },
    shown: only('year', 'windowEnd'),
    line: ({ year, windowEnd }) => ({ zh: `${year}年度，截至${windowEnd}`, en: `${year}, due by ${windowEnd}` }),
    fact: true,
  },
  AbnormalOperationsListed: {
    title: { zh: '列入经营异常名录', en: 'Entered in the list of abnormal operations' },
    shown: listed,
    line: reasonAndYear,
    recallable: true,
    sanction: true,
  },
  AbnormalStateMarked: {
    title: { zh: '标记为经营异常状态', en: 'Marked as operating abnormally' },
    shown: listed,
    line: reasonAndYear,
    recallable: true,
    sanction: true,
  },
  AbnormalOperationsDelisted: {
    title: { zh: '移出经营异常名录', en: 'Removed from the list of abnormal operations' },
    shown: delisted,
    line: reasonOf,
  },
  AbnormalStateCleared: {
    title: { zh: '恢复正常记载状态', en: 'Mark of abnormal operation cleared' },
    shown: delisted,
    line: reasonOf,
  },
  AbnormalListingRescinded: {
    title: { zh: '撤销列入决定', en: 'Entry rescinded' },
    shown: only('ground', 'year', 'listedOn', 'decision', 'reason'),
    line: reasonOf,
  },
  SeriousViolationListed: {
    title: { zh: '列入严重违法失信名单', en: 'Entered in the list of serious violations' },
    shown: seriousEntry,
    line: reasonAndTerm,
    recallable: true,
    sanction: true,
  },
  SeriousViolationReinstated: {
    title: { zh: '恢复列入严重违法失信名单', en: 'Reinstated in the list of serious violations' },
    shown: seriousEntry,
    line: reasonAndTerm,
    recallable: true,
    sanction: true,
  },
  AbnormalCureVerified: {
    title: { zh: '列入事由消除，查实', en: 'The ground of the entry is gone, verified' },
    shown: only('ground', 'cure', 'verifiedOn', 'removeBy'),
    line: ({ cure, removeBy }) => {
      const { zh, en } = CURES[cure] ?? nothing
      return { zh: `${zh}，${removeBy}前移出`, en: `${en}, to be removed by ${removeBy}` }
    },
  },
  AbnormalListingReminderPublished: {
    title: { zh: '提示：列入将满三年', en: 'Reminder: three years on the list will be full' },
    shown: only('ground', 'year', 'listedOn', 'fullOn'),
    line: ({ listedOn, fullOn }) => ({
      zh: `${listedOn}列入，至${fullOn}满三年`,
      en: `entered on ${listedOn}, three years are full on ${fullOn}`,
    }),
  },
  PenaltyPublicised: {
    title: { zh: '行政处罚公示', en: 'Penalty published' },
    shown: only(
      'documentNo',
      'violation',
      'summary',
      'penaltyBasis',
      'kinds',
      'fineYuan',
      'confiscatedYuan',
      'authority',
      'decidedOn',
      'from',
      'until',
      'dishonesty',
      'remedy',
    ),
    line: ({ summary }) => same(summary),
    recallable: true,
    sanction: true,
    until: ({ until }) => until,
  },
  LegalSettingSet: {
    title: { zh: '法定事项的设定', en: 'A legal value set' },
    shown: ({ value, ...data }) => ({ ...data, value: JSON.parse(value) as unknown }),
  },
  PublicRecordRecalled: {
    title: { zh: '停止公示', en: 'Recalled' },
    // Which record of the subject it was would tell again what is shown no longer.
    shown: only('type', 'positions', 'reason'),
  },
  DrawCommitted: {
    title: { zh: '抽取承诺', en: 'Draw committed' },
    shown: ({ plan, ...data }) => ({
      plan: JSON.parse(plan) as unknown,
      ...only(
        'rehearsal',
        'logPosition',
        'populationSize',
        'populationRoot',
        'perStratum',
        'rosterSize',
        'rosterRoot',
        'commitments',
      )(data),
    }),
  },
  DrawOpened: {
    title: { zh: '抽取开始', en: 'Draw opened' },
    // Its plan follows with the commitments.
    shown: only(
      'planSha256',
      'logPosition',
      'populationSize',
      'populationRoot',
      'perStratum',
      'rosterSize',
      'rosterRoot',
      'coverage',
    ),
  },
  DrawNonceCommitted: { title: { zh: '承诺随机数', en: 'Nonce committed' }, shown: only('official', 'sha256') },
  DrawNonceRevealed: { title: { zh: '公开随机数', en: 'Nonce revealed' }, shown: only('official', 'nonce') },
  DrawRevealFailed: {
    title: { zh: '随机数与承诺不符', en: 'A nonce that was not the one promised' },
    shown: only('official', 'nonce'),
  },
  DrawSeeded: {
    title: { zh: '种子确定', en: 'Seed determined' },
    shown: only('reveals', 'publicSource', 'publicValue', 'witness', 'seed'),
  },
  DrawConducted: {
    title: { zh: '抽取结果', en: 'Draw conducted' },
    shown: only('selected', 'byFloor', 'unassigned', 'proofSha256', 'coverage', 'repeats'),
  },
  DrawAudited: { title: { zh: '抽取检验', en: 'Draw audited' }, shown: only('tests', 'level', 'improbable') },
  DrawVoided: { title: { zh: '抽取作废', en: 'Draw voided' }, shown: only('why', 'stage') },
  InspectorReplaced: {
    title: { zh: '更换检查人员', en: 'Inspector replaced' },
    shown: only('task', 'uscc', 'inspector', 'replacement', 'reason', 'proofSha256'),
  },
  InspectionItemListed: { title: { zh: '列入抽查事项清单', en: 'Item listed' }, shown: only('item') },
  InspectionItemChanged: { title: { zh: '调整抽查事项', en: 'Item changed' }, shown: only('item') },
  InspectionItemRemoved: { title: { zh: '移出抽查事项清单', en: 'Item removed' }, shown: only('itemNo', 'why') },
  InspectionPlanPublished: {
    title: { zh: '公布年度抽查计划', en: 'Annual plan of inspections published' },
    shown: only('year', 'name', 'decision', 'filedWith', 'tasks'),
  },
  InspectionTaskDrawn: {
    title: { zh: '随机抽查抽中', en: 'Drawn for inspection' },
    shown: only('task', 'planId', 'planName', 'year', 'items', 'departments', 'from', 'to'),
    line: ({ planName, from, to }) => ({ zh: `${planName}，${from}至${to}`, en: `${planName}, ${from} to ${to}` }),
  },
  InspectionTaskReleased: {
    title: { zh: '随机抽查取消', en: 'Inspection cancelled' },
    shown: only('task', 'planId', 'why'),
    line: ({ why }) => same(why),
  },
  InspectionResultPublished: {
    title: { zh: '抽查检查结果公示', en: 'Result of an inspection published' },
    shown: (data) => ({ ...data }),
    line: ({ planName, completedOn, results, items }) => {
      const found = items.flatMap(({ findings }) => findings.flatMap(({ detail }) => (detail === '' ? [] : [detail])))
      const details = [...new Set(found)]
      return {
        zh: [`${planName}，${completedOn}检查结束：${results.join('、')}`, ...details].join('；'),
        en: [`${planName}, checked until ${completedOn}: ${results.join(', ')}`, ...details].join('; '),
      }
    },
    recallable: true,
  },
}

type AnyPublicEvent = Omit<PublicEvent<EventType>, 'shown' | 'line' | 'until'> & {
  readonly shown: (data: unknown) => Shown
  readonly line?: (data: unknown) => Sentence
  readonly until?: (data: unknown) => CivilDate
}
const entries = Object.entries(PUBLIC) as unknown as readonly (readonly [EventType, AnyPublicEvent])[]
const known = new Map<EventType, AnyPublicEvent>(entries)
const typesWith = (is: (entry: AnyPublicEvent) => boolean): ReadonlySet<EventType> =>
  new Set(entries.flatMap(([type, entry]) => (is(entry) ? [type] : [])))

export const PUBLIC_EVENTS: readonly EventType[] = entries.map(([type]) => type)
export const RECALLABLE = typesWith(({ recallable }) => recallable === true)
/** What weighs on an enterprise. */
export const SANCTIONS = typesWith(({ sanction }) => sanction === true)
/** What enters the public log: decisions, not facts. */
export const ENTERED = typesWith(({ fact }) => fact !== true)
/** What stands in the file of an enterprise. */
export const IN_FILE = typesWith(({ line }) => line !== undefined)

/** What the public may see of an event's data; undefined for one that isn't public, or no longer. */
export const shownOf = ({ type, data }: Pick<RecordedEvent, 'type' | 'data'>, today: CivilDate): Shown | undefined => {
  const entry = known.get(type)
  return entry === undefined || (entry.until?.(data) ?? today) < today ? undefined : entry.shown(data)
}

/** How an event is called, and its line in the file of an enterprise. */
export const wordsOf = ({
  type,
  data,
}: Pick<RecordedEvent, 'type' | 'data'>): { readonly title: Sentence; readonly line: Sentence } => {
  const entry = known.get(type)
  return { title: entry?.title ?? same(type), line: entry?.line?.(data) ?? nothing }
}

/** Last day on which an event may be shown; null without limit. */
export const lastShown = ({ type, data }: Pick<RecordedEvent, 'type' | 'data'>): CivilDate | null =>
  known.get(type)?.until?.(data) ?? null
