import type { Clock } from '@mingjian/schemas'
import { expect, test } from 'vitest'
import { boardOf, clockModel } from './board.ts'
import type { Projection } from './projection.ts'

const clock = (what: string, by: string, who = '昆都仑区市场监督管理局'): Clock => ({
  what,
  who,
  by,
  basis: 'abnormal-list-rule@SAIC68:11',
})
const model = (name: string) => clockModel({ name } as Projection<{ clocks: readonly Clock[] }>)
const stored: Readonly<Record<string, readonly { key: string; clocks: readonly Clock[] }[]>> = {
  listings: [
    { key: 'A', clocks: [clock('移出', '2026-07-08'), clock('提醒', '2026-12-01')] },
    { key: 'B', clocks: [] },
  ],
  orders: [{ key: 'C', clocks: [clock('履行责令公示', '2026-07-01', 'C')] }],
}
const reads = {
  find: async ({ name }: { readonly name: string }) =>
    (stored[name] ?? []).map(({ key, clocks }, position) => ({ key, position, document: { clocks } })),
} as never
const board = (query: object) =>
  boardOf(reads, [model('listings'), model('orders')], { asOf: '2026-07-05', until: '2026-08-01', ...query })

test('the board joins the clocks of all acts, the most pressing first, and says what is overdue and on what it rests', async () => {
  expect(await board({})).toMatchObject([
    { by: '2026-07-01', overdue: true, subject: 'C', what: '履行责令公示', who: 'C' },
    {
      by: '2026-07-08',
      overdue: false,
      subject: 'A',
      what: '移出',
      basis: expect.stringMatching(/^《.+》.*第十一条$/),
    },
  ])
})
test('a clock is overdue from the day after its last one', async () => {
  expect((await board({ asOf: '2026-07-08' })).map(({ overdue }) => overdue)).toEqual([true, false])
  expect((await board({ asOf: '2026-07-09' })).map(({ overdue }) => overdue)).toEqual([true, true])
})
test('it can be asked for one who has to act, for what is overdue, and as far ahead as one likes', async () => {
  expect((await board({ who: 'C' })).map(({ subject }) => subject)).toEqual(['C'])
  expect((await board({ overdue: true })).map(({ subject }) => subject)).toEqual(['C'])
  expect((await board({ until: '2026-12-31' })).map(({ what }) => what)).toEqual(['履行责令公示', '移出', '提醒'])
})
