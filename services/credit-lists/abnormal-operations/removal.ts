import { formOf } from '@mingjian/codes'
import { decidedOtherwise, isStaff } from '@mingjian/kernel'
import { encodeCitation } from '@mingjian/law'
import Type from 'typebox'
import { delistingBasis } from '../law.ts'
import { notYet } from '../refusals.ts'
import { CURES, cured, delisted } from './events.ts'
import { act, ground, on, reason, uscc } from './members.ts'
import { beforeTheListing, noCure, notCured, notListed, yearsNotCured } from './refusals.ts'
import { type Entry, inForce, isRemovable } from './state.ts'

/** 移出 or 恢复: with `years`, the entries of those report years alone; without, everything on the ground. Its cure is on record. */
const delist = act(
  { uscc, ground, years: Type.Optional(Type.Array(Type.Integer())), on, reason },
  {
    decide: (asked, state, context) => {
      const { today, facts } = context
      const [provision] = delistingBasis(formOf(facts.typeCode), asked.ground, asked.on).map(encodeCitation)
      const named = ({ ground, year }: Entry): boolean =>
        ground === asked.ground && (asked.years === undefined || (year !== null && asked.years.includes(year)))
      const entries = inForce(state).filter(named)
      if (entries.length === 0) {
        const ended = state.entries.filter(named).flatMap((entry) => entry.ended ?? [])
        const last = ended.at(-1)
        const same = ended.some((end) => !end.rescinded && end.on === asked.on && end.reason === asked.reason)
        return last === undefined || same || !isStaff(context) ? [] : decidedOtherwise({ on: last.on }, provision)
      }
      if (asked.on > today) return notYet({ on: asked.on })
      const later = entries.find(({ listedOn }) => asked.on < listedOn)
      if (later !== undefined) return beforeTheListing({ listedOn: later.listedOn }, provision)
      const standing = entries.filter((entry) => !isRemovable(entry, facts, asked.on))
      if (standing.length > 0) {
        const years = standing.flatMap(({ year }) => year ?? [])
        return years.length === 0 ? notCured({}, provision) : yearsNotCured({ years: years.join('、') }, provision)
      }
      return [delisted(asked, entries, asked.reason, facts, true)]
    },
  },
)

/** 查实: what was published is corrected, the address is changed in the register, or contact is restored (第十三条、第十四条). */
const verify = act(
  {
    uscc,
    ground: Type.Enum(['false_information', 'uncontactable'], { description: 'a ground whose cure is verified 查实' }),
    cure: Type.Enum([...CURES]),
    on,
  },
  {
    decide: (asked, state, context) => {
      const { today, facts } = context
      const [provision] = delistingBasis(formOf(facts.typeCode), asked.ground, asked.on).map(encodeCitation)
      const entry = inForce(state, asked.ground).at(-1)
      if (entry === undefined) return notListed({ uscc: asked.uscc }, provision)
      if ((asked.cure === 'information_corrected') !== (asked.ground === 'false_information'))
        return noCure({}, provision)
      const { verifiedOn, cure, listedOn } = entry
      if (verifiedOn !== null) {
        const same = verifiedOn === asked.on && cure === asked.cure
        return same || !isStaff(context) ? [] : decidedOtherwise({ on: verifiedOn }, provision)
      }
      if (asked.on > today) return notYet({ on: asked.on })
      if (asked.on < listedOn) return beforeTheListing({ listedOn }, provision)
      return [cured(asked, asked.cure, facts)]
    },
  },
)

/** The registered address has changed: a cure of not being reached at the old one (第十四条). */
const noteAddressChange = act(
  { uscc, on },
  {
    by: 'system',
    decide: (asked, state, { facts }) =>
      inForce(state, 'uncontactable')
        .filter((entry) => entry.verifiedOn === null && entry.listedOn <= asked.on)
        .slice(0, 1)
        .map(({ ground }) => cured({ ground, on: asked.on }, 'address_changed', facts)),
  },
)

/** The subject is gone: every ground ends with it. */
const endWithSubject = act(
  { uscc, on, reason },
  {
    by: 'system',
    decide: (asked, state, { facts }) =>
      [...Map.groupBy(inForce(state), ({ ground }) => ground)].map(([ground, entries]) => {
        // An end that was learnt of late can't lie before the entry.
        const [last = asked.on] = [asked.on, ...entries.map(({ listedOn }) => listedOn)].sort().reverse()
        return delisted({ ground, on: last }, entries, asked.reason, facts, true)
      }),
  },
)

/** 查实、移出、恢复 */
export const removal = {
  DelistAbnormalOperations: delist,
  VerifyAbnormalCure: verify,
  RecordAddressChange: noteAddressChange,
  RecordSubjectEnd: endWithSubject,
}
