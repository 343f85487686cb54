import { type Refusal, refused } from '@mingjian/kernel'
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

/**
 * `objects`: `USCC,stratum` of each, in any order; `strata`: all names of the plan; `key` (hexadecimal) seals the strata.
 * Refused: a line that names no object, an object twice, a stratum that isn't the plan's, a stratum or a population without objects.
 */
export const freezePopulation = (
  objects: readonly string[],
  strata: readonly string[],
  key?: string,
): Population | Refusal => {
  if (objects.length === 0) return refused('empty-population', 'nobody is eligible: widen the scope of the plan')
  const sorted = isSorted(objects) ? objects : objects.toSorted()
  const places = new Map(strata.map((name, place) => [name, place]))
  const strataOfLines = new Uint16Array(sorted.length)
  const sizes = strata.map(() => 0)
  let previous = ''
  for (let i = 0; i < sorted.length; i++) {
    const line = sorted[i] as string
    if (!isObjectLine(line)) return refused('unlawful-object', `"${line}" is not USCC,stratum`)
    if (isSameObject(line, previous))
      return refused('duplicate-object', `${usccOf(line)} is in the population twice: it may be there once`)
    const place = places.get(stratumOf(line))
    if (place === undefined) return refused('unknown-stratum', `the plan has no stratum "${stratumOf(line)}"`)
    strataOfLines[i] = place
    sizes[place] = (sizes[place] as number) + 1
    previous = line
  }
  const empty = strata[sizes.indexOf(0)]
  if (empty !== undefined)
    return refused('empty-stratum', `no object is in stratum "${empty}": leave it out of the plan`)
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
