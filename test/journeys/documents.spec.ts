import { createHash } from 'node:crypto'
import { makeUscc } from '@mingjian/codes'
import { extractOf } from '@mingjian/credit-query/documents/extract'
import type { Issued } from '@mingjian/credit-query/documents/issued'
import { letterOf } from '@mingjian/credit-query/documents/letter'
import { queriesOf } from '@mingjian/main/run/queries'
import { canonicalJson } from '@mingjian/proofs'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { company, penalty, soleTrader } from './examples.ts'
import { AUTHORITY, type Journey, startJourney, TOKEN } from './platform.ts'
import { unlikeFont } from './printed.ts'

const COMPANY = makeUscc('91150203', 'MA0D0C01')
const TRADER = makeUscc('92150203', 'MA0D0C02')
const sha256 = (text: string): string => createHash('sha256').update(text).digest('hex')

/** The document that an answer tells of. */
const issuedAs = (body: Record<'text' | 'sha256', string> & { readonly position: number }): Issued => {
  const [authority = '', title = '', number = '', , addressee = '', ...rest] = body.text.split('\n')
  const document = {
    authority,
    title,
    number,
    addressee: addressee.slice(0, -1),
    paragraphs: rest.slice(0, -4),
    on: '',
  }
  const [year, month, date] = (rest.at(-2) ?? '').split(/[年月日]/)
  return {
    document: { ...document, on: `${year}-${month?.padStart(2, '0')}-${date?.padStart(2, '0')}` },
    sha256: body.sha256,
    event: { position: body.position } as Issued['event'],
  }
}

let journey: Journey
let decision: string
const pdf = async (path: string): Promise<Buffer> => {
  const response = await fetch(`${journey.address}${path}`)
  expect(response.headers.get('content-type')).toBe('application/pdf')
  return Buffer.from(await response.arrayBuffer())
}
beforeAll(async () => {
  journey = await startJourney()
  await journey.act('EstablishEnterprise', { uscc: COMPANY, items: company('包头市晨光商贸有限责任公司') })
  await journey.act('EstablishEnterprise', { uscc: TRADER, items: soleTrader('昆都仑区庆恒烧烤店') })
  await journey.sweep('2026-07-31')
  const { items } = (await journey.get(`/v1/enterprises/${COMPANY}/lists`)).body
  decision = items.find(({ year }: { year: number }) => year === 2025).decision
})
afterAll(() => journey.end())

describe('the decision to list an enterprise', () => {
  test('can be had by its number: facts, basis in the wording of the day, remedies with their last days', async () => {
    const { status, body } = await journey.get(`/v1/documents/${encodeURIComponent(decision)}`)
    expect(status).toBe(200)
    expect(body).toMatchObject({
      number: decision,
      title: '列入经营异常名录决定书',
      subject: COMPANY,
      on: '2026-07-01',
    })
    expect(body.text).toContain(`包头市晨光商贸有限责任公司（统一社会信用代码 ${COMPANY}）`)
    expect(body.text).toContain('（2025年度）')
    expect(body.text).toMatch(/依据《企业信息公示暂行条例》\(国务院令第654号公布，第777号修订\)第十八条第一款/)
    expect(body.text).toMatch(/向昆都仑区人民政府申请行政复议，或者在2027年1月1日（含当日）前/)
  })

  test('hashes to what its public event says, so that anybody can tell whether it is the one that was issued', async () => {
    const { body } = await journey.get(`/v1/documents/${encodeURIComponent(decision)}`)
    const { text } = await journey.get(`/v1/changes?after=${body.position - 1}&limit=1`)
    const event = JSON.parse(text.split('\n')[0] ?? '')
    expect(event.data.decision).toBe(decision)
    expect(sha256(body.text)).toBe(event.data.documentSha256)
  })

  test('names the enterprise as it was called when it was decided, whatever it is called now', async () => {
    const before = (await journey.get(`/v1/documents/${encodeURIComponent(decision)}`)).body
    await journey.act('ChangeRegistration', {
      uscc: COMPANY,
      items: company('包头市曙光商贸有限责任公司'),
      on: '2026-08-03',
    })
    expect((await journey.get(`/v1/documents/${encodeURIComponent(decision)}`)).body).toEqual(before)
  })

  test('is a page with nothing from elsewhere, and a PDF, by the suffix or by Accept', async () => {
    const address = `/v1/documents/${encodeURIComponent(decision)}`
    const page = await journey.get(address, { accept: 'text/html' })
    expect(page.headers.get('content-type')).toContain('text/html')
    expect(page.headers.get('content-security-policy')).toMatch(/default-src 'none'; style-src 'sha256-/)
    expect(page.text).toContain('<span>列入经营异常名录决定书</span>')
    expect((await journey.get(`${address}.html`)).text).toBe(page.text)
    expect((await pdf(`${address}.pdf`)).subarray(0, 5).toString()).toBe('%PDF-')
  })

  test('is the same file every time', async () => {
    const address = `/v1/documents/${encodeURIComponent(decision)}.pdf`
    expect(await pdf(address)).toEqual(await pdf(address))
  })

  test('shows every character on paper as the font draws it', async () => {
    const { body } = await journey.get(`/v1/documents/${encodeURIComponent(decision)}`)
    const file = await pdf(`/v1/documents/${encodeURIComponent(decision)}.pdf`)
    expect(await unlikeFont(file, letterOf(issuedAs(body)))).toEqual([])
  })

  test('does not pass for another text', async () => {
    const { body } = await journey.get(`/v1/documents/${encodeURIComponent(decision)}`)
    const file = await pdf(`/v1/documents/${encodeURIComponent(decision)}.pdf`)
    const other = { ...body, text: body.text.replaceAll('年度', '年废') }
    expect(new Set(await unlikeFont(file, letterOf(issuedAs(other))))).toEqual(new Set(['废']))
  })
})

test('a sole trader gets another document, of another series', async () => {
  const { items } = (await journey.get(`/v1/enterprises/${TRADER}/lists`)).body
  const { body } = await journey.get(`/v1/documents/${encodeURIComponent(items[0].decision)}`)
  expect(body.title).toBe('标记为经营异常状态决定书')
})

test('a decision that nobody issued is unknown', async () => {
  const { status, body } = await journey.get(`/v1/documents/${encodeURIComponent('昆都仑区市监异列〔2026〕99999号')}`)
  expect([status, body.code]).toEqual([404, 'unknown-document'])
})

test('a wrong token is refused, not taken for the public', async () => {
  const asked = `/v1/documents/${encodeURIComponent(decision)}`
  expect((await journey.get(asked, { authorization: 'Bearer wrong' })).status).toBe(401)
  expect((await journey.get(asked, { authorization: `Bearer ${TOKEN}` })).status).toBe(200)
})

describe('the extract', () => {
  test('is a file whose hash anybody can work out from the public answer of that moment', async () => {
    const file = await pdf(`/v1/enterprises/${COMPANY}/extract.pdf`)
    const { body } = await journey.get(`/v1/enterprises/${COMPANY}`)
    const [last] = await journey.platform.log.read(body.position - 1, 1)
    const then = (await journey.get(`/v1/enterprises/${COMPANY}?knownAt=${last?.recordedAt}`)).body
    expect(then).toEqual(body)
    const queries = queriesOf(journey.platform, { authority: AUTHORITY })
    const [enterprise, record] = await Promise.all([queries.enterprise(COMPANY), queries.record(COMPANY)])
    if (enterprise === undefined) throw new Error('unknown')
    const expected = extractOf({
      enterprise,
      record,
      on: journey.platform.clock.today(),
      knownAt: last?.recordedAt ?? '',
    })
    expect(expected.foot).toContain(sha256(canonicalJson(then)))
    expect(await unlikeFont(file, expected)).toEqual([])
  })
})

describe('a penalty that is published', () => {
  const documentNo = '昆市监处罚〔2026〕7号'
  const address = `/v1/documents/${encodeURIComponent(documentNo)}`

  test('can be read as a document while its publicity lasts, without what names a person', async () => {
    const facts = '经营者王小明，身份证号150203198001011234，销售过期食品'
    await journey.record({
      type: 'RecordPenalty',
      data: { uscc: COMPANY, penalty: penalty(documentNo, '2026-09-01', { facts }) },
    })
    await journey.sweep('2026-10-31')
    const { status, body } = await journey.get(address)
    expect(status).toBe(200)
    expect(body).toMatchObject({ title: '行政处罚决定书（公示文本）', authority: AUTHORITY, on: '2026-09-01' })
    expect(body.text).toContain('罚款金额：3000元')
    expect(body.text).not.toMatch(/王小明|150203198001011234/)
  })
})
