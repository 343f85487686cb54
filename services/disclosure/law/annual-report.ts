import { addDays, type CivilDate, type EntityForm, yearOf } from '@mingjian/codes'
import {
  type Citation,
  type Confidence,
  citeAll,
  cooperativeReportRule,
  date,
  disclosureRegulation,
  isWorkingDay,
  leastSure,
  listOf,
  oneOf,
  optional,
  type Provision,
  type Rule,
  recordOf,
  registrationRules,
  rule,
  type Setting,
  settingOn,
  soleTraderReportRule,
  text,
  year,
} from '@mingjian/law'

/** The days on which the report of a year is filed and published in time, both included. */
export interface ReportWindow {
  readonly year: number
  readonly opens: CivilDate
  readonly closes: CivilDate
  readonly confidence: Confidence
}

/** A year whose reports have a window of their own. */
export interface WindowException {
  readonly year: number
  readonly opens: CivilDate
  readonly closes: CivilDate
  readonly basis: string
  readonly confidence: Confidence
  readonly reason: string
}

export const reportWindowExceptions: Setting<readonly WindowException[]> = {
  name: 'report-window-exceptions',
  title: '年度报告报送期的例外年度',
  setBy: 'nation',
  provision: { instrument: disclosureRegulation, article: '8', confidence: 'to-verify' },
  faults: (exceptions) =>
    exceptions.flatMap(({ year, opens, closes }) => [
      ...(closes < opens ? [`the window of ${year} closes before it opens`] : []),
      ...(opens <= `${year}-12-31` ? [`the window of ${year} opens before the year is over`] : []),
    ]),
  kind: listOf(
    recordOf({
      year,
      opens: date,
      closes: date,
      basis: text,
      confidence: oneOf<Confidence>('certain', 'likely', 'to-verify'),
      reason: text,
    }),
  ),
  versions: [
    {
      from: '2014-10-01',
      basis: '条例第八条，各年度公告',
      confidence: 'to-verify',
      value: [
        {
          year: 2013,
          opens: '2014-10-01',
          closes: '2015-06-30',
          basis: '条例施行时的安排',
          confidence: 'to-verify',
          reason: '条例自2014-10-01施行，2013年度报告与2014年度报告一并报送；文件待核',
        },
        {
          year: 2019,
          opens: '2020-01-01',
          closes: '2020-06-30',
          basis: '条例第八条',
          confidence: 'to-verify',
          reason: '据信因疫情延长，延长至哪一日待核；未核实之前不延长',
        },
      ],
    },
  ],
}

/** The seven groups of items of the report, in the order of 条例第九条. */
export type ItemGroup = 1 | 2 | 3 | 4 | 5 | 6 | 7

const ITEM_GROUPS = new Map<string, ItemGroup>([
  ['企业通信地址、邮政编码、联系电话、电子邮箱', 1],
  ['开业、歇业、清算等存续状态', 2],
  ['对外投资设立企业、购买股权', 3],
  ['股东认缴实缴出资额、时间、方式', 4],
  ['股权转让等股权变更', 5],
  ['网站、网店名称网址', 6],
  ['从业人数、资产总额、负债总额、对外担保、营收、利润、纳税', 7],
])

/** The regulation that began it all asked for reports from 2013 on. */
const FIRST_YEAR_OF_ALL = 2013

const filing: Readonly<Record<EntityForm, Provision>> = {
  enterprise: { instrument: disclosureRegulation, article: '8', confidence: 'certain' },
  'sole-trader': {
    instrument: soleTraderReportRule,
    article: '3',
    confidence: { SAIC69: 'certain', SAMR101: 'likely' },
  },
  cooperative: { instrument: cooperativeReportRule, article: '4', confidence: 'likely' },
}
const correcting: Readonly<Record<EntityForm, Provision>> = {
  enterprise: { instrument: disclosureRegulation, article: '12.2', confidence: 'certain' },
  'sole-trader': {
    instrument: soleTraderReportRule,
    article: '9',
    confidence: { SAIC69: 'certain', SAMR101: 'likely' },
  },
  cooperative: { instrument: cooperativeReportRule, article: '16', confidence: 'likely' },
}
const choosingToPublish: Provision = {
  instrument: soleTraderReportRule,
  article: '8',
  confidence: { SAIC69: 'certain', SAMR101: 'likely' },
}

/** 1 January to 30 June of the following year 条例第八条, unless the year has a window of its own; fixed days that never roll over. */
export const annualReportWindow = (
  year: number,
  exceptions: Setting<readonly WindowException[]> = reportWindowExceptions,
): ReportWindow => {
  const opens = `${year + 1}-01-01`
  const closes = `${year + 1}-06-30`
  const exception = settingOn(exceptions, closes).value.find((e) => e.year === year)
  return exception === undefined ? { year, opens, closes, confidence: 'certain' } : { ...exception, year }
}

/** Whether a report filed and published on that day is in time. */
export const isOnTime = (
  year: number,
  filedOn: CivilDate,
  exceptions: Setting<readonly WindowException[]> = reportWindowExceptions,
): boolean => {
  const { opens, closes } = annualReportWindow(year, exceptions)
  return opens <= filedOn && filedOn <= closes
}

/** Whether the reporter may still correct its report itself: until 30 June, the last day of the window 条例第十二条. */
export const isCorrectable = (
  year: number,
  on: CivilDate,
  exceptions: Setting<readonly WindowException[]> = reportWindowExceptions,
): boolean => on <= annualReportWindow(year, exceptions).closes

/** Set up this year, first report next year, for this one 条例第八条; nobody owes one for a year before 2013. */
export const firstReportYear = (established: CivilDate): number => Math.max(yearOf(established), FIRST_YEAR_OF_ALL)

/**
 * The window of the next report that can still be filed in time: that of the first year owed whose window has not closed and that is not
 * reported yet. A year once missed is made up for at any time, and has no window.
 */
export const nextReportWindow = (
  established: CivilDate,
  reported: readonly number[],
  today: CivilDate,
  exceptions: Setting<readonly WindowException[]> = reportWindowExceptions,
): ReportWindow | undefined => {
  const thisYear = yearOf(today)
  const first = firstReportYear(established)
  const excepted = exceptions.versions.flatMap(({ value }) => value.map(({ year }) => year))
  return [...new Set([...excepted, thisYear - 1, thisYear, thisYear + 1, first])]
    .toSorted((a, b) => a - b)
    .filter((year) => year >= first && !reported.includes(year))
    .map((year) => annualReportWindow(year, exceptions))
    .find(({ closes }) => today <= closes)
}

/** Groups 1 to 6 are public, 7 as the enterprise chooses 条例第九条; a sole trader chooses for all of them 个体工商户年度报告办法第八条. */
export const itemPublicity = (group: ItemGroup, form: EntityForm = 'enterprise'): 'mandatory' | 'optional' =>
  group === 7 || form === 'sole-trader' ? 'optional' : 'mandatory'

/** What the duty to file and publish rests on. */
export const annualReportBasis = (form: EntityForm, on: CivilDate): readonly Citation[] => citeAll([filing[form]], on)

/** What a correction, and the showing of both versions, rests on. */
export const correctionBasis = (form: EntityForm, on: CivilDate): readonly Citation[] => citeAll([correcting[form]], on)

const windowText = ({ year, opens, closes }: ReportWindow): string => `${year}年度报告的报送公示期为${opens}至${closes}`

export const annualReportRules: readonly Rule[] = [
  rule({
    name: 'annual_report.first_window',
    question: '新设主体首次报送哪一年度的报告，何时报送',
    provisions: [filing.enterprise],
    settings: [reportWindowExceptions],
    given: { established: date },
    judgedOn: ({ established }, settings) =>
      annualReportWindow(firstReportYear(established), settings(reportWindowExceptions)).opens,
    find: ({ established }, _on, settings) => {
      const year = firstReportYear(established)
      const window = annualReportWindow(year, settings(reportWindowExceptions))
      return {
        result: { first_report_year: year, window_start: window.opens, window_end: window.closes },
        trace: [`${established}设立，自下一年起报送`, windowText(window)],
        confidence: window.confidence,
      }
    },
  }),
  rule({
    name: 'annual_report.timely',
    question: '年度报告是否按期报送并公示',
    provisions: [filing.enterprise],
    settings: [reportWindowExceptions],
    given: { report_year: year, submitted_and_published: date },
    judgedOn: (given) => given.submitted_and_published,
    find: ({ report_year, submitted_and_published }, _on, settings) => {
      const exceptions = settings(reportWindowExceptions)
      const window = annualReportWindow(report_year, exceptions)
      const onTime = isOnTime(report_year, submitted_and_published, exceptions)
      const where = submitted_and_published < window.opens ? '早于' : onTime ? '在' : '晚于'
      return {
        result: { on_time: onTime },
        trace: [windowText(window), `${submitted_and_published}${where}这一期间；期间为固定日期，不顺延`],
        // The regulation doesn't say whether a fixed last day that is a rest day runs on.
        confidence: isWorkingDay(window.closes) ? window.confidence : leastSure(['likely', window.confidence]),
      }
    },
  }),
  rule({
    name: 'annual_report.correction_allowed',
    question: '能否自行更正已公示的年度报告',
    provisions: [correcting.enterprise],
    settings: [reportWindowExceptions],
    given: { report_year: year, published: date, correction_on: date },
    judgedOn: ({ correction_on }) => correction_on,
    find: ({ report_year, published, correction_on }, _on, settings) => {
      const exceptions = settings(reportWindowExceptions)
      const window = annualReportWindow(report_year, exceptions)
      const allowed = published <= correction_on && isCorrectable(report_year, correction_on, exceptions)
      return {
        result: { allowed, show_both_versions: allowed },
        trace: [
          correction_on < published ? '尚未公示，无可更正' : `更正应当在${window.closes}之前完成，当日在内`,
          allowed ? '更正前后的内容同时公示' : `${correction_on}不得自行更正`,
        ],
        confidence: window.confidence,
      }
    },
  }),
  rule({
    name: 'annual_report.item_publicity',
    question: '年度报告的某类内容是否必须公示',
    provisions: [{ instrument: disclosureRegulation, article: '9', confidence: 'certain' }],
    given: { item: oneOf(...ITEM_GROUPS.keys()) },
    find: ({ item }) => {
      const group = ITEM_GROUPS.get(item) ?? 7
      const publicity = itemPublicity(group)
      return {
        result: { publicity },
        trace: [`属于第九条第一款第${group}项`, publicity === 'optional' ? '由企业选择是否公示' : '应当向社会公示'],
      }
    },
  }),
  rule({
    name: 'annual_report.individual_paper',
    question: '能否以纸质方式报送年度报告，是否必须公示',
    provisions: [
      { ...filing['sole-trader'], article: '5' },
      choosingToPublish,
      { instrument: registrationRules, article: '63', confidence: 'certain' },
    ],
    given: {
      subject: oneOf('个体工商户', '农民专业合作社', '企业'),
      channel: oneOf('paper', 'electronic'),
      on: optional(date),
    },
    judgedOn: ({ on }) => on,
    find: ({ subject, channel }) => {
      const choice = subject === '个体工商户'
      return {
        result: { valid: choice || channel === 'electronic', publication: choice ? 'optional' : 'mandatory' },
        trace: [
          choice
            ? '个体工商户可以通过公示系统或者以纸质方式报送，自主选择是否公示'
            : `${subject}应当通过公示系统报送并公示`,
        ],
      }
    },
  }),
]

/** The first day after the window, on which a missed report is a fact. */
export const missedFrom = (
  year: number,
  exceptions: Setting<readonly WindowException[]> = reportWindowExceptions,
): CivilDate => addDays(annualReportWindow(year, exceptions).closes, 1)

/** The newest year whose missed reports are a fact from that day on; undefined on all other days. */
export const yearMissedFrom = (day: CivilDate, exceptions: Setting<readonly WindowException[]>): number | undefined => {
  const excepted = exceptions.versions.flatMap(({ value }) => value.map(({ year }) => year))
  return [yearOf(day) - 1, ...excepted].toSorted((a, b) => b - a).find((year) => missedFrom(year, exceptions) === day)
}
