import { dayMember, isCivilDate, wordsMember, yuanMember } from '@mingjian/codes'
import { seriesOf } from '@mingjian/kernel'
import Type from 'typebox'
import { happened } from '../happened.ts'
import { ask } from '../law/ask.ts'
import { provisionOn, provisions } from '../law/case.ts'
import { notRegistered } from '../refusals.ts'
import { finedBefore } from './before-decision.ts'
import { subjectWord } from './hearing.ts'
import { served } from './performance.ts'
import { notOnTheSpot, punishedEarlier, tooMuchOnTheSpot } from './refusals.ts'
import { officers, step } from './step.ts'

const ON_THE_SPOT = ['警告', '罚款']

const decideOnTheSpot = step(
  {
    ...officers,
    violation: wordsMember('违法行为类型'),
    facts: wordsMember('确凿的违法事实'),
    penaltyBasis: wordsMember('处罚依据'),
    kinds: Type.Array(wordsMember('警告、罚款'), { minItems: 1 }),
    fineYuan: yuanMember('罚款'),
    actEndedOn: dayMember('违法行为终了之日'),
    statement: wordsMember('当事人的陈述、申辩，或者其放弃'),
  },
  {
    stages: ['none'],
    once: 'CaseDecided',
    done: ({ decision }) => decision?.procedure === '简易程序',
    under: provisions.summary,
    needsParty: true,
    decide: (asked, _, { facts: { party, penalties }, authority }) => {
      const { caseId: __, on, statement, ...found } = asked
      const { uscc, violation, kinds, fineYuan, actEndedOn } = asked
      const under = provisionOn(on, provisions.summary)
      if (!party.known) return notRegistered({ uscc }, under)
      if (!isCivilDate(actEndedOn) || actEndedOn > on) return punishedEarlier({ on, actEndedOn })
      if (kinds.some((kind) => !ON_THE_SPOT.includes(kind)) || kinds.includes('罚款') !== fineYuan > 0)
        return notOnTheSpot({}, under)
      const subject = subjectWord(party.typeCode)
      const { result } = ask('penalty.summary_allowed', { subject, fine: fineYuan, on }, on)
      if (result.summary_procedure_allowed !== true) return tooMuchOnTheSpot({ fineYuan }, under)
      const fined = finedBefore({ on, fineYuan, sameActAs: null }, violation, actEndedOn, penalties)
      if (fined !== undefined) return fined
      const lead = { uscc, authority, source: '监督检查', sourceRef: null, violation, receivedOn: on, clocks: [] }
      const unweighed = { benchmark: null, band: null, heavier: false, factors: [], departure: null }
      const decided = {
        ...{ decision: '', procedure: '简易程序', decidedOn: on, ...found, confiscatedYuan: 0, restrictionYears: 0 },
        ...{ ...unweighed, seriousArticle: null, clocks: [], stops: [] },
      }
      return [
        happened('CaseOpened', on, lead, provisions.summary),
        happened('StatementHeard', on, { statement, adopted: false, answer: '', stops: [] }, provisions.statement),
        {
          ...happened('CaseDecided', on, decided, provisions.summary),
          numbered: seriesOf(authority, '当罚', on),
        },
        served(authority, on, { way: '当场交付', receiptSha256: null, late: false }),
      ]
    },
  },
)

/** 简易程序 */
export const summary = { DecideOnTheSpot: decideOnTheSpot }
