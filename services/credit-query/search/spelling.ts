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

/** How names end that say the form of an enterprise, longest first: people leave most of it out. */
const FORMS = ['股份有限公司', '有限责任公司', '专业合作社', '有限公司', '分公司', '合作社', '公司', '集团']

/**
 * What a query of one word names: its place, what tells the enterprise apart, its form, each only if it is there: 包头, 泰吉, 公司 of 包头泰吉公司.
 */
export const partsOf = (
  characters: readonly string[],
): { readonly place: readonly string[]; readonly core: readonly string[]; readonly form: readonly string[] } => {
  const start = rootStart(characters)
  const rest = characters.slice(start).join('')
  const form = FORMS.find((one) => rest.endsWith(one) && rest.length >= one.length + SHORTEST_ROOT) ?? ''
  const end = characters.length - form.length
  return { place: characters.slice(0, start), core: characters.slice(start, end), form: characters.slice(end) }
}
