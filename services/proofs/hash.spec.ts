import { createHash } from 'node:crypto'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { digest, digestHex } from './hash.ts'
import { beginningWith, digestEach, digestOne, viewOf } from './sha256-many.ts'

const expected = (...parts: (string | Uint8Array)[]): string => {
  const hash = createHash('sha256')
  for (const part of parts) hash.update(part)
  return hash.digest('hex')
}
/** Text that UTF-8 can carry, of one, two, three and four bytes a character. */
const text = (maxLength: number) => fc.string({ unit: 'binary', maxLength })

describe('a named digest', () => {
  test('of the empty text and of "abc" is the one of FIPS 180-4', () => {
    expect(digestHex('sha-256', '')).toBe('e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855')
    expect(digest('sha-256', 'abc').toHex()).toBe('ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad')
  })

  test('is the same where the runtime has no hash of its own', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 300 }), (bytes) => {
        expect(digestOne(bytes).toHex()).toBe(digestHex('sha-256', bytes))
      }),
    )
    const long = new Uint8Array(200_003).fill(7)
    expect(digestOne(long).toHex()).toBe(digestHex('sha-256', long))
  })
})

describe('many digests, four at a time', () => {
  test('are those of the messages one by one, whatever their lengths', () => {
    fc.assert(
      fc.property(fc.array(text(90), { maxLength: 13 }), (texts) => {
        const found: string[] = []
        digestEach(
          texts.length,
          (index, message) => message.text(texts[index] ?? ''),
          (index, digest) => {
            found[index] = digest.bytes.toHex()
          },
        )
        expect(found).toEqual(texts.map((each) => expected(each)))
      }),
    )
  })

  test('go on from what the messages have in common in front', () => {
    fc.assert(
      fc.property(text(200), text(70), fc.array(text(40), { maxLength: 6 }), (start, more, texts) => {
        const found: string[] = []
        digestEach(
          texts.length,
          (index, message) => message.text(texts[index] ?? ''),
          (index, digest) => {
            found[index] = digest.bytes.toHex()
          },
          beginningWith(more, beginningWith(start)),
        )
        expect(found).toEqual(texts.map((each) => expected(start, more, each)))
      }),
    )
  })

  test('can be asked for while others are under way', () => {
    const found: string[] = []
    digestEach(
      2,
      (index, message) => message.bytes(viewOf(digestOne(Uint8Array.of(index)))),
      (index, digest) => {
        found[index] = digest.bytes.toHex()
      },
    )
    expect(found).toEqual([0, 1].map((index) => expected(digest('sha-256', Uint8Array.of(index)))))
  })

  test('refuse a message that is too long for them, instead of hashing a part', () => {
    const long = 'x'.repeat(65_530)
    expect(() =>
      digestEach(
        1,
        (_, message) => message.text(long),
        () => {},
      ),
    ).toThrow(RangeError)
    expect(() =>
      digestEach(
        1,
        (_, message) => message.text(`${long}鉴`),
        () => {},
      ),
    ).toThrow(RangeError)
  })
})
