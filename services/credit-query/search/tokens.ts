import { SYLLABLES } from './pinyin.ts'
import type { EnterpriseFilters } from './port.ts'

/** What a token stands for. The numbers are part of the stored tokens: a change needs a new version of the read model. */
const KIND = {
  pair: 1,
  gap: 2,
  syllables: 3,
  initials: 4,
  state: 5,
  district: 6,
  industry: 7,
  type: 8,
  list: 9,
} as const

const mix = (hash: number, part: number): number => {
  let mixed = Math.imul(hash ^ part, 0x85ebca6b)
  mixed ^= mixed >>> 13
  mixed = Math.imul(mixed, 0xc2b2ae35)
  return mixed ^ (mixed >>> 16)
}

/** A token is a hash of 32 bits: four bytes in the row and in the index. Two may coincide, so a match is always checked on the text. */
const token = (kind: number, a: number, b = 0, c = 0): number => mix(mix(mix(mix(0x9e3779b1, kind), a), b), c)

const hashText = (text: string): number => {
  let hash = 0x811c9dc5
  for (let index = 0; index < text.length; index += 1) hash = Math.imul(hash ^ text.charCodeAt(index), 0x01000193)
  return mix(hash, text.length)
}

const code = (character: string | undefined): number => character?.codePointAt(0) ?? 0
const END = '$'

/** Two neighbouring characters. */
export const pair = (a: string, b: string): number => token(KIND.pair, code(a), code(b))
/** Two characters with any one between. */
export const gap = (a: string, b: string): number => token(KIND.gap, code(a), code(b))
/** Two neighbouring syllables; the last of a name stands before the end. */
export const syllables = (a: string, b = END): number => token(KIND.syllables, hashText(a), hashText(b))
/** Three neighbouring initials; the last two of a name stand before the end. */
export const initials = (a: string, b: string, c = END): number => token(KIND.initials, code(a), code(b), code(c))

const INITIALS = [...'abcdefghijklmnopqrstuvwxyz0123456789?']
const FOLLOWING = [...new Set([...SYLLABLES, ...INITIALS])]
/** All tokens of pairs that begin with this syllable. */
export const beginningWith = (syllable: string): readonly number[] => [
  ...FOLLOWING.map((next) => syllables(syllable, next)),
  syllables(syllable),
]
/** All tokens of three initials that begin with these two. */
export const beginningWithInitials = (a: string, b: string): readonly number[] => [
  ...INITIALS.map((next) => initials(a, b, next)),
  initials(a, b),
]

/** The tokens of one name: of its folded characters, and of its readings (several where a character has several, none for punctuation). */
export const nameTokens = (
  characters: readonly string[],
  readings: readonly (readonly string[])[],
  into: Set<number>,
): void => {
  characters.forEach((character, index) => {
    const next = characters[index + 1]
    const afterNext = characters[index + 2]
    if (next !== undefined) into.add(pair(character, next))
    if (afterNext !== undefined) into.add(gap(character, afterNext))
  })
  const read = readings.filter(({ length }) => length > 0)
  read.forEach((here, index) => {
    const next = read[index + 1] ?? [END]
    const afterNext = read[index + 2] ?? [END]
    for (const a of here) {
      for (const b of next) {
        into.add(syllables(a, b))
        if (b === END) continue
        for (const c of afterNext) into.add(initials(a, b, c))
      }
    }
  })
}

export interface Facets {
  readonly state: string
  readonly district: string
  readonly industrySection: string
  readonly industry: string
  readonly typeCode: string
  readonly lists: readonly string[]
}

export const facetTokens = (facets: Facets, into: Set<number>): void => {
  into.add(token(KIND.state, hashText(facets.state)))
  into.add(token(KIND.district, hashText(facets.district)))
  into.add(token(KIND.type, hashText(facets.typeCode)))
  into.add(token(KIND.industry, hashText(facets.industrySection)))
  for (let length = 2; length <= facets.industry.length; length += 1)
    into.add(token(KIND.industry, hashText(facets.industry.slice(0, length))))
  for (const list of facets.lists) into.add(token(KIND.list, hashText(list)))
}

export const filterTokens = ({ state, district, industry, type, list }: EnterpriseFilters): readonly number[] =>
  (
    [
      [KIND.state, state],
      [KIND.district, district],
      [KIND.industry, industry],
      [KIND.type, type],
      [KIND.list, list],
    ] as const
  ).flatMap(([kind, value]) => (value === undefined ? [] : [token(kind, hashText(value))]))

/** A place in the register's standing order, from 0 to 2^31 - 1: it follows from the code, and says nothing about the enterprise. */
export const rankOf = (uscc: string): number => hashText(uscc) >>> 1
