import { type Refusal, refusal } from '@mingjian/kernel'
import { merkleRoot } from '@mingjian/proofs'
import { sealStrata } from './sealed.ts'
import { USCC_LENGTH } from './tickets.ts'

/** Who may be drawn, frozen in the order of the codes (draw protocol 1 §2). */
export interface Population {
  /** Leaf texts: `USCC,stratum`, in a sealed plan `USCC,c`. */
  readonly lines: readonly string[]
  /** Merkle root over the lines, hexadecimal. */
  readonly root: string
  readonly strata: readonly string[]
  /** Place in `strata` of each line's stratum. */
  readonly stratumOf: Uint16Array
  /** Objects in each of `strata`. */
  readonly sizes: readonly number[]
}

export const lineOf = (uscc: string, stratum: string): string => `${uscc},${stratum}`
export const usccOf = (line: string): string => line.slice(0, USCC_LENGTH)
export const stratumOf = (line: string): string => line.slice(USCC_LENGTH + 1)

const isDigitOrCapital = (code: number): boolean => (code >= 48 && code <= 57) || (code >= 65 && code <= 90)

/** 18 characters, upper case, and a stratum; whether the code is lawful was decided when the enterprise was registered. */
export const isObjectLine = (line: string): boolean => {
  for (let i = 0; i < USCC_LENGTH; i++) if (!isDigitOrCapital(line.charCodeAt(i))) return false
  return line.charCodeAt(USCC_LENGTH) === COMMA && line.length > USCC_LENGTH + 1
}
const COMMA = 44

const nobody = refusal('empty-population', {
  zh: '没有可以抽取的对象：请扩大计划的范围。',
  en: 'nobody is eligible: widen the scope of the plan',
})
const notALine = refusal('unlawful-object', {
  zh: '“{line}”不是“统一社会信用代码,分层”。',
  en: '"{line}" is not USCC,stratum',
})
const objectTwice = refusal('duplicate-object', {
  zh: '{uscc}在抽查对象中出现两次，只能出现一次。',
  en: '{uscc} is in the population twice: it may be there once',
})
const noSuchStratum = refusal('unknown-stratum', {
  zh: '计划没有分层“{stratum}”。',
  en: 'the plan has no stratum "{stratum}"',
})
const emptyStratum = refusal('empty-stratum', {
  zh: '分层“{stratum}”没有对象：请从计划中删去。',
  en: 'no object is in stratum "{stratum}": leave it out of the plan',
})

/**
 * `objects`: `USCC,stratum` of each, in any order; `strata`: all names of the plan; `key` (hexadecimal) seals the strata.
 * Refused: a line that names no object, an object twice, a stratum that isn't the plan's, a stratum or a population without objects.
 */
export const freezePopulation = (
  objects: readonly string[],
  strata: readonly string[],
  key?: string,
): Population | Refusal => {
  if (objects.length === 0) return nobody({})
  const sorted = isSorted(objects) ? objects : objects.toSorted()
  const places = new Map(strata.map((name, place) => [name, place]))
  const strataOfLines = new Uint16Array(sorted.length)
  const sizes = strata.map(() => 0)
  let previous = ''
  for (let i = 0; i < sorted.length; i++) {
    const line = sorted[i] as string
    if (!isObjectLine(line)) return notALine({ line })
    if (isSameObject(line, previous)) return objectTwice({ uscc: usccOf(line) })
    const place = places.get(stratumOf(line))
    if (place === undefined) return noSuchStratum({ stratum: stratumOf(line) })
    strataOfLines[i] = place
    sizes[place] = (sizes[place] as number) + 1
    previous = line
  }
  const empty = strata[sizes.indexOf(0)]
  if (empty !== undefined) return emptyStratum({ stratum: empty })
  const lines = key === undefined ? sorted : sealStrata(key, sorted)
  return { lines, root: merkleRoot(lines).toHex(), strata, stratumOf: strataOfLines, sizes }
}

/** Byte order and the order of code units are the same here: the codes are ASCII, and decide. */
const isSorted = (lines: readonly string[]): boolean => {
  for (let i = 1; i < lines.length; i++) if ((lines[i - 1] as string) > (lines[i] as string)) return false
  return true
}

/** From the end, because neighbours of a sorted list agree in front. */
const isSameObject = (line: string, other: string): boolean => {
  for (let i = USCC_LENGTH - 1; i >= 0; i--) if (line.charCodeAt(i) !== other.charCodeAt(i)) return false
  return true
}
