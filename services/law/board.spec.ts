import type { Projection } from '@mingjian/kernel'
import type { Clock } from '@mingjian/schemas'
import { expect, test } from 'vitest'
import { actOf, boardOf, type ClockModel, clockModel, clocksIn } from './board.ts'

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
const shared: ClockModel = async (_, { asOf }) => [
  {
    ...{ by: '2026-06-30', overdue: '2026-06-30' < asOf, subject: '', uscc: null },
    ...{ what: '报送公示年度报告：2025年度', who: '未报企业', basis: '', count: 1204 },
  },
]
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
test('it is filtered by who must act, by what is overdue, and by a last day', async () => {
  expect((await board({ who: 'C' })).map(({ subject }) => subject)).toEqual(['C'])
  expect((await board({ overdue: true })).map(({ subject }) => subject)).toEqual(['C'])
  expect((await board({ until: '2026-12-31' })).map(({ what }) => what)).toEqual(['履行责令公示', '移出', '提醒'])
})
test('a clock that very many share is one line with their number', async () => {
  const lines = await boardOf(reads, [model('orders'), shared], { asOf: '2026-07-05', until: '2026-08-01' })
  expect(lines.map(({ count }) => count)).toEqual([1204, 1])
  expect(clocksIn(lines)).toBe(1205)
})
test('the enterprise that a matter is about is named by its code', async () => {
  const about = '91150203MA0B0A0180'
  const of = (document: object) =>
    boardOf({ find: async () => [{ key: 'CASE-1', position: 1, document }] } as never, [model('cases')], {
      asOf: '2026-07-05',
      until: '2026-08-01',
    })
  const clocks = [clock('缴纳罚没款', '2026-07-20', '当事人')]
  expect(await of({ uscc: about, clocks })).toMatchObject([{ subject: 'CASE-1', uscc: about, who: about }])
  expect(await of({ clocks })).toMatchObject([{ uscc: null, who: '当事人' }])
})
test('a kind of act is named without its single matter', () =>
  expect(
    ['公示处罚信息 昆市监处罚〔2026〕9号', '列入经营异常名录：未报（2025年度）', '缴纳罚没款'].map((what) =>
      actOf({ what }),
    ),
  ).toEqual(['公示处罚信息', '列入经营异常名录', '缴纳罚没款']))
