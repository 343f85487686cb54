import { makeUscc } from '@mingjian/codes'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { company, penalty, report } from './examples.ts'
import { type Journey, startJourney } from './platform.ts'

const COMPANY = makeUscc('91150203', 'MA0RTR01')
const TRADER = makeUscc('91150203', 'MA0RTR02')
const DOCUMENT = '昆市监处罚〔2026〕21号'
const DOCUMENTS = ['信用修复申请书', '守信承诺书', '履行法定义务、纠正违法行为的材料：缴款凭证']

let journey: Journey
let today: string
beforeAll(async () => {
  journey = await startJourney()
  today = journey.platform.clock.today()
  await journey.act('EstablishEnterprise', { uscc: COMPANY, items: company('包头市青昆商贸有限公司') })
  await journey.act('EstablishEnterprise', {
    uscc: TRADER,
    items: company('包头市青昆运输有限公司', { establishedOn: '2025-03-01' }),
  })
  for (const year of [2023, 2024, 2025])
    await journey.act('SubmitAnnualReport', { uscc: COMPANY, year, filedOn: `${year + 1}-03-02`, report: report() })
  await journey.act('SubmitAnnualReport', { uscc: COMPANY, year: 2022, filedOn: '2023-03-02', report: report() })
  await journey.record({
    type: 'RecordPenalty',
    data: { uscc: COMPANY, penalty: penalty(DOCUMENT, '2026-05-06', { fineYuan: 60_000 }) },
  })
})
afterAll(() => journey.end())

const act = (command: string, uscc: string, more: object = {}) =>
  journey.act(command, { uscc, application: 1, on: today, ...more })
const shown = async (): Promise<number> => (await journey.get(`/v1/enterprises/${COMPANY}/penalties`)).body.items.length
const feed = async (): Promise<string> => (await journey.get('/v1/changes?after=0&limit=1000')).text

describe('a penalty is published, and credit restored', () => {
  test('its page says until when it is shown, from when and how credit may be restored', async () => {
    const { text } = await journey.get(`/enterprises/${COMPANY}`, { accept: 'text/html' })
    expect(text).toContain('怎样修复信用')
    expect(text).toContain('现在可以申请')
    expect(text).toContain('2027-05-06')
    expect(text).toContain('守信承诺书')
  })

  test('on application, accepted with all its documents and granted: nothing shows it any more', async () => {
    expect(await shown()).toBe(1)
    const position = Number(/"position":(\d+),"type":"PenaltyPublicised"/.exec(await feed())?.[1])
    const applied = await journey.act('ApplyForRestoration', {
      uscc: COMPANY,
      kind: 'penalty',
      record: DOCUMENT,
      documents: DOCUMENTS,
      on: today,
    })
    expect(applied.body).toMatchObject({ outcome: 'recorded', events: [{ type: 'RestorationApplied' }] })
    expect((await act('GrantRestoration', COMPANY, { performed: true, harmEliminated: true })).body.code).toBe(
      'out-of-order',
    )
    expect((await act('AcceptRestoration', COMPANY)).status).toBe(200)
    const refused = await act('GrantRestoration', COMPANY, { performed: true, harmEliminated: false })
    expect(refused.status).toBe(409)
    expect(refused.body.provision).toMatch(/第十四条/)
    expect(
      (await act('GrantRestoration', COMPANY, { performed: true, harmEliminated: true })).body.events,
    ).toMatchObject([{ type: 'RestorationGranted' }])
    expect(await shown()).toBe(0)
    const now = await feed()
    expect(now).not.toContain(DOCUMENT)
    expect(now).toContain(`"positions":[${position}],"reason":"信用修复"`)
    for (const path of [`/v1/enterprises/${COMPANY}/timeline`, `/enterprises/${COMPANY}`])
      expect((await journey.get(path, { accept: 'text/html' })).text).not.toContain(DOCUMENT)
  })
})

describe('an entry of the list of abnormal operations', () => {
  test('is removed when restoration is granted for it', async () => {
    await journey.sweep('2026-07-20')
    const lists = async () => (await journey.get(`/v1/enterprises/${TRADER}`)).body.lists
    expect(await lists()).toHaveLength(1)
    const asked = { kind: 'abnormal', record: 'annual_report_missed', documents: DOCUMENTS, on: today }
    expect((await journey.act('ApplyForRestoration', { uscc: TRADER, ...asked })).status).toBe(200)
    await act('AcceptRestoration', TRADER)
    const found = { performed: true, harmEliminated: true }
    expect((await act('GrantRestoration', TRADER, found)).body.code).toBe('not-cured')
    await journey.act('SubmitAnnualReport', { uscc: TRADER, year: 2025, filedOn: today, report: report() })
    expect((await act('GrantRestoration', TRADER, found)).status).toBe(200)
    expect(await lists()).toEqual([])
    const { items } = (await journey.get(`/v1/enterprises/${TRADER}/timeline`)).body
    expect(items[0]).toMatchObject({ event: 'AbnormalOperationsDelisted', text: '准予信用修复' })
  })
})

describe('an objection to what is public', () => {
  const OTHER = '昆市监处罚〔2026〕22号'
  const positionOf = async (uscc: string): Promise<number> =>
    (await journey.get(`/v1/enterprises/${uscc}/timeline`)).body.items.find(
      ({ decision }: { decision: string | null }) => decision === OTHER,
    )?.position

  test('that is right: the record is recalled, and the objection closed', async () => {
    await journey.record({
      type: 'RecordPenalty',
      data: { uscc: COMPANY, penalty: penalty(OTHER, '2026-10-08', { fineYuan: 60_000 }) },
    })
    const position = await positionOf(COMPANY)
    const filed = { uscc: COMPANY, position, statement: '当事人不是本企业', evidence: ['营业执照'], on: today }
    expect((await journey.act('FileObjection', filed)).body.events).toMatchObject([{ type: 'ObjectionFiled' }])
    const answer = { uscc: COMPANY, objection: 1, on: today }
    await journey.act('AcceptObjection', answer)
    expect((await journey.act('UpholdObjection', { ...answer, reason: '经核实处罚的是另一企业' })).status).toBe(200)
    expect(await shown()).toBe(0)
    const now = await feed()
    expect(now).toContain(`"positions":[${position}],"reason":"异议成立"`)
    expect(now).not.toContain(OTHER)
    expect(now).not.toContain('当事人不是本企业')
    expect((await journey.act('CorrectObjectedRecord', { ...answer, how: '停止公示' })).body.outcome).toBe('unchanged')
  })

  test('to what is not public is refused with the provision', async () => {
    const filed = { uscc: COMPANY, position: 999_999, statement: '有误', evidence: [], on: today }
    const refused = await journey.act('FileObjection', filed)
    expect(refused.status).toBe(409)
    expect(refused.body).toMatchObject({ code: 'not-public' })
    expect(refused.body.provision).toContain('企业信息公示暂行条例')
  })
})
