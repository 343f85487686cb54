import { makeUscc } from '@mingjian/codes'
import { queriesOf } from '@mingjian/main/run/queries'
import type { PenaltyDecided } from '@mingjian/schemas'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { company, penalty } from './examples.ts'
import { AUTHORITY, type Journey, startJourney } from './platform.ts'
import { everyLineSaysWhy } from './why.ts'

// A heavier penalty, the notice, the statement, the consent, the list; the ways off it.

const BAKERY = makeUscc('91150203', 'MA0LEX01')
const CLEARED = makeUscc('91150203', 'MA0LEX02')
const TERM = makeUscc('91150203', 'MA0LEX03')
const OLD = makeUscc('91150203', 'MA0LEX04')
const FACTS = '后厨使用过期原料，经营者赵小明在场'

let journey: Journey
beforeAll(async () => {
  journey = await startJourney()
  for (const [uscc, name] of [
    [BAKERY, '包头市麦香食品有限公司'],
    [CLEARED, '包头市无过餐饮有限公司'],
    [TERM, '包头市三年乳业有限公司'],
    [OLD, '包头市旧账商贸有限公司'],
  ] as const)
    await journey.act('EstablishEnterprise', { uscc, items: company(name, { establishedOn: '2014-05-06' }) })
})
afterAll(() => journey.end())

const act = async (command: string, data: object) => {
  const done = await journey.act(command, data)
  expect(done.status, done.text).toBe(200)
  return done.body.events?.map(({ type }: { type: string }) => type) ?? []
}
const seriousOf = async (uscc: string) =>
  (await journey.get(`/v1/enterprises/${uscc}`)).body.lists.filter(({ list }: { list: string }) => list === 'serious')
const historyOf = async (uscc: string) =>
  (await journey.get(`/v1/enterprises/${uscc}/lists`)).body.items.filter(
    ({ list }: { list: string }) => list === 'serious',
  )
/** What the authority's own list keeps of a subject, the ended entries too. */
const keptOf = async (uscc: string) =>
  (
    await Array.fromAsync(queriesOf(journey.platform, { authority: AUTHORITY }).lists('serious', { history: true }))
  ).filter((line) => line.uscc === uscc)
const penalise = (uscc: string, documentNo: string, decidedOn: string, more: Partial<PenaltyDecided> = {}) =>
  journey.record({
    type: 'RecordPenalty',
    data: {
      uscc,
      penalty: penalty(documentNo, decidedOn, { kinds: ['罚款', '吊销许可证件'], fineYuan: 200_000, ...more }),
    },
  })

/** Notice, statement, consent, penalty and listing on one day. */
const listed = async (uscc: string, matter: string, documentNo: string, year: number) => {
  await act('NotifySeriousListing', { uscc, matter, article: '5', facts: FACTS, on: `${year}-03-04` })
  const statement = { uscc, matter, statement: '赵小明陈述：已经整改', on: `${year}-03-07` }
  await act('ReceiveSeriousListingStatement', statement)
  const list = {
    ...{ uscc, matter, documentNo, article: '5', on: `${year}-03-20` },
    ...{ serious: true, noIntentProved: false, restrictedUntil: null },
  }
  await penalise(uscc, documentNo, `${year}-03-20`)
  const early = await journey.act('ListSeriousViolation', list)
  expect([early.status, early.body.code]).toEqual([409, 'consent-missing'])
  const consent = {
    uscc,
    matter,
    by: '包头市市场监督管理局',
    consentNo: `包市监同意〔${year}〕1号`,
    on: `${year}-03-18`,
  }
  await act('ConsentToSeriousListing', consent)
  expect(await act('ListSeriousViolation', list)).toEqual(['SeriousViolationListed'])
}

describe('a heavy food penalty', () => {
  test('leads to the list of serious violations, with ground, basis, measures, way off and remedy', async () => {
    await listed(BAKERY, '昆市监案〔2025〕3号', '昆市监处罚〔2025〕9号', 2025)
    expect(await seriousOf(BAKERY)).toMatchObject([
      {
        ...{ ground: '5', listedOn: '2025-03-20', until: '2028-03-20', authority: AUTHORITY },
        decision: expect.stringMatching(/严列〔2025〕\d+号$/),
        documentNo: '昆市监处罚〔2025〕9号',
        basis: [{ article: '2' }, { article: '5' }, { article: '13' }],
        remedy: { reconsiderationTo: '昆都仑区人民政府', reconsiderationBy: '2025-05-19', objectionBy: null },
      },
    ])
    const [{ measures, wayOff }] = await seriousOf(BAKERY)
    expect(measures).toContain('不适用告知承诺制')
    expect(wayOff).toContain('满一年')
  })

  test('shows on the public list, in the search, in the figures and on the pages', async () => {
    expect((await journey.get('/v1/lists/serious')).body.items).toMatchObject([{ uscc: BAKERY, list: 'serious' }])
    expect((await journey.get('/v1/lists/abnormal')).text).not.toContain('"serious"')
    expect((await journey.get('/v1/enterprises?list=serious')).body.items).toMatchObject([{ uscc: BAKERY }])
    const html = { accept: 'text/html' }
    expect((await journey.get('/lists/serious', html)).text).toContain('包头市麦香食品有限公司')
    const page = (await journey.get(`/enterprises/${BAKERY}`, html)).text
    for (const words of ['已列入严重违法失信名单', '不适用告知承诺制', '2028-03-20']) expect(page).toContain(words)
    const lines = await Array.fromAsync(queriesOf(journey.platform, { authority: AUTHORITY }).lists('serious'))
    expect(lines).toMatchObject([{ uscc: BAKERY, list: 'serious', ground: '5', listedOn: '2025-03-20' }])
  })

  test('says nothing in public of the facts, nor of who spoke', async () => {
    const paths = ['', '/timeline?limit=100', '/lists'].map((part) => `/v1/enterprises/${BAKERY}${part}`)
    for (const path of [...paths, '/v1/changes', '/v1/lists/serious']) {
      const { text } = await journey.get(path)
      expect(text).not.toMatch(/赵小明|过期原料|已经整改/)
    }
  })

  test('is removed early after one year, when it is performed and the harm is gone', async () => {
    const matter = { uscc: BAKERY, matter: '昆市监案〔2025〕3号' }
    const apply = { ...matter, documents: ['申请书', '守信承诺书', '履行材料'] }
    const early = await journey.act('ApplyForEarlyRemoval', { ...apply, on: '2026-03-20' })
    expect([early.status, early.body.code]).toEqual([409, 'too-early'])
    expect(early.body.provision).toContain('第十六条')
    await act('ApplyForEarlyRemoval', { ...apply, on: '2026-03-23' })
    await act('AcceptEarlyRemoval', { ...matter, on: '2026-03-24' })
    const removal = { ...matter, harmEliminated: true, on: '2026-04-02' }
    expect((await journey.act('RemoveSeriousViolation', removal)).body.code).toBe('not-performed')
    await journey.record({
      type: 'RecordPenaltyPerformance',
      data: { uscc: BAKERY, performance: { documentNo: '昆市监处罚〔2025〕9号', performedOn: '2025-04-01' } },
    })
    expect(await act('RemoveSeriousViolation', removal)).toEqual(['PublicRecordRecalled', 'SeriousViolationRemoved'])
    expect(await seriousOf(BAKERY)).toEqual([])
    // 停止公示: nobody sees it any more; who has copied it is told, and the authority's own list keeps it.
    expect(await historyOf(BAKERY)).toEqual([])
    expect((await journey.get(`/v1/enterprises/${BAKERY}?asOf=2025-06-01`)).text).not.toContain('serious')
    expect(await keptOf(BAKERY)).toMatchObject([{ listedOn: '2025-03-20', removedOn: '2026-04-02' }])
    const feed = (await journey.get('/v1/changes')).text
    expect(feed).toContain('"type":"SeriousViolationListed","positions"')
    expect(feed).not.toContain('处罚决定书 昆市监处罚〔2025〕9号')
  })

  test('comes back when the early removal was got by fraud, for three new years', async () => {
    const back = { uscc: BAKERY, matter: '昆市监案〔2025〕3号', reason: '履行材料虚假', on: '2026-05-06' }
    expect(await act('ReinstateSeriousViolation', back)).toEqual(['SeriousViolationReinstated'])
    expect(await seriousOf(BAKERY)).toMatchObject([{ listedOn: '2026-05-06', until: '2029-05-06' }])
    const { items } = (await journey.get(`/v1/enterprises/${BAKERY}/timeline?limit=100`)).body
    const told = items.map(({ event }: { event: string }) => event)
    expect(told.filter((event: string) => event.startsWith('Serious'))).toEqual(['SeriousViolationReinstated'])
  })
})

test('a quashed penalty: the entry falls within three working days', async () => {
  await listed(CLEARED, '昆市监案〔2026〕4号', '昆市监处罚〔2026〕11号', 2026)
  await journey.record({
    type: 'RecordPenaltyOverturning',
    data: {
      uscc: CLEARED,
      overturning: {
        documentNo: '昆市监处罚〔2026〕11号',
        outcome: 'revoked',
        by: 'reconsideration',
        body: '昆都仑区人民政府',
        overturningNo: '昆政复决〔2026〕5号',
        decidedOn: '2026-06-12',
      },
    },
  })
  expect(await seriousOf(CLEARED)).toEqual([])
  expect(await historyOf(CLEARED)).toEqual([])
  expect(await keptOf(CLEARED)).toMatchObject([{ removedOn: '2026-06-12' }])
  const ends = (await journey.platform.log.readSubject(CLEARED)).filter(({ stream }) => stream.includes('serious'))
  expect(ends.slice(-2).map(({ type }) => type)).toEqual(['PublicRecordRecalled', 'SeriousViolationRescinded'])
  expect(ends.at(-1)).toMatchObject({ basis: ['serious-list-rule@SAMR44:19'], data: { stopBy: '2026-06-17' } })
})

test('three years full, the entry ends by itself', async () => {
  await listed(TERM, '昆市监案〔2023〕2号', '昆市监处罚〔2023〕7号', 2023)
  await journey.sweep('2026-03-20')
  expect(await seriousOf(TERM)).toHaveLength(1)
  await journey.sweep('2026-03-21')
  expect(await historyOf(TERM)).toEqual([])
  expect(await keptOf(TERM)).toMatchObject([{ removedOn: '2026-03-21' }])
})

test('under Order 83, three years on the list of abnormal operations led to this one, and the cure off both', async () => {
  await journey.record({
    type: 'RecordAbnormalHistory',
    data: {
      ...{ uscc: OLD, ground: 'uncontactable', year: null, on: '2016-05-06', reason: '' },
      ...{ removedOn: null, removalReason: null, rescinded: false },
    },
  })
  await journey.sweep('2019-06-03')
  expect(await seriousOf(OLD)).toMatchObject([
    { ground: '5.1.1', listedOn: '2019-05-07', authority: '内蒙古自治区市场监督管理局', until: '2024-05-07' },
  ])
  const items = company('包头市旧账商贸有限公司', { establishedOn: '2014-05-06', address: '团结大街9号' })
  await act('ChangeRegistration', { uscc: OLD, items, on: '2019-09-02' })
  await journey.sweep('2019-09-12')
  expect(await historyOf(OLD)).toEqual([])
  expect(await keptOf(OLD)).toMatchObject([{ ground: '5.1.1', removedOn: '2019-09-02' }])
})

test('every line of a timeline says why', () => everyLineSaysWhy(journey, [BAKERY, CLEARED, TERM, OLD]))
