import { readdirSync, readFileSync } from 'node:fs'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { canonicalJson } from './canonical-json.ts'

const vectors = new URL('./vectors/jcs/', import.meta.url)
const read = (path: string): string => readFileSync(new URL(path, vectors), 'utf8')

describe('canonical JSON', () => {
  test.each(readdirSync(new URL('input/', vectors)))('writes %s as the vectors of RFC 8785 do', (file) => {
    expect(canonicalJson(JSON.parse(read(`input/${file}`)))).toBe(read(`output/${file}`))
  })

  test('sorts members by UTF-16 code units, so a surrogate comes before U+FB33', () => {
    expect(canonicalJson({ '\ufb33': 1, '\u{1f600}': 2 })).toBe('{"\u{1f600}":2,"\ufb33":1}')
  })

  test('leaves out a member that is absent', () => {
    expect(canonicalJson({ b: undefined, a: [] })).toBe('{"a":[]}')
  })

  test('reads back unchanged, and is its own canonical form', () => {
    fc.assert(
      fc.property(fc.jsonValue({ noUnicodeString: false }), (value) => {
        const text = canonicalJson(value)
        expect(JSON.parse(text)).toEqual(JSON.parse(JSON.stringify(value)))
        expect(canonicalJson(JSON.parse(text))).toBe(text)
      }),
    )
  })

  test.each([Number.NaN, Number.POSITIVE_INFINITY, '\ud800', { '\udc00': 1 }, [undefined], 1n, () => 1])(
    'has no form for what JSON cannot carry (case %#)',
    (value) => {
      expect(() => canonicalJson(value)).toThrow(TypeError)
    },
  )
})
