import type { CivilDate } from '@mingjian/codes'
import {
  cite,
  citeAll,
  encodeCitation,
  lastDay,
  marketRestorationRule,
  nationalRestorationRule,
  type Provision,
  penaltyPublicityRule,
  type RestorationRegime,
  restorationRegime,
  type Term,
  workingDays,
} from '@mingjian/law'
import { removalProvisions } from './abnormal.ts'

/** What credit is restored for: a penalty that is shown, or an entry of the list of abnormal operations (a sole trader's mark). */
export type RestorationObject = 'penalty' | 'abnormal'

/** 信用修复申请材料: the application, the promise to keep faith, and what shows that duties were performed and the wrong was righted. */
export const RESTORATION_DOCUMENTS = ['信用修复申请书', '守信承诺书', '履行法定义务、纠正违法行为的材料'] as const

/** An application is accepted, or not, within two working days. */
export const ACCEPT_RESTORATION = workingDays(2)
/** Decided effects are carried out, and told to others, within three working days. */
const STOP_SHOWING = workingDays(3)
const DECIDE: Readonly<Record<RestorationObject, Readonly<Record<RestorationRegime, Term>>>> = {
  penalty: { 2021: workingDays(15), 2025: workingDays(7), 2026: workingDays(7) },
  abnormal: { 2021: workingDays(5), 2025: workingDays(5), 2026: workingDays(5) },
}

/** The last day to carry out what was decided on a day. */
export const stopShowingBy = (decidedOn: CivilDate): CivilDate => lastDay(decidedOn, STOP_SHOWING)

/** The last day to accept an application or not. */
export const acceptRestorationBy = (receivedOn: CivilDate): CivilDate => lastDay(receivedOn, ACCEPT_RESTORATION)

/** For how long an application may be decided that is accepted on a day, by the procedure in force then. */
export const decideRestorationWithin = (object: RestorationObject, acceptedOn: CivilDate): Term =>
  DECIDE[object][restorationRegime(acceptedOn) ?? '2021']

/** The last day to decide an application that was accepted on a day, by the procedure in force then. */
export const decideRestorationBy = (object: RestorationObject, acceptedOn: CivilDate): CivilDate =>
  lastDay(acceptedOn, decideRestorationWithin(object, acceptedOn))

const inRules = (article2021: string, article2025: string): readonly Provision[] => [
  {
    instrument: marketRestorationRule,
    article: { '国市监信规〔2021〕3号': article2021, 'SAMR-2025': article2025 },
    confidence: { '国市监信规〔2021〕3号': 'certain', 'SAMR-2025': 'likely' },
  },
  { instrument: nationalRestorationRule, article: { NDRC36: '修复条件' }, confidence: 'certain' },
]
const EARLY_STOP: Provision = { instrument: penaltyPublicityRule, article: { SAMR45: '14' }, confidence: 'certain' }

/** What the steps of restoration rest on, in the wording of that day. */
export const restorationBasis = (
  step: 'application' | 'acceptance' | 'decision',
  object: RestorationObject,
  on: CivilDate,
): readonly string[] => {
  const own = {
    application: inRules('申请', '申请'),
    acceptance: inRules('受理', '受理'),
    decision: inRules('决定', '决定'),
  }[step]
  const substance = object === 'penalty' ? [EARLY_STOP] : removalProvisions('enterprise', 'annual_report_missed')
  return citeAll([...own, ...(step === 'decision' ? substance : [])], on).map(encodeCitation)
}

/** The provision that a refusal names where the law says that something is not restored. */
export const neverRestored = (on: CivilDate): string => encodeCitation(cite(penaltyPublicityRule, '14.3', on))
