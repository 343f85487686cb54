import { makeUscc } from '@mingjian/codes'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { company, penalty, report } from './examples.ts'
import { AUTHORITY, type Journey, startJourney } from './platform.ts'

const COMPANY = makeUscc('91150203', 'MA0CFG01')
const LATE = makeUscc('91150203', 'MA0CFG02')
const PROVINCE = '内蒙古自治区市场监督管理局'
const NATION = '国家市场监督管理总局'

let journey: Journey
beforeAll(async () => {
  journey = await startJourney()
  await journey.act('EstablishEnterprise', { uscc: COMPANY, items: company('包头市昆河食品有限公司') })
  await journey.act('EstablishEnterprise', {
    uscc: LATE,
    items: company('包头市昆河物流有限公司', { establishedOn: '2025-03-01' }),
  })
})
afterAll(() => journey.end())

const ceilings = (more: object = {}) => ({
  authority: PROVINCE,
  name: 'low-fine-ceilings',
  value: { person: 2_000, organisation: 20_000 },
  from: '2026-09-01',
  basis: '内市监规〔2026〕4号',
  ...more,
})
const untilOf = async (documentNo: string): Promise<string> => {
  const { body } = await journey.get(`/v1/enterprises/${COMPANY}/penalties`)
  return body.items.find((one: { documentNo: string }) => one.documentNo === documentNo)?.until
}
const settingOf = async (name: string) =>
  (await journey.get('/v1/legal-settings')).body.items.find((one: { name: string }) => one.name === name)

describe('a value that the law leaves to an authority', () => {
  test('is set by an act of its own, and holds in a county from its day', async () => {
    expect((await settingOf('low-fine-ceilings')).inForce).toMatchObject({ confidence: 'to-verify', authority: null })
    const done = await journey.act('SetLegalSetting', ceilings())
    expect(done.body).toMatchObject({ outcome: 'recorded', events: [{ type: 'LegalSettingSet' }] })
    expect((await journey.act('SetLegalSetting', ceilings())).body.outcome).toBe('unchanged')
    const { inForce, versions, history } = await settingOf('low-fine-ceilings')
    expect(inForce).toMatchObject({ value: { organisation: 20_000 }, authority: PROVINCE, confidence: 'certain' })
    expect(versions).toHaveLength(2)
    expect(history).toMatchObject([{ basis: '内市监规〔2026〕4号' }])
  })

  test('reaches the decisions that depend on it: a fine that was low is low no more', async () => {
    for (const [documentNo, decidedOn] of [
      ['昆市监处罚〔2026〕1号', '2026-08-03'],
      ['昆市监处罚〔2026〕2号', '2026-10-12'],
    ] as const)
      await journey.record({
        type: 'RecordPenalty',
        data: { uscc: COMPANY, penalty: penalty(documentNo, decidedOn, { fineYuan: 30_000 }) },
      })
    expect(await untilOf('昆市监处罚〔2026〕2号')).toBe('2027-10-12')
    expect(await untilOf('昆市监处罚〔2026〕1号')).toBeUndefined()
  })

  test.each([
    ['ratios that fall as the risk rises', { name: 'risk-sampling-ratios', value: { A: 300, B: 200, C: 1, D: 1 } }],
    ['a value of the wrong kind', { value: 20_000 }],
    [
      'a version that overlaps another',
      { from: '2026-10-01', to: '2026-12-31', value: { person: 1, organisation: 1 } },
    ],
  ])('is refused whole with %s', async (_, more) => {
    if ('to' in more) await journey.act('SetLegalSetting', ceilings({ from: '2026-09-01', to: '2026-11-30' }))
    const before = await journey.platform.log.head()
    const refused = await journey.act('SetLegalSetting', ceilings(more))
    expect(refused.status).toBe(409)
    expect(refused.body).toMatchObject({ code: 'setting-wrong' })
    expect(refused.body.provision).toMatch(/^《.+》/)
    expect(await journey.platform.log.head()).toBe(before)
  })

  test('is refused to an authority that may not set it', async () => {
    const refused = await journey.act('SetLegalSetting', ceilings({ authority: AUTHORITY }))
    expect(refused.body).toMatchObject({ code: 'not-competent' })
  })

  test('moves the last day of a report, and the sweep with it', async () => {
    await journey.act('SetLegalSetting', {
      authority: NATION,
      name: 'report-window-exceptions',
      value: [
        {
          year: 2025,
          opens: '2026-01-01',
          closes: '2026-08-31',
          basis: '总局公告',
          confidence: 'certain',
          reason: '延长',
        },
      ],
      from: '2026-01-01',
      basis: '总局公告2026年第1号',
    })
    await journey.act('SubmitAnnualReport', { uscc: COMPANY, year: 2025, filedOn: '2026-08-31', report: report() })
    await journey.sweep('2026-08-31')
    const missedOf = async (uscc: string) => (await journey.get(`/v1/enterprises/${uscc}/annual-reports`)).body.missed
    expect(await missedOf(LATE)).toEqual([])
    await journey.sweep('2026-09-30')
    expect(await missedOf(LATE)).toEqual([{ year: 2025, since: '2026-09-01' }])
    expect((await missedOf(COMPANY)).map(({ year }: { year: number }) => year)).not.toContain(2025)
    const { items } = (await journey.get(`/v1/enterprises/${COMPANY}/annual-reports`)).body
    expect(items).toMatchObject([{ year: 2025, late: false }])
  })

  test('can be read by everybody, with who set it and its document', async () => {
    const { status, text } = await journey.get('/law/settings', { accept: 'text/html' })
    expect(status).toBe(200)
    expect(text).toContain('内市监规〔2026〕4号')
    expect(text).toContain('待核')
  })
})
