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
import { type NewEvent, refused, seriesOf } from '@mingjian/kernel'
import { isWorkingDay } from '@mingjian/law'
import type { Clock } from '@mingjian/schemas'
import Type from 'typebox'
import { ask } from '../law/ask.ts'
import { basisOn, provisionOn, provisions } from '../law/case.ts'
import { type Outcome, officers } from '../step.ts'
import { type Act, act } from './act.ts'
import { CLOCKS, decisionClock, filingClock } from './clocks.ts'
import type { Case } from './state.ts'

const SOURCES = ['监督检查', '投诉举报', '其他机关移送', '上级交办', '其他'] as const
const EXCLUDED = ['检测', '检验', '检疫', '鉴定', '公告', '中止', '移送公安机关'] as const

const openCase = act(
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
    decide: ({ uscc, on, source, sourceRef, violation, receivedOn }, state, { facts, authority }): Outcome => {
      if (!facts.party.known)
        return refused('unknown-enterprise', `${uscc} is not registered here.`, provisionOn(on, provisions.lead))
      if (!isCivilDate(receivedOn) || receivedOn > on)
        return refused('no-such-day', `A lead is received before it is entered, not on ${receivedOn}.`)
      const clock = filingClock({ ...state, authority }, receivedOn, false, 0)
      return [
        {
          type: 'CaseOpened',
          data: { uscc, authority, source, sourceRef, violation, receivedOn, clocks: [clock] },
          effectiveOn: on,
          basis: basisOn(on, provisions.lead),
        },
      ]
    },
  },
)

const extendFilingTerm = act(
  { reason: wordsMember('why'), approvedBy: wordsMember('负责人') },
  {
    stages: ['lead'],
    under: provisions.lead,
    within: CLOCKS.file,
    decide: ({ on, reason, approvedBy }, state): Outcome => {
      if (state.days.FilingTermExtended !== undefined) return []
      const clock = filingClock(state, state.receivedOn, true, state.excludedDays)
      return [
        {
          type: 'FilingTermExtended',
          data: { reason, approvedBy, clocks: [clock] },
          effectiveOn: on,
          basis: basisOn(on, provisions.lead),
        },
      ]
    },
  },
)

const daysFrom = (from: CivilDate, to: CivilDate, counts: (day: CivilDate) => boolean): number =>
  Array.from({ length: daysBetween(from, to) + 1 }, (_, n) => addDays(from, n)).filter(counts).length

/** The clock that runs, moved by the days that don't count. */
const moved = (state: Case, excluded: number): Clock =>
  state.stage === 'lead'
    ? filingClock(state, state.receivedOn, state.days.FilingTermExtended !== undefined, excluded)
    : decisionClock(state, excluded)

const excludeTime = act(
  { from: dayMember('first day'), to: dayMember('last day'), reason: oneOf(EXCLUDED, 'what takes the time') },
  {
    stages: ['lead', 'filed', 'concluded', 'noticed'],
    under: provisions.excludedTime,
    decide: ({ on, from, to, reason }, state): Outcome => {
      if (!isCivilDate(from) || !isCivilDate(to) || to < from || to > on || from <= state.excludedUntil)
        return from === state.excludedFrom && to === state.excludedUntil
          ? []
          : refused(
              'wrong-time',
              `A time that is over by ${on}, and that was not excluded before, is excluded: not ${from} to ${to}.`,
              provisionOn(on, provisions.excludedTime),
            )
      const days = daysFrom(from, to, state.stage === 'lead' ? isWorkingDay : () => true)
      return [
        {
          type: 'TimeExcluded',
          data: { from, to, reason, days, clocks: [moved(state, state.excludedDays + days)] },
          effectiveOn: on,
          basis: basisOn(on, provisions.excludedTime),
        },
      ]
    },
  },
)

const fileCase = act(
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
    decide: (asked, state): Outcome => {
      const { on, discoveredOn, actEndedOn, lifeHealthOrFinance, grounds, approvedBy } = asked
      if (!isCivilDate(discoveredOn) || !isCivilDate(actEndedOn) || actEndedOn > on || discoveredOn > on)
        return refused('no-such-day', 'The act ended, and was discovered, before the case is filed.')
      const { result } = ask(
        'penalty.limitation',
        { act_ended: actEndedOn, discovered: discoveredOn, life_health_or_finance_with_harm: lifeHealthOrFinance },
        on,
      )
      if (result.punishable !== true)
        return refused(
          'time-barred',
          `An act that ended on ${actEndedOn} and was discovered on ${discoveredOn} is no longer punished.`,
          provisionOn(on, provisions.limitation),
        )
      const filed: NewEvent = {
        type: 'CaseFiled',
        data: {
          decision: '',
          discoveredOn,
          actEndedOn,
          grounds,
          approvedBy,
          officers: asked.officers,
          clocks: [decisionClock({ ...state, filedOn: on }, 0)],
          stops: [CLOCKS.file],
        },
        effectiveOn: on,
        basis: basisOn(on, provisions.filing, provisions.decisionTerm),
        numbered: seriesOf(state.authority, '立', on),
      }
      return [filed]
    },
  },
)

const declineFiling = act(
  { reason: wordsMember('why the case is not filed'), approvedBy: wordsMember('负责人') },
  {
    stages: ['lead'],
    once: 'FilingDeclined',
    under: provisions.notFiling,
    within: CLOCKS.file,
    decide: ({ on, reason, approvedBy }, { clocks }): Outcome => [
      {
        type: 'FilingDeclined',
        data: { reason, approvedBy, stops: clocks.map(({ what }) => what) },
        effectiveOn: on,
        basis: basisOn(on, provisions.notFiling),
      },
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
} satisfies Readonly<Record<string, Act>>
