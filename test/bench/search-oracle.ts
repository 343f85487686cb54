import { partsOf } from '@mingjian/credit-query/search/spelling'
import { analyse } from '@mingjian/credit-query/search/text'

/**
 * Whether a part of a text differs from the word by one character at most (other, more, less, or two neighbours exchanged): the distance of the
 * word to every part at once, column by column.
 */
export const isNear = (word: string, text: string): boolean => {
  const [w, t] = [[...word], [...text]]
  let before: readonly number[] = []
  let column: readonly number[] = [0, ...w.map((_, row) => row + 1)]
  if ((column[w.length] ?? 0) <= 1) return true
  for (const [at, character] of t.entries()) {
    const next = [0]
    for (const [row, wanted] of w.entries()) {
      const exchanged =
        row > 0 && at > 0 && wanted === t[at - 1] && w[row - 1] === character ? (before[row - 1] ?? 9) + 1 : 9
      next.push(
        Math.min(
          (column[row] ?? 9) + (wanted === character ? 0 : 1),
          (next[row] ?? 9) + 1,
          (column[row + 1] ?? 9) + 1,
          exchanged,
        ),
      )
    }
    ;[before, column] = [column, next]
    if ((column[w.length] ?? 9) <= 1) return true
  }
  return false
}

/** Whether letters are the full syllables, or the initials, of characters in a row of the name. */
export const isSounded = (letters: string, name: string): boolean => {
  const readings = analyse(name).readings.filter((all) => all.length > 0)
  const syllablesFrom = (rest: string, at: number): boolean =>
    rest === '' ||
    (readings[at] ?? []).some((one) => rest.startsWith(one) && syllablesFrom(rest.slice(one.length), at + 1))
  const initialsFrom = (rest: string, at: number): boolean =>
    rest === '' ||
    ((readings[at] ?? []).some((one) => rest.startsWith(one.charAt(0))) && initialsFrom(rest.slice(1), at + 1))
  return readings.some((_, at) => syllablesFrom(letters, at) || initialsFrom(letters, at))
}

/** Whether a name has the place, the root and the form of a word, with anything between. */
export const isAbbreviated = (word: string, name: string): boolean => {
  const { place, core, form } = partsOf([...word])
  return place.length + form.length > 0 && [place, core, form].every((part) => name.includes(part.join('')))
}
