import { readingsAt } from './pinyin.ts'
import { FIRST, type IndexedNames, LAST, type SearchLine } from './port.ts'
import { type Folded, fold, rootStart } from './spelling.ts'

/** A name as it is written and as it sounds. */
export interface Analysed {
  readonly folded: Folded
  readonly root: number
  /** For each character its readings; none for punctuation. */
  readonly readings: readonly (readonly string[])[]
}

export const analyse = (name: string): Analysed => {
  const folded = fold(name)
  const root = rootStart(folded.characters)
  return { folded, root, readings: folded.characters.map((_, index) => readingsAt(folded.characters, index, root)) }
}

/** A name with more ways to be read is searched by so many of them. */
const MOST_WAYS = 8

/** Every way to read a name as a whole; a character that isn't read is ''. */
const waysToRead = ({ readings }: Analysed): readonly (readonly string[])[] => {
  let ways = [readings.map((all) => all[0] ?? '')]
  readings.forEach((all, index) => {
    if (all.length > 1 && ways.length * all.length <= MOST_WAYS)
      ways = all.flatMap((one) => ways.map((way) => way.with(index, one)))
  })
  return ways
}

/** A line of text and where each character of the name begins in it, in UTF-16 units. */
interface Line {
  readonly text: string
  readonly starts: readonly number[]
}

const lineOf = (parts: readonly string[], end: string): Line => {
  let text = ''
  const starts: number[] = []
  for (const part of parts) {
    starts.push(text.length)
    text += part
  }
  return { text: text + end, starts }
}

// Upper case and separators keep sounds apart from written Latin letters, and initials from sounds.
const SOUND = '|'
const INITIAL = '/'
const sound = (syllable: string): string => (syllable === '' ? '' : SOUND + syllable.toUpperCase())
const initial = (syllable: string): string => (syllable === '' ? '' : INITIAL + syllable.charAt(0).toUpperCase())

/** The lines of a name: `包头泰吉`, `|BAO|TOU|TAI|JI|` for each way to read it, `/B/T/T/J` for each way that begins differently. */
export const linesOf = (name: Analysed, line: SearchLine): readonly Line[] => {
  if (line === 'written') return [lineOf(name.folded.characters, '')]
  const ways = waysToRead(name)
  if (line === 'sound') return ways.map((way) => lineOf(way.map(sound), SOUND))
  const all = ways.map((way) => lineOf(way.map(initial), ''))
  return all.filter(({ text }, index) => all.findIndex((other) => other.text === text) === index)
}

/** Names as an index of units takes them, each from a place in it: every line of a name for each way to read it. */
export const indexedNames = (names: readonly Analysed[], from: (name: Analysed) => number = () => 0): IndexedNames => {
  const lines: Record<SearchLine, string[]> = { written: [], sound: [], initials: [] }
  for (const name of names) {
    const [written, ...ways] = [name.folded.characters, ...waysToRead(name)].map((units) =>
      units.slice(from(name)).filter((unit) => unit !== ''),
    )
    const add = (line: SearchLine, units: readonly string[]): void => {
      lines[line].push([FIRST, ...units, LAST].join(' '))
    }
    add('written', written ?? [])
    for (const way of ways) add('sound', way)
    for (const way of ways)
      add(
        'initials',
        way.map((syllable) => syllable.charAt(0)),
      )
  }
  return { ...lines, initials: [...new Set(lines.initials)] }
}

/** The searched text of a row: the lines of the name, and after the mark those of its old names. */
export interface SearchedText {
  readonly text: string
  /** How many characters stand before the mark. */
  readonly current: number
  /** Where the root of the name begins in its first line of each kind, as the number of characters before it. */
  readonly roots: Readonly<Record<SearchLine, number>>
}

const OLD = '<'
const LINES: readonly SearchLine[] = ['written', 'sound', 'initials']
const lengthOf = (text: string): number => [...text].length

export const searchedText = (name: Analysed, oldNames: readonly Analysed[]): SearchedText => {
  const roots = { written: 0, sound: 0, initials: 0 }
  let text = ''
  for (const kind of LINES) {
    for (const [number, line] of linesOf(name, kind).entries()) {
      if (number === 0) roots[kind] = lengthOf(text) + lengthOf(line.text.slice(0, line.starts[name.root]))
      text += `${line.text}\n`
    }
  }
  const old = oldNames.flatMap((one) => LINES.flatMap((kind) => linesOf(one, kind)))
  return { text: [text + OLD, ...old.map((line) => line.text)].join('\n'), current: lengthOf(text), roots }
}

const SYNTAX = /[\\^$.*+?()[\]{}|]/g
const escaped = (text: string): string => text.replace(SYNTAX, '\\$&')

/** Characters in a row; `undefined` stands for any one. */
export const writtenPattern = (characters: readonly (string | undefined)[]): string =>
  characters.map((character) => (character === undefined ? '[^\\n]' : escaped(character))).join('')

/** Syllables in a row as they stand in a line. */
export const soundsOf = (syllables: readonly string[]): string => lineOf(syllables.map(sound), SOUND).text
/** Initials in a row as they stand in a line. */
export const initialsOf = (letters: readonly string[]): string => lineOf(letters.map(initial), '').text

/** Any one of these texts. */
export const anyOf = (texts: readonly string[]): string => texts.map(escaped).join('|')
