import { makeUscc } from '@mingjian/codes'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { company, penalty } from './examples.ts'
import { AUTHORITY, type Journey, startJourney } from './platform.ts'

const COMPANY = makeUscc('91150203', 'MA0PBL01')
const QUASHED = '昆市监处罚〔2026〕11号'
const STANDING = '昆市监处罚〔2026〕12号'
const RECENT = '昆市监处罚〔2026〕13号'

let journey: Journey
let today: string
beforeAll(async () => {
  journey = await startJourney()
  today = journey.platform.clock.today()
  await journey.act('EstablishEnterprise', { uscc: COMPANY, items: company('包头市九原建材有限公司') })
  for (const [documentNo, decidedOn] of [
    [QUASHED, '2026-09-01'],
    [STANDING, '2026-09-02'],
    [RECENT, today],
  ] as const)
    await journey.record({
      type: 'RecordPenalty',
      data: { uscc: COMPANY, penalty: penalty(documentNo, decidedOn, { fineYuan: 60_000 }) },
    })
})
afterAll(() => journey.end())

interface Change {
  readonly position: number
  readonly type: string
  readonly subject: string
  readonly data: Readonly<Record<string, unknown>>
}
const changes = async (after = 0): Promise<readonly Change[]> =>
  (await journey.get(`/v1/changes?after=${after}`)).text
    .split('\n')
    .filter((line) => line !== '')
    .map((line) => JSON.parse(line))
const shown = async (): Promise<readonly string[]> =>
  (await journey.get(`/v1/enterprises/${COMPANY}/penalties`)).body.items.map(
    ({ documentNo }: { documentNo: string }) => documentNo,
  )
const timelineText = async (): Promise<string> => (await journey.get(`/v1/enterprises/${COMPANY}/timeline`)).text
const pageText = async (): Promise<string> =>
  (await journey.get(`/enterprises/${COMPANY}`, { accept: 'text/html' })).text

describe('a penalty', () => {
  test('is not shown before its day, though it is recorded', async () => {
    expect(await shown()).toEqual([STANDING, QUASHED])
    expect(await timelineText()).not.toContain(RECENT)
    expect((await changes()).map(({ data }) => data.documentNo)).not.toContain(RECENT)
  })

  test('is shown at once when the authority publishes it', async () => {
    const done = await journey.act('PublicisePenalty', { uscc: COMPANY, documentNo: RECENT, on: today })
    expect(done.body.outcome).toBe('recorded')
    expect(await shown()).toContain(RECENT)
  })

  test('is withdrawn when it is quashed: routes, timeline and page show it no more', async () => {
    const known = (await changes()).find(({ data }) => data.documentNo === QUASHED)
    expect(known?.type).toBe('PenaltyPublicised')
    expect(await pageText()).toContain(QUASHED)
    const etag = (await journey.get('/v1/changes?after=0&limit=2')).headers.get('etag') ?? ''
    await journey.record({
      type: 'RecordPenaltyOverturning',
      data: {
        uscc: COMPANY,
        overturning: {
          documentNo: QUASHED,
          outcome: 'revoked',
          by: 'reconsideration',
          body: '昆都仑区人民政府',
          overturningNo: '昆政复决〔2026〕5号',
          decidedOn: today,
        },
      },
    })
    expect(await shown()).not.toContain(QUASHED)
    expect(await timelineText()).not.toContain(QUASHED)
    expect(await pageText()).not.toContain(QUASHED)
    expect(await pageText()).toContain(STANDING)

    const feed = await changes()
    expect(feed.some(({ position }) => position === known?.position)).toBe(false)
    expect(feed.at(-1)).toMatchObject({
      type: 'PublicRecordRecalled',
      subject: COMPANY,
      data: { type: 'PenaltyPublicised', positions: [known?.position], reason: '处罚决定被撤销' },
    })
    expect(JSON.stringify(feed)).not.toContain(QUASHED)
    expect((await journey.get('/v1/changes?after=0&limit=2', { 'if-none-match': etag })).status).toBe(200)
  })

  test('is recalled from who follows the feed live', async () => {
    const leaving = new AbortController()
    const response = await fetch(`${journey.address}/v1/changes`, {
      headers: { accept: 'text/event-stream', 'last-event-id': '0' },
      signal: leaving.signal,
    })
    const reader = (response.body ?? new ReadableStream<Uint8Array>()).pipeThrough(new TextDecoderStream()).getReader()
    let text = ''
    while (!text.includes('PublicRecordRecalled')) text += (await reader.read()).value ?? ''
    leaving.abort()
    expect(text).not.toContain(QUASHED)
    expect(text).toContain(STANDING)
  })

  test('can not be withdrawn while it stands: the refusal names its provision', async () => {
    const refused = await journey.act('WithdrawPenaltyPublicity', { uscc: COMPANY, documentNo: STANDING, on: today })
    expect(refused.status).toBe(409)
    expect(refused.body).toMatchObject({ code: 'not-overturned' })
    expect(refused.body.provision).toMatch(/公示规定.*第十一条/)
  })

  test('leaves no trace on the day after its term, and the sweep does it once', async () => {
    const [old] = [penalty('昆市监处罚〔2026〕9号', '2026-05-06', { fineYuan: 500, authority: AUTHORITY })]
    await journey.record({ type: 'RecordPenalty', data: { uscc: COMPANY, penalty: old } })
    await journey.sweep(today)
    expect(await pageText()).not.toContain('〔2026〕9号')
    const recalls = (await changes()).filter(({ type }) => type === 'PublicRecordRecalled')
    expect(recalls.map(({ data }) => data.reason)).toEqual(['处罚决定被撤销', '公示期满'])
    expect((await journey.sweep(today)).acts).toBe(0)
  })
})
