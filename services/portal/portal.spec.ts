import type {
  Draw,
  Enterprise,
  EnterpriseRecord,
  FoundEnterprise,
  ListedEnterprise,
  Listing,
  PublicQueries,
} from '@mingjian/credit-query'
import fastify, { type FastifyInstance, type FastifyReply } from 'fastify'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { portal } from './module.ts'

const TODAY = '2026-11-23'
const OFFICE = '昆都仑区市场监督管理局'
const HOSTILE = '<script>alert("x")</script>\'&公司'

const remedy = {
  reconsiderationTo: '昆都仑区人民政府',
  reconsiderationBy: '2026-12-31',
  litigationBy: '2027-05-08',
  objectionBy: '2026-08-01',
}
const basis = [
  {
    instrument: 'abnormal-list-rule',
    version: 'SAMR101',
    article: '4.0.1',
    text: '《企业经营异常名录管理办法》(国家市场监督管理总局令第101号)第四条第一项',
  },
]
const listing: Listing = {
  list: 'abnormal',
  ground: 'annual_report_missed',
  reason: '未依照《企业信息公示暂行条例》第八条规定的期限公示年度报告',
  years: [2025],
  listedOn: '2026-07-01',
  authority: OFFICE,
  decision: '昆都仑区市监异列〔2026〕17号',
  basis,
  remedy,
  decisions: [{ year: 2025, listedOn: '2026-07-01', decision: '昆都仑区市监异列〔2026〕17号', remedy }],
}

const enterprise = (uscc: string, name: string, lists: readonly Listing[] = []): Enterprise => ({
  uscc,
  name,
  formerNames: [],
  state: '存续',
  type: '其他有限责任公司',
  typeCode: '1190',
  established: '2015-03-02',
  ended: null,
  approved: null,
  operatingFrom: null,
  operatingTo: null,
  district: '150203',
  authority: OFFICE,
  address: '钢铁大街1号',
  capitalWan: 100,
  currency: 'CNY',
  industrySection: 'F',
  industry: '5211',
  industryName: '百货零售',
  scope: null,
  lists,
  removedListings: 0,
  position: 7,
})

const CLEAN = '91150203Y000000082'
const LISTED = '91150203Y00079190F'
const SOLE = '92150203Y00158382U'
const register = new Map(
  [
    enterprise(CLEAN, HOSTILE),
    enterprise(LISTED, '包头市某某商贸有限公司', [listing]),
    {
      ...enterprise(SOLE, '昆都仑区某某小吃店', [{ ...listing, list: 'mark' }]),
      type: '个体工商户',
      typeCode: '9500',
    } satisfies Enterprise,
  ].map((one) => [one.uscc, one]),
)

const fileOf = ({ uscc, state, typeCode }: Enterprise): EnterpriseRecord => ({
  uscc,
  state,
  typeCode,
  annualReports: [
    {
      year: 2024,
      filedOn: '2025-07-09',
      late: true,
      items: { address: HOSTILE, operating: true, employees: null, employeesPublic: false, figuresPublic: false },
      corrections: [],
    },
  ],
  missedReports: [{ year: 2025, since: '2026-07-01' }],
  penalties: [
    {
      documentNo: '昆市监罚〔2026〕3号',
      violation: '未明码标价',
      summary: HOSTILE,
      penaltyBasis: null,
      kinds: ['罚款'],
      fineYuan: 12_000,
      confiscatedYuan: 0,
      authority: OFFICE,
      decidedOn: '2026-03-02',
      from: '2026-03-05',
      until: '2029-03-05',
    },
  ],
  lists: [],
  timeline: [
    {
      on: '2026-07-01',
      event: 'AbnormalOperationsListed',
      title: '列入经营异常名录',
      text: HOSTILE,
      authority: OFFICE,
      decision: '昆都仑区市监异列〔2026〕17号',
      basis,
      remedy,
      until: null,
      recordedAt: '2026-07-01T01:30:00Z',
      position: 1234,
    },
  ],
  position: 1234,
})

const draw: Draw = {
  id: 'plan 1',
  plan: { id: 'plan 1', name: '年报抽查', rates: { 一般: '3/100' }, floor: '3/100', inspectorsPerObject: 2 },
  rehearsal: true,
  stage: 'conducted',
  authority: '',
  committedOn: TODAY,
  logPosition: 99,
  population: { size: 60, root: 'a'.repeat(64), perStratum: { 一般: 60 } },
  roster: { size: 4, root: 'b'.repeat(64) },
  commitments: [{ official: '演练1', sha256: 'c'.repeat(64) }],
  seed: {
    reveals: [{ official: '演练1', nonce: '1'.repeat(64) }],
    publicSource: '演练',
    publicValue: HOSTILE,
    seed: 'd'.repeat(64),
    seededOn: TODAY,
  },
  result: { selected: 2, byFloor: 0, unassigned: 1, proofSha256: 'e'.repeat(64), conductedOn: TODAY },
  earlier: [],
  position: 101,
}
const proof = {
  selected: [
    { uscc: CLEAN, stratum: '一般', reason: 'stratum', ticket: '0.1', inspectors: ['K001', 'K002'] },
    { uscc: LISTED, stratum: '一般', reason: 'floor', ticket: '0.2', unassigned: '可派人员不足' },
  ],
}

const found: readonly FoundEnterprise[] = [...register.values()].map((one, place) => ({
  ...one,
  match:
    place === 0
      ? { why: 'name', name: HOSTILE, ranges: [[0, 8]] }
      : { why: 'old-name', name: '旧名商贸行', ranges: [[2, 4]] },
}))
const listed: readonly ListedEnterprise[] = [...register.values()].flatMap(({ uscc, name, lists }) =>
  lists.map((one) => ({ uscc, name, ...one })),
)

/** Pages of one, whose cursors are their places. */
const onePage = <T>(items: readonly T[], cursor: string | undefined) => {
  const at = Number(cursor ?? 0)
  if (!Number.isSafeInteger(at)) return 'unknown-cursor' as const
  return { items: items.slice(at, at + 1), ...(at + 1 < items.length ? { next: String(at + 1) } : {}) }
}

const queries: PublicQueries = {
  enterprise: async (uscc) => register.get(uscc),
  enterpriseText: async () => undefined,
  record: async (uscc) => {
    const one = register.get(uscc)
    return one && fileOf(one)
  },
  search: async ({ q, cursor }) => {
    if (q === '坏') throw new Error('the index is gone')
    return q === '无' ? { items: [] } : onePage(found, cursor)
  },
  list: async (_, { cursor }) => onePage(listed, cursor),
  lists: async function* () {},
  draws: async ({ cursor }) => onePage([draw], cursor),
  draw: async (id) => (id === draw.id ? draw : undefined),
  proof: async () => ({ sha256: 'e'.repeat(64), bytes: Buffer.from(JSON.stringify(proof)) }),
  statistics: async () => ({
    enterprises: { total: 20_000, byState: [{ state: '存续', count: 14_888 }] },
    lists: { abnormal: 1112, mark: 1888, serious: 0 },
    draw: { id: draw.id, rehearsal: true, population: 60, selected: 2, share: 2 / 60, floor: 0.03 },
    position: 101,
  }),
}

let app: FastifyInstance
beforeAll(async () => {
  app = fastify()
  await app.register(portal({ queries, clock: { today: () => TODAY }, notice: '演示' }))
})
afterAll(() => app.close())

const get = async (url: string) => {
  const { statusCode, body, headers } = await app.inject({ url, headers: { accept: 'text/html' } })
  return { status: statusCode, body, headers }
}

const linksIn = (body: string): readonly string[] =>
  [...body.matchAll(/href="([^"]+)"/g)].map(([, href = '']) =>
    href.replace(/&#(\d+);/g, (_, code) => String.fromCharCode(Number(code))),
  )

describe('every page', () => {
  const pages = [
    '/',
    '/?q=商贸',
    `/enterprises/${CLEAN}`,
    `/enterprises/${LISTED}`,
    '/lists/abnormal',
    '/draws',
    '/draws/plan%201',
    '/about',
    '/nowhere',
  ]

  test.each(pages)('%s lets nothing hostile through, runs no inline script and has no inline style', async (url) => {
    const { body } = await get(url)
    expect(body).not.toContain('<script>')
    expect(body).not.toMatch(/ on[a-z]+=|style=/)
    expect(body).not.toMatch(/\[object|undefined|NaN/)
  })

  test.each(pages)(
    '%s is Chinese, has one heading of the first rank, a main part and a way to skip to it',
    async (url) => {
      const { body, headers } = await get(url)
      expect(headers['content-type']).toBe('text/html; charset=utf-8')
      expect(body).toContain('<html lang="zh-CN">')
      expect(body.match(/<h1/g)).toHaveLength(1)
      expect(body).toContain('<a class="skip" href="#main">')
      expect(body).toContain('<main id="main"')
      expect(body).toContain('演示')
    },
  )

  test.each(pages)('%s gives each id once and points only at what is there', async (url) => {
    const { body } = await get(url)
    const ids = [...body.matchAll(/ id="([^"]+)"/g)].map(([, id]) => id)
    expect(new Set(ids).size).toBe(ids.length)
    for (const [, id] of body.matchAll(/ (?:href="#|aria-labelledby="|for=")([^"]+)"/g)) expect(ids).toContain(id)
  })

  test('tells the browser to load nothing from elsewhere', async () => {
    const { headers } = await get('/')
    expect(headers['content-security-policy']).toContain("default-src 'none'")
    expect(headers['content-security-policy']).not.toContain('unsafe')
  })
})

describe('the home page', () => {
  test('has the figures, and the share of the newest draw beside the floor', async () => {
    const { body } = await get('/')
    for (const figure of ['20,000', '14,888', '1,112', '1,888', '3.33%', '≥ 法定的 3%']) expect(body).toContain(figure)
  })

  test('shows what was found, the matching part marked and the reason where the name alone does not say it', async () => {
    const first = await get('/?q=商贸')
    expect(first.body).toContain('<mark>&#60;script&#62;</mark>')
    const second = await get('/?q=商贸&cursor=1')
    expect(second.body).toContain('旧名称相符：旧名<mark>商贸</mark>行')
    expect(second.body).toContain('<span>91150203</span><span>Y00079190</span><span>F</span>')
  })

  test('leads on by cursor, with query and filters kept', async () => {
    const { body } = await get('/?q=商贸&state=存续')
    expect(linksIn(body)).toContain(`/?${new URLSearchParams({ q: '商贸', state: '存续', cursor: '1' })}`)
    expect((await get('/?q=商贸&cursor=2')).body).not.toContain('rel="next"')
  })

  test('goes straight to the enterprise whose code was asked for', async () => {
    const { status, headers } = await get(`/?q=${encodeURIComponent(' 91150203y000000082')}`)
    expect([status, headers.location]).toEqual([302, `/enterprises/${CLEAN}`])
  })

  test('says what to try when nothing was found', async () => {
    const { status, body } = await get('/?q=无')
    expect(status).toBe(200)
    expect(body).toContain('没有找到“无”')
  })
})

describe('an enterprise', () => {
  test('on the list: reason, authority, basis with its wording, decision, the way off, the last days of the remedies', async () => {
    const { body } = await get(`/enterprises/${LISTED}`)
    expect(body).toContain('<section class="answer sanction" aria-label="已列入经营异常名录">')
    for (const text of [
      '（2025年度）',
      OFFICE,
      '国家市场监督管理总局令第101号',
      '〔2026〕17号',
      '怎样移出',
      '5 个工作日',
    ])
      expect(body).toContain(text)
    expect(body).toContain('向昆都仑区人民政府申请行政复议，至 <time datetime="2026-12-31">2026-12-31</time></div>')
    expect(body).toContain('提出异议，至 <time datetime="2026-08-01">2026-08-01</time>（已过）')
  })

  test('not on the list: says so, as of today', async () => {
    const { body } = await get(`/enterprises/${CLEAN}`)
    expect(body).not.toContain('answer sanction')
    expect(body).toContain('<h2>未列入经营异常名录</h2>')
    expect(body).toContain('截至 <time datetime="2026-11-23">')
  })

  test('a sole trader is marked, and gets back to the normal state', async () => {
    const { body } = await get(`/enterprises/${SOLE}`)
    expect(body).toContain('已标记为经营异常状态')
    expect(body).toContain('怎样恢复正常记载状态')
    expect(body).not.toContain('已列入经营异常名录')
  })

  test('every block names its source, and the position where there is a record', async () => {
    const { body } = await get(`/enterprises/${LISTED}`)
    expect(body.match(/来源：/g)).toHaveLength(4)
    expect(body).toContain('2026-07-01 09:30</time> 记入，位置 1,234')
    expect(body).toContain(`href="/v1/enterprises/${LISTED}"`)
  })

  test('what an enterprise keeps to itself is said to be kept, not shown as missing', async () => {
    const { body } = await get(`/enterprises/${CLEAN}`)
    expect(body).toContain('从业人数、资产经营状况：选择不公示。')
  })
})

describe('lists and draws', () => {
  test('the abnormal list pages by cursor', async () => {
    const first = await get('/lists/abnormal')
    expect(first.body).toContain('href="/lists/abnormal?cursor=1" rel="next"')
    const last = await get('/lists/abnormal?cursor=1')
    expect(last.body).toContain('昆都仑区某某小吃店')
    expect(last.body).not.toContain('rel="next"')
  })

  test('a draw shows that it is a rehearsal, what it rests on, who was drawn, and how to check it', async () => {
    const { body } = await get('/draws/plan%201')
    for (const hash of ['a', 'b', 'c', 'd', 'e', '1']) expect(body).toContain(hash.repeat(64))
    expect(body).toContain('<span class="tag clock">演练</span>')
    expect(body).toContain('2 人：K001、K002')
    expect(body).toContain('未派：可派人员不足')
    expect(body).toContain('href="/v1/draws/plan%201/proof"')
    expect(body).toContain('npm run -s mingjian -- verify')
  })
})

describe('what is not there', () => {
  test.each([
    ['/nowhere', 404, '没有这个页面'],
    ['/enterprises/91150203X', 404, '没有登记这个代码'],
    ['/enterprises/%00', 404, '没有登记这个代码'],
    ['/draws/none', 404, '没有这次抽取'],
    ['/lists/abnormal?cursor=x', 400, '这个翻页链接已经失效'],
    ['/?q=商贸&cursor=x', 400, '这个翻页链接已经失效'],
    ['/?q=坏', 500, '暂时不能回答'],
  ])('%s answers %i and says what to do next', async (url, status, title) => {
    const answer = await get(url)
    expect(answer.status).toBe(status)
    expect(answer.body).toContain(`<h1>${title}</h1><ul><li>`)
    expect(answer.body).not.toContain('the index is gone')
  })

  test('a program that asks for no page is answered by the interface', async () => {
    const other = fastify()
    const unknownRoute = (_: unknown, reply: FastifyReply) => reply.code(404).send({ code: 'unknown-route' })
    await other.register(portal({ queries, clock: { today: () => TODAY }, unknownRoute }))
    expect((await other.inject({ url: '/nowhere' })).json()).toEqual({ code: 'unknown-route' })
    await other.close()
  })
})

describe('files', () => {
  test.each([
    'tokens.css',
    'elements.css',
    'frame.css',
    'text.css',
    'tables.css',
    'search.css',
    'enterprise.css',
    'draw.css',
    'portal.js',
    'manner.js',
    'icon.svg',
    'fonts.css',
  ])('%s is served', async (name) => expect((await get(`/assets/${name}`)).status).toBe(200))

  test('of the font only the subsets that the styles name are served', async () => {
    const { body } = await get('/assets/fonts.css')
    const [, file] = /url\("([^"]+)"\)/.exec(body) ?? []
    expect((await get(file ?? '')).headers['content-type']).toBe('font/woff2')
    expect((await get('/assets/fonts/noto-sans-sc-latin-900-normal.woff2')).status).toBe(404)
  })
})
