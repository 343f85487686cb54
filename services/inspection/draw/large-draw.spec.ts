import { expect, test } from 'vitest'
import { drawn, plan } from './example-draw.ts'
import { readRate } from './rate.ts'
import { quotasOf, select } from './selection.ts'
import { inTicketOrder } from './tickets.ts'

const CODES = Array.from({ length: 20_000 }, (_, i) => `91150203Y${String(i).padStart(9, '0')}`)

test.each([
  ['even rates', { 甲: '3/100', 乙: '3/100' }, 2],
  ['a small stratum at a high rate, whose last ticket lies far behind', { 甲: '1/1000', 乙: '9/10' }, 4000],
  ['a floor that takes more than the rates', { 甲: '1/1000', 乙: '1/1000' }, 2],
])('a draw of many is that of their whole order: %s', (_, rates, every) => {
  const objects = CODES.map((uscc, i) => `${uscc},${i % every === 0 ? '乙' : '甲'}`)
  const { committed, seed, selected } = drawn({ plan: { ...plan, rates }, objects })
  const { lines, stratumOf, sizes } = committed.population
  const quotas = quotasOf(sizes, committed.rates, readRate('3/100') ?? committed.floor)
  const whole = select(inTicketOrder(seed, lines), stratumOf, quotas)
  expect(selected.map(({ uscc, reason }) => [uscc, reason])).toEqual(
    whole.map(({ index, reason }) => [lines[index]?.slice(0, 18), reason]),
  )
})
