import { makeUscc } from '@mingjian/codes'
import type { CaseCommand } from '@mingjian/enforcement/cases/decider'
import * as food from '@mingjian/enforcement/cases/food-case.fixture'
import { caseClocks } from '@mingjian/enforcement/projections/case-clocks'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { company } from './examples.ts'
import { AUTHORITY, type Journey, startJourney, TOKEN } from './platform.ts'
import { everyLineSaysWhy } from './why.ts'

const UNTRUE = makeUscc('91150203', 'MA0FD002')
const GRAVE = makeUscc('91150203', 'MA0FD003')
const REPORT = 'COMPLAINT-2026-0001'
const CASE_OF_REPORT = `CASE-${REPORT}`

let journey: Journey
beforeAll(async () => {
  journey = await startJourney()
  for (const inspectorId of food.OFFICERS) {
    const { data } = food.inspector(inspectorId)
    expect((await journey.act('EnrolInspector', data)).body).toMatchObject({ outcome: 'recorded' })
  }
  for (const [uscc, name, more] of [
    [food.PARTY, '包头市恒顺食品有限公司', {}],
    [UNTRUE, '包头市实诚商贸有限公司', { establishedOn: '2026-01-06' }],
    [GRAVE, '包头市重味食品有限公司', {}],
  ] as const)
    await journey.act('EstablishEnterprise', { uscc, items: company(name, more) })
})
afterAll(() => journey.end())

const act = async (command: CaseCommand, more: Readonly<Record<string, unknown>> = {}) =>
  (await journey.act(command.type, { ...command.data, ...more })).body
const all = async (commands: readonly CaseCommand[], more: Readonly<Record<string, unknown>> = {}) => {
  for (const command of commands) expect(await act(command, more), command.type).toMatchObject({ outcome: 'recorded' })
}
const penalties = async (uscc: string) => (await journey.get(`/v1/enterprises/${uscc}/penalties`)).body.items
const clocksOf = async (id: string) => (await journey.platform.reads.get(caseClocks, id))?.document.clocks
const eventsOf = async (stream: string) => (await journey.platform.log.readStreams([stream])).get(stream) ?? []

describe('a heavy food penalty', () => {
  test('is refused to who is not certified, with the provision', async () => {
    await all([food.open])
    const refused = await act(food.fileCase, { officers: ['K101', 'nobody'] })
    expect(refused).toMatchObject({
      status: 409,
      code: 'no-certificate',
      provision: expect.stringContaining('第四十二条'),
    })
  })
  test('is not decided before its hearing, its review and its discussion', async () => {
    await all(food.heavyCase.slice(1, food.heavyCase.indexOf(food.holdHearing)))
    expect(await act(food.decideHeavy)).toMatchObject({
      code: 'hearing-pending',
      provision: expect.stringContaining('第六十三条'),
    })
    await all([food.holdHearing])
    expect(await act(food.decideHeavy)).toMatchObject({
      code: 'no-legal-review',
      provision: expect.stringContaining('第五十八条'),
    })
    expect(await clocksOf(food.CASE)).toMatchObject([{ what: '作出处理决定', who: AUTHORITY, by: '2026-09-22' }])
  })
  test('nothing of an open case is public', async () => {
    expect(await penalties(food.PARTY)).toEqual([])
    const { text } = await journey.get('/v1/changes?after=0')
    expect(text).not.toContain(food.CASE)
  })
  test('is decided, numbered and served, and stands in the record of its party', async () => {
    await all(food.heavyCase.slice(food.heavyCase.indexOf(food.askForReview)))
    const [recorded] = await eventsOf(`${food.PARTY}/penalties`)
    expect(recorded).toMatchObject({
      type: 'PenaltyDecided',
      data: { documentNo: '昆都仑区市监处罚〔2026〕1号', caseId: food.CASE, heavier: true, fineYuan: 100_000 },
    })
  })
  test('asked for twice nothing is added', async () => {
    const before = (await eventsOf(`${food.CASE}/case`)).length
    expect(await act(food.decideHeavy)).toMatchObject({ outcome: 'unchanged' })
    expect((await eventsOf(`${food.CASE}/case`)).length).toBe(before)
  })
  test('is published without what may name persons', async () => {
    await journey.sweep('2026-11-20')
    const [shown, ...more] = await penalties(food.PARTY)
    expect(more).toEqual([])
    expect(shown).toMatchObject({
      documentNo: '昆都仑区市监处罚〔2026〕1号',
      fineYuan: 100_000,
      violation: '经营超过保质期的食品',
    })
    expect(JSON.stringify(shown)).not.toContain('货值8000元')
  })
  test('is performed when the fine is paid and business has been suspended', async () => {
    expect(await act(food.pay, { fineYuan: 100_000 })).toMatchObject({ events: [{ type: 'PaymentReceived' }] })
    const measure = food.step('ConfirmMeasure', '2026-08-06', { kind: '责令停产停业' })
    expect(await act(measure)).toMatchObject({ events: [{ type: 'MeasurePerformed' }, { type: 'CasePerformed' }] })
    expect((await eventsOf(`${food.PARTY}/penalties`)).map(({ type }) => type)).toContain('PenaltyPerformed')
  })
  test('falls when it is quashed, and is shown no longer', async () => {
    const contest = food.step('ContestDecision', '2026-09-10', { forum: 'court', body: '昆都仑区人民法院' })
    const quash = food.step('OverturnDecision', '2026-11-02', {
      outcome: 'revoked',
      by: 'court',
      body: '昆都仑区人民法院',
      overturningNo: '（2026）内0203行初7号',
      kinds: [],
      fineYuan: 0,
      confiscatedYuan: 0,
    })
    await all([contest, quash])
    await journey.sweep('2026-11-20')
    expect((await eventsOf(`${food.PARTY}/penalties`)).map(({ type }) => type)).toContain('PenaltyOverturned')
    expect(await penalties(food.PARTY)).toEqual([])
    await all([food.step('CloseCase', '2026-11-03', { result: '决定已撤销' })])
    expect(await clocksOf(food.CASE)).toEqual([])
  })
})

describe('a report', () => {
  const of = { caseId: CASE_OF_REPORT }
  const tell = async (command: string, data: Readonly<Record<string, unknown>>) =>
    (await journey.act(command, { complaintId: REPORT, ...data })).body
  test('becomes a lead, and the lead a case', async () => {
    const report = {
      on: '2026-06-01',
      kind: '举报',
      uscc: food.PARTY,
      reporterRef: 'R-8f3a',
      named: true,
      channel: '12315平台',
      matter: '货架上有过期食品',
      violation: '经营超过保质期的食品',
      knewOn: null,
      purpose: null,
    }
    expect(await tell('ReceiveComplaint', report)).toMatchObject({ outcome: 'recorded' })
    expect(await tell('HandOverLead', { on: '2026-06-01' })).toMatchObject({ outcome: 'recorded' })
    expect(await eventsOf(`${CASE_OF_REPORT}/case`)).toMatchObject([
      { type: 'CaseOpened', data: { source: '投诉举报', sourceRef: REPORT } },
    ])
    await all([food.fileCase], of)
  })
  test('its named reporter is told whether a case was filed', async () => {
    expect(await clocksOf(REPORT)).toMatchObject([{ what: '告知实名举报人是否立案', by: '2026-06-12' }])
    expect(await tell('InformReporter', { on: '2026-06-12', way: '短信' })).toMatchObject({ outcome: 'recorded' })
    expect(await clocksOf(REPORT)).toEqual([])
  })
  test('is rewarded once its penalty is decided, and who made it is never said', async () => {
    const reward = { on: '2026-11-10', grade: 2, naturalPerson: true, financeConsentNo: null }
    expect(await tell('GrantReward', reward)).toMatchObject({ status: 409, code: 'no-penalty-yet' })
    await all(food.light.slice(food.light.indexOf(food.evidence), food.light.indexOf(food.pay) + 1), of)
    expect(await tell('GrantReward', reward)).toMatchObject({ outcome: 'recorded' })
    const [granted] = (await eventsOf(`${REPORT}/complaint`)).slice(-1)
    expect(granted).toMatchObject({ data: { yuan: 3_300, decision: '昆都仑区市监举奖〔2026〕1号' } })
    expect((await eventsOf(`${food.PARTY}/complaints`)).length).toBe(1)
    expect((await journey.get('/v1/changes?after=0')).text).not.toContain('R-8f3a')
  })
})

describe('a false report', () => {
  const CASE = 'CASE-2026-0002'
  const of = { caseId: CASE, uscc: UNTRUE }
  const violation = '公示信息隐瞒真实情况、弄虚作假'
  const sanction = { kinds: ['罚款'], fineYuan: 60_000, confiscatedYuan: 0 }
  test('leads to an order to put it right, which is not followed', async () => {
    await all([food.open], { ...of, violation })
    await all([food.fileCase, food.evidence], of)
    const order = { officers: food.OFFICERS, what: '更正年度报告', correctBy: '2026-06-15' }
    await all([food.step('OrderCorrection', '2026-06-09', order)], of)
    expect(await clocksOf(CASE)).toContainEqual(
      expect.objectContaining({ what: '改正违法行为', who: UNTRUE, by: '2026-06-15' }),
    )
    const check = { officers: food.OFFICERS, followed: false, finding: '未更正' }
    expect(await act(food.step('CheckCorrection', '2026-06-12', check), of)).toMatchObject({ code: 'term-running' })
    await all([food.step('CheckCorrection', '2026-06-16', check)], of)
  })
  test('is listed as untrue', async () => {
    const found = { uscc: UNTRUE, on: '2026-06-16', information: '从业人数', reference: CASE }
    expect((await journey.act('FindFalseInformation', found)).body).toMatchObject({ outcome: 'recorded' })
    await journey.sweep('2026-07-10')
    const { lists } = (await journey.get(`/v1/enterprises/${UNTRUE}`)).body
    expect(lists).toContainEqual(expect.objectContaining({ list: 'abnormal', ground: 'false_information' }))
  })
  test('is fined by its benchmark and published', async () => {
    await all([food.conclude], { ...of, violation, ...sanction })
    await all([food.notice, food.statement], of)
    const decision = {
      ...of,
      ...sanction,
      penaltyBasis: '《企业信息公示暂行条例》第十八条第二款',
      benchmark: 'disclosure-false-grave',
      band: '从轻',
    }
    expect(await act(food.decide, { ...decision, band: '一般' })).toMatchObject({ code: 'outside-band' })
    await all([food.decide], decision)
    await journey.sweep('2026-11-20')
    expect(await penalties(UNTRUE)).toMatchObject([{ violation, fineYuan: 60_000 }])
  })
  test('off the list when it is put right, and restored: nothing shows the penalty any more', async () => {
    const cured = { uscc: UNTRUE, ground: 'false_information', cure: 'information_corrected', on: '2026-08-10' }
    const today = journey.platform.clock.today()
    expect((await journey.act('VerifyAbnormalCure', cured)).body).toMatchObject({ outcome: 'recorded' })
    await journey.sweep(today)
    expect((await journey.get(`/v1/enterprises/${UNTRUE}`)).body.lists).toEqual([])
    await all([food.serve], of)
    expect(await act(food.pay, { ...of, fineYuan: 60_000, confiscatedYuan: 0 })).toMatchObject({
      events: [{ type: 'PaymentReceived' }, { type: 'CasePerformed' }],
    })
    const [{ documentNo }] = await penalties(UNTRUE)
    const documents = ['信用修复申请书', '守信承诺书', '履行法定义务、纠正违法行为的材料：缴款凭证']
    const restoration = { uscc: UNTRUE, application: 1, on: today }
    for (const [command, data] of [
      ['ApplyForRestoration', { uscc: UNTRUE, kind: 'penalty', record: documentNo, documents, on: today }],
      ['AcceptRestoration', restoration],
      ['GrantRestoration', { ...restoration, performed: true, harmEliminated: true }],
    ] as const)
      expect((await journey.act(command, data)).body, command).toMatchObject({ outcome: 'recorded' })
    expect(await penalties(UNTRUE)).toEqual([])
    expect((await journey.get(`/v1/enterprises/${UNTRUE}/timeline?limit=100`)).text).not.toContain(documentNo)
  })
})

describe('a heavy food penalty, from hearing to the list and off it', () => {
  // The same case a year earlier, so that the year after which an early removal can be asked for is over.
  const earlier = (command: CaseCommand): CaseCommand =>
    JSON.parse(JSON.stringify(command).replaceAll('2026-', '2025-'))
  const CASE = 'CASE-2025-0001'
  const of = { caseId: CASE, uscc: GRAVE }
  const matter = { uscc: GRAVE, matter: CASE }
  const steps = food.heavyCase.map(earlier)
  const at = (command: CaseCommand) => food.heavyCase.indexOf(command)
  const serious = async () =>
    (await journey.get(`/v1/enterprises/${GRAVE}`)).body.lists.filter(
      ({ list }: { list: string }) => list === 'serious',
    )
  const give = async (command: string, data: object) =>
    expect((await journey.act(command, data)).body, command).toMatchObject({ outcome: 'recorded' })

  test('the notice of the penalty is that of the list', async () => {
    await all(steps.slice(0, at(food.notice)), of)
    await all([earlier(food.notice)], { ...of, seriousArticle: '5' })
    const [notified] = await eventsOf(`${GRAVE}/serious-violations`)
    expect(notified).toMatchObject({
      type: 'SeriousListingNotified',
      data: { matter: CASE, article: '5', notifiedOn: '2025-06-24' },
      basis: ['serious-list-rule@SAMR44:13'],
    })
  })
  test('a ground that was not told is not decided', async () => {
    await all(steps.slice(at(food.askForHearing), at(food.decideHeavy)), of)
    expect(await act(earlier(food.decideHeavy), { ...of, seriousArticle: '6' })).toMatchObject({
      code: 'listing-not-noticed',
      provision: expect.stringContaining('第四十四条'),
    })
  })
  test('with the consent from above the decision lists on its day', async () => {
    const superior = '包头市市场监督管理局'
    await give('ConsentToSeriousListing', {
      ...matter,
      by: superior,
      consentNo: '包市监同意〔2025〕3号',
      on: '2025-07-18',
    })
    await all([earlier(food.decideHeavy)], { ...of, seriousArticle: '5' })
    await journey.caughtUp()
    const [penalty] = await eventsOf(`${GRAVE}/penalties`)
    expect(await serious()).toMatchObject([
      {
        ...{ ground: '5', listedOn: '2025-07-22', until: '2028-07-22', authority: AUTHORITY },
        documentNo: penalty?.type === 'PenaltyDecided' ? penalty.data.documentNo : '',
        remedy: { reconsiderationTo: '昆都仑区人民政府' },
      },
    ])
  })
  test('performed and the harm gone, it is off the list early after a year', async () => {
    await all([earlier(food.serve)], of)
    await all([earlier(food.pay)], { ...of, fineYuan: 100_000 })
    await all([earlier(food.step('ConfirmMeasure', '2026-08-06', { kind: '责令停产停业' }))], of)
    const documents = ['申请书', '守信承诺书', '履行材料']
    const early = await journey.act('ApplyForEarlyRemoval', { ...matter, documents, on: '2026-07-22' })
    expect(early.body).toMatchObject({ code: 'too-early', provision: expect.stringContaining('第十六条') })
    await give('ApplyForEarlyRemoval', { ...matter, documents, on: '2026-07-23' })
    await give('AcceptEarlyRemoval', { ...matter, on: '2026-07-24' })
    await give('RemoveSeriousViolation', { ...matter, harmEliminated: true, on: '2026-08-03' })
    expect(await serious()).toEqual([])
  })
})

test('the papers of a case and of a reward are for staff, by their numbers', async () => {
  const staff = { authorization: `Bearer ${TOKEN}` }
  const numbered = (await journey.platform.log.read(0, 1000, ['CaseFiled', 'RewardGranted'])).map(({ data }) => data)
  const titles = new Set<string>()
  for (const data of numbered) {
    const path = `/v1/documents/${encodeURIComponent('decision' in data ? data.decision : '')}`
    const { body } = await journey.get(path, staff)
    titles.add(body.title)
    expect(body.sha256).toBe('documentSha256' in data ? data.documentSha256 : '')
    expect((await journey.get(path)).status).toBe(404)
  }
  expect([...titles].sort()).toEqual(['举报奖励决定书', '立案审批表'])
})

test('every line of a timeline says why', () => everyLineSaysWhy(journey, [food.PARTY, UNTRUE, GRAVE]))
