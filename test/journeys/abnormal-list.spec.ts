import { addDays, makeUscc } from '@mingjian/codes'
import { queriesOf } from '@mingjian/main/run/queries'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { company, soleTrader } from './examples.ts'
import { AUTHORITY, type Journey, startJourney } from './platform.ts'
import { everyLineSaysWhy } from './why.ts'

// The four grounds of the list of abnormal operations, each with its cure, its rescission, and what follows from three years.

const SILENT = makeUscc('91150203', 'MA0ABN01')
const UNTRUE = makeUscc('91150203', 'MA0ABN02')
const LOST = makeUscc('91150203', 'MA0ABN03')
const TRADER = makeUscc('92150203', 'MA0ABN04')
const WRONGED = makeUscc('91150203', 'MA0ABN05')
const OLD = makeUscc('91150203', 'MA0ABN06')

let journey: Journey
beforeAll(async () => {
  journey = await startJourney()
  const since = { establishedOn: '2026-01-06' }
  for (const [uscc, items] of [
    [SILENT, company('包头市默言商贸有限公司', since)],
    [UNTRUE, company('包头市虚名食品有限公司', since)],
    [LOST, company('包头市云踪物流有限公司', since)],
    [TRADER, soleTrader('昆都仑区老街面馆', since)],
    [WRONGED, company('包头市清白机械有限公司', since)],
    [OLD, company('包头市陈年贸易有限公司', { establishedOn: '2013-05-06' })],
  ] as const)
    expect((await journey.act('EstablishEnterprise', { uscc, items })).status).toBe(200)
})
afterAll(() => journey.end())

const act = async (command: string, data: object) => {
  const done = await journey.act(command, data)
  expect(done.status, done.text).toBe(200)
  return done.body.events?.map(({ type }: { type: string }) => type) ?? []
}
const listsOf = async (uscc: string) => (await journey.get(`/v1/enterprises/${uscc}`)).body.lists
const historyOf = async (uscc: string) => (await journey.get(`/v1/enterprises/${uscc}/lists`)).body.items
const told = async (uscc: string) =>
  (await journey.get(`/v1/enterprises/${uscc}/timeline?limit=100`)).body.items.map(
    ({ event }: { event: string }) => event,
  )

describe('② information that was not published', () => {
  test('an order of ten days that is not obeyed leads to the list', async () => {
    const demand = { uscc: SILENT, demand: 'publish', information: '股权变更', reportYear: null }
    await act('OrderDisclosure', { ...demand, servedOn: '2026-03-06' })
    await journey.sweep('2026-03-16')
    expect(await listsOf(SILENT)).toEqual([])
    await journey.sweep('2026-03-17')
    expect(await listsOf(SILENT)).toMatchObject([
      {
        ...{ list: 'abnormal', ground: 'order_not_followed', listedOn: '2026-03-17', years: [] },
        reason: expect.stringMatching(/责令的期限内公示.+（.+责公〔2026〕1号，限期至2026-03-16）$/),
      },
    ])
  })
  test('publishing it leads off the list within five working days', async () => {
    await act('ConfirmOrderedDisclosure', { uscc: SILENT, order: 1, on: '2026-04-03' })
    await journey.sweep('2026-04-10')
    expect(await listsOf(SILENT)).toEqual([])
    expect(await historyOf(SILENT)).toMatchObject([{ removal: { kind: 'removed', on: '2026-04-03' } }])
  })
})

describe('③ information that is not true', () => {
  test('verified, it leads to the list and to an order to correct it', async () => {
    await act('FindFalseInformation', {
      uscc: UNTRUE,
      on: '2026-03-05',
      information: '从业人数',
      reference: '举报核查2026-8',
    })
    await act('OrderDisclosure', {
      uscc: UNTRUE,
      demand: 'correct',
      information: '从业人数',
      reportYear: null,
      servedOn: '2026-03-05',
    })
    await journey.sweep('2026-03-25')
    expect(await listsOf(UNTRUE)).toMatchObject([{ ground: 'false_information', listedOn: '2026-03-06' }])
  })
  test('it stays until the correction is verified', async () => {
    const early = { uscc: UNTRUE, ground: 'false_information', on: '2026-04-01', reason: '申请移出' }
    const refused = await journey.act('DelistAbnormalOperations', early)
    expect(refused.body).toMatchObject({ code: 'not-cured', provision: expect.stringContaining('第十三条') })
    await act('ConfirmOrderedDisclosure', { uscc: UNTRUE, order: 1, on: '2026-03-10' })
    await act('VerifyAbnormalCure', {
      uscc: UNTRUE,
      ground: 'false_information',
      cure: 'information_corrected',
      on: '2026-04-02',
    })
    await journey.sweep('2026-04-13')
    expect(await listsOf(UNTRUE)).toEqual([])
    expect((await told(UNTRUE)).slice(0, 3)).toEqual([
      'AbnormalOperationsDelisted',
      'AbnormalCureVerified',
      'AbnormalOperationsListed',
    ])
  })
})

describe('④ an enterprise that cannot be contacted', () => {
  test('two letters, eighteen days apart, that nobody signs for, lead to the list', async () => {
    await act('SendVerificationLetter', { uscc: LOST, letter: 'XA1', on: '2026-03-02' })
    await act('SendVerificationLetter', { uscc: LOST, letter: 'XA2', on: '2026-03-20' })
    await act('ConfirmLetterReturned', { uscc: LOST, letter: 'XA1', on: '2026-03-12' })
    expect(await act('ConfirmLetterReturned', { uscc: LOST, letter: 'XA2', on: '2026-03-30' })).toEqual([
      'VerificationLetterReturned',
      'EnterpriseFoundUncontactable',
    ])
    await journey.sweep('2026-04-01')
    expect(await listsOf(LOST)).toMatchObject([
      {
        ...{ ground: 'uncontactable', listedOn: '2026-03-31', basis: [{ article: '4.0.4' }, { article: '9' }] },
        reason: expect.stringContaining('两次邮寄专用信函均无人签收，2026-03-30查实'),
      },
    ])
  })
  test('a change of address in the register leads off it', async () => {
    const items = company('包头市云踪物流有限公司', { establishedOn: '2026-01-06', address: '团结大街8号' })
    await act('ChangeRegistration', { uscc: LOST, items, on: '2026-05-08' })
    await journey.sweep('2026-05-15')
    expect(await historyOf(LOST)).toMatchObject([{ listedOn: '2026-03-31', removal: { on: '2026-05-08' } }])
  })
})

describe('a sole trader', () => {
  test('is marked under its own rule, and gets back to the normal state when it can be reached again', async () => {
    await act('FindUncontactable', { uscc: TRADER, on: '2026-06-03', reference: '抽查任务2026-3' })
    await journey.sweep('2026-06-05')
    expect(await listsOf(TRADER)).toMatchObject([
      { list: 'mark', ground: 'uncontactable', basis: [{ instrument: 'sole-trader-report-rule', article: '15' }] },
    ])
    await act('VerifyAbnormalCure', {
      uscc: TRADER,
      ground: 'uncontactable',
      cure: 'contact_restored',
      on: '2026-06-11',
    })
    await journey.sweep('2026-06-18')
    expect(await historyOf(TRADER)).toMatchObject([
      {
        list: 'mark',
        removal: { on: '2026-06-11', basis: [{ instrument: 'sole-trader-report-rule', article: '18' }] },
      },
    ])
    expect((await told(TRADER))[0]).toBe('AbnormalStateCleared')
  })
})

describe('an entry that was an error', () => {
  test('falls by an objection: rescinded, which is not a removal, and shown no more', async () => {
    await act('FindUncontactable', { uscc: WRONGED, on: '2026-06-03', reference: '抽查任务2026-4' })
    await journey.sweep('2026-06-05')
    const entry = { uscc: WRONGED, ground: 'uncontactable', year: null }
    const filing = { ...entry, on: '2026-06-15', statement: '一直在登记的住所经营', evidence: ['现场照片'] }
    await act('FileAbnormalObjection', filing)
    await act('AcceptAbnormalObjection', { uscc: WRONGED, objection: 1, on: '2026-06-17' })
    await act('UpholdAbnormalObjection', {
      uscc: WRONGED,
      objection: 1,
      on: '2026-06-24',
      reason: '经查实，列入有误',
    })
    expect(await listsOf(WRONGED)).toEqual([])
    expect(await historyOf(WRONGED)).toEqual([])
    expect(await told(WRONGED)).not.toContain('AbnormalOperationsListed')
    const kept = await Array.fromAsync(
      queriesOf(journey.platform, { authority: AUTHORITY }).lists('abnormal', { history: true }),
    )
    expect(kept.filter(({ uscc }) => uscc === WRONGED)).toMatchObject([{ removedOn: '2026-06-24' }])
    const { text } = await journey.get('/v1/changes')
    expect(text).toContain('PublicRecordRecalled')
    expect(text).not.toContain('现场照片')
  })
  test('too late it is refused with the provision', async () => {
    await act('FindUncontactable', { uscc: WRONGED, on: '2026-08-03', reference: '抽查任务2026-5' })
    await journey.sweep('2026-08-05')
    const entry = { uscc: WRONGED, ground: 'uncontactable', year: null }
    const late = { ...entry, on: addDays('2026-08-04', 45), statement: '有异议', evidence: [] }
    const refused = await journey.act('FileAbnormalObjection', late)
    expect([refused.status, refused.body.code]).toEqual([409, 'objection-too-late'])
    expect(refused.body.provision).toContain('第十六条')
  })
})

describe('a history of three years', () => {
  const row = { uscc: OLD, ground: 'uncontactable', year: null, reason: '', removedOn: null, removalReason: null }
  test('is announced sixty days before, and since 2024-05-01 leads to no other list by itself', async () => {
    await journey.record({
      type: 'RecordAbnormalHistory',
      data: { ...row, on: '2022-06-13', rescinded: false },
    })
    await journey.sweep('2025-07-01')
    const timeline = (await journey.get(`/v1/enterprises/${OLD}/timeline?limit=100`)).body.items
    const reminder = timeline.find(({ event }: { event: string }) => event === 'AbnormalListingReminderPublished')
    expect(reminder).toMatchObject({
      on: '2025-04-14',
      text: '2022-06-13列入，至2025-06-13满三年',
    })
    const events = await journey.platform.log.readSubject(OLD)
    const full = events.find(({ type }) => type === 'AbnormalListingReachedThreeYears')
    expect(full).toMatchObject({ effectiveOn: '2025-06-14', data: { route: 'none' } })
    expect(await listsOf(OLD)).toMatchObject([{ list: 'abnormal' }, { list: 'abnormal' }])
  })
  test('with two years of reports missed it is the lead of a case; a licence that is revoked says until when it can be contested', async () => {
    await journey.caughtUp()
    const [opened] = (await journey.platform.log.readStreams([`${OLD}-R2024/case`])).get(`${OLD}-R2024/case`) ?? []
    expect(opened).toMatchObject({
      type: 'CaseOpened',
      effectiveOn: '2025-07-01',
      data: { uscc: OLD, violation: expect.stringContaining('2023、2024年度报告'), clocks: [{ what: '决定是否立案' }] },
    })
    expect(await act('RevokeLicence', { uscc: OLD, on: '2026-06-01' })).toEqual(['LicenceRevoked'])
    expect(await told(OLD)).toContain('LicenceRevoked')
  })
})

test('a sweep repeated does nothing, and every act carries its authority and its basis', async () => {
  await journey.sweep('2026-11-20')
  expect((await journey.sweep('2026-11-20')).acts).toBe(0)
  for (const uscc of [SILENT, UNTRUE, LOST, TRADER, WRONGED])
    for (const event of await journey.platform.log.readSubject(uscc))
      if (event.type.startsWith('Abnormal')) {
        expect(event.basis.length, event.type).toBeGreaterThan(0)
        expect(event.authority, event.type).toBe(AUTHORITY)
      }
})

test('every line of a timeline says why', () => everyLineSaysWhy(journey, [SILENT, UNTRUE, LOST, TRADER, WRONGED, OLD]))
