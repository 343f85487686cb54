import type { CivilDate } from '@mingjian/codes'
import {
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
