import { oneOf, wordsMember } from '@mingjian/codes'
import { allOf } from '../clocks.ts'
import { happened } from '../happened.ts'
import { provisionOn, provisions } from '../law/case.ts'
import { contested, correctionPending, noGround } from './refusals.ts'
import { step } from './step.ts'

const terminateCase = step(
  { ground: oneOf(['当事人终止', '公安机关立案', '逾办案期限'], '终止的情形'), reason: wordsMember('why') },
  {
    stages: ['lead', 'filed', 'concluded', 'noticed'],
    once: 'CaseTerminated',
    under: provisions.termination,
    decide: ({ on, ground, reason }, { clocks, crime }, { facts: { extinct } }) => {
      const holds = {
        当事人终止: extinct,
        公安机关立案: crime === 'filed',
        逾办案期限: clocks.some(({ by }) => by < on),
      }
      if (!holds[ground]) return noGround({ ground }, provisionOn(on, provisions.termination))
      return [happened('CaseTerminated', on, { ground, reason, stops: allOf(clocks) }, provisions.termination)]
    },
  },
)

const closeCase = step(
  { result: wordsMember('结案情况') },
  {
    stages: ['ended'],
    once: 'CaseClosed',
    under: provisions.closing,
    decide: ({ on, result }, { contest, correction, clocks }) => {
      const under = provisionOn(on, provisions.closing)
      if (contest !== 'none') return contested({}, under)
      if (correction === 'ordered') return correctionPending({}, under)
      return [happened('CaseClosed', on, { result, stops: allOf(clocks) }, provisions.closing)]
    },
  },
)

/** 终止、结案 */
export const closing = { TerminateCase: terminateCase, CloseCase: closeCase }
