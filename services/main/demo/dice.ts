/** A whole number from 0 up to, not including, the bound. */
export type Roll = (below: number) => number

/** The rolls of one record, by its kind and index: the same record rolls the same for ever. The generator is mulberry32. */
export const rollsOf = (kind: number, index: number): Roll => {
  let state = (Math.imul(index, 0x9e3779b9) ^ Math.imul(kind, 0x85ebca6b)) | 0
  return (below) => {
    state = (state + 0x6d2b79f5) | 0
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return Math.floor((((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32) * below)
  }
}

export const oneOf = <T>(roll: Roll, list: readonly T[]): T => {
  const found = list[roll(list.length)]
  if (found === undefined) throw new RangeError('There is nothing to choose from.')
  return found
}

/** A list from which `oneOf` takes each item with its share. */
export const spread = <T>(items: readonly T[], shareOf: (item: T) => number): readonly T[] =>
  items.flatMap((item) => Array.from({ length: shareOf(item) }, () => item))

/** Another number of so many bits for each number of so many bits (up to 32): neighbours end far apart. */
export const scatter = (n: number, bits: number): number => {
  const mask = 2 ** bits - 1
  const half = bits >>> 1
  let mixed = Math.imul(n, 0x9e3779b1) & mask
  mixed ^= mixed >>> half
  mixed = Math.imul(mixed, 0x85ebca6b) & mask
  return mixed ^ (mixed >>> half)
}
