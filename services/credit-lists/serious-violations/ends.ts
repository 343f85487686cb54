import { type CivilDate, formOf, nullable } from '@mingjian/codes'
import { actsOn } from '@mingjian/kernel'
import { nextWorkingDay } from '@mingjian/law'
import type { AbnormalGround } from '@mingjian/schemas'
import Type from 'typebox'
import {
  groundText,
  isHeavierDecision,
  objectionBasis,
  provinceAbove,
  REFUSAL_TO_PERFORM,
  seriousBasis,
  seriousRegime,
  THREE_YEARS,
} from '../law.ts'
import { followsFrom } from './entries.ts'
import { listed, removed, rescinded } from './events.ts'
import type { PenaltyFacts } from './facts.ts'
import { inForce, type SeriousViolations } from './state.ts'
import { named, on, uscc, words } from './step.ts'

// What follows by itself from a day, from the penalty, and from the list of abnormal operations.

const act = actsOn<SeriousViolations, PenaltyFacts>()
const later = (one: CivilDate, other: CivilDate): CivilDate => (one > other ? one : other)

/** The term is full. */
const endTerm = act(named, {
  by: 'system',
  decide: (asked, state) =>
    inForce(state)
      .filter(({ matter, termEnds }) => matter === asked.matter && asked.on > termEnds)
      .flatMap((entry) => removed(entry, 'term', asked.on)),
})

/** 办法第十九条: revoked, unlawful or invalid; or changed so that it is no heavier penalty any more. */
const fallWithPenalty = act(
  { uscc, documentNo: words, overturned: Type.Boolean(), on },
  {
    by: 'system',
    decide: ({ documentNo, overturned, ...asked }, state, { facts }) => {
      const penalty = facts.penalties.get(documentNo)
      const lighter = penalty !== undefined && !isHeavierDecision(penalty)
      const outcome = overturned ? '被撤销、确认违法或者确认无效' : '变更后不属于较重行政处罚'
      return inForce(state)
        .filter((entry) => entry.documentNo === documentNo)
        .filter(({ article }) => overturned || (lighter && article !== REFUSAL_TO_PERFORM))
        .flatMap((entry) => {
          const day = later(asked.on, entry.listedOn)
          return rescinded(entry, `据以列入的处罚决定 ${documentNo} ${outcome}`, seriousBasis('fall', day), day)
        })
    },
  },
)

/** Three years on the list of abnormal operations, while Order 83 was in force 办法（83号）第五条第一款第一项、第六条、第八条第一款. */
const listAfterThreeYears = act(
  { ...named, fullOn: on },
  {
    by: 'system',
    decide: (asked, state, { facts }) => {
      if ((state.get(asked.matter)?.entry ?? null) !== null || seriousRegime(asked.fullOn) !== 'SAIC83') return []
      const authority = provinceAbove(facts.authority, asked.on)
      const entry = { matter: asked.matter, article: THREE_YEARS, documentNo: null, authority, restrictedUntil: null }
      return [listed(entry, nextWorkingDay(asked.on), asked.fullOn)]
    },
  },
)

/** An entry that followed from the other list ends with that one: made good, or an error. */
const followAbnormalEnd = act(
  {
    uscc,
    ground: Type.Enum(Object.keys(groundText) as AbnormalGround[]),
    years: Type.Array(nullable(Type.Integer()), { description: 'null ends entries without a year' }),
    rescinded: Type.Boolean(),
    on,
  },
  {
    by: 'system',
    decide: (asked, state, { facts: { typeCode } }) =>
      inForce(state)
        .filter((entry) => followsFrom(entry, asked))
        .flatMap((entry) => {
          const day = later(asked.on, entry.listedOn)
          return asked.rescinded
            ? rescinded(entry, '据以列入的经营异常名录记录被撤销', objectionBasis(formOf(typeCode), day), day)
            : removed(entry, 'cure', day)
        }),
  },
)

/** 期满，及随处罚、经营异常名录而来的列入和移出 */
export const ends = {
  RecordSeriousTermEnd: endTerm,
  RecordPenaltyFall: fallWithPenalty,
  RecordThreeYearListing: listAfterThreeYears,
  RecordAbnormalEntryEnd: followAbnormalEnd,
}
