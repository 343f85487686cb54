import { segmentations } from './pinyin.ts'
import type { SearchWord } from './port.ts'
import { fold, isHan } from './spelling.ts'
import { anyOf, initialsOf, soundsOf, writtenPattern } from './text.ts'
import { beginningWith, beginningWithInitials, gap, initials, pair, syllables } from './tokens.ts'

/** A word of a query and the index's part in it: a match has all tokens of one set. Without sets the index can't help. */
export interface Understood {
  readonly tokens: readonly (readonly number[])[]
  readonly word: SearchWord
}

const MOST_HINTS = 3

type Pattern = readonly (string | undefined)[]

/** Pairs, and pairs around a character that may be any. */
const patternTokens = (pattern: Pattern): readonly number[] =>
  pattern.flatMap((a, index) => {
    const [b, c] = [pattern[index + 1], pattern[index + 2]]
    if (a === undefined) return []
    if (b !== undefined) return [pair(a, b)]
    return c === undefined ? [] : [gap(a, c)]
  })

const decided = (line: SearchWord['line'], text: string, units: readonly string[]): SearchWord => ({
  line,
  hints: [text],
  pattern: anyOf([text]),
  decided: true,
  sequences: [units],
})

export const written = (characters: readonly string[]): Understood => ({
  tokens: characters.length < 2 ? [] : [patternTokens(characters)],
  word: decided('written', characters.join(''), characters),
})

const LEAST_FOR_TYPO = 3
const MOST_FOR_TYPO = 30

/** Every name part that differs from the word by one character more, less, other, or by two neighbours in the other order. */
const withOneTypo = (characters: readonly string[]): readonly Pattern[] => {
  const patterns = new Map<string, Pattern>()
  const add = (pattern: Pattern): void => {
    patterns.set(writtenPattern(pattern), pattern)
  }
  characters.forEach((character, index) => {
    const [before, after] = [characters.slice(0, index), characters.slice(index + 1)]
    const next = after[0]
    if (index > 0) add([...before, undefined, character, ...after])
    if (index > 0 && next !== undefined) add([...before, undefined, ...after])
    if (next !== undefined && next !== character) add([...before, next, character, ...after.slice(1)])
    add([...before, ...after])
  })
  return [...patterns.values()].sort((a, b) => b.length - a.length)
}

/**
 * Undefined for a word too short for a typo to be told from another word. A typo leaves one half of the word as it is, unless it exchanges the
 * two characters at its middle.
 */
export const near = (characters: readonly string[]): Understood | undefined => {
  const { length } = characters.filter(isHan)
  if (length < LEAST_FOR_TYPO || characters.length > MOST_FOR_TYPO) return undefined
  const patterns = withOneTypo(characters)
  const half = characters.length >> 1
  const exchanged = [characters.slice(0, half - 1), characters.slice(half, half + 1), characters.slice(half - 1, half)]
  return {
    tokens: patterns.map(patternTokens),
    word: {
      line: 'written',
      hints: [characters.slice(0, half), characters.slice(half), exchanged.flat()].map((part) => part.join('')),
      pattern: patterns.map(writtenPattern).join('|'),
      decided: false,
      sequences: patterns,
    },
  }
}

/** Full syllables, in the ways with the fewest; undefined for letters that aren't. */
export const sounded = (letters: string): Understood | undefined => {
  const ways = segmentations(letters).slice(0, MOST_HINTS)
  if (ways.length === 0) return undefined
  const texts = ways.map(soundsOf)
  return {
    tokens: ways.flatMap((way) => {
      const [first, ...rest] = way
      if (first === undefined) return []
      if (rest.length === 0) return beginningWith(first).map((one) => [one])
      return [rest.map((syllable, index) => syllables(way[index] ?? '', syllable))]
    }),
    word: {
      line: 'sound',
      hints: texts,
      pattern: anyOf(texts),
      decided: true,
      sequences: ways,
    },
  }
}

/** Initials of characters in a row, two at least. */
export const initialled = (letters: string): Understood | undefined => {
  const all = [...letters]
  const [a, b] = all
  if (a === undefined || b === undefined || !/^[a-z0-9]+$/.test(letters)) return undefined
  const tokens =
    all.length === 2
      ? beginningWithInitials(a, b).map((one) => [one])
      : [all.slice(2).map((c, index) => initials(all[index] ?? '', all[index + 1] ?? '', c))]
  return { tokens, word: decided('initials', initialsOf(all), all) }
}

export const isLatin = (term: string): boolean => /^[a-zü'][a-zü'0-9]*$/.test(term)
const isSyllable = (term: string): boolean => isLatin(term) && segmentations(term)[0]?.length === 1

const MOST_TERMS = 6
const MOST_CHARACTERS = 60

/** The words of a query, folded. Single syllables that follow one another are one word: `tai ji` is `taiji`, read so. */
export const termsOf = (q: string): readonly string[] => {
  const words = [...q]
    .slice(0, MOST_CHARACTERS)
    .join('')
    .split(/[\s,，、;；]+/)
    .map((word) => fold(word).characters.join(''))
    .filter((word) => word !== '')
  const terms: string[] = []
  words.forEach((word, index) => {
    const last = terms.at(-1)
    const previous = words[index - 1]
    if (last !== undefined && previous !== undefined && isSyllable(word) && isSyllable(previous))
      terms.splice(-1, 1, `${last}'${word}`)
    else terms.push(word)
  })
  return terms.slice(0, MOST_TERMS)
}
