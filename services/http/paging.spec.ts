import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { cursorOf, placeOf } from './cursor.ts'
import { pageOf } from './paging.ts'

/** Everything from the first page to the last; `arriving` comes in front after each page. */
const walk = (items: readonly number[], limit: number, arriving = 0): readonly number[] => {
  let list = items
  const seen: number[] = []
  for (let cursor: string | undefined; ; ) {
    const page = pageOf(list, { limit, cursor })
    expect(page.items.length).toBeLessThanOrEqual(limit)
    seen.push(...page.items)
    cursor = page.next
    if (cursor === undefined) return seen
    list = [...Array.from({ length: arriving }, (_, index) => -1 - index), ...list]
  }
}

describe('the pages of a list', () => {
  test('have each of its items once, in its order', () => {
    fc.assert(
      fc.property(fc.array(fc.nat(), { maxLength: 50 }), fc.integer({ min: 1, max: 20 }), (items, limit) => {
        expect(walk(items, limit)).toEqual(items)
      }),
    )
  })
  test('even while new ones come in front', () => {
    fc.assert(
      fc.property(
        fc.array(fc.nat(), { maxLength: 50 }),
        fc.integer({ min: 1, max: 20 }),
        fc.nat(3),
        (items, limit, arriving) => {
          expect(walk(items, limit, arriving)).toEqual(items)
        },
      ),
    )
  })
  test('are 20 long without a wish', () => expect(pageOf(Array(21).fill(0), {}).items).toHaveLength(20))
})

describe('a cursor', () => {
  test('carries a place there and back', () => {
    fc.assert(
      fc.property(
        fc.string().filter((key) => !key.includes('\0')),
        fc.maxSafeInteger(),
        (key, at) => {
          expect(placeOf(cursorOf([key, at]), ['string', 'number'])).toEqual([key, at])
        },
      ),
    )
  })
  test('of another shape, or of no shape, is none', () => {
    expect(placeOf(cursorOf(['key']), ['string', 'number'])).toBeUndefined()
    expect(placeOf(cursorOf([1.5]), ['number'])).toBeUndefined()
    expect(placeOf(cursorOf([1]), ['string'])).toBeUndefined()
    expect(placeOf(cursorOf(['a\0']), ['string'])).toBeUndefined()
    fc.assert(fc.property(fc.string(), (anything) => placeOf(anything, ['string', 'number', 'string']) === undefined))
    expect(() => pageOf([1], { cursor: 'nonsense' })).toThrow('cursor')
    expect(() => pageOf([1], { cursor: cursorOf([-1]) })).toThrow('cursor')
  })
})
