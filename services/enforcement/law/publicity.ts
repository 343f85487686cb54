import type { CivilDate } from '@mingjian/codes'
import {
  amount,
  type Citation,
  citeAll,
  disclosureRegulation,
  dualPublicityNotice,
  lastDay,
  marketRestorationRule,
  months,
  nationalRestorationRule,
  type Provision,
  penaltyLaw,
  penaltyPublicityRule,
  recordOf,
  type Setting,
  settingOn,
  type Term,
  valueOn,
  workingDays,
  years,
} from '@mingjian/law'

/** What the publicity of a penalty depends on; kinds in the law's words: 罚款, 没收违法所得, 吊销营业执照 … */
export interface PublishablePenalty {
  readonly kinds: readonly string[]
  readonly procedure: string
  readonly fineYuan: number
  /** A natural person 自然人, sole traders included, or a legal person or other organisation. */
  readonly subject: 'person' | 'organisation'
  /** Of a restriction of operation or employment. */
  readonly restrictionYears?: number
}

/** Yuan below which a fine is a lower one. */
export interface FineCeilings {
  readonly person: number
  readonly organisation: number
}

/** 较低数额罚款, set by the provincial authority. */
export const lowFineCeilings: Setting<FineCeilings> = {
  name: 'low-fine-ceilings',
  title: '较低数额罚款',
  setBy: 'province',
  provision: { instrument: penaltyPublicityRule, article: { SAMR45: '13' }, confidence: 'certain' },
  kind: recordOf({ person: amount, organisation: amount }),
  versions: [
    {
      value: { person: 5_000, organisation: 50_000 },
      from: '2021-09-01',
      basis: '行政处罚信息公示规定第十三条',
      confidence: 'to-verify',
      reason: '内蒙古自治区的数额待核，暂按贵州省公布的数额：自然人不满五千元、法人不满五万元',
    },
  ],
}

/** 行政处罚信息: within twenty working days of the decision 公示规定第九条. */
export const PUBLISH = workingDays(20)
/** Changed or quashed: withdrawn within three working days 公示规定第十一条, 行政处罚法第四十八条. */
export const WITHDRAW = workingDays(3)

export const inPublicityRule = (
  article45: string,
  article71?: string,
  confidence45: 'certain' | 'likely' = 'certain',
): Provision => ({
  instrument: penaltyPublicityRule,
  article: article71 === undefined ? { SAMR45: article45 } : { SAIC71: article71, SAMR45: article45 },
  confidence: { SAIC71: 'to-verify', SAMR45: confidence45 },
})

export const SCOPE = inPublicityRule('2', '2')
export const SAME_PROVINCE = inPublicityRule('9', '第八条（条号待核）')
export const DISPLAY = inPublicityRule('13', '第十四条（条号待核）')
export const WITHDRAWAL: readonly Provision[] = [
  inPublicityRule('11'),
  { instrument: penaltyLaw, article: { 2021: '48.2' }, confidence: 'certain' },
  { instrument: penaltyLaw, article: { 2021: '85' }, confidence: 'certain' },
]
export const DUAL_PUBLICITY: Provision = {
  instrument: dualPublicityNotice,
  article: { '国办发〔2015〕51号': '第十八项', '发改办财金〔2018〕424号': '公示期限' },
  confidence: 'certain',
}

export const EARLY_STOP = inPublicityRule('14')
/** Information of an authority that is wrong is corrected promptly 条例第十二条. */
const CORRECTION: Provision = { instrument: disclosureRegulation, article: '12.1', confidence: 'certain' }
/** The bands of publicity beside the rule's own terms; cited from the day on which they hold. */
const BANDS: readonly Provision[] = [
  { instrument: marketRestorationRule, article: { 'SAMR-2025': '公示期限' }, confidence: 'to-verify' },
  { instrument: nationalRestorationRule, article: { NDRC36: '公示期限' }, confidence: 'certain' },
]

const SHORT = months(3)
const LONG = years(3)
const OLD = years(5)

/**
 * Whether a decision of that day is published: only those of the ordinary procedure, and not a mere warning 公示规定第二条. The rule before
 * 2021-09-01 made no exception for warnings.
 */
export const isPublished = (
  { kinds, procedure }: Pick<PublishablePenalty, 'kinds' | 'procedure'>,
  decidedOn: CivilDate,
): boolean => {
  const warningOnly = kinds.every((kind) => kind === '警告' || kind === '仅警告')
  return (
    procedure !== '简易程序' &&
    (!warningOnly || valueOn(penaltyPublicityRule, { SAIC71: true, SAMR45: false }, decidedOn))
  )
}

/** The last day to publish, in the same province. */
export const publishBy = (decidedOn: CivilDate): CivilDate => lastDay(decidedOn, PUBLISH)

/** Whether a penalty comes to no more than criticism 通报批评 or a lower fine, with or without a warning. */
export const isLight = (
  { kinds, fineYuan, subject }: PublishablePenalty,
  on: CivilDate,
  ceilings: Setting<FineCeilings> = lowFineCeilings,
): boolean =>
  kinds.every((kind) => ['警告', '通报批评', '罚款'].includes(kind)) &&
  fineYuan < settingOn(ceilings, on).value[subject]

/**
 * How long it is shown: three months if light, three years otherwise, as long as a restriction lasts that is longer 公示规定第十三条; five
 * years under the rule before 2021-09-01.
 */
export const displayTerm = (light: boolean, restrictionYears: number, publishedOn: CivilDate): Term => {
  const term = restrictionYears > LONG.n ? years(restrictionYears) : light ? SHORT : LONG
  return valueOn(penaltyPublicityRule, { SAIC71: OLD, SAMR45: term }, publishedOn)
}

/** The last day of publicity; a display term doesn't roll over. */
export const publicUntil = (
  penalty: PublishablePenalty,
  publishedOn: CivilDate,
  ceilings: Setting<FineCeilings> = lowFineCeilings,
): CivilDate =>
  lastDay(publishedOn, displayTerm(isLight(penalty, publishedOn, ceilings), penalty.restrictionYears ?? 0, publishedOn))

/** What publishing a penalty rests on, in the wording of that day. */
export const publicityBasis = (on: CivilDate): readonly Citation[] =>
  citeAll([SCOPE, SAME_PROVINCE, DISPLAY, ...BANDS], on)

/** What restoring credit for a penalty asks for 公示规定第十四条: whether it must hold or must not, and what is said where it isn't so. */
export const EARLY_STOP_CONDITIONS = [
  { member: 'performed', must: true, condition: '履行处罚决定', otherwise: '未履行处罚决定的义务' },
  { member: 'harm_eliminated', must: true, condition: '消除危害后果', otherwise: '未消除危害后果和不良影响' },
  { member: 'same_kind_repeat', must: false, condition: '没有同类违法再受处罚', otherwise: '因同类违法行为再受处罚' },
  {
    member: 'in_abnormal_or_serious_list',
    must: false,
    condition: '不在名录之内',
    otherwise: '仍在经营异常名录或者严重违法失信名单',
  },
] as const

/** What stopping to show a penalty rests on: the end of the term, credit restored, or an error put right. */
export const endOfPublicityBasis = (
  because: 'term-over' | 'restoration' | 'objection',
  on: CivilDate,
): readonly Citation[] =>
  citeAll(
    { 'term-over': [DISPLAY, ...BANDS], restoration: [EARLY_STOP, ...BANDS], objection: [CORRECTION] }[because],
    on,
  )

/** What withdrawing an overturned penalty rests on. */
export const withdrawalBasis = (on: CivilDate): readonly Citation[] => citeAll(WITHDRAWAL, on)
