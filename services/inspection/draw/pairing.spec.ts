import { digestHex } from '@mingjian/proofs'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { codes } from './example-draw.ts'
import { type Demand, type Pairing, pair, type Visit } from './pairing.ts'

const seed = '1666fac543c64c3583b09dbe69bcff92ada9c3689d7688763cbfcfdbc504d62e'

/** Draw protocol 1 §5 word by word: every eligible inspector hashed and sorted for every choice. */
const slowPair = (ids: readonly string[], demand: Demand, visits: readonly Visit[]): readonly Pairing[] => {
  const load = ids.map(() => 0)
  return visits.map(({ uscc, eligible }) => {
    const { inspectorsPerObject: wanted, joint } = demand
    if (eligible.length < wanted) return { unassigned: expect.any(String) }
    const key = (place: number) =>
      `${String(load[place]).padStart(9, '0')} ${digestHex('sha-256', `${seed},${uscc},${ids[place]}`)}`
    const chosen: number[] = []
    const choose = (from: readonly number[]) => {
      const [best] = from.filter((place) => !chosen.includes(place)).toSorted((a, b) => (key(a) < key(b) ? -1 : 1))
      if (best !== undefined) chosen.push(best)
      return best !== undefined
    }
    for (const department of joint?.departments ?? []) {
      if (!choose(eligible.filter((place) => joint?.departmentOf[place] === department)))
        return { unassigned: expect.any(String) }
    }
    while (chosen.length < wanted) choose(eligible)
    for (const place of chosen) load[place] = (load[place] ?? 0) + 1
    return { inspectors: chosen }
  })
}

const roster = fc.integer({ min: 2, max: 12 }).map((n) => Array.from({ length: n }, (_, i) => `K${i * 37}`))
const scene = roster.chain((ids) =>
  fc.record({
    ids: fc.constant(ids),
    departmentOf: fc.array(fc.constantFrom('市监', '税务', '住建'), { minLength: ids.length, maxLength: ids.length }),
    visits: fc
      .array(fc.subarray([...ids.keys()]), { maxLength: 30 })
      .map((all) => all.map((eligible, i) => ({ uscc: codes(30)[i] ?? '', eligible }))),
  }),
)

describe('pairing', () => {
  test('takes the least loaded, and of those the lowest hash', () => {
    fc.assert(
      fc.property(scene, fc.integer({ min: 2, max: 4 }), ({ ids, visits }, inspectorsPerObject) => {
        expect(pair(seed, ids, { inspectorsPerObject }, visits)).toEqual(slowPair(ids, { inspectorsPerObject }, visits))
      }),
    )
  })

  test('of a joint check takes the best of each department first', () => {
    fc.assert(
      fc.property(scene, fc.integer({ min: 2, max: 4 }), ({ ids, departmentOf, visits }, inspectorsPerObject) => {
        const demand = { inspectorsPerObject, joint: { departmentOf, departments: ['税务', '市监'] } }
        expect(pair(seed, ids, demand, visits)).toEqual(slowPair(ids, demand, visits))
      }),
    )
  })

  test('lists an object with too few eligible as unassigned, and loads nobody with it', () => {
    const visits = [
      { uscc: '91150203Y000000082', eligible: [0] },
      { uscc: '91150203Y00079190F', eligible: [0, 1] },
    ]
    const [first, second] = pair(seed, ['K1', 'K2'], { inspectorsPerObject: 2 }, visits)
    expect(first).toEqual({ unassigned: '1 of 2 inspectors eligible' })
    expect(second).toEqual({ inspectors: expect.arrayContaining([0, 1]) })
  })

  test('says which department has nobody for an object', () => {
    const joint = { departmentOf: ['市监', '市监', '税务'], departments: ['市监', '税务'] }
    const [only] = pair(seed, ['K1', 'K2', 'K3'], { inspectorsPerObject: 2, joint }, [
      { uscc: codes(1)[0] ?? '', eligible: [0, 1] },
    ])
    expect(only).toEqual({ unassigned: 'no inspector of 税务 eligible' })
  })

  test('spreads visits evenly: no two inspectors with the same eligibility are more than one apart', () => {
    const ids = Array.from({ length: 7 }, (_, i) => `K${i}`)
    const visits = codes(50).map((uscc) => ({ uscc, eligible: [...ids.keys()] }))
    const load = ids.map(() => 0)
    for (const own of pair(seed, ids, { inspectorsPerObject: 2 }, visits)) {
      for (const place of 'inspectors' in own ? own.inspectors : []) load[place] = (load[place] ?? 0) + 1
    }
    expect(Math.max(...load) - Math.min(...load)).toBeLessThanOrEqual(1)
  })
})
