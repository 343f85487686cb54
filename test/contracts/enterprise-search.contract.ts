import type { EnterpriseFilters, EnterpriseHit, EnterpriseSearch } from '@mingjian/credit-query'
import type { SearchedEnterprise } from '@mingjian/credit-query/projections/enterprise-search'
import { demoEnterprise } from '@mingjian/main/demo/register'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { isAbbreviated, isNear, isSounded } from '../bench/search-oracle.ts'
import { diceOf, queryKinds } from '../bench/search-queries.ts'

export interface OpenedSearch {
  readonly search: EnterpriseSearch
  close(): Promise<void>
}

const enterprise = (
  uscc: string,
  name: string,
  more: Partial<Omit<SearchedEnterprise, 'uscc' | 'name'>> = {},
): SearchedEnterprise => ({
  uscc,
  name,
  oldNames: [],
  state: '存续',
  district: '150203',
  industrySection: 'F',
  industry: '5213',
  typeCode: '1130',
  lists: [],
  ...more,
})

/** Roots that no other name of the register has. */
const NAMED: readonly SearchedEnterprise[] = [
  enterprise('91150203MA0N000001', '包头市犇鑫电子商务有限公司'),
  enterprise('91150203MA0N000002', '内蒙古自治区犇鑫餐饮管理有限公司', {
    district: '150202',
    industrySection: 'H',
    industry: '6210',
  }),
  enterprise('92150203MA0N000003', '昆都仑区犇鑫面馆', { typeCode: '9500', state: '注销', lists: ['mark'] }),
  enterprise('91150203MA0N000004', '包头市和盛商贸有限公司', {
    oldNames: ['包头市犇鑫商贸有限公司'],
    lists: ['abnormal', 'serious'],
  }),
  enterprise('91150203MA0N000005', '犇鑫'),
  enterprise('91150203MA0N000006', '包头市大犇鑫磊商贸有限公司'),
  enterprise('91150203MA0N000007', '包头农商骉行有限公司'),
  enterprise('91150203MA0N000008', '包头市ＡＢＣ骉科技（集团）有限公司'),
]
/** Enough for the most frequent words to be shown in standing order. */
const OTHERS = 12_000

const register = function* (): Generator<SearchedEnterprise> {
  yield* NAMED
  for (let index = 0; index < OTHERS; index += 1) {
    const { uscc, name, state, district, industrySection, industry, typeCode } = demoEnterprise(index)
    const lists = index % 400 === 0 ? ['serious'] : []
    yield enterprise(uscc, name, { state, district, industrySection, industry, typeCode, lists })
  }
}

/** What every search of enterprises must hold to. */
export const enterpriseSearchContract = (
  where: string,
  open: (enterprises: Iterable<SearchedEnterprise>) => Promise<OpenedSearch>,
): void => {
  describe(`search of enterprises ${where}`, () => {
    let opened: OpenedSearch
    let all: readonly SearchedEnterprise[]
    beforeAll(async () => {
      all = [...register()]
      opened = await open(all)
    })
    afterAll(() => opened.close())

    const page = async (q: string | undefined, filters: EnterpriseFilters, limit: number, cursor?: string) => {
      const found = await opened.search.find({
        limit,
        filters,
        ...(q === undefined ? {} : { q }),
        ...(cursor === undefined ? {} : { cursor }),
      })
      if (found === 'unknown-cursor') throw new Error(`the cursor ${cursor} was refused`)
      return found
    }
    const walk = async (
      q: string | undefined,
      filters: EnterpriseFilters,
      limit: number,
      pages = Number.POSITIVE_INFINITY,
    ) => {
      const hits: EnterpriseHit[] = []
      let cursor: string | undefined
      let count = 0
      do {
        const found = await page(q, filters, limit, cursor)
        hits.push(...found.hits)
        cursor = found.next
        count += 1
      } while (cursor !== undefined && count < pages)
      return hits
    }
    const keys = async (q?: string, filters: EnterpriseFilters = {}) =>
      (await walk(q, filters, 100)).map(({ key }) => key.slice(-1))
    const first = async (q: string) => {
      const [hit] = (await page(q, {}, 1)).hits
      return hit && `${hit.why}: ${hit.ranges.map(([from, to]) => hit.name.slice(from, to)).join('…')}`
    }

    test('the whole name comes first, then roots, other places, and old names, shorter ones before longer', async () => {
      expect(await keys('犇鑫')).toEqual(['5', '3', '1', '2', '6', '4'])
    })
    test('an old name says so', async () => {
      expect(await first('犇鑫商贸')).toBe('old-name: 犇鑫商贸')
    })
    test('a typo comes after what was written so', async () => {
      const hits = (await page('犇鑫电子', {}, 10)).hits
      expect(hits[0]).toMatchObject({ key: '91150203MA0N000001', why: 'name' })
      expect(await first('犇森电子商务')).toBe('near: 犇鑫电子商务')
      expect(await first('犇电鑫子商务')).toBe('near: 犇鑫电子商务')
    })
    test('syllables, initials and codes find', async () => {
      expect(await first('biaohang')).toBe('pinyin: 骉行')
      expect(await first('baotou benxin')).toBe('pinyin: 包头…犇鑫')
      expect(await first('nmgzzqbx')).toBe('initials: 内蒙古自治区犇鑫')
      expect(await keys('91150203ma0n000002')).toEqual(['2'])
      expect(await keys('９１１５０２０３ MA0N00000')).toEqual(['1', '2', '4', '5', '6', '7', '8'])
    })
    test('letters are found in any width and case', async () => {
      expect(await first('abc骉')).toBe('name: ＡＢＣ骉')
    })
    test('an abbreviation finds, its root before its place', async () => {
      expect(await first('包头犇鑫公司')).toBe('name: 包头…犇鑫…公司')
      expect(await keys('内蒙古犇鑫')).toEqual(['2'])
    })
    test('a single character says too little to search by', async () => {
      expect(await page('犇', {}, 10)).toEqual({ hits: [] })
    })

    test('filters hold for all hits', async () => {
      expect(await keys('犇鑫', { state: '注销' })).toEqual(['3'])
      expect(await keys('犇鑫', { list: 'serious' })).toEqual(['4'])
      expect(await keys('犇鑫', { list: 'mark', type: '9500' })).toEqual(['3'])
      expect(await keys('犇鑫', { district: '150202' })).toEqual(['2'])
      expect(await keys('犇鑫', { industry: 'H' })).toEqual(['2'])
      expect(await keys('犇鑫', { industry: '62' })).toEqual(['2'])
      expect(await keys('犇鑫', { industry: '6', state: '注销' })).toEqual([])
      expect(await keys('91150203MA0N', { list: 'abnormal' })).toEqual(['4'])
    })
    test('filters alone list, without a reason', async () => {
      const hits = await walk(undefined, { list: 'serious' }, 7)
      expect(new Set(hits.map(({ key }) => key))).toEqual(
        new Set(all.filter(({ lists }) => lists.includes('serious')).map(({ uscc }) => uscc)),
      )
      expect(hits.every(({ why, ranges }) => why === undefined && ranges.length === 0)).toBe(true)
    })
    test('without anything all are listed', async () => {
      const hits = await walk(undefined, {}, 1000)
      expect(new Set(hits.map(({ key }) => key)).size).toBe(all.length)
    })

    test('hits are counted by the values of each filter, with the other filters in force', async () => {
      const { total, exact, by } = await opened.search.count({ q: '犇鑫', filters: { district: '150203' } })
      expect({ total, exact }).toEqual({ total: 5, exact: true })
      expect(Object.fromEntries(by.state)).toEqual({ 存续: 4, 注销: 1 })
      expect(Object.fromEntries(by.list)).toEqual({ mark: 1, abnormal: 1, serious: 1 })
      expect(Object.fromEntries(by.district)).toEqual({ 150203: 5, 150202: 1 })
      expect(Object.fromEntries(by.industry)).toEqual({ F: 5 })
      expect(Object.fromEntries(by.type)).toEqual({ 1130: 4, 9500: 1 })
      for (const [q, filters] of [
        ['91150203MA0N', { list: 'abnormal' }],
        ['biaohang', {}],
        ['nmgzzqbx', { industry: '62' }],
        ['犇电鑫子商务', {}],
        ['没有这样的企业', {}],
      ] as const) {
        const counted = await opened.search.count({ q, filters })
        expect({ q, total: counted.total }).toEqual({ q, total: (await walk(q, filters, 100)).length })
      }
    })
    test('what hits much of the register may be estimated, within a tenth', async () => {
      for (const [q, filters] of [
        ['昆都仑区', {}],
        [undefined, { type: '9500' }],
        [undefined, {}],
      ] as const) {
        const there = (await walk(q, filters, 1000)).length
        const { total } = await opened.search.count({ filters, ...(q === undefined ? {} : { q }) })
        expect(Math.abs(total - there)).toBeLessThan(there / 10)
      }
    })
    test('pages of any length give the same hits in the same order, none twice', async () => {
      for (const [q, filters] of [
        ['犇鑫电子商务', {}],
        ['昆都仑区', {}],
        ['有限公司', { state: '存续' }],
        ['kundulun', { industry: '52' }],
        ['合作社', {}],
        [undefined, { type: '9500' }],
      ] as const) {
        const whole = (await walk(q, filters, 120, 1)).map(({ key }) => key)
        const pieces = (await walk(q, filters, 8, 15)).map(({ key }) => key)
        expect(pieces).toEqual(whole)
        expect(new Set(whole).size).toBe(whole.length)
      }
    })
    test('a cursor that it never gave is refused', async () => {
      for (const cursor of [
        '',
        'x',
        'WzldCg',
        Buffer.from('[0,"closeness",1,2]').toString('base64url'),
        Buffer.from('[0,"standing",1.5,0,"9"]').toString('base64url'),
        Buffer.from('[0,"standing",1,0,"\\u0000"]').toString('base64url'),
      ])
        expect(await opened.search.find({ q: '犇鑫', limit: 5, cursor })).toBe('unknown-cursor')
    })
    test('nothing that is typed is an error', async () => {
      for (const q of [
        "'; drop table",
        '%_%',
        '\\',
        '..*',
        '(?:(',
        '[包头]',
        '包头\u0000市',
        '𠮷野家',
        'a'.repeat(500),
        '包头'.repeat(200),
        '｜｜',
        '<<<',
        '||',
        '//',
      ])
        await page(q, {}, 5)
    })

    test('every true match of what people type is found, and nothing else', async () => {
      const dice = diceOf(5)
      const known = all.map(({ uscc, name, oldNames: [oldName] }) => ({
        uscc,
        name,
        ...(oldName === undefined ? {} : { oldName }),
      }))
      for (const { query, filters } of queryKinds(known)) {
        if (filters !== undefined) continue
        for (let count = 0; count < 2; count += 1) {
          const q = query(dice)
          const words = q.split(' ')
          const expected = all.filter(({ uscc, name, oldNames }) => {
            const names = [name, ...oldNames]
            if (words.length > 1) return words.every((word) => names.some((one) => one.includes(word)))
            if (/^[a-z]+$/.test(q)) return names.some((one) => isSounded(q, one))
            return (
              uscc.startsWith(q) ||
              names.some((one) => one.includes(q) || isAbbreviated(q, one) || ([...q].length > 2 && isNear(q, one)))
            )
          })
          const hits = await walk(q, {}, 1000)
          expect({ q, found: hits.map(({ key }) => key).sort() }).toEqual({
            q,
            found: expected.map(({ uscc }) => uscc).sort(),
          })
        }
      }
    })
  })
}
