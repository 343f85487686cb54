import { type CivilDate, nullable } from '@mingjian/codes'
import Type from 'typebox'
import { notRegistered } from '../refusals.ts'
import { delisted, listed, rescinded } from './events.ts'
import { act, ground, on, uscc, year } from './members.ts'
import { removedBeforeListed } from './refusals.ts'
import type { Entry } from './state.ts'

const FOREVER: CivilDate = '9999-12-31'
const text = nullable(Type.String())

/** An entry that another system made, and its removal or rescission. */
const takeOver = act(
  {
    uscc,
    ground,
    on,
    year,
    reason: Type.String(),
    removedOn: text,
    removalReason: text,
    rescinded: Type.Boolean({ description: 'it was rescinded as an error, not removed' }),
  },
  {
    by: 'system',
    decide: (asked, state, { facts }) => {
      if (!facts.known) return notRegistered({ uscc: asked.uscc })
      const { removedOn } = asked
      // A year is listed once, whichever system decided it and on whichever day; so is a ground without a year for as long as it is in force.
      const meets = ({ listedOn, ended }: Entry): boolean =>
        listedOn === asked.on ||
        (removedOn !== null && ended?.on === removedOn) ||
        (asked.on < (ended?.on ?? FOREVER) && listedOn < (removedOn ?? FOREVER))
      const known = state.entries.find(
        (entry) => entry.ground === asked.ground && entry.year === asked.year && (asked.year !== null || meets(entry)),
      )
      const begun = known === undefined ? [listed(asked, asked.year, asked.reason, facts, false)] : []
      if (removedOn === null) return begun
      if (removedOn < asked.on) return removedBeforeListed({ on: asked.on, removedOn })
      if (known !== undefined && (known.ended !== null || removedOn < known.listedOn)) return []
      const why = asked.removalReason ?? ''
      const entry = known ?? { ground: asked.ground, year: asked.year, listedOn: asked.on }
      const end = asked.rescinded
        ? rescinded(entry, removedOn, why, facts, false)
        : [delisted({ ground: asked.ground, on: removedOn }, [entry], why, facts, false)]
      return [...begun, ...end]
    },
  },
)

/** 从其他系统接收的记录 */
export const history = { RecordAbnormalHistory: takeOver }
