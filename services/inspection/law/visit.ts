import type { CivilDate } from '@mingjian/codes'
import {
  type Citation,
  cite,
  citeAll,
  disclosureRegulation,
  encodeCitation,
  inspectionConductOpinion,
  jointInspectionOpinion,
  type Provision,
  penaltyLaw,
  randomInspectionMethod,
  randomInspectionNotice,
  spotCheckRule,
} from '@mingjian/law'

/** What gives each step of a visit its place, and what is cited when a step is refused. */
export const visitProvisions = {
  draw: { instrument: spotCheckRule, article: '5', confidence: 'certain' },
  items: { instrument: randomInspectionNotice, article: '随机抽查事项清单', confidence: 'certain' },
  documents: { instrument: inspectionConductOpinion, article: '检查文书', confidence: 'likely' },
  entry: { instrument: inspectionConductOpinion, article: '扫码入企', confidence: 'likely' },
  officers: {
    instrument: penaltyLaw,
    article: { 2017: '37.1', 2021: '42.1' },
    confidence: { 2017: 'likely', 2021: 'certain' },
  },
  recusal: {
    instrument: penaltyLaw,
    article: { 2017: '37.3', 2021: '43' },
    confidence: { 2017: 'likely', 2021: 'certain' },
  },
  record: { instrument: spotCheckRule, article: '9', confidence: 'likely' },
  results: { instrument: randomInspectionMethod, article: '抽查结果', confidence: 'likely' },
  review: { instrument: jointInspectionOpinion, article: '二（公示）', confidence: 'likely' },
  publicity: { instrument: spotCheckRule, article: '10', confidence: 'likely' },
  accuracy: { instrument: disclosureRegulation, article: '11', confidence: 'certain' },
} as const satisfies Readonly<Record<string, Provision>>

/** As an event keeps them: those that were law on that day, in its wording. */
export const basisOn = (on: CivilDate, ...under: readonly Provision[]): readonly string[] =>
  citeAll(under, on).map(encodeCitation)

/** As a refusal names it, whichever the day. */
export const provisionOn = (on: CivilDate, { instrument, article }: Provision): string =>
  encodeCitation(cite(instrument, article, on))

const inPenaltyLaw = (article: string): Provision => ({
  instrument: penaltyLaw,
  article: { 2021: article },
  confidence: 'certain',
})
const inOpinion = (article: string): Provision => ({
  instrument: inspectionConductOpinion,
  article,
  confidence: 'likely',
})

/** What an enterprise may ask of those who come, and where it is written. */
const RIGHTS: readonly (readonly [right: string, under: Provision])[] = [
  ['检查人员不少于两人，并应主动出示执法证件；不出示的，可以拒绝检查。', inPenaltyLaw('55.1')],
  ['只检查任务单上的事项；清单之外、没有依据的，可以拒绝。', inOpinion('行政检查事项')],
  ['检查人员与本企业有利害关系的，可以申请回避。', inPenaltyLaw('43')],
  ['可以陈述、申辩；不会因此受到更重的处理。', inPenaltyLaw('45')],
  ['核对检查记录以后再签字；不同意的，可以写明；也可以不签，由检查人员记明原因。', inPenaltyLaw('55')],
  ['检查不收费；不得要求接受指定的服务、购买指定的商品、赞助或者捐赠。', inOpinion('行政检查行为')],
  ['商业秘密和个人隐私受保护。', inPenaltyLaw('50')],
]

/** 被检查企业的权利, each with its provision in the wording of a day. */
export const rightsOnVisit = (
  on: CivilDate,
): readonly { readonly right: string; readonly basis: readonly Citation[] }[] =>
  RIGHTS.map(([right, under]) => ({ right, basis: citeAll([under], on) }))
