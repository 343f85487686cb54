import { readFileSync } from 'node:fs'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { isRegistrationNumber15, makeUscc, normaliseUscc, organisationCode, usccFault } from './uscc.ts'

const ALPHABET = '0123456789ABCDEFGHJKLMNPQRTUWXY'
const character = fc.constantFrom(...ALPHABET)
const uscc = fc
  .tuple(
    fc.constantFrom('91', '92', '93', '12', '52', 'A1', 'N2', 'Y1'),
    fc.constantFrom('150203', '150200', '100000', '341281'),
    fc.string({ unit: character, minLength: 8, maxLength: 8 }),
  )
  .map(([registration, region, subject]) => makeUscc(registration + region, subject))

describe('codes that libraries judge wrongly', () => {
  const faults: Record<string, string> = {
    '91110000600037340H': 'uscc-subject',
    '362322198709086409': 'uscc-check',
    '111111111111111111': 'uscc-check',
    '91110000060037341L': 'uscc-check',
    '91999999600037341N': 'uscc-subject',
  }
  const traps = readFileSync(new URL('./vectors/uscc-traps.tsv', import.meta.url), 'utf8')
    .trim()
    .split('\n')
    .slice(1)
    .map((line) => line.split('\t') as [string, string, string])

  test.each(traps)('%s: %s (%s)', (code, expected) => {
    const normalised = normaliseUscc(code)
    expect(usccFault(normalised)).toBe(expected.startsWith('valid') ? undefined : faults[normalised])
    if (!expected.startsWith('valid')) expect(faults).toHaveProperty(normalised)
  })
})

describe('a unified social credit code', () => {
  test.each([
    ['914403001922038216', '19220382-1'],
    ['9144030071526726XG', '71526726-X'],
    ['91110000802100433B', '80210043-3'],
    ['91100000100003962T', '10000396-2'],
    ['91440400192548256N', '19254825-6'],
    ['91440606722473344C', '72247334-4'],
  ])('%s is lawful and holds the organisation code %s', (code, organisation) => {
    expect(usccFault(code)).toBeUndefined()
    expect(organisationCode(code)).toBe(organisation)
    expect(makeUscc(code.slice(0, 8), code.slice(8, 16))).toBe(code)
  })

  test.each([
    ['91150203', 'MA0N0001', '91150203MA0N000164'],
    ['91150203', 'MA13T5K7', '91150203MA13T5K78Y'],
    ['92150203', 'MA0NABC2', '92150203MA0NABC250'],
    ['N2150203', 'MF000012', 'N2150203MF00001282'],
  ])('of %s and %s is %s', (prefix, subject, code) => {
    expect(makeUscc(prefix, subject)).toBe(code)
    expect(usccFault(code)).toBeUndefined()
  })

  test.each([
    ['91150000701463622', 'uscc-length', 'has 17 characters'],
    ['', 'uscc-length', 'is empty'],
    ['91350100S000100Y43', 'uscc-alphabet', 'has an S'],
    ['9135010０M000100Y43', 'uscc-alphabet', 'has a full-width digit left'],
    ['914403001922038217', 'uscc-check', 'has another last character'],
    ['914403001922038261', 'uscc-check', 'has its last two characters exchanged'],
    ['91440300192203821A', 'uscc-check', 'has a wrong check character'],
    [makeUscc('94150203', 'Y0000001'), 'uscc-check', 'is of a category that market supervision doesn’t register'],
    [makeUscc('9115020Y', 'Y0000001'), 'uscc-check', 'has a letter in its region'],
    [makeUscc('91990000', 'Y0000001'), 'uscc-subject', 'is of a region in no province'],
  ])('%s is refused with %s: it %s', (code, fault) => {
    expect(usccFault(code)).toBe(fault)
  })

  test('is lawful as made, for any subject', () => {
    fc.assert(fc.property(uscc, (code) => usccFault(code) === undefined))
  })

  test('with any one character changed to another of the alphabet fails its check', () => {
    fc.assert(
      fc.property(uscc, fc.nat(17), character, (code, at, other) => {
        fc.pre(code[at] !== other)
        return usccFault(code.slice(0, at) + other + code.slice(at + 1)) === 'uscc-check'
      }),
    )
  })

  test('with two neighbours exchanged fails its check', () => {
    fc.assert(
      fc.property(uscc, fc.nat(16), (code, at) => {
        const exchanged = code.slice(0, at) + code.charAt(at + 1) + code.charAt(at) + code.slice(at + 2)
        fc.pre(exchanged !== code)
        return usccFault(exchanged) === 'uscc-check'
      }),
    )
  })

  test('is judged without an exception, for any text', () => {
    const codeUnit = fc.nat(0xffff).map((unit) => String.fromCharCode(unit))
    fc.assert(
      fc.property(fc.string({ unit: codeUnit, maxLength: 20 }), (text) => {
        expect(usccFault(text)).toMatch(/^uscc-/)
        expect(usccFault(normaliseUscc(text))).toMatch(/^uscc-/)
        expect(isRegistrationNumber15(text)).toBe(false)
      }),
    )
  })

  test('cannot be made of characters that the standard doesn’t use', () => {
    expect(() => makeUscc('91150203', 'YOOOOOOO')).toThrow(RangeError)
    expect(() => makeUscc('91150203', 'Y1')).toThrow(RangeError)
  })
})

describe('normalising', () => {
  test.each([
    [' 91 150203 Y2164LD8XE　', 'blanks and an ideographic space'],
    ['９１１５０２０３Ｙ２１６４ＬＤ８ＸＥ', 'full width'],
    ['91150203ｙ2164ｌd8xe', 'lower case, half of it full width'],
    [
      '\uFEFF91150203\u00A0Y2164\u200BLD8XE\r\n',
      'a byte order mark, a no-break space, a zero-width space and a line end',
    ],
  ])('%j becomes the standard’s writing: %s', (raw) => {
    expect(normaliseUscc(raw)).toBe('91150203Y2164LD8XE')
  })

  test('reads a lawful code in full width and lower case', () => {
    const wide = (text: string) => [...text].map((c) => String.fromCodePoint(c.charCodeAt(0) + 0xfee0)).join('\u3000')
    fc.assert(fc.property(uscc, (code) => normaliseUscc(wide(code.toLowerCase())) === code))
  })
})

describe('a 15-digit registration number', () => {
  test.each(['110108000000016', '440301103097413', '440301103448669', '150203000000012'])('%s is lawful', (number) => {
    expect(isRegistrationNumber15(number)).toBe(true)
  })

  test.each(['110108000000017', '1101080000000', '11010800000001X', ''])('%j is none', (number) => {
    expect(isRegistrationNumber15(number)).toBe(false)
  })

  test('has exactly one check digit', () => {
    fc.assert(
      fc.property(fc.string({ unit: fc.constantFrom(...'0123456789'), minLength: 14, maxLength: 14 }), (first14) => {
        const lawful = [...'0123456789'].filter((check) => isRegistrationNumber15(first14 + check))
        expect(lawful).toHaveLength(1)
      }),
    )
  })
})
