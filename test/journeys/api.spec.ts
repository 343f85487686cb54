import { makeUscc } from '@mingjian/codes'
import { systemClock } from '@mingjian/kernel/adapters'
import { rehearsed } from '@mingjian/main/run/rehearsal'
import { Validator } from '@seriousme/openapi-schema-validator'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { conducted, planFor } from './draw.ts'
import { company, penalty, report, soleTrader } from './examples.ts'
import { type Description, faultsOf } from './openapi.ts'
import { AUTHORITY, type Journey, startJourney, TOKEN } from './platform.ts'
import { published } from './visit.ts'

const COMPANY = makeUscc('91150203', 'MA0APT01')
const TRADER = makeUscc('92150203', 'MA0APT02')
const FAITHFUL = makeUscc('91150203', 'MA0APT03')
const UNKNOWN = makeUscc('91150203', 'MA0APT99')

let journey: Journey
beforeAll(async () => {
  journey = await startJourney()
})
afterAll(() => journey.end())

const get: Journey['get'] = (...asked) => journey.get(...asked)
const positionOf = async (type: string): Promise<number> => {
  const lines = (await get('/v1/changes?after=0')).text.split('\n').filter((line) => line !== '')
  return lines.map((line) => JSON.parse(line)).find((change) => change.type === type).position
}
const listsOf = async (uscc: string) => (await get(`/v1/enterprises/${uscc}`)).body.lists

describe('from registration to delisting', () => {
  test('staff register enterprises, each a recorded act', async () => {
    const done = await journey.act('EstablishEnterprise', {
      uscc: COMPANY,
      items: company('包头市晨光商贸有限责任公司'),
    })
    expect(done.status).toBe(200)
    expect(done.body).toMatchObject({
      outcome: 'recorded',
      events: [{ type: 'EnterpriseEstablished', effectiveOn: '2022-03-01' }],
    })
    expect(
      (await journey.act('EstablishEnterprise', { uscc: TRADER, items: soleTrader('昆都仑区庆恒烧烤店') })).status,
    ).toBe(200)
    expect(
      (await journey.act('EstablishEnterprise', { uscc: FAITHFUL, items: company('包头市远航科技有限公司') })).status,
    ).toBe(200)
  })

  test('the register answers with the enterprise, on no list', async () => {
    const { status, body } = await get(`/v1/enterprises/${COMPANY}`)
    expect(status).toBe(200)
    expect(body).toMatchObject({
      uscc: COMPANY,
      name: '包头市晨光商贸有限责任公司',
      state: '存续',
      type: '有限责任公司(自然人投资或控股)',
      established: '2022-03-01',
      district: '150203',
      authority: AUTHORITY,
      address: '钢铁大街1号',
      lists: [],
    })
    expect(body.position).toBeGreaterThan(0)
  })

  test('a code is understood as people write it', async () => {
    const fullWidth = [...COMPANY].map((c) => String.fromCodePoint((c.codePointAt(0) ?? 0) + 0xfee0)).join('')
    for (const written of [COMPANY.toLowerCase(), fullWidth, `${COMPANY.slice(0, 8)} ${COMPANY.slice(8)}`])
      expect((await get(`/v1/enterprises/${encodeURIComponent(written)}`)).body.uscc).toBe(COMPANY)
  })

  test('reports are filed, and one year is missed', async () => {
    for (const year of [2023, 2024, 2025])
      expect(
        (
          await journey.act('SubmitAnnualReport', {
            uscc: FAITHFUL,
            year,
            filedOn: `${year + 1}-03-01`,
            report: report(),
          })
        ).status,
      ).toBe(200)
    for (const year of [2023, 2024])
      expect(
        (
          await journey.act('SubmitAnnualReport', {
            uscc: COMPANY,
            year,
            filedOn: `${year + 1}-03-01`,
            report: report(),
          })
        ).status,
      ).toBe(200)
    await journey.sweep('2026-10-31')
    expect(await listsOf(FAITHFUL)).toEqual([])
  })

  test('who missed it is listed, with year, day, decision, provision and remedy', async () => {
    const [listing, ...more] = await listsOf(COMPANY)
    expect(more).toEqual([])
    expect(listing).toMatchObject({
      list: 'abnormal',
      ground: 'annual_report_missed',
      years: [2025],
      listedOn: '2026-07-01',
      authority: AUTHORITY,
    })
    expect(listing.decision).toMatch(/异列〔2026〕\d+号/)
    expect(listing.basis.length).toBeGreaterThan(0)
    for (const { text } of listing.basis) expect(text).toMatch(/^《.+》.*第.+条/)
    expect(listing.remedy.reconsiderationBy > '2026-07-01').toBe(true)
  })

  test('a sole trader is marked instead', async () => {
    const [listing] = await listsOf(TRADER)
    expect(listing).toMatchObject({ list: 'mark', years: [2023, 2024, 2025] })
  })

  test('the public list has both, told apart, page by page', async () => {
    const first = await get('/v1/lists/abnormal?limit=1')
    expect(first.body.items).toMatchObject([{ uscc: COMPANY, name: '包头市晨光商贸有限责任公司', list: 'abnormal' }])
    const next = /<(.+)>; rel="next"/.exec(first.headers.get('link') ?? '')?.[1] ?? ''
    expect(next).toContain(encodeURIComponent(first.body.next))
    const second = await get(next)
    expect(second.body.items).toMatchObject([{ uscc: TRADER, list: 'mark' }])
    expect(second.body.next).toBeUndefined()
    expect(second.headers.get('link')).toBeNull()
    expect((await get('/v1/lists/serious')).body).toEqual({ items: [] })
  })

  test('a late report leads to the removal within five working days', async () => {
    const filed = { uscc: COMPANY, year: 2025, filedOn: '2026-11-02', report: report() }
    expect((await journey.act('SubmitAnnualReport', filed)).body.outcome).toBe('recorded')
    await journey.sweep('2026-11-20')
    expect((await get(`/v1/enterprises/${COMPANY}`)).body).toMatchObject({
      lists: [],
      removedListings: 1,
      lastReport: 2025,
    })
    const { items } = (await get(`/v1/enterprises/${COMPANY}/lists`)).body
    expect(items).toMatchObject([{ year: 2025, listedOn: '2026-07-01', removal: { authority: AUTHORITY } }])
    expect(items[0].removal.on >= '2026-11-02' && items[0].removal.on <= '2026-11-09').toBe(true)
  })

  test('the reports show, the late one as late, the missed year as missed', async () => {
    const { items, missed } = (await get(`/v1/enterprises/${COMPANY}/annual-reports`)).body
    expect(items.map(({ year, late }: { year: number; late: boolean }) => [year, late])).toEqual([
      [2025, true],
      [2024, false],
      [2023, false],
    ])
    expect(missed).toEqual([{ year: 2025, since: '2026-07-01' }])
  })

  test('the timeline tells it all, newest first, each with its why', async () => {
    const { items } = (await get(`/v1/enterprises/${COMPANY}/timeline?limit=100`)).body
    const told = items.map(({ event }: { event: string }) => event)
    expect(told.slice(0, 3)).toEqual([
      'AbnormalOperationsDelisted',
      'AnnualReportSubmitted',
      'AbnormalOperationsListed',
    ])
    expect(told.at(-1)).toBe('EnterpriseEstablished')
    let seen: unknown[] = []
    for (let path: string | undefined = `/v1/enterprises/${COMPANY}/timeline?limit=2`; path !== undefined; ) {
      const page = await get(path)
      seen = [...seen, ...page.body.items]
      path = /<(.+)>; rel="next"/.exec(page.headers.get('link') ?? '')?.[1]
    }
    expect(seen).toEqual(items)
  })

  test('what was true on a day, and what was known at a time, can be asked', async () => {
    const at = async (query: string) => (await get(`/v1/enterprises/${COMPANY}?${query}`)).body
    expect((await at('asOf=2026-08-01')).lists).toHaveLength(1)
    expect((await at('asOf=2026-06-30')).lists).toEqual([])
    expect((await at('asOf=2026-11-20')).lists).toEqual([])
    expect(await at('asOf=2022-02-28')).toMatchObject({ status: 404, code: 'not-registered-then' })
    expect(await at('knownAt=2020-01-01T00:00:00Z')).toMatchObject({ status: 404, code: 'not-registered-then' })
    // A plus that nobody escaped.
    expect((await at('knownAt=2099-01-01T00:00:00+08:00')).lists).toEqual([])
  })

  test('a penalty is public in summary', async () => {
    await journey.record({
      type: 'RecordPenalty',
      data: { uscc: COMPANY, penalty: penalty('昆市监处罚〔2026〕1号', '2026-10-28') },
    })
    expect((await get(`/v1/enterprises/${COMPANY}/penalties`)).body.items).toMatchObject([
      { documentNo: '昆市监处罚〔2026〕1号', fineYuan: 3000, kinds: ['罚款'], decidedOn: '2026-10-28' },
    ])
  })

  test('until its publicity has ended', async () => {
    await journey.record({
      type: 'RecordPenalty',
      data: { uscc: COMPANY, penalty: penalty('昆市监处罚〔2015〕1号', '2015-05-08') },
    })
    const shown = [
      await get(`/v1/enterprises/${COMPANY}/penalties`),
      await get(`/v1/enterprises/${COMPANY}/timeline?limit=100`),
      await get('/v1/changes'),
    ]
    for (const { text } of shown) expect(text).not.toContain('〔2015〕1号')
  })
})

describe('search', () => {
  test('finds by part of a name, by pinyin and by code, and says why', async () => {
    for (const [q, why] of [
      ['晨光', 'name'],
      ['chenguang', 'pinyin'],
      [COMPANY, 'code'],
    ] as const) {
      const { items } = (await get(`/v1/enterprises?q=${encodeURIComponent(q)}`)).body
      expect(items[0], q).toMatchObject({ uscc: COMPANY, match: { why } })
    }
  })
  test('says how many there are by the values of each filter', async () => {
    expect((await get('/v1/enterprise-counts?district=150203&type=9500')).body).toMatchObject({
      total: 1,
      exact: true,
      district: { 150203: 1 },
      type: { 1130: 2, 9500: 1 },
      list: { mark: 1 },
    })
  })
  test('filters, and pages without a double', async () => {
    expect((await get('/v1/enterprises?list=mark')).body.items).toMatchObject([{ uscc: TRADER }])
    expect((await get(`/v1/enterprises?state=${encodeURIComponent('注销')}`)).body.items).toEqual([])
    const seen: string[] = []
    for (let path: string | undefined = '/v1/enterprises?limit=1'; path !== undefined; ) {
      const page = await get(path)
      seen.push(...page.body.items.map(({ uscc }: { uscc: string }) => uscc))
      path = /<(.+)>; rel="next"/.exec(page.headers.get('link') ?? '')?.[1]
    }
    expect(seen.toSorted()).toEqual([COMPANY, FAITHFUL, TRADER].toSorted())
  })
})

describe('a draw', () => {
  test('is public with its proof, and an earlier one of the plan stays in sight', async () => {
    expect((await get('/v1/draws/2026-spring/proof')).body.code).toBe('unknown-draw')
    for (const n of [1, 2])
      await journey.record({
        type: 'RecordInspector',
        data: {
          inspectorId: `E-${n}`,
          department: AUTHORITY,
          certificateNo: `C-${n}`,
          validFrom: '2025-01-01',
          validUntil: '2030-12-31',
          specialities: [],
          conflicts: [],
        },
      })
    const plan = {
      id: '2026-spring',
      name: '年报公示信息抽查',
      year: 2026,
      scope: { district: '150203' },
      strata: [{ name: '全部', rate: '1/100' }],
      floor: '3/100',
      inspectorsPerObject: 2,
      window: { from: '2026-12-01', to: '2026-12-31' },
      publicSource: { name: '公开摇号', at: '2026-11-30' },
    }
    const draw = async (publicValue: string) => {
      // Drawn from what has been read so far.
      await journey.caughtUp()
      return rehearsed(journey.platform, {
        plan,
        nonces: ['11'.repeat(32), '22'.repeat(32)],
        publicValue,
        key: '00'.repeat(32),
        actor: 'staff:test',
      })
    }
    const first = await draw('3 7 9')
    const second = await draw('4 4 4')
    await journey.caughtUp()
    const { items } = (await get('/v1/inspections/draws')).body
    expect(items).toMatchObject([
      {
        id: '2026-spring',
        rehearsal: true,
        stage: 'conducted',
        population: { size: 3 },
        earlier: [{ rehearsal: true }],
      },
    ])
    expect((await get('/v1/inspections/plans')).body.items).toMatchObject([
      { id: '2026-spring', name: '年报公示信息抽查' },
    ])
    const proof = await get('/v1/draws/2026-spring/proof')
    // Where the public log is written meanwhile, the proof has its entry beside what it had.
    const { log, digests, ...drawn } = proof.body
    expect({ ...drawn, digests: { ...digests, log: undefined } }).toEqual(JSON.parse(second.proof))
    expect(drawn.seed).not.toBe(JSON.parse(first.proof).seed)
    if (log === undefined) expect(proof.text).toBe(second.proof)
    expect(proof.headers.get('etag')).toContain(items[0].result.proofSha256)
  })
})

describe('the staff door', () => {
  const revocation = { uscc: FAITHFUL, on: '2026-11-01', reason: '另有原因' }
  test('is closed to who has no token, or another', async () => {
    const none = await journey.act('RevokeLicence', revocation, { authorization: '' })
    expect([none.status, none.headers.get('www-authenticate')]).toEqual([401, 'Bearer'])
    expect((await journey.act('RevokeLicence', revocation, { authorization: `Bearer ${TOKEN}x` })).status).toBe(401)
  })
  test('wants a key, and a body as the act needs it', async () => {
    expect((await journey.act('RevokeLicence', revocation, { 'idempotency-key': '' })).body).toMatchObject({
      status: 400,
    })
    expect((await journey.act('RevokeLicence', { uscc: FAITHFUL })).body).toMatchObject({ code: 'missing-parameter' })
    expect((await journey.act('RevokeLicence', { ...revocation, extra: 1 })).body).toMatchObject({
      code: 'unknown-parameter',
    })
    expect((await journey.act('RevokeLicence', 'text')).body).toMatchObject({ status: 400 })
    expect((await journey.act('RevokeLicence', { ...revocation, reason: 'a\0b' })).body).toMatchObject({ status: 400 })
  })
  test('leaves the records of other systems to imports', async () => {
    expect((await journey.act('RecordEnterprise', {})).status).toBe(404)
  })
  test('refuses with the code and the provision', async () => {
    const refused = await journey.act('SubmitAnnualReport', {
      uscc: COMPANY,
      year: 2030,
      filedOn: '2026-11-02',
      report: report(),
    })
    expect(refused.status).toBe(409)
    expect(refused.headers.get('content-type')).toBe('application/problem+json')
    expect(refused.body).toMatchObject({ code: 'window-not-open', provision: expect.stringMatching(/^《.+》.*第.+条/) })
  })
  test('carries the same key out once', async () => {
    const key = { 'idempotency-key': 'revocation-1' }
    const first = await journey.act('RevokeLicence', revocation, key)
    expect(first.body).toMatchObject({
      outcome: 'recorded',
      events: [{ type: 'LicenceRevoked', effectiveOn: '2026-11-01' }],
    })
    const again = await journey.act('RevokeLicence', revocation, key)
    expect(again.body).toEqual({ outcome: 'repeated', first: first.body.first, last: first.body.last })
    expect((await journey.act('RevokeLicence', revocation)).body).toEqual({ outcome: 'unchanged' })
  })
})

/** A cursor that nobody was given. */
const crafted = (place: unknown): string => Buffer.from(JSON.stringify(place)).toString('base64url')

describe('an error', () => {
  test.each([
    ['/v1/enterprises/91', 400, 'uscc-length'],
    [`/v1/enterprises/${COMPANY.slice(0, 17)}I`, 400, 'uscc-alphabet'],
    [`/v1/enterprises/${COMPANY.slice(0, 17)}${COMPANY.endsWith('0') ? '1' : '0'}`, 400, 'uscc-check'],
    [`/v1/enterprises/${UNKNOWN}`, 404, 'unknown-enterprise'],
    [`/v1/enterprises/${UNKNOWN}/timeline`, 404, 'unknown-enterprise'],
    [`/v1/enterprises/${COMPANY}?asOf=2026-02-30`, 400, 'invalid-parameter'],
    [`/v1/enterprises/${COMPANY}?knownAt=yesterday`, 400, 'invalid-parameter'],
    [`/v1/enterprises/${COMPANY}?colour=red`, 400, 'unknown-parameter'],
    [`/v1/enterprises/${COMPANY}/lists?limit=0`, 400, 'invalid-parameter'],
    [`/v1/enterprises/${COMPANY}/timeline?cursor=nonsense`, 400, 'unknown-cursor'],
    ['/v1/enterprises?limit=101', 400, 'invalid-parameter'],
    ['/v1/enterprises?state=open', 400, 'invalid-parameter'],
    ['/v1/enterprises?cursor=nonsense', 400, 'unknown-cursor'],
    [
      `/v1/enterprises?q=${encodeURIComponent('晨光')}&cursor=${crafted([0, 'closeness', 0, 0, 'a\0'])}`,
      400,
      'unknown-cursor',
    ],
    [`/v1/enterprises?cursor=${crafted([0, 'standing', 2 ** 31, 0, ''])}`, 400, 'unknown-cursor'],
    [`/v1/lists/abnormal?cursor=${crafted(['a\0', 0])}`, 400, 'unknown-cursor'],
    ['/v1/enterprises?q=%00', 400, 'invalid-parameter'],
    ['/v1/lists/abnormal?cursor=W10', 400, 'unknown-cursor'],
    ['/v1/lists/grey', 400, 'invalid-parameter'],
    ['/v1/inspections/draws?cursor=e30', 400, 'unknown-cursor'],
    ['/v1/draws/%00/proof', 400, 'invalid-parameter'],
    ['/v1/draws/none/proof', 404, 'unknown-draw'],
    ['/v1/changes?after=-1', 400, 'invalid-parameter'],
    ['/v1/nothing', 404, 'unknown-route'],
    ['/nothing', 404, 'unknown-route'],
  ])('%s is a problem that says what is wrong', async (path, status, code) => {
    const answer = await get(path)
    expect(answer.status).toBe(status)
    expect(answer.headers.get('content-type')).toBe('application/problem+json')
    expect(answer.body).toMatchObject({ type: 'about:blank', status, code, instance: path })
    expect(answer.body.title.length).toBeGreaterThan(3)
    expect(answer.body.detail).toMatch(/。$/)
    expect(answer.headers.get('content-language')).toBe('zh')
    const english = await get(path, { 'accept-language': 'en-GB, zh;q=0.5' })
    expect(english.body).toMatchObject({ status, code })
    expect(english.body.detail).toMatch(/\.$|: .+$/)
    expect(english.body.detail).not.toBe(answer.body.detail)
  })
})

describe('an answer', () => {
  const paths = [
    `/v1/enterprises/${COMPANY}`,
    '/v1/enterprises',
    `/v1/enterprises/${COMPANY}/timeline`,
    '/v1/lists/abnormal',
    '/v1/inspections/draws',
    '/v1/changes',
    '/v1/statistics',
  ]
  test.each(paths)('%s is not sent again to who has it', async (path) => {
    const first = await get(path)
    const tag = first.headers.get('etag') ?? ''
    expect(tag).toMatch(/^W\/".+"$/)
    for (const header of [tag, `"other", ${tag.slice(2)}`, '*']) {
      const again = await get(path, { 'if-none-match': header })
      expect([again.status, again.text, again.headers.get('etag')]).toEqual([304, '', tag])
    }
    expect((await get(path, { 'if-none-match': '"other"' })).status).toBe(200)
  })
  test.each(paths)('%s has a head', async (path) => {
    const [head, whole] = [await get(path, {}, 'HEAD'), await get(path)]
    expect([head.status, head.text, head.headers.get('etag')]).toEqual([200, '', whole.headers.get('etag')])
  })
  test('says how many more may be asked', async () => {
    const { headers } = await get('/v1/statistics')
    for (const name of ['ratelimit', 'ratelimit-policy', 'ratelimit-limit', 'ratelimit-remaining', 'ratelimit-reset'])
      expect(headers.get(name)).not.toBeNull()
  })
  test('counts the register', async () => {
    const { body } = await get('/v1/statistics')
    expect(body.lists).toEqual({ abnormal: 0, mark: 1, serious: 0 })
    expect(body.enterprises.total).toBe(3)
    expect(body.draw).toMatchObject({ id: '2026-spring', population: 3, floor: 0.03 })
  })
})

describe('/openapi.json', () => {
  let description: Description
  beforeAll(async () => {
    description = (await get('/openapi.json')).body
  })

  test('is OpenAPI 3.1', async () => {
    expect(description.openapi).toBe('3.1.0')
    const { valid, errors } = await new Validator().validate(
      structuredClone(description) as unknown as Record<string, unknown>,
    )
    expect(errors).toBeUndefined()
    expect(valid).toBe(true)
  })
  test('names every operation once', () => {
    const ids = Object.values(description.paths).flatMap((path) =>
      Object.values(path).map(({ operationId }) => operationId),
    )
    expect(new Set(ids).size).toBe(ids.length)
    expect(ids).not.toContain(undefined)
  })
  test('describes every answer, and no more is answered than it describes', async () => {
    const { task, code } = await published(journey, COMPANY)
    const strata = [{ name: '全部', rate: '1/100' }]
    await conducted(journey, planFor(systemClock.today(), { id: 'sealed', sealed: true, strata }), '5')
    const { items: lists } = (await get(`/v1/enterprises/${COMPANY}/lists`)).body
    const samples: Readonly<Record<string, string>> = {
      ...{
        '{uscc}': COMPANY,
        '{list}': 'abnormal',
        '{id}': '2026-spring',
        '{planId}': 'sealed',
        '{year}': '2026',
        '{task}': task,
        '{code}': code,
        '{sha256}': await journey.platform.attachments.put(Buffer.from('a photo')),
        '{path}': 'entries/000.p/1',
        '{number}': encodeURIComponent(lists[0].decision),
      },
      '{position}': String(await positionOf('AbnormalOperationsListed')),
    }
    for (const path of Object.keys(description.paths).filter((path) => 'get' in (description.paths[path] ?? {}))) {
      const real = path.replace(/\{\w+\}/g, (name) => samples[name] ?? name)
      const staff = 'security' in (description.paths[path]?.get ?? {}) ? { authorization: `Bearer ${TOKEN}` } : {}
      const found = await get(real, staff)
      const type = found.headers.get('content-type') ?? ''
      const bodies = type.includes('ndjson')
        ? found.text
            .trim()
            .split('\n')
            .map((line) => JSON.parse(line))
        : [type.includes('json') ? found.body : found.text]
      expect(found.status, real).toBe(200)
      for (const body of bodies) expect(faultsOf(description, path, 200, type, body)).toEqual([])
      const wrong = await get(`${real}?nonsense=1`, staff)
      if (path === '/openapi.json') continue
      expect(wrong.status, real).toBe(400)
      expect(faultsOf(description, path, 400, wrong.headers.get('content-type') ?? '', wrong.body)).toEqual([])
    }
  })
})
