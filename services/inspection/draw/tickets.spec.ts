import { digestHex } from '@mingjian/proofs'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { inTicketOrder, ticketsOf } from './tickets.ts'

/** Draw protocol 1 §4 word by word. */
const ticket = (seed: string, id: string): string => {
  const x = BigInt(`0x${digestHex('sha-256', digestHex('sha-256', seed) + id)}`)
  return `0.${x.toString().padStart(64, '0').split('').reverse().join('')}`
}

describe('a ticket', () => {
  test('is that of the protocol', () => {
    fc.assert(
      fc.property(fc.string(), fc.array(fc.string({ unit: 'binary' }), { maxLength: 9 }), (seed, ids) => {
        expect(ticketsOf(seed, ids, Number.POSITIVE_INFINITY)).toEqual(ids.map((id) => ticket(seed, id)))
      }),
    )
  })

  test('is of the code in front of the comma and not of the stratum', () => {
    const [open, sealed] = ticketsOf('s', ['91150203Y000000082,B', '91150203Y000000082,175e2c5bd9'])
    expect(open).toBe(ticket('s', '91150203Y000000082'))
    expect(sealed).toBe(open)
  })
})

describe('ticket order', () => {
  test('is the order of the tickets as texts', () => {
    fc.assert(
      fc.property(fc.string(), fc.uniqueArray(fc.string(), { maxLength: 200 }), (seed, ids) => {
        const expected = ids.toSorted((a, b) => (ticket(seed, a) < ticket(seed, b) ? -1 : 1))
        const order = inTicketOrder(seed, ids, Number.POSITIVE_INFINITY)
        expect(Array.from(order).map((index) => ids[index])).toEqual(expected)
      }),
    )
  })

  test('begins alike when only its front is asked for', () => {
    const ids = Array.from({ length: 20_000 }, (_, i) => `91150203Y${String(i).padStart(9, '0')}`)
    const whole = inTicketOrder('front', ids)
    for (const most of [1, 7, 600, 15_000, 20_000]) {
      const front = inTicketOrder('front', ids, 18, most)
      expect(front.length).toBeGreaterThanOrEqual(most)
      expect(front).toEqual(whole.subarray(0, front.length))
    }
  })

  // Among 1.5·10^6 about eleven pairs agree in the eleven digits that are sorted first.
  test('is exact where the first digits of two tickets agree', () => {
    const ids = Array.from({ length: 1_500_000 }, (_, i) => `91150203Y${String(i).padStart(9, '0')}`)
    const order = inTicketOrder('ties', ids)
    let ties = 0
    let previous = ''
    for (let from = 0; from < order.length; from += 100_000) {
      const batch = ticketsOf(
        'ties',
        Array.from(order.subarray(from, from + 100_000), (index) => ids[index] ?? ''),
      )
      for (const each of batch) {
        if (previous >= each) throw new Error(`${previous} stands before ${each}`)
        if (previous.slice(0, 13) === each.slice(0, 13)) ties += 1
        previous = each
      }
    }
    expect(ties).toBeGreaterThan(0)
  })
})
