/** The highest standing rank is below this. */
export const RANKS = 2 ** 31

export type Order = 'closeness' | 'standing'

/** Where a page ended: in which reading, and after which row of its order, once it has one. */
export interface Place {
  readonly reading: number
  readonly after?: { readonly order: Order; readonly at: readonly [number, number, string] }
}

export const cursorOf = ({ reading, after }: Place): string =>
  Buffer.from(JSON.stringify([reading, ...(after === undefined ? [] : [after.order, ...after.at])])).toString(
    'base64url',
  )

/** Undefined for what isn't a cursor. */
export const placeOf = (cursor: string): Place | undefined => {
  try {
    const [reading, order, a, b, key, ...rest] = JSON.parse(Buffer.from(cursor, 'base64url').toString()) as unknown[]
    if (!Number.isSafeInteger(reading) || rest.length > 0) return undefined
    if (order === undefined) return { reading: reading as number }
    if (order !== 'closeness' && order !== 'standing') return undefined
    // What doesn't fit the columns would be an error of the database.
    if (![a, b].every((part) => Number.isInteger(part) && Math.abs(part as number) < RANKS)) return undefined
    if (typeof key !== 'string' || key.includes('\0')) return undefined
    return { reading: reading as number, after: { order, at: [a as number, b as number, key] } }
  } catch {
    return undefined
  }
}
