import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { LEGAL_FLOOR, type Rate, readRate, shareOf } from './rate.ts'
import { quotasOf, select } from './selection.ts'

const rate = (text: string): Rate => {
  const read = readRate(text)
  if (read === undefined) throw new Error(`${text} is no rate`)
  return read
}
const share = fc
  .tuple(fc.nat({ max: 1000 }), fc.integer({ min: 1, max: 1000 }))
  .map(([a, b]) => rate(`${Math.min(a, b)}/${b}`))

describe('a rate', () => {
  test('is exact where a float would not be', () => {
    expect(shareOf(rate('7/100'), 100)).toBe(7)
    expect(Math.ceil(0.07 * 100)).toBe(8)
    expect(shareOf(rate('1/3'), 3_000_000)).toBe(1_000_000)
    expect(shareOf(rate('1/100'), 101)).toBe(2)
    expect(shareOf(rate('0/1'), 9)).toBe(0)
  })

  test.each(['', '3', '3/0', '3%', '0.03', '-1/2', '1/2/3', ' 1/2', '1/ 2', '１/２', '1e2/1'])(
    'is not "%s"',
    (text) => {
      expect(readRate(text)).toBeUndefined()
    },
  )
})

describe('the quotas', () => {
  test('need no floor where the rates reach 3% together', () => {
    expect(quotasOf([50, 50], [rate('1/100'), rate('1/10')], LEGAL_FLOOR)).toEqual({ strata: [1, 5], floor: 0 })
  })

  test('are topped up to 3% of all', () => {
    expect(quotasOf([200, 200], [rate('1/1000'), rate('1/200')], LEGAL_FLOOR)).toEqual({ strata: [1, 1], floor: 10 })
  })
})

describe('a selection', () => {
  const population = fc.array(fc.nat({ max: 3 }), { minLength: 1, maxLength: 300 })

  test('takes the lowest tickets of each stratum, then the lowest of what remains', () => {
    fc.assert(
      fc.property(population, fc.tuple(share, share, share, share), share, (strata, rates, floor) => {
        const order = Uint32Array.from(strata.keys()).map((_, i) => (i * 7919) % strata.length)
        fc.pre(new Set(order).size === strata.length)
        const sizes = [0, 1, 2, 3].map((stratum) => strata.filter((own) => own === stratum).length)
        const picks = select(order, strata, quotasOf(sizes, rates, floor))

        const byRate = [0, 1, 2, 3].flatMap((stratum, i) =>
          Array.from(order)
            .filter((index) => strata[index] === stratum)
            .slice(
              0,
              Math.ceil(
                (Number((rates[i] as Rate).numerator) * (sizes[stratum] ?? 0)) / Number((rates[i] as Rate).denominator),
              ),
            ),
        )
        const remaining = Array.from(order).filter((index) => !byRate.includes(index))
        const missing = Math.max(0, shareOf(floor, strata.length) - byRate.length)
        const byFloor = remaining.slice(0, missing)
        expect(picks).toEqual(
          Array.from(order)
            .filter((index) => byRate.includes(index) || byFloor.includes(index))
            .map((index) => ({ index, reason: byRate.includes(index) ? 'stratum' : 'floor' })),
        )
      }),
    )
  })
})
