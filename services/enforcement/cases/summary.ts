import { dayMember, isCivilDate, wordsMember, yuanMember } from '@mingjian/codes'
import { type NewEvent, refused, seriesOf } from '@mingjian/kernel'
import Type from 'typebox'
import { ask } from '../law/ask.ts'
import { basisOn, provisionOn, provisions } from '../law/case.ts'
import { type Outcome, officers } from '../step.ts'
import { type Act, act } from './act.ts'
import { finedBefore } from './before-decision.ts'
import { subjectWord } from './hearing.ts'
import { served } from './performance.ts'

const ON_THE_SPOT = ['警告', '罚款']

const decideOnTheSpot = act(
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
    under: provisions.summary,
    needsParty: true,
    decide: (asked, _, { facts: { party, penalties }, authority }): Outcome => {
      const { on, uscc, violation, facts, penaltyBasis, kinds, fineYuan, actEndedOn } = asked
      const under = provisionOn(on, provisions.summary)
      if (!party.known) return refused('unknown-enterprise', `${uscc} is not registered here.`, under)
      if (!isCivilDate(actEndedOn) || actEndedOn > on)
        return refused('no-such-day', `What is punished on ${on} did not end on ${actEndedOn}.`)
      if (kinds.some((kind) => !ON_THE_SPOT.includes(kind)) || kinds.includes('罚款') !== fineYuan > 0)
        return refused('not-on-the-spot', 'On the spot there are warnings and small fines alone.', under)
      const { result } = ask(
        'penalty.summary_allowed',
        { subject: subjectWord(party.typeCode), fine: fineYuan, on },
        on,
      )
      if (result.summary_procedure_allowed !== true)
        return refused('not-on-the-spot', `${fineYuan} yuan are too much to be fined on the spot.`, under)
      const fined = finedBefore({ on, fineYuan, sameActAs: null }, violation, actEndedOn, penalties)
      if (fined !== undefined) return fined
      const decided: NewEvent = {
        type: 'CaseDecided',
        data: {
          decision: '',
          uscc,
          procedure: '简易程序',
          violation,
          facts,
          penaltyBasis,
          kinds,
          fineYuan,
          confiscatedYuan: 0,
          restrictionYears: 0,
          benchmark: null,
          band: null,
          heavier: false,
          factors: [],
          departure: null,
          actEndedOn,
          decidedOn: on,
          officers: asked.officers,
          seriousArticle: null,
          clocks: [],
          stops: [],
        },
        effectiveOn: on,
        basis: basisOn(on, provisions.summary),
        numbered: seriesOf(authority, '当罚', on),
      }
      return [
        {
          type: 'CaseOpened',
          data: { uscc, authority, source: '监督检查', sourceRef: null, violation, receivedOn: on, clocks: [] },
          effectiveOn: on,
          basis: basisOn(on, provisions.summary),
        },
        {
          type: 'StatementHeard',
          data: { statement: asked.statement, adopted: false, answer: '', stops: [] },
          effectiveOn: on,
          basis: basisOn(on, provisions.statement),
        },
        decided,
        served(authority, on, { way: '当场交付', receiptSha256: null, late: false }),
      ]
    },
  },
)

/** 简易程序 */
export const summary = { DecideOnTheSpot: decideOnTheSpot } satisfies Readonly<Record<string, Act>>
