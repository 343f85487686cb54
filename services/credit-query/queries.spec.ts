import type { ReadModels, Stored } from '@mingjian/kernel'
import { describe, expect, test } from 'vitest'
import { established, event, listed, publicised } from './example-history.ts'
import { enterprise } from './projections/enterprise.ts'
import { enterpriseRecord } from './projections/enterprise-record.ts'
import { entriesAfter, type ListEntry } from './projections/list-entries.ts'
import { publicQueries } from './queries.ts'

const NOW = '2026-11-23T04:00:00.000Z'
const registered = enterprise.evolve(undefined, established(1))
const uncontactable = event(
  2,
  'AbnormalOperationsListed',
  { ground: 'uncontactable', year: null, decision: '', reason: '无法联系', remedy: null },
  '2025-01-02',
)

/** Read models at hand: what is asked of them in these tests, and nothing more. */
const queriesOver = (documents: Readonly<Record<string, ReadonlyMap<string, unknown>>>, now = () => NOW) => {
  let counts = 0
  const stored = (name: string): readonly Stored<unknown>[] =>
    [...(documents[name] ?? [])].map(([key, document], index) => ({ key, document, position: index + 1 }))
  const reads = {
    get: async ({ name }: { name: string }, key: string) => stored(name).find((one) => one.key === key),
    find: async (
      { name }: { name: string },
      { where = [], limit }: { where?: readonly { column: string; value?: unknown }[]; limit: number },
    ) => {
      const from = where.find(({ column }) => column === 'key')?.value as string | undefined
      return stored(name)
        .filter(({ key }) => key >= (from ?? ''))
        .slice(0, limit)
    },
    count: async () => {
      counts += 1
      return 1
    },
    position: async () => 9,
  } as unknown as ReadModels
  const clock = { today: () => '2026-11-23', now }
  const unused = undefined as never
  return {
    queries: publicQueries({
      reads,
      clock,
      log: unused,
      search: unused,
      attachments: unused,
      withPlace: unused,
      law: { settings: [], authority: '' },
    }),
    counted: () => counts,
  }
}

describe('the pages of a list', () => {
  const two = [uncontactable, listed(3, 2023, '2024-07-01')].reduce<readonly ListEntry[]>(entriesAfter, [])
  const subjects = new Map(['A', 'B', 'C'].map((key) => [key, { entries: two }]))
  const { queries } = queriesOver({ credit_list: subjects, enterprise: new Map([['B', registered]]) })

  test.each([1, 2, 3, 4, 5, 100])('have every ground of every subject once, %i a page', async (limit) => {
    const seen: string[] = []
    for (let cursor: string | undefined; ; ) {
      const page = await queries.list('abnormal', { limit, cursor })
      if (page === 'unknown-cursor') throw new Error('its own cursor')
      expect(page.items.length).toBeLessThanOrEqual(limit)
      seen.push(...page.items.map(({ uscc, ground }) => `${uscc} ${ground}`))
      cursor = page.next
      if (cursor === undefined) break
    }
    const grounds = ['uncontactable', 'annual_report_missed']
    expect(seen).toEqual(['A', 'B', 'C'].flatMap((uscc) => grounds.map((ground) => `${uscc} ${ground}`)))
  })

  test('name the enterprise', async () => {
    const page = await queries.list('abnormal', { limit: 10 })
    expect(page !== 'unknown-cursor' && page.items.find(({ uscc }) => uscc === 'B')?.name).toBe(registered?.name)
  })
})

test('a record is shown without the penalties whose publicity has ended', async () => {
  const history = [
    established(1),
    publicised(2, '旧', '2020-01-01', '2026-11-22'),
    publicised(3, '新', '2026-01-01', '2026-11-23'),
  ]
  const record = history.reduce<ReturnType<typeof enterpriseRecord.evolve>>(
    (document, one) => enterpriseRecord.evolve(document, one),
    undefined,
  )
  const { queries } = queriesOver({ enterprise_record: new Map([['U', record]]) })
  const shown = await queries.record('U')
  expect(shown?.penalties.map(({ documentNo }) => documentNo)).toEqual(['新'])
  expect(shown?.timeline.map(({ decision }) => decision)).toEqual([null, '新'])
})

test('a record that was recalled leaves no trace', () => {
  const recall = { type: 'PenaltyPublicised', record: '1号', positions: [2], reason: '信用修复' }
  const history = [
    established(1),
    publicised(2, '1号', '2026-01-01', '2027-01-01'),
    publicised(3, '2号', '2026-01-01', '2027-01-01'),
    event(4, 'PublicRecordRecalled', recall, '2026-11-20'),
  ]
  const record = history.reduce<ReturnType<typeof enterpriseRecord.evolve>>(
    (document, one) => enterpriseRecord.evolve(document, one),
    undefined,
  )
  expect(record?.penalties.map(({ documentNo }) => documentNo)).toEqual(['2号'])
  expect(record?.timeline.map(({ position }) => position)).toEqual([1, 3])
  expect(record?.position).toBe(4)
})

test('the register is counted once for all who ask within some seconds', async () => {
  let now = NOW
  const { queries, counted } = queriesOver({}, () => now)
  await Promise.all([queries.statistics(), queries.statistics()])
  const once = counted()
  await queries.statistics()
  expect(counted()).toBe(once)
  now = '2026-11-23T04:00:11.000Z'
  await queries.statistics()
  expect(counted()).toBe(2 * once)
})
