/** A unified social credit code 统一社会信用代码 of 18 characters, as GB 32100-2015 writes it. */
export type Uscc = string

/** The faults of a code, in the order of their report; `uscc-subject` contradicts a right check character, so callers may treat it as a warning. */
export type UsccFault = 'uscc-length' | 'uscc-alphabet' | 'uscc-check' | 'uscc-subject'

const ALPHABET = '0123456789ABCDEFGHJKLMNPQRTUWXY'
/** The shape of a code in a JSON schema; `usccFault` checks its characters. */
export const USCC_PATTERN = `^[${ALPHABET}]{18}$`
const USCC_SHAPE = new RegExp(USCC_PATTERN)
export const isUsccShaped = (text: string): boolean => USCC_SHAPE.test(text)

const WEIGHTS = [1, 3, 9, 27, 19, 26, 16, 17, 20, 29, 25, 13, 8, 24, 10, 30, 28]
const SUBJECT_WEIGHTS = [3, 7, 9, 10, 5, 8, 4, 2]
const SUBJECT_CHECKS = '0X987654321'
const NONE = 255

/** Values by character code: of GB 32100 (31 characters) and of GB 11714 (A is 10 … Z is 35). */
const values = (alphabet: string): Uint8Array => {
  const byCode = new Uint8Array(128).fill(NONE)
  for (let value = 0; value < alphabet.length; value += 1) byCode[alphabet.charCodeAt(value)] = value
  return byCode
}
const VALUES = values(ALPHABET)
const SUBJECT_VALUES = values('0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ')

/** Department of registration, then its categories of organisations (table 1 and 2 of GB 32100, and 99 as some registers use it). */
const REGISTRATIONS = new Set(
  '11 12 13 19 21 29 31 32 33 34 35 39 41 49 51 52 53 59 61 62 69 71 72 79 81 89 91 92 93 99 A1 A9 N1 N2 N3 N9 Y1'.split(
    ' ',
  ),
)

/** The first two digits of every region of GB/T 2260, 10 for the national authority: cities and withdrawn districts keep them too. */
const PROVINCES = new Set(
  '10 11 12 13 14 15 21 22 23 31 32 33 34 35 36 37 41 42 43 44 45 46 50 51 52 53 54 61 62 63 64 65 71 81 82'.split(' '),
)

const weigh = (text: string, from: number, weights: readonly number[], byCode: Uint8Array): number => {
  let sum = 0
  for (let i = 0; i < weights.length; i += 1) sum += (byCode[text.charCodeAt(from + i)] ?? NONE) * (weights[i] ?? 0)
  return sum
}

/** The 18th character, of 17 that are in the alphabet. */
export const checkCharacter = (first17: string): string =>
  ALPHABET.charAt((31 - (weigh(first17, 0, WEIGHTS, VALUES) % 31)) % 31)

const subjectCheck = (text: string, from: number): string =>
  SUBJECT_CHECKS.charAt(weigh(text, from, SUBJECT_WEIGHTS, SUBJECT_VALUES) % 11)

/** The ninth character of an organisation code 组织机构代码, of the eight before it (GB 11714). */
export const organisationCodeCheck = (body8: string): string => subjectCheck(body8, 0)

const inAlphabet = (text: string): boolean => {
  for (let i = 0; i < text.length; i += 1) if ((VALUES[text.charCodeAt(i)] ?? NONE) === NONE) return false
  return true
}

const hasDigits = (text: string, from: number, to: number): boolean => {
  for (let i = from; i < to; i += 1) if (text.charCodeAt(i) < 48 || text.charCodeAt(i) > 57) return false
  return true
}

/** A code as people write it, in the standard's characters: full width, any blanks and invisible characters, lower case. */
export const normaliseUscc = (raw: string): string =>
  /^[0-9A-Z]*$/.test(raw)
    ? raw
    : raw
        .normalize('NFKC')
        .replace(/[\s\p{Cf}]/gu, '')
        .toUpperCase()

/**
 * What is wrong with a normalised code. `uscc-check` also covers a department and category that GB 32100 doesn't register and a region
 * that isn't six digits, since a false check character would say no more. `uscc-subject` is the inner check of GB 11714 in positions 9–17,
 * or a region in no province.
 */
export const usccFault = (normalised: string): UsccFault | undefined => {
  if (normalised.length !== 18) return 'uscc-length'
  if (!inAlphabet(normalised)) return 'uscc-alphabet'
  if (normalised[17] !== checkCharacter(normalised)) return 'uscc-check'
  if (!REGISTRATIONS.has(normalised.slice(0, 2)) || !hasDigits(normalised, 2, 8)) return 'uscc-check'
  if (normalised[16] !== subjectCheck(normalised, 8) || !PROVINCES.has(normalised.slice(2, 4))) return 'uscc-subject'
  return undefined
}

/** The organisation code 组织机构代码 within, with its hyphen: `19220382-1`. */
export const organisationCode = (uscc: Uscc): string => `${uscc.slice(8, 16)}-${uscc.slice(16, 17)}`

/**
 * The code of a registration (department, category, region: 8 characters) and a subject (8 characters), with both check characters.
 * Throws RangeError if these aren't twice eight of the 31 characters.
 */
export const makeUscc = (prefix8: string, subject8: string): Uscc => {
  if (prefix8.length !== 8 || subject8.length !== 8 || !inAlphabet(prefix8 + subject8)) {
    throw new RangeError(`No code can be made of ${prefix8} and ${subject8}.`)
  }
  const first17 = prefix8 + subject8 + subjectCheck(subject8, 0)
  return first17 + checkCharacter(first17)
}

/** The 15th digit of a registration number 注册号, of the 14 before it (GS 15-2006, ISO 7064 MOD 11,10). */
export const registrationNumberCheck = (first14: string): string => {
  let product = 10
  for (let i = 0; i < 14; i += 1) {
    const sum = (product + first14.charCodeAt(i) - 48) % 10
    product = ((sum === 0 ? 10 : sum) * 2) % 11
  }
  return String((11 - product) % 10)
}

/** Whether a text is a 15-digit registration number of GS 15-2006; older ones of 13 digits have no check. */
export const isRegistrationNumber15 = (text: string): boolean =>
  text.length === 15 && hasDigits(text, 0, 15) && text.charAt(14) === registrationNumberCheck(text)
