import type { Enterprise } from '@mingjian/credit-query'
import { asShipped, NATIONAL_AUTHORITY, type SettingSource, settingsFor } from '@mingjian/law'
import fastify, { type FastifyInstance, type FastifyReply } from 'fastify'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { portal } from './module.ts'
import { CLEAN, LISTED, OFFICE, queries, SOLE, TODAY } from './register-of-three.fixture.ts'

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
    '/lists/serious',
    '/draws',
    '/draws/plan%201',
    '/inspections/2026',
    '/inspection-items',
    '/about',
    '/law/settings',
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

test('the one page in English says so, and every other leads to it', async () => {
  expect((await get('/en')).body).toMatch(/<html lang="en">.*hreflang="zh-CN">中文<.*<h1>Mingjian in English</s)
  expect((await get('/')).body).toContain('href="/en" lang="en"')
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

  test('says how many there are, and how many each filter would leave', async () => {
    const { body } = await get('/?q=商贸&state=存续')
    expect(body).toContain('找到 约 1,234 家')
    expect(body).toContain('<option value="存续" selected>存续（约 1,200）</option>')
    // What an estimate has not met has no number.
    expect(body).toContain('<option value="注销" >注销</option>')
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
    expect(body).toContain('行政诉讼，至 <time datetime="2027-05-08">2027-05-08</time>（暂定')
  })

  test('not on the list: says so, as of today', async () => {
    const { body } = await get(`/enterprises/${CLEAN}`)
    expect(body).not.toContain('answer sanction')
    expect(body).toContain('<h2>未列入经营异常名录、严重违法失信名单</h2>')
    expect(body).toContain('截至 <time datetime="2026-11-23">')
  })

  test('whose licence has been revoked: says so first, in red, before what is in its favour', async () => {
    const revoked = { ...(await queries.enterprise(CLEAN)), state: '吊销，未注销', ended: '2026-05-06' } as Enterprise
    const other = fastify()
    await other.register(
      portal({ queries: { ...queries, enterprise: async () => revoked }, clock: { today: () => TODAY } }),
    )
    const { body } = await other.inject({ url: `/enterprises/${CLEAN}` })
    await other.close()
    expect(body).toMatch(/<section class="answer sanction" aria-label="登记状态">\s*<h2>吊销，未注销<\/h2>/)
    expect(body.match(/class="answer/g)).toHaveLength(1)
    expect(body.indexOf('<h2>吊销')).toBeLessThan(body.indexOf('未列入经营异常名录'))
  })

  test('a sole trader is marked, and gets back to the normal state', async () => {
    const { body } = await get(`/enterprises/${SOLE}`)
    expect(body).toContain('已标记为经营异常状态')
    expect(body).toContain('怎样恢复正常记载状态')
    expect(body).not.toContain('已列入经营异常名录')
  })

  test('every block names its source, and the position where there is a record', async () => {
    const { body } = await get(`/enterprises/${LISTED}`)
    expect(body.match(/来源：/g)).toHaveLength(5)
    expect(body).toContain('2026-07-01 09:30</time> 记入，位置 1,234')
    expect(body).toContain(`href="/v1/enterprises/${LISTED}"`)
  })

  test('what an enterprise keeps to itself is said to be kept, not shown as missing', async () => {
    const { body } = await get(`/enterprises/${CLEAN}`)
    expect(body).toContain('从业人数、资产经营状况：选择不公示。')
  })
})

describe('the next annual report (企业信息公示暂行条例第八条)', () => {
  // The State's authority gives the reports of 2025 until 30 September.
  const set = {
    'report-window-exceptions': {
      [NATIONAL_AUTHORITY]: [
        {
          from: '2026-06-01',
          basis: '延期公告',
          confidence: 'certain' as const,
          value: [
            {
              ...{ year: 2025, opens: '2026-01-01', closes: '2026-09-30' },
              ...{ basis: '延期公告', confidence: 'certain', reason: '延期' },
            },
          ],
        },
      ],
    },
  }
  const shownOn = async (today: string, law: SettingSource) => {
    const other = fastify()
    await other.register(portal({ queries: { ...queries, law: async () => law }, clock: { today: () => today } }))
    const { body } = await other.inject({ url: `/enterprises/${CLEAN}` })
    await other.close()
    return /<dt>报送 (\d+) 年度报告<\/dt><dd class="">(.*?)<\/dd>/
      .exec(body)
      ?.slice(1)
      .map((part) => part.replace(/<[^>]+>/g, ''))
  }

  test('is due in the window that the authority has set', async () =>
    expect(await shownOn('2026-08-15', settingsFor(set, OFFICE))).toEqual(['2025', '2026-01-01 至 2026-09-30']))

  test('is due in the window of the regulation where nothing else is set', async () =>
    expect(await shownOn('2026-08-15', asShipped)).toEqual(['2026', '2027-01-01 至 2027-06-30']))
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
    'form.css',
    'visits.js',
    'visit.js',
    'outbox.js',
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
