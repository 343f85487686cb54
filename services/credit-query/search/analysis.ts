import { normaliseUscc } from '@mingjian/codes'
import type { Range, Reading, SearchAnalysis, SearchWord } from './port.ts'
import { partsOf } from './spelling.ts'
import { initialled, isLatin, near, sounded, termsOf, type Understood, written } from './terms.ts'
import { type Analysed, analyse, linesOf } from './text.ts'
import { filterTokens } from './tokens.ts'

/** The beginning of a code: department, category and division, at least six characters. */
const CODE = /^[1-9A-HJ-NP-RT-UW-Y][1-9A-HJ-NP-RT-UW-Y][0-9]{4}[0-9A-HJ-NP-RT-UW-Y]{0,12}$/
/** Combinations of a set of tokens from each word; words that would make more are left to the text. */
const MOST_SETS = 128

const readingOfCode = (q: string): readonly Reading[] => {
  const code = normaliseUscc(q)
  return CODE.test(code) ? [{ why: 'code', code, tokens: [], words: [] }] : []
}

const combined = (sets: Understood['tokens'], more: Understood['tokens']): Understood['tokens'] =>
  sets.length * more.length > MOST_SETS ? sets : sets.flatMap((tokens) => more.map((others) => [...tokens, ...others]))

/** Longest first: it says most. */
const byLength = (words: readonly Understood[]): readonly Understood[] =>
  words.toSorted((a, b) => b.word.pattern.length - a.word.pattern.length)

/** The reading in which all these words match, the one that says most first; none when the index can't help with any of them. */
const readingOf = (why: Reading['why'], words: readonly Understood[]): readonly Reading[] => {
  const [first, ...others] = words
    .filter(({ tokens }) => tokens.length > 0)
    .toSorted((a, b) => a.tokens.length - b.tokens.length)
  if (first === undefined) return []
  const tokens = others.reduce((sets, one) => combined(sets, one.tokens), first.tokens)
  return [{ why, tokens, words: words.map(({ word }) => word) }]
}

/** 简称: a place, what tells the enterprise apart and its form, with whatever stands between them left out. */
const readingOfAbbreviation = (terms: readonly string[]): readonly Reading[] => {
  const [only, another] = terms
  if (only === undefined || another !== undefined) return []
  const { place, core, form } = partsOf([...only])
  const others = [place, form].filter(({ length }) => length > 0)
  return others.length === 0 ? [] : readingOf('name', [core, ...others].map(written))
}

const readings = (q: string): readonly Reading[] => {
  const terms = termsOf(q)
  const asWritten = (term: string): Understood => written([...term])
  const latin = terms.filter(isLatin)
  const understood = (understand: (term: string) => Understood | undefined): readonly Understood[] =>
    latin.some((term) => understand(term) !== undefined)
      ? terms.map((term) => (isLatin(term) ? understand(term) : undefined) ?? asWritten(term))
      : []
  const syllabic = latin.some((term) => sounded(term) !== undefined)
  const longest = terms.toSorted((a, b) => b.length - a.length)[0] ?? ''
  const typo = near([...longest])
  return [
    ...readingOfCode(q),
    ...readingOf('name', byLength(terms.map(asWritten))),
    ...readingOfAbbreviation(terms),
    ...readingOf('pinyin', byLength(syllabic ? understood((term) => sounded(term) ?? initialled(term)) : [])),
    ...readingOf('initials', byLength(understood(initialled))),
    ...readingOf(
      'near',
      typo === undefined ? [] : byLength(terms.map((term) => (term === longest ? typo : asWritten(term)))),
    ),
  ]
}

/** The part of a name that a word matches. */
const rangeOf = (name: Analysed, { line, pattern }: SearchWord): Range | undefined => {
  const expression = new RegExp(pattern, 'u')
  for (const { text, starts } of linesOf(name, line)) {
    const match = expression.exec(text)
    if (match === null) continue
    // A sound is matched together with the separator that begins the next.
    const end = match.index + match[0].length - (line === 'sound' ? 1 : 0)
    const covered = starts.flatMap((start, index) =>
      start >= match.index && start < end && (line === 'written' || name.readings[index]?.length !== 0) ? [index] : [],
    )
    const [from, to] = [name.folded.from[covered[0] ?? -1], name.folded.to[covered.at(-1) ?? -1]]
    if (from !== undefined && to !== undefined) return [from, to]
  }
  return undefined
}

/** Ranges in order, those that touch or overlap joined. */
const joined = (ranges: readonly Range[]): readonly Range[] => {
  const whole: Range[] = []
  for (const [from, to] of ranges.toSorted(([a], [b]) => a - b)) {
    const last = whole.at(-1)
    if (last === undefined || from > last[1]) whole.push([from, to])
    else whole.splice(-1, 1, [last[0], Math.max(last[1], to)])
  }
  return whole
}

const explain: SearchAnalysis['explain'] = ({ why, words }, name, oldNames) => {
  for (const [index, candidate] of [name, ...oldNames].entries()) {
    const analysed = analyse(candidate)
    const ranges = words.map((word) => rangeOf(analysed, word)).filter((range) => range !== undefined)
    if (ranges.length === words.length)
      return { why: index > 0 && why === 'name' ? 'old-name' : why, name: candidate, ranges: joined(ranges) }
  }
  // The words of one query may match in different names.
  return { why, name, ranges: [] }
}

/** Names of enterprises: Chinese characters with their readings, Latin letters and digits. */
export const nameAnalysis: SearchAnalysis = { readings, filterTokens, explain }
