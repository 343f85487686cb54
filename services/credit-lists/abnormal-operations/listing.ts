import { formOf } from '@mingjian/codes'
import { decidedOtherwise, isStaff } from '@mingjian/kernel'
import { encodeCitation } from '@mingjian/law'
import { groundText, listBy, listingBasis, objectionBasis } from '../law.ts'
import { notRegistered, notYet } from '../refusals.ts'
import { isEntry } from './entries.ts'
import { listed, rescinded, revocationLead } from './events.ts'
import { act, entered, ground, on, reason, uscc, year } from './members.ts'
import { beforeTheGround, beforeTheListing, listingTooLate, noGround, noSuchEntry, notLiving } from './refusals.ts'
import { type Entry, inForce } from './state.ts'

/** 列入 or 标记 (异常名录办法第六条至第九条): the ground is a fact on record, and the decision follows within ten working days of it. */
const list = act(
  { uscc, ground, on, year },
  {
    decide: (asked, state, context) => {
      const { today, facts } = context
      const [provision] = listingBasis(formOf(facts.typeCode), asked.ground, asked.on).map(encodeCitation)
      const fact = facts.grounds.findLast((one) => one.ground === asked.ground && one.year === asked.year)
      // A ground leads to one entry, and a year is listed once: what was removed for it stays removed.
      const serves = ({ ended, listedOn }: Entry): boolean =>
        asked.year !== null ||
        ended === null ||
        asked.on < ended.on ||
        (fact !== undefined && listedOn >= fact.groundOn)
      const serving = state.entries.filter(
        (entry) => entry.ground === asked.ground && entry.year === asked.year && serves(entry),
      )
      const last = serving.at(-1)
      if (last !== undefined)
        return !isStaff(context) || serving.some(({ listedOn }) => listedOn === asked.on)
          ? []
          : decidedOtherwise({ on: last.listedOn }, provision)
      if (!facts.known) return notRegistered({ uscc: asked.uscc }, provision)
      if (!facts.living) return notLiving({ uscc: asked.uscc }, provision)
      if (fact === undefined) return noGround({ uscc: asked.uscc }, provision)
      if (asked.on > today) return notYet({ on: asked.on })
      const { groundOn, detail } = fact
      if (asked.on < groundOn) return beforeTheGround({ groundOn }, provision)
      if (asked.on > listBy(groundOn)) return listingTooLate({ by: listBy(groundOn) }, provision)
      const now = [...inForce(state), { ground: asked.ground, year: asked.year, listedOn: asked.on }]
      const why = detail === '' ? groundText[asked.ground] : `${groundText[asked.ground]}（${detail}）`
      return [listed(asked, asked.year, why, facts, true), ...(state.lead ? [] : revocationLead(now, asked.on))]
    },
  },
)

/** 撤销列入: the entry was an error (第十六条). */
const rescind = act(
  { ...entered, reason },
  {
    decide: (asked, state, context) => {
      const { today, facts } = context
      const [provision] = objectionBasis(formOf(facts.typeCode), asked.on).map(encodeCitation)
      const named = (entry: Entry): boolean => isEntry(entry, asked)
      const entry = inForce(state).findLast(named) ?? state.entries.findLast(named)
      if (entry === undefined) return noSuchEntry({ uscc: asked.uscc, listedOn: asked.listedOn }, provision)
      const { ended, listedOn } = entry
      if (ended !== null) {
        const same = ended.rescinded && ended.on === asked.on && ended.reason === asked.reason
        return same || !isStaff(context) ? [] : decidedOtherwise({ on: ended.on }, provision)
      }
      if (asked.on > today) return notYet({ on: asked.on })
      if (asked.on < listedOn) return beforeTheListing({ listedOn }, provision)
      return rescinded(entry, asked.on, asked.reason, facts, true)
    },
  },
)

/** 列入、标记，及其撤销 */
export const listing = { ListAbnormalOperations: list, RescindAbnormalListing: rescind }
