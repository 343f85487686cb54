import { dayNumber, isCivilDate } from '@mingjian/codes'

const OIDS = { text: 25, int4: 23, int8: 20, bytea: 17, date: 1082 } as const
type Element = keyof typeof OIDS
type Cell = string | number | Uint8Array | null

const FIRST_DAY = dayNumber('2000-01-01')
/** Days since 2000-01-01, as Postgres counts. Throws for a date that the calendar lacks: it would be stored as another. */
export const dayOf = (date: string): number => {
  if (!isCivilDate(date)) throw new RangeError(`${date} is no date`)
  return dayNumber(date) - FIRST_DAY
}

// Arrays are built in one buffer and copied out at their real size: each text reserves its longest encoding.
let scratch = Buffer.allocUnsafeSlow(1 << 16)

const roomFor = (values: readonly Cell[]): number => {
  let room = 20 + 12 * values.length
  // A UTF-16 unit takes at most three bytes.
  for (const value of values)
    if (typeof value === 'string') room += 3 * value.length
    else if (value instanceof Uint8Array) room += value.length
  return room
}

/**
 * An array parameter in the binary format: thousands of rows travel as one parameter a column, without quoting or hex.
 * A `bytea` is given as bytes or as a latin1 string.
 */
export const arrayOf = (element: Element, values: readonly Cell[]): Buffer => {
  const room = roomFor(values)
  if (scratch.length < room) scratch = Buffer.allocUnsafeSlow(2 * room)
  const bytes = scratch
  bytes.writeInt32BE(values.length === 0 ? 0 : 1, 0)
  bytes.writeInt32BE(1, 4)
  bytes.writeInt32BE(OIDS[element], 8)
  if (values.length === 0) return Buffer.from(bytes.subarray(0, 12))
  bytes.writeInt32BE(values.length, 12)
  bytes.writeInt32BE(1, 16)
  let at = 20
  let before: Cell = null
  let beforeAt = 0
  for (const value of values) {
    if (value === null) {
      at = bytes.writeInt32BE(-1, at)
      continue
    }
    // Actor, authority and basis mostly repeat from one event to the next.
    if (value === before) {
      bytes.copyWithin(at, beforeAt, beforeAt + 4 + bytes.readInt32BE(beforeAt))
      at += 4 + bytes.readInt32BE(at)
      continue
    }
    before = value
    beforeAt = at
    let size: number
    if (element === 'text') size = bytes.write(value as string, at + 4)
    else if (element === 'bytea' && typeof value === 'string') size = bytes.write(value, at + 4, 'latin1')
    else if (element === 'bytea') {
      bytes.set(value as Uint8Array, at + 4)
      size = (value as Uint8Array).length
    } else if (element === 'int8') size = bytes.writeBigInt64BE(BigInt(value as number), at + 4) - at - 4
    else size = bytes.writeInt32BE(element === 'date' ? dayOf(value as string) : (value as number), at + 4) - at - 4
    bytes.writeInt32BE(size, at)
    at += 4 + size
  }
  return Buffer.from(bytes.subarray(0, at))
}
