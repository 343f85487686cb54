import { oneOf, wordsMember } from '@mingjian/codes'
import { refused } from '@mingjian/kernel'
import { basisOn, provisionOn, provisions } from '../law/case.ts'
import type { Outcome } from '../step.ts'
import { type Act, act } from './act.ts'

const terminateCase = act(
  { ground: oneOf(['当事人终止', '公安机关立案', '逾办案期限'], '终止的情形'), reason: wordsMember('why') },
  {
    stages: ['lead', 'filed', 'concluded', 'noticed'],
    once: 'CaseTerminated',
    under: provisions.termination,
    decide: ({ on, ground, reason }, { clocks, crime }, { facts: { extinct } }): Outcome => {
      const holds = {
        当事人终止: extinct,
        公安机关立案: crime === 'filed',
        逾办案期限: clocks.some(({ by }) => by < on),
      }
      if (!holds[ground])
        return refused(
          'no-ground',
          `The investigation goes on: ${ground} is not so.`,
          provisionOn(on, provisions.termination),
        )
      return [
        {
          type: 'CaseTerminated',
          data: { ground, reason, stops: clocks.map(({ what }) => what) },
          effectiveOn: on,
          basis: basisOn(on, provisions.termination),
        },
      ]
    },
  },
)

const closeCase = act(
  { result: wordsMember('结案情况') },
  {
    stages: ['ended'],
    once: 'CaseClosed',
    under: provisions.closing,
    decide: ({ on, result }, { contest, correction, clocks }): Outcome => {
      const under = provisionOn(on, provisions.closing)
      if (contest !== 'none') return refused('contested', 'The decision is being reviewed.', under)
      if (correction === 'ordered')
        return refused('correction-pending', 'The correction that was ordered has not been checked.', under)
      return [
        {
          type: 'CaseClosed',
          data: { result, stops: clocks.map(({ what }) => what) },
          effectiveOn: on,
          basis: basisOn(on, provisions.closing),
        },
      ]
    },
  },
)

/** 终止、结案 */
export const closing = { TerminateCase: terminateCase, CloseCase: closeCase } satisfies Readonly<Record<string, Act>>
