import { type Staff, sessionOf } from '@mingjian/http'
import type { BoardLine } from '@mingjian/law'
import fastify, { type FastifyInstance } from 'fastify'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { portal } from '../../module.ts'
import type { VisitForStaff } from '../../ports.ts'
import { CLEAN, HOSTILE, LISTED, OFFICE, queries, TODAY } from '../../register-of-three.fixture.ts'

const STAFF = { token: 'a long token of staff', authority: OFFICE }
const line = (of: Partial<BoardLine>): BoardLine => ({
  ...{ by: '2026-12-08', overdue: false, subject: CLEAN, uscc: CLEAN, what: '公示处罚信息 1号', who: OFFICE },
  ...{ basis: '《行政处罚法》第四十八条', count: 1, ...of },
})
const LINES: readonly BoardLine[] = [
  line({
    by: '2026-06-30',
    overdue: true,
    subject: '',
    uscc: null,
    what: '报送公示年度报告：2025年度',
    who: '未报企业',
    count: 1204,
  }),
  line({ by: '2026-11-20', overdue: true, subject: '案-7', uscc: LISTED, what: '缴纳罚没款', who: LISTED }),
  line({ what: `公示处罚信息 ${HOSTILE}` }),
  ...Array.from({ length: 120 }, (_, i) => line({ by: '2026-12-10', what: `停止公示处罚信息 ${i}号` })),
]

const VISIT: VisitForStaff = {
  ...{ task: '2026-1#B/1', uscc: CLEAN, name: HOSTILE, address: HOSTILE, planName: '联合抽查', stage: 'issued' },
  ...{ from: '2026-11-20', to: '2026-12-20', slipNo: '昆市监检任〔2026〕3号', code: 'c0de'.repeat(8) },
  officers: ['K001', 'W002'].map((id) => ({
    ...{ id, department: OFFICE, certificateNo: `150203${id}`, validUntil: '2027-01-01' },
  })),
  items: [
    {
      ...{ itemNo: 'A"1', name: `登记事项${HOSTILE}`, legalBasis: [HOSTILE], content: HOSTILE, method: '实地核查' },
      ...{ departments: [OFFICE], points: ['营业执照', HOSTILE], noticeBeforehand: false },
    },
  ],
  evidence: [{ sha256: 'e'.repeat(64), description: HOSTILE, takenAt: '2026-11-23T02:00:00Z' }],
}
const pagesOf = (staff: Staff | undefined) => ({
  staff,
  board: async () => LINES,
  tasks: async (officer: string | undefined) =>
    [{ ...VISIT, inspectors: ['K001', 'W002'] }].filter(
      ({ inspectors }) => officer === undefined || inspectors.includes(officer),
    ),
  visit: async (task: string) =>
    task === VISIT.task
      ? VISIT
      : task === 'new'
        ? { ...VISIT, stage: 'assigned', code: null, slipNo: null }
        : undefined,
})

let app: FastifyInstance
let closed: FastifyInstance
beforeAll(async () => {
  const clock = { today: () => TODAY }
  app = fastify()
  await app.register(portal({ queries, clock, staff: pagesOf(STAFF) }))
  closed = fastify()
  await closed.register(portal({ queries, clock, staff: pagesOf(undefined) }))
})
afterAll(() => Promise.all([app.close(), closed.close()]))

const cookie = `staff=${sessionOf(STAFF)}`
const get = async (url: string, headers: Readonly<Record<string, string>> = { cookie }) => {
  const { statusCode, body, headers: answered } = await app.inject({ url, headers })
  return { status: statusCode, body, headers: answered }
}
const enter = (token: string, to = '/staff/board?when=week') =>
  app.inject({
    ...{ method: 'POST', url: '/staff', headers: { 'content-type': 'application/x-www-form-urlencoded' } },
    payload: new URLSearchParams({ token, to }).toString(),
  })

describe('the entrance', () => {
  test('is all that a stranger sees of the board', async () => {
    for (const headers of [{}, { cookie: 'staff=x' }, { cookie: `other=${sessionOf(STAFF)}` }]) {
      const { status, body } = await get('/staff/board?when=week', headers)
      expect(status).toBe(401)
      expect(body).toContain('<h1>工作人员入口</h1>')
      expect(body).toContain('name="to" value="/staff/board?when&#61;week"')
      expect(body).not.toContain('1号')
    }
  })

  test('leads to what was asked for, with a session that no script can read and no other site can use', async () => {
    const { statusCode, headers } = await enter(STAFF.token)
    expect([statusCode, headers.location]).toEqual([303, '/staff/board?when=week'])
    expect(headers['set-cookie']).toBe(`${cookie}; Max-Age=43200; Path=/; HttpOnly; SameSite=Strict`)
    expect(headers['set-cookie']).not.toContain(STAFF.token)
  })

  test('refuses another token in words', async () => {
    const { statusCode, body, headers } = await enter('a guess')
    expect([statusCode, headers['set-cookie']]).toEqual([401, undefined])
    expect(body).toContain('口令不对')
  })

  test.each(['https://elsewhere.example/', '//elsewhere.example', '/enterprises/x', ''])(
    'leads nowhere else than to pages of staff: %s',
    async (to) => expect((await enter(STAFF.token, to)).headers.location).toBe('/staff/board'),
  )

  test('is left', async () => {
    const { headers } = await app.inject({ method: 'POST', url: '/staff/leave', headers: { cookie } })
    expect(headers['set-cookie']).toMatch(/^staff=; Max-Age=0/)
  })

  test('is closed where no token is set', async () => {
    const { statusCode, body } = await closed.inject({ url: '/staff/board', headers: { cookie } })
    expect(statusCode).toBe(403)
    expect(body).toContain('没有开放工作人员入口')
  })
})

describe('the board', () => {
  test('says what is overdue, who must act, about whom, on which basis; and lets nothing hostile through', async () => {
    const { status, body, headers } = await get('/staff/board')
    expect([status, headers['cache-control']]).toEqual([200, 'no-store'])
    expect(body).toContain('在办的时限 <strong>1,326</strong> 项，其中逾期 <strong>1,205</strong> 项')
    expect(body).toContain('逾期 3 天')
    expect(body).toContain('1,204 户')
    expect(body).toContain(`href="/enterprises/${LISTED}">${LISTED}</a>`)
    expect(body).toContain('《行政处罚法》第四十八条')
    expect(body).not.toMatch(/<script>|\[object|undefined|NaN/)
  })

  test('counts beside each choice what it would leave, and keeps the choice from page to page', async () => {
    const all = (await get('/staff/board')).body
    expect(all).toContain('<option value="当事人" >当事人（1,205）</option>')
    expect(all).toContain('<option value="停止公示处罚信息" >停止公示处罚信息（120）</option>')
    const { body } = await get(`/staff/board?act=${encodeURIComponent('停止公示处罚信息')}`)
    expect(body).toContain('第 1 至 100 行，共 120 行')
    expect(body).toContain('<option value="week" >七日以内（0）</option>')
    expect(body).toContain('<option value="later" >七日以后（120）</option>')
    const [, next = ''] = /href="([^"]+)" rel="next"/.exec(body) ?? []
    const last = await get(next.replace(/&#(\d+);/g, (_, code) => String.fromCharCode(Number(code))))
    expect(last.body).toContain('第 101 至 120 行，共 120 行')
  })

  test('says so when there is nothing', async () =>
    expect((await get('/staff/board?who=nobody')).body).toContain('没有这样的时限'))
})

describe('the visits', () => {
  const address = `/staff/visits/${encodeURIComponent(VISIT.task)}`

  test('are listed, all or those of an officer, and taken along', async () => {
    const { body } = await get('/staff/visits?officer=W002')
    expect(body).toContain(`<a href="${address}" data-keep>`)
    expect((await get('/staff/visits?officer=nobody')).body).toContain('没有检查任务')
  })

  test.each(['/staff/visits', address, '/staff/visits/new'])('%s lets nothing hostile through', async (url) => {
    const { status, body } = await get(url)
    expect(status).toBe(200)
    expect(body).not.toMatch(/<script>|\[object|undefined|NaN| on[a-z]+=| style=/)
    expect(body.match(/<h1/g)).toHaveLength(1)
    const ids = [...body.matchAll(/ id="([^"]+)"/g)].map(([, id]) => id)
    expect(new Set(ids).size).toBe(ids.length)
    for (const [, id] of body.matchAll(/ (?:href="#|aria-labelledby="|for=")([^"]+)"/g)) expect(ids).toContain(id)
  })

  test('have a slip with the code that the enterprise scans, every point and each of the eight results', async () => {
    const { body } = await get(address)
    expect(body).toContain(`/visits/${VISIT.code}</a>`)
    expect(body).toMatch(/<figure class="code-to-scan"><svg /)
    expect(body.match(/data-point=/g)).toHaveLength(2)
    expect(body.match(/name="result"/g)).toHaveLength(8)
  })

  test('have nothing to fill in before there is a slip but the asking for one', async () => {
    const { body } = await get('/staff/visits/new')
    expect([...body.matchAll(/data-act="(\w+)"/g)].map(([, act]) => act)).toEqual(['IssueTaskSlip'])
  })

  test('are no one else’s', async () => {
    for (const url of [address, '/staff/visits', '/staff/offline.js']) expect((await get(url, {})).status).toBe(401)
    expect((await get('/staff/visits/none')).status).toBe(404)
  })

  test('have a script of their own for when there is no network', async () => {
    const { status, headers } = await get('/staff/offline.js')
    expect([status, headers['content-type']]).toEqual([200, expect.stringContaining('/javascript')])
  })
})
