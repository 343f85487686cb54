import { digestHex } from '@mingjian/proofs'
import { describe, expect, test } from 'vitest'
import { codes } from '../draw/example-draw.ts'
import { quotasOf, select } from '../draw/selection.ts'
import { inTicketOrder } from '../draw/tickets.ts'
import { LEVEL } from './audit.ts'
import { chanceOfSelection } from './chance.ts'
import { probabilityOf } from './chi-square.ts'

const DRAWS = 1000
const IDS = codes(600)
const STRATA = Uint16Array.from(IDS, (_, i) => i % 3)
const SIZES = [200, 200, 200]
const RATES = ['1/100', '3/100', '10/100'].map((rate) => {
  const [numerator, denominator] = rate.split('/').map(BigInt)
  return { numerator: numerator ?? 0n, denominator: denominator ?? 1n }
})
const FLOOR = { numerator: 3n, denominator: 100n }
const QUOTAS = quotasOf(SIZES, RATES, FLOOR)
const seeds = Array.from({ length: DRAWS }, (_, i) => digestHex('sha-256', `draw ${i}`))

type Sampler = (seed: string) => readonly number[]

/** Places of the population drawn: the protocol's own selection. */
const protocol: Sampler = (seed) => select(inTicketOrder(seed, IDS), STRATA, QUOTAS).map(({ index }) => index)

/** Leaves every tenth winner out for the object behind it, as somebody who spares a friend would. */
const sparing: Sampler = (seed) =>
  protocol(seed).map((index) => (index % 10 === 0 && index + 3 < IDS.length ? index + 3 : index))

/** One random start and then every (N/n)-th row, as systems in use draw. */
const everyNth: Sampler = (seed) => {
  const [step, start] = [20, Number.parseInt(seed.slice(0, 8), 16)]
  return Array.from({ length: IDS.length / step }, (_, i) => (start % step) + step * i)
}

const add = (counts: Map<string, number>, key: string): void => void counts.set(key, (counts.get(key) ?? 0) + 1)

/** How probable it is that chance draws each object as often as it was drawn in a thousand draws. */
const byObject = (sampler: Sampler): number => {
  const strata = SIZES.map(() => ({ size: new Map<string, number>(), drawn: new Map<string, number>() }))
  for (const seed of seeds) {
    for (const index of sampler(seed)) {
      const drawn = strata[index % 3]?.drawn
      if (drawn !== undefined) add(drawn, `${index}`)
    }
  }
  for (const index of IDS.keys()) strata[index % 3]?.size.set(`${index}`, DRAWS)
  return chanceOfSelection(strata).probability
}

const APART = 60

/** Whether neighbours a fixed way apart, of one stratum each, were drawn together as often as if one said nothing of the other. */
const byPair = (sampler: Sampler): number => {
  const found = new Map([['together', 0]])
  let expected = 0
  for (const seed of seeds) {
    const picked = new Set(sampler(seed))
    for (const index of picked) if (picked.has(index + APART)) add(found, 'together')
    for (const [stratum, size] of SIZES.entries()) {
      const drawn = picked
        .values()
        .filter((index) => index % 3 === stratum)
        .toArray().length
      expected += ((size - APART / 3) * drawn * (drawn - 1)) / (size * (size - 1))
    }
  }
  const together = found.get('together') ?? 0
  // Rare and nearly independent: the count varies as its expectation.
  return probabilityOf((together - expected) ** 2 / expected, 1)
}

describe(`1,000 draws of different seeds at the level ${LEVEL}`, () => {
  test('every object is drawn as often as chance would have it', () => {
    expect(byObject(protocol)).toBeGreaterThan(LEVEL)
  })

  test('a sampler that spares some of them fails the same test', () => {
    expect(byObject(sparing)).toBeLessThan(LEVEL)
  })

  test('two objects are drawn together as often as chance would have it', () => {
    expect(byPair(protocol)).toBeGreaterThan(LEVEL)
  })

  test('every n-th row from a random start, which is even for each object, is not for two', () => {
    expect(byPair(everyNth)).toBeLessThan(LEVEL)
  })
})
