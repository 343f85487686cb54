import { analyse } from '@mingjian/credit-query/search/text'

/** A reproducible source of numbers below a bound. */
export const diceOf = (seed: number): ((below: number) => number) => {
  let state = seed
  return (below) => {
    state = (state + 0x6d2b79f5) | 0
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state)
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)
    return Math.floor((((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296) * below)
  }
}
export type Dice = ReturnType<typeof diceOf>

export interface Searched {
  readonly uscc: string
  readonly name: string
  readonly oldName?: string
}

const oneOf = <T>(dice: Dice, from: readonly T[], otherwise: T): T => from[dice(from.length)] ?? otherwise
const partOf = (dice: Dice, name: string, length: number): string => {
  const characters = [...name]
  const start = dice(Math.max(characters.length - length, 0) + 1)
  return characters.slice(start, start + length).join('')
}

const STRANGERS = [...'犇骉淼焱垚鱻麤龘靐爨饕餮魑魅魍魉貔貅麒麟']
/** The query with one character other, more, less, or two neighbours exchanged. */
export const withTypo = (dice: Dice, query: string): string => {
  const characters = [...query]
  const at = dice(characters.length)
  const stranger = dice(2) === 0 ? oneOf(dice, STRANGERS, '犇') : (characters[dice(characters.length)] ?? '犇')
  switch (dice(4)) {
    case 0:
      return characters.with(at, stranger).join('')
    case 1:
      return characters.toSpliced(at, 0, stranger).join('')
    case 2:
      return characters.toSpliced(at, 1).join('')
    default: {
      const place = Math.min(at, characters.length - 2)
      return characters.toSpliced(place, 2, characters[place + 1] ?? '', characters[place] ?? '').join('')
    }
  }
}

const soundsOf = (dice: Dice, name: string, length: number): readonly string[] => {
  const { readings } = analyse(name)
  const read = readings.flatMap((all) => all.slice(0, 1))
  const start = dice(Math.max(read.length - length, 0) + 1)
  return read.slice(start, start + length)
}

/** The fifty most frequent pairs of characters, and every two of them that no name has both of. */
const frequentPairs = (
  names: readonly Searched[],
): { readonly pairs: readonly string[]; readonly strangers: readonly string[] } => {
  const counts = new Map<string, number>()
  const sample = names.slice(0, 20_000).map(({ name }) => name)
  for (const name of sample) {
    const characters = [...name]
    for (const [at, character] of characters.slice(0, -1).entries()) {
      const pair = character + (characters[at + 1] ?? '')
      counts.set(pair, (counts.get(pair) ?? 0) + 1)
    }
  }
  const pairs = [...counts]
    .sort(([, a], [, b]) => b - a)
    .slice(0, 50)
    .map(([pair]) => pair)
  const strangers = pairs.flatMap((a, at) =>
    pairs
      .slice(at + 1)
      .flatMap((b) => (sample.some((name) => name.includes(a) && name.includes(b)) ? [] : [`${a} ${b}`])),
  )
  return { pairs, strangers }
}

export interface QueryKind {
  readonly kind: string
  /** Milliseconds that the slowest of a hundred may take. */
  readonly limit: number
  readonly filters?: Readonly<Record<string, string>>
  readonly query: (dice: Dice) => string
}

/** What people type, by kind; each call another one. */
export const queryKinds = (names: readonly Searched[]): readonly QueryKind[] => {
  const first = names[0] ?? { uscc: '', name: '' }
  const any = (dice: Dice): string => oneOf(dice, names, first).name
  const renamed = names.filter(({ oldName }) => oldName !== undefined).slice(0, 5000)
  const { pairs, strangers } = frequentPairs(names)
  const rare = (dice: Dice): string => {
    const [a, b] = [partOf(dice, any(dice), 1), partOf(dice, any(dice), 1)]
    return a + b
  }
  return [
    { kind: 'two characters', limit: 50, query: (dice) => partOf(dice, any(dice), 2) },
    { kind: 'two, most frequent', limit: 50, query: (dice) => oneOf(dice, pairs, '') },
    { kind: 'two, rare or absent', limit: 50, query: rare },
    { kind: 'three characters', limit: 50, query: (dice) => partOf(dice, any(dice), 3) },
    { kind: 'four to six', limit: 50, query: (dice) => partOf(dice, any(dice), 4 + dice(3)) },
    { kind: 'whole name', limit: 50, query: any },
    { kind: 'whole old name', limit: 50, query: (dice) => oneOf(dice, renamed, first).oldName ?? '' },
    { kind: 'frequent pairs joined', limit: 50, query: (dice) => oneOf(dice, pairs, '') + oneOf(dice, pairs, '') },
    { kind: 'frequent pairs that never meet', limit: 50, query: (dice) => oneOf(dice, strangers, '包头 公司') },
    {
      kind: 'two characters of the serious list',
      limit: 50,
      filters: { list: 'serious' },
      query: (dice) => partOf(dice, any(dice), 2),
    },
    {
      kind: 'two characters of sole traders',
      limit: 50,
      filters: { type: '9500' },
      query: (dice) => oneOf(dice, pairs, ''),
    },
    { kind: 'syllables, two or three', limit: 50, query: (dice) => soundsOf(dice, any(dice), 2 + dice(2)).join('') },
    {
      kind: 'initials, three or four',
      limit: 50,
      query: (dice) =>
        soundsOf(dice, any(dice), 3 + dice(2))
          .map((one) => one.charAt(0))
          .join(''),
    },
    { kind: 'code', limit: 50, query: (dice) => oneOf(dice, names, first).uscc },
    { kind: 'beginning of a code', limit: 50, query: (dice) => oneOf(dice, names, first).uscc.slice(0, 6 + dice(8)) },
    { kind: 'typo in four to six', limit: 100, query: (dice) => withTypo(dice, partOf(dice, any(dice), 4 + dice(3))) },
    { kind: 'typo in a whole name', limit: 100, query: (dice) => withTypo(dice, any(dice)) },
  ]
}
