import { makeUscc } from '@mingjian/codes'
import { classifyRisk } from '@mingjian/credit-lists'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { company, penalty, report } from './examples.ts'
import { AUTHORITY, type Journey, startJourney, TOKEN } from './platform.ts'

const LISTED = makeUscc('91150203', 'MA0B0A01')
const CLEAN = makeUscc('91150203', 'MA0B0A02')
const staff = { authorization: `Bearer ${TOKEN}` }

let journey: Journey
beforeAll(async () => {
  journey = await startJourney()
  await journey.act('EstablishEnterprise', { uscc: LISTED, items: company('包头市晨光商贸有限责任公司') })
  await journey.act('EstablishEnterprise', { uscc: CLEAN, items: company('包头市远航科技有限公司') })
  for (const year of [2022, 2023, 2024, 2025])
    await journey.act('SubmitAnnualReport', { uscc: CLEAN, year, filedOn: `${year + 1}-03-01`, report: report() })
  await journey.sweep('2026-10-20')
  const decided = penalty('昆市监处罚〔2026〕9号', '2026-10-20')
  await journey.record({ type: 'RecordPenalty', data: { uscc: CLEAN, penalty: decided } })
})
afterAll(() => journey.end())

test('the board tells staff who must stop showing the penalty by which day, on which provision; nobody else sees it', async () => {
  expect((await journey.get('/v1/board')).status).toBe(401)
  const { status, body } = await journey.get(
    `/v1/board?asOf=2026-11-25&until=2032-01-01&who=${encodeURIComponent(AUTHORITY)}`,
    staff,
  )
  expect(status).toBe(200)
  const publicity = body.items.find(({ subject }: { subject: string }) => subject === CLEAN)
  expect(publicity).toMatchObject({
    who: AUTHORITY,
    overdue: false,
    what: expect.stringContaining('昆市监处罚〔2026〕9号'),
  })
  expect(publicity.basis).toMatch(/^《.+》/)
  const late = (await journey.get('/v1/board?asOf=2032-01-01&overdue=true', staff)).body
  expect(
    late.items.some(({ subject, overdue }: { subject: string; overdue: boolean }) => subject === CLEAN && overdue),
  ).toBe(true)
  expect(late.overdue).toBe(late.total)
})

test('who has missed a report is counted in one line a year, and asked for by its code it has lines of its own', async () => {
  const reports = async (query: string) =>
    (await journey.get(`/v1/board?asOf=2026-11-25&${query}`, staff)).body.items.filter(({ what }: { what: string }) =>
      what.startsWith('报送公示年度报告'),
    )
  const missed = (of: object) => [2023, 2024, 2025].map((year) => ({ by: `${year + 1}-06-30`, overdue: true, ...of }))
  expect(await reports('overdue=true')).toMatchObject(missed({ count: 1, subject: '', uscc: null }))
  expect(await reports(`who=${LISTED}`)).toMatchObject(missed({ count: 1, subject: LISTED, who: LISTED }))
  expect(await reports('until=2027-06-30')).toContainEqual(
    expect.objectContaining({ by: '2027-06-30', overdue: false, count: 2 }),
  )
  await journey.act('SubmitAnnualReport', { uscc: LISTED, year: 2023, filedOn: '2026-11-20', report: report() })
  expect((await reports(`who=${LISTED}`)).map(({ by }: { by: string }) => by)).toEqual(['2025-06-30', '2026-06-30'])
  expect((await reports('overdue=true')).map(({ by }: { by: string }) => by)).toEqual(['2025-06-30', '2026-06-30'])
})

test('every enterprise has a class that its facts explain, recorded once; no public answer tells of it', async () => {
  const found: Record<string, readonly [string, readonly string[]]> = {}
  const classify = () =>
    classifyRisk(journey.platform, '2026-10-20', ({ uscc, riskClass, reasons }) => {
      found[uscc] = [riskClass, reasons]
    })
  expect(await classify()).toMatchObject({ classes: { A: 0, B: 1, C: 1, D: 0 }, changed: 2, refused: [] })
  expect(found[CLEAN]).toEqual(['B', ['三年内1件行政处罚：10分']])
  expect(found[LISTED]?.[1]).toContain('列入经营异常名录或者标记为经营异常状态：30分')
  await journey.caughtUp()
  expect((await classify()).changed).toBe(0)

  for (const path of [
    `/v1/enterprises/${LISTED}`,
    `/v1/enterprises/${LISTED}/timeline?limit=100`,
    '/v1/changes?after=0',
  ])
    expect((await journey.get(path)).text).not.toMatch(/risk|RiskClassified|风险/i)
})
