import type { CivilDate } from '@mingjian/codes'
import {
  amount,
  type DishonestyClass,
  inForce,
  lastDay,
  marketRestorationRule,
  nationalRestorationRule,
  neverEndsEarly,
  recordOf,
  type Setting,
  type SettingSource,
  settingOn,
  shownUntil,
} from '@mingjian/law'
import { displayTerm, type FineCeilings, isLight, lowFineCeilings, type PublishablePenalty } from './publicity.ts'

/** Yuan from which a fine makes a penalty one of serious dishonesty, included. */
export const seriousDishonestyFines: Setting<FineCeilings> = {
  name: 'serious-dishonesty-fines',
  title: '严重失信的罚款数额',
  setBy: 'province',
  provision: { instrument: marketRestorationRule, article: { 'SAMR-2025': '公示期限' }, confidence: 'to-verify' },
  kind: recordOf({ person: amount, organisation: amount }),
  versions: [
    {
      value: { person: 10_000, organisation: 100_000 },
      from: '2025-12-25',
      basis: '市场监督管理信用修复管理办法（2025）失信等级标准',
      confidence: 'to-verify',
      reason: '失信等级的标准待核，暂以听证办法的较大数额为严重失信的起点',
    },
  ],
}

/** 失信等级 of a penalty: minor if it is light, serious by its kind or by the fine, ordinary otherwise. */
export const dishonestyOf = (penalty: PublishablePenalty, on: CivilDate, settings: SettingSource): DishonestyClass => {
  const { kinds, fineYuan, subject, restrictionYears = 0 } = penalty
  if (kinds.some(neverEndsEarly) || restrictionYears > 0) return '严重'
  if (fineYuan >= settingOn(settings(seriousDishonestyFines), on).value[subject]) return '严重'
  return isLight(penalty, on, settings(lowFineCeilings)) ? '轻微' : '一般'
}

export interface PublicityTerm {
  readonly dishonesty: DishonestyClass
  /** 公示规定第十三条: three months, three years, or the restriction's own time. */
  readonly underRule: CivilDate
  /** The bands of the restoration rule; none before 2025-12-25. */
  readonly underBands: CivilDate | undefined
  /** The last day on which it is shown. */
  readonly until: CivilDate
}

const LONGEST_RESTRICTION = 3

/**
 * How long a penalty is shown that is published on a day. Since 2025-12-25 the bands of the restoration rule are the later and the special
 * law; both are computed, since which prevails is to be verified. From 2026-04-01 the bands count from the day of the document.
 */
export const publicityTerm = (
  penalty: PublishablePenalty,
  decidedOn: CivilDate,
  publishedOn: CivilDate,
  settings: SettingSource,
): PublicityTerm => {
  const { restrictionYears = 0 } = penalty
  const light = isLight(penalty, publishedOn, settings(lowFineCeilings))
  const underRule = lastDay(publishedOn, displayTerm(light, restrictionYears, publishedOn))
  const dishonesty = dishonestyOf(penalty, publishedOn, settings)
  if (inForce(marketRestorationRule, publishedOn)?.version !== 'SAMR-2025')
    return { dishonesty, underRule, underBands: undefined, until: underRule }
  const fromDocument = inForce(nationalRestorationRule, publishedOn)?.version === 'NDRC36'
  const underBands = shownUntil(dishonesty, fromDocument ? decidedOn : publishedOn)
  const until = restrictionYears > LONGEST_RESTRICTION ? underRule : underBands
  return { dishonesty, underRule, underBands, until }
}
