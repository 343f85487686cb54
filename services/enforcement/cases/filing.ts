import {
  addDays,
  type CivilDate,
  dayMember,
  daysBetween,
  isCivilDate,
  nullable,
  oneOf,
  wordsMember,
} from '@mingjian/codes'
import { seriesOf } from '@mingjian/kernel'
import { isWorkingDay } from '@mingjian/law'
import type { Clock } from '@mingjian/schemas'
import Type from 'typebox'
import { allOf } from '../clocks.ts'
import { happened } from '../happened.ts'
import { ask } from '../law/ask.ts'
import { provisionOn, provisions } from '../law/case.ts'
import { notRegistered } from '../refusals.ts'
import { CLOCKS, decisionClock, filingClock } from './clocks.ts'
import { endedLater, receivedLater, timeBarred, wrongTime } from './refusals.ts'
import type { Case } from './state.ts'
import { officers, step } from './step.ts'

const SOURCES = ['监督检查', '投诉举报', '其他机关移送', '上级交办', '其他'] as const
const EXCLUDED = ['检测', '检验', '检疫', '鉴定', '公告', '中止', '移送公安机关'] as const

const openCase = step(
  {
    source: oneOf(SOURCES, '案源'),
    sourceRef: nullable(wordsMember('the complaint, visit or document')),
    violation: wordsMember('涉嫌违法行为类型'),
    receivedOn: dayMember('发现线索或者收到材料之日'),
  },
  {
    stages: ['none'],
    once: 'CaseOpened',
    under: provisions.lead,
    needsParty: true,
    decide: ({ uscc, on, source, sourceRef, violation, receivedOn }, state, { facts, authority }) => {
      if (!facts.party.known) return notRegistered({ uscc }, provisionOn(on, provisions.lead))
      if (!isCivilDate(receivedOn) || receivedOn > on) return receivedLater({ receivedOn })
      const clocks = [filingClock({ ...state, authority }, receivedOn, false, 0)]
      const data = { uscc, authority, source, sourceRef, violation, receivedOn, clocks }
      return [happened('CaseOpened', on, data, provisions.lead)]
    },
  },
)

const extendFilingTerm = step(
  { reason: wordsMember('why'), approvedBy: wordsMember('负责人') },
  {
    stages: ['lead'],
    once: 'FilingTermExtended',
    done: () => true,
    under: provisions.lead,
    within: CLOCKS.file,
    decide: ({ on, reason, approvedBy }, state) => {
      const clocks = [filingClock(state, state.receivedOn, true, state.excludedDays)]
      return [happened('FilingTermExtended', on, { reason, approvedBy, clocks }, provisions.lead)]
    },
  },
)

const daysFrom = (from: CivilDate, to: CivilDate, counts: (day: CivilDate) => boolean): number =>
  Array.from({ length: daysBetween(from, to) + 1 }, (_, n) => addDays(from, n)).filter(counts).length

/** The clock that runs, moved by the days that don't count. */
const moved = (state: Case, excluded: number): Clock =>
  state.stage === 'lead'
    ? filingClock(state, state.receivedOn, state.last.FilingTermExtended !== undefined, excluded)
    : decisionClock(state, excluded)

const excludeTime = step(
  { from: dayMember('first day'), to: dayMember('last day'), reason: oneOf(EXCLUDED, 'what takes the time') },
  {
    stages: ['lead', 'filed', 'concluded', 'noticed'],
    under: provisions.excludedTime,
    recorded: ({ entries }, { from, to }) =>
      entries.find(({ type, data }) => type === 'TimeExcluded' && data.from === from && data.to === to),
    decide: ({ on, from, to, reason }, state) => {
      if (!isCivilDate(from) || !isCivilDate(to) || to < from || to > on || from <= state.excludedUntil)
        return wrongTime({ on, from, to }, provisionOn(on, provisions.excludedTime))
      const days = daysFrom(from, to, state.stage === 'lead' ? isWorkingDay : () => true)
      const clocks = [moved(state, state.excludedDays + days)]
      return [happened('TimeExcluded', on, { from, to, reason, days, clocks }, provisions.excludedTime)]
    },
  },
)

const fileCase = step(
  {
    ...officers,
    discoveredOn: dayMember('违法行为被发现之日'),
    actEndedOn: dayMember('违法行为终了之日'),
    lifeHealthOrFinance: Type.Boolean({ description: '涉及公民生命健康安全、金融安全且有危害后果' }),
    grounds: wordsMember('初步证据和立案理由'),
    approvedBy: wordsMember('负责人'),
  },
  {
    stages: ['lead'],
    once: 'CaseFiled',
    under: provisions.filing,
    within: CLOCKS.file,
    needsParty: true,
    decide: (asked, state) => {
      const { on, discoveredOn, actEndedOn, lifeHealthOrFinance, grounds, approvedBy, officers } = asked
      if (!isCivilDate(discoveredOn) || !isCivilDate(actEndedOn) || actEndedOn > on || discoveredOn > on)
        return endedLater({})
      const { result } = ask(
        'penalty.limitation',
        { act_ended: actEndedOn, discovered: discoveredOn, life_health_or_finance_with_harm: lifeHealthOrFinance },
        on,
      )
      if (result.punishable !== true)
        return timeBarred({ actEndedOn, discoveredOn }, provisionOn(on, provisions.limitation))
      const clocks = [decisionClock({ ...state, filedOn: on }, 0)]
      const filed = { decision: '', discoveredOn, actEndedOn, grounds, approvedBy, officers, clocks }
      return [
        {
          ...happened('CaseFiled', on, { ...filed, stops: [CLOCKS.file] }, provisions.filing, provisions.decisionTerm),
          numbered: seriesOf(state.authority, '立', on),
        },
      ]
    },
  },
)

const declineFiling = step(
  { reason: wordsMember('why the case is not filed'), approvedBy: wordsMember('负责人') },
  {
    stages: ['lead'],
    once: 'FilingDeclined',
    under: provisions.notFiling,
    within: CLOCKS.file,
    decide: ({ on, reason, approvedBy }, { clocks }) => [
      happened('FilingDeclined', on, { reason, approvedBy, stops: allOf(clocks) }, provisions.notFiling),
    ],
  },
)

/** 案源、核查、立案 */
export const filing = {
  OpenCase: openCase,
  ExtendFilingTerm: extendFilingTerm,
  ExcludeTime: excludeTime,
  FileCase: fileCase,
  DeclineFiling: declineFiling,
}
