import { readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { type Drawn, draw } from './draw.ts'
import type { Exclusion } from './eligibility.ts'
import type { Inspector } from './roster.ts'
import { inTicketOrder, ticketsOf } from './tickets.ts'

interface DrawVector {
  readonly name: string
  readonly plan: {
    id: string
    rates: Record<string, string>
    floor: string
    inspectorsPerObject?: number
    key?: string
  }
  readonly population: { root: string; lines: string[]; strata?: string[]; perStratum?: Record<string, number> }
  readonly roster: { root: string; lines: string[] }
  readonly commitments: string[]
  readonly nonces: string[]
  readonly public: string
  readonly seed: string
  readonly selected: { uscc: string; stratum: string; reason: string; ticket: string; excluded?: Exclusion[] }[]
}
interface SampleVector {
  readonly ids: string[]
  readonly seed: string
  readonly with_replacement?: boolean
  readonly take?: number
  readonly drop?: number
  readonly expected: [ticket: string, id: string, generation: number][]
}

const read = <T>(file: string): T => JSON.parse(readFileSync(new URL(`../vectors/${file}`, import.meta.url), 'utf8'))
const draws = read<DrawVector[]>('draw-1.json')
const samples = read<{ cases: SampleVector[] }>('consistent-sampler.json').cases

/** The roster of a vector, its conflicts as the expected exclusions tell them. */
const inspectorsOf = ({ roster, selected }: DrawVector): Inspector[] =>
  roster.lines.map((line) => {
    const [inspectorId = '', certificateNo = '', validUntil = ''] = line.split(',')
    const conflicts = selected
      .filter(({ excluded = [] }) =>
        excluded.some(({ inspector, reason }) => inspector === inspectorId && reason === 'conflict'),
      )
      .map(({ uscc }) => uscc)
    return {
      inspectorId,
      certificateNo,
      validFrom: '2020-01-01',
      validUntil,
      department: '',
      specialities: [],
      conflicts,
    }
  })

const drawOf = (vector: DrawVector): Drawn => {
  const { plan, population, commitments, nonces } = vector
  const { key, ...published } = plan
  const { strata } = population
  const objects = population.lines.map((line, i) => (strata === undefined ? line : `${line.slice(0, 18)},${strata[i]}`))
  const drawn = draw({
    plan: {
      inspectorsPerObject: 2,
      ...published,
      window: { from: '2026-12-01', to: '2026-12-31' },
      sealed: key !== undefined,
    },
    ...(key === undefined ? {} : { key }),
    objects: objects.toReversed(),
    inspectors: inspectorsOf(vector).toReversed(),
    commitments: commitments.map((sha256, i) => ({ official: `official ${i}`, sha256 })),
    reveals: nonces.map((nonce, i) => ({ official: `official ${i}`, nonce })),
    publicValue: ` ${vector.public}\n`,
  })
  if ('code' in drawn) throw new Error(drawn.text.en)
  return drawn
}

describe.each(draws)('the draw "$name" of an independent program', (vector) => {
  const { committed, seed, selected } = drawOf(vector)

  test('has the same population, leaf by leaf, and its root', () => {
    expect(committed.population.lines).toEqual(vector.population.lines)
    expect(committed.population.root).toBe(vector.population.root)
  })

  test('has the same roster and its root', () => {
    expect(committed.roster.lines).toEqual(vector.roster.lines)
    expect(committed.roster.root).toBe(vector.roster.root)
  })

  test('has the same seed', () => expect(seed).toBe(vector.seed))

  test('draws the same objects for the same reasons in the order of the same tickets', () => {
    const drawn = selected.map(({ uscc, stratum, reason, ticket }) => ({ uscc, stratum, reason, ticket }))
    expect(drawn).toEqual(
      vector.selected.map(({ uscc, stratum, reason, ticket }) => ({ uscc, stratum, reason, ticket })),
    )
  })
})

// The sealed one has no pairing.
test.each(draws.filter(({ plan }) => plan.key === undefined))(
  'the draw "$name" sends the same inspectors',
  (vector) => {
    expect(drawOf(vector).selected).toEqual(vector.selected)
  },
)

// With replacement an object gets further tickets, which this protocol has no use for.
describe.each(samples.filter((sample) => sample.with_replacement !== true))(
  'the sample of $ids.length ids by seed $seed',
  (sample) => {
    const { ids, seed, drop = 0, take = ids.length, expected } = sample

    test('is the one of consistent_sampler', () => {
      const order = Array.from(inTicketOrder(seed, ids, Number.POSITIVE_INFINITY)).map((index) => ids[index])
      expect(order.slice(drop, drop + take)).toEqual(expected.map(([, id]) => id))
      const tickets = ticketsOf(
        seed,
        expected.map(([, id]) => id),
        Number.POSITIVE_INFINITY,
      )
      for (const [i, [ticket]] of expected.entries())
        expect(tickets[i]).toMatch(new RegExp(`^${ticket.replace('.', '\\.')}`))
    })
  },
)
