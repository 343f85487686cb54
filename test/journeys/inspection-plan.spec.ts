import { addDays, makeUscc } from '@mingjian/codes'
import { verifyProof } from '@mingjian/inspection/draw'
import type { Command } from '@mingjian/kernel'
import { systemClock } from '@mingjian/kernel/adapters'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { NONCES, planFor, sha256 } from './draw.ts'
import { company, report } from './examples.ts'
import { AUTHORITY, type Journey, startJourney } from './platform.ts'

const TODAY = systemClock.today()
const YEAR = Number(TODAY.slice(0, 4))
const TAX = '昆都仑区税务局'
const CODES = Array.from({ length: 20 }, (_, i) => makeUscc('91150203', `MA0PLN${String(i).padStart(2, '0')}`))
const WINDOW = { from: addDays(TODAY, 1), to: addDays(TODAY, 10) }

let journey: Journey
beforeAll(async () => {
  journey = await startJourney()
  const enterprises = CODES.flatMap((uscc, i): readonly Command[] => [
    { type: 'EstablishEnterprise', data: { uscc, items: company(`包头市计划${i}号商贸有限责任公司`) } },
    {
      type: 'SubmitAnnualReport',
      data: { uscc, year: 2024, filedOn: '2025-03-01', report: report({ revenueYuan: i < 5 ? 0 : 100_000 }) },
    },
  ])
  const staff = ['K1', 'K2', 'K3', 'T1', 'T2'].map(
    (id): Command => ({
      type: 'EnrolInspector',
      data: {
        ...{ inspectorId: id, department: id.startsWith('T') ? TAX : AUTHORITY, certificateNo: `150203${id}` },
        ...{ validFrom: '2022-01-01', validUntil: '2199-12-31', specialities: [] },
        conflicts: id === 'T2' ? CODES.slice(1) : [],
      },
    }),
  )
  await journey.platform.handler.handleAll(
    [...enterprises, ...staff].map((command) => ({ command, actor: 'staff', authority: AUTHORITY })),
  )
  await journey.caughtUp()
})
afterAll(() => journey.end())

const item = (itemNo: string, own = {}) => ({
  item: {
    ...{
      itemNo,
      name: `事项${itemNo}`,
      legalBasis: ['《企业信息公示暂行条例》第十四条'],
      subjects: '企业',
      content: '',
    },
    ...{ method: '书面检查', level: '区级', departments: [AUTHORITY, TAX], key: false, ratioLimit: '50/100' },
    ...{ timesAYear: 1, specialities: [], ...own },
  },
  from: TODAY,
})
const planned = {
  ...{ taskNo: '1', batch: 1, name: '联合抽查', items: ['A1', 'A2'], objects: '全部企业', directed: false },
  ...{ share: '50/100', count: 10, method: '书面检查', from: `${YEAR}-01-01`, to: `${YEAR}-12-31` },
  ...{ lead: AUTHORITY, partners: [TAX] },
}
const plan = (own: Readonly<Record<string, unknown>>) =>
  planFor(TODAY, { strata: [{ name: '企业', rate: '50/100' }], window: WINDOW, ...own })
/** Every step up to the result. */
const hold = async (id: string) => {
  for (const official of ['甲', '乙'])
    await journey.act('CommitNonce', { planId: id, official, sha256: sha256(NONCES[official] ?? '') })
  for (const official of ['甲', '乙'])
    await journey.act('RevealNonce', { planId: id, official, nonce: NONCES[official] })
  expect((await journey.act('RunDraw', { planId: id, publicValue: '3 7 1' })).status).toBe(200)
  const { text } = await journey.get(`/v1/draws/${id}/proof`)
  expect(verifyProof(text).ok).toBe(true)
  return JSON.parse(text)
}

describe('from the item list to a joint check', () => {
  test('an item without a basis is not listed', async () => {
    const refused = await journey.act('ListInspectionItem', item('A0', { legalBasis: [] }))
    expect(refused).toMatchObject({ status: 409, body: { code: 'no-legal-basis' } })
    expect(refused.body.provision).toContain('随机抽查')
    for (const no of ['A1', 'A2']) expect((await journey.act('ListInspectionItem', item(no))).status).toBe(200)
  })

  test('an annual plan is drafted, reviewed and published with its number', async () => {
    const draft = { planId: 'annual', year: YEAR, name: `${YEAR}年度抽查计划`, tasks: [planned] }
    await journey.act('DraftInspectionPlan', draft)
    expect((await journey.act('PublishInspectionPlan', { planId: 'annual' })).body.code).toBe('not-reviewed')
    await journey.act('ReviewInspectionPlan', { planId: 'annual', passed: true, opinion: '' })
    const published = await journey.act('PublishInspectionPlan', { planId: 'annual' })
    expect(published.status).toBe(200)
    const [event] = await journey.platform.log.read(0, 1, ['InspectionPlanPublished'])
    const number = event?.type === 'InspectionPlanPublished' ? event.data.decision : ''
    const { body } = await journey.get(`/v1/documents/${encodeURIComponent(number)}`)
    expect(body).toMatchObject({ number, title: expect.stringContaining('双随机抽查工作计划'), authority: AUTHORITY })
  })

  test.each([
    ['an item that is not listed', { items: ['A9'] }, 'unknown-item'],
    [
      'more than an ordinary item may take',
      { items: ['A1'], strata: [{ name: '企业', rate: '51/100' }] },
      'ratio-above-limit',
    ],
    ['an annual plan that is not published', { annualPlan: { id: 'none', taskNo: '1' } }, 'unknown-annual-plan'],
    ['a task that the annual plan has not', { annualPlan: { id: 'annual', taskNo: '2' } }, 'unknown-task'],
    [
      'a department that takes no part',
      { annualPlan: { id: 'annual', taskNo: '1' }, departments: ['消防'] },
      'other-department',
    ],
  ])('a draw is not opened for %s', async (_, own, code) => {
    expect(await journey.act('OpenDraw', { plan: plan({ id: 'refused', ...own }) })).toMatchObject({ body: { code } })
  })

  test('a joint check sends each department, who is on leave stays out, who has a conflict does not go', async () => {
    await journey.act('GrantLeave', { inspectorId: 'K3', from: WINDOW.from, to: WINDOW.to })
    await journey.act('DeclareConflict', { inspectorId: 'T2', uscc: CODES[0], withdrawn: false })
    const joint = { items: ['A1', 'A2'], departments: [AUTHORITY, TAX], annualPlan: { id: 'annual', taskNo: '1' } }
    expect((await journey.act('OpenDraw', { plan: plan({ id: 'joint', ...joint }) })).status).toBe(200)
    const proof = await hold('joint')
    expect(proof.selected).toHaveLength(10)
    expect(proof.plan.away).toEqual(['K3'])
    for (const { inspectors, excluded } of proof.selected) {
      expect(inspectors).toHaveLength(2)
      expect(inspectors).toContain('T1')
      expect(excluded).toEqual([{ inspector: 'T2', reason: 'conflict' }])
    }
  })

  test('each enterprise drawn is visited once for all items that are due', async () => {
    const proof = JSON.parse((await journey.get('/v1/draws/joint/proof')).text)
    const events = await journey.platform.log.readSubject(proof.selected[0].uscc)
    expect(events.filter(({ type }) => type === 'InspectionTaskDrawn')).toMatchObject([
      { data: { items: ['A1', 'A2'], departments: [AUTHORITY, TAX] } },
    ])
  })

  test('an item that was checked as often as a year allows is due no more', async () => {
    await journey.act('OpenDraw', { plan: plan({ id: 'again', items: ['A1'] }) })
    const { population } = (await journey.get('/v1/inspections/draws')).body.items.find(
      ({ id }: { id: string }) => id === 'again',
    )
    expect(population).toMatchObject({ size: 10, excluded: { 'item-frequency': 10 } })
  })

  test('a yearly cap leaves out who has reached it', async () => {
    await journey.act('OpenDraw', { plan: plan({ id: 'capped', frequencyCap: 1 }) })
    const { population } = (await journey.get('/v1/inspections/draws')).body.items.find(
      ({ id }: { id: string }) => id === 'capped',
    )
    expect(population).toMatchObject({ size: 10, excluded: { 'frequency-cap': 10 } })
  })
})

describe('what everybody can see of it', () => {
  test('the item list and the annual plan', async () => {
    expect((await journey.get('/v1/inspections/items')).body.items).toMatchObject([{ itemNo: 'A1' }, { itemNo: 'A2' }])
    expect((await journey.get('/v1/inspections/annual-plans')).body.items).toMatchObject([
      { id: 'annual', year: YEAR, decision: expect.stringMatching(/抽查计划〔\d{4}〕1号/), tasks: [{ taskNo: '1' }] },
    ])
    expect((await journey.get('/inspection-items')).text).toContain('事项A1')
  })

  test('what was planned beside what was done, and how probable each draw is', async () => {
    const { body } = await journey.get(`/v1/inspections/years/${YEAR}`)
    expect(body).toMatchObject({ year: YEAR, draws: 1, selected: 10, tasks: [{ taskNo: '1', count: 10, drawn: 10 }] })
    expect(body.audits[0]).toMatchObject({ id: 'joint', improbable: false })
    const page = await journey.get(`/inspections/${YEAR}`)
    expect(page.text).toContain('联合抽查')
    expect(page.text).toContain('10 / 10')
  })

  test('an enterprise has it in its file', async () => {
    const [drawn] = JSON.parse((await journey.get('/v1/draws/joint/proof')).text).selected
    const { items } = (await journey.get(`/v1/enterprises/${drawn.uscc}/inspections`)).body
    expect(items).toMatchObject([{ planId: 'joint', items: ['A1', 'A2'], released: null }])
    expect((await journey.get(`/enterprises/${drawn.uscc}`)).text).toContain('被随机抽查抽中的记录，共 1 次')
  })
})

describe('a directed draw', () => {
  test('is among those whose report says so', async () => {
    const scope = { reported: [{ item: 'revenueYuan', most: 0 }] }
    await journey.act('OpenDraw', { plan: plan({ id: 'zero', scope }) })
    const { population } = (await hold('zero')) as { population: { lines: readonly string[] } }
    expect(population.lines.map((line) => line.slice(0, 18))).toEqual(CODES.slice(0, 5).toSorted())
  })

  test('is among those of whom people complain', async () => {
    for (const [i, uscc] of [CODES[3], CODES[3], CODES[4]].entries())
      await journey.record({
        type: 'RecordEnterpriseReported',
        data: { uscc, complaintId: `投诉-${i}`, kind: '举报', on: TODAY },
      })
    await journey.act('OpenDraw', { plan: plan({ id: 'complained', scope: { complaintsFrom: 2 } }) })
    expect((await hold('complained')).population.lines).toEqual([`${CODES[3]},企业`])
  })

  test('by credit-risk class is sealed, and draws each class at its rate', async () => {
    for (const [i, uscc] of CODES.entries())
      await journey.platform.handler.handle({
        command: {
          type: 'RecordRiskClass',
          data: { uscc, on: TODAY, riskClass: i < 4 ? 'D' : 'A', score: 1, model: 'test', reasons: [] },
        },
        ...{ actor: 'staff', authority: AUTHORITY },
      })
    await journey.caughtUp()
    const strata = [
      { name: '高风险', riskClass: 'D', rate: '1/1' },
      { name: '低风险', riskClass: 'A', rate: '1/100' },
    ]
    await journey.act('OpenDraw', { plan: plan({ id: 'by-class', strata }) })
    const proof = await hold('by-class')
    expect(proof).toMatchObject({ sealed: true, population: { perStratum: { 高风险: 4, 低风险: 16 } } })
    expect(proof.selected).toHaveLength(5)
    expect(JSON.stringify(proof.population.lines)).not.toContain('风险')
  })

  test('is among those who have a product, project or premises in the library', async () => {
    const [uscc = '', other = ''] = CODES
    for (const one of [uscc, other])
      await journey.act('EnterInspectionObject', {
        uscc: one,
        objectId: `电梯-${one}`,
        kind: 'product',
        name: '电梯',
        note: '',
      })
    await journey.act('RemoveInspectionObject', { uscc: other, objectId: `电梯-${other}`, why: '拆除' })
    await journey.act('OpenDraw', { plan: plan({ id: 'lifts', scope: { objectKind: 'product' } }) })
    expect((await hold('lifts')).population.lines).toEqual([`${uscc},企业`])
  })
})
