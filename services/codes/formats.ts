import Type from 'typebox'
import { Set as setFormat } from 'typebox/format'
import { isCivilDate, isInstant } from './civil-date.ts'

// A date in a command is a day that the calendar has: the pattern of its digits alone would let 2026-02-30 into the record.
setFormat('date', isCivilDate)
setFormat('civil-minute', (text) => isCivilDate(text.slice(0, 10)) && /^T([01]\d|2[0-3]):[0-5]\d$/.test(text.slice(10)))
setFormat('utc-instant', isInstant)

/** A member that holds a day. */
export const dayMember = (description = 'a day') =>
  Type.String({ format: 'date', description: `${description}, YYYY-MM-DD` })

/** A member that holds a time of day in Asia/Shanghai. */
export const minuteMember = (description: string) =>
  Type.String({ format: 'civil-minute', description: `${description}, YYYY-MM-DDTHH:MM` })

/** A member that holds an instant of RFC 3339 in UTC. */
export const instantMember = (description: string) =>
  Type.String({ format: 'utc-instant', description: `${description}, RFC 3339 in UTC` })
