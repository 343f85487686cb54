import places from '../data/places.json' with { type: 'json' }

/** A name as it is compared: width, case, brackets and blanks make no difference. Each character has its offsets in the original, the end excluded. */
export interface Folded {
  readonly characters: readonly string[]
  readonly from: readonly number[]
  readonly to: readonly number[]
}

const foldedCharacters = new Map<string, string>()

const foldCharacter = (character: string): string => {
  const known = foldedCharacters.get(character)
  if (known !== undefined) return known
  const compatible = character.normalize('NFKC').toLowerCase()
  const one = [...compatible].length === 1 ? compatible : character
  const folded = /[\s\p{C}]/u.test(one)
    ? ''
    : one
        .replace(/[【[〔]/, '(')
        .replace(/[】\]〕]/, ')')
        .replace(/[•・‧]/, '·')
  foldedCharacters.set(character, folded)
  return folded
}

export const fold = (text: string): Folded => {
  const characters: string[] = []
  const from: number[] = []
  const to: number[] = []
  let offset = 0
  for (const character of text) {
    const folded = foldCharacter(character)
    if (folded !== '') {
      characters.push(folded)
      from.push(offset)
      to.push(offset + character.length)
    }
    offset += character.length
  }
  return { characters, from, to }
}

export const isHan = (character: string): boolean => /\p{Script=Han}/u.test(character)

/** The places by their first character, longest first. */
const PLACES: ReadonlyMap<string, readonly string[]> = Map.groupBy(
  places.toSorted((a, b) => b.length - a.length),
  (place) => place.slice(0, 1),
)
const SHORTEST_ROOT = 2

/**
 * Where the root 字号 of a folded name begins, in characters: 3 for 包头市泰吉商贸有限公司. After the first place, which may be short (包头),
 * only a full one is taken for a place (昆都仑区): 中山 of 包头市中山商贸 is a root.
 */
export const rootStart = (characters: readonly string[]): number => {
  const name = characters.join('')
  let start = 0
  for (;;) {
    const place = PLACES.get(name.charAt(start))?.find(
      (one) =>
        name.startsWith(one, start) &&
        start + one.length + SHORTEST_ROOT <= characters.length &&
        (start === 0 || /[市区县旗盟州]$/.test(one)),
    )
    if (place === undefined) return start
    start += place.length
  }
}
