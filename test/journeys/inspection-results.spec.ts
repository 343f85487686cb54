import { createHash } from 'node:crypto'
import { once } from 'node:events'
import { type AddressInfo, createServer } from 'node:net'
import { addDays, makeUscc } from '@mingjian/codes'
import { prepareCodes } from '@mingjian/inspection'
import type { Command } from '@mingjian/kernel'
import { systemClock, systemRandom } from '@mingjian/kernel/adapters'
import { catchUpPublicLog } from '@mingjian/main/run/follow-log'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { freshDatabase, startServer } from '../postgres.ts'
import { startRoles } from '../processes.ts'
import { folder, mingjian, removeFolders } from './command-line.ts'
import { NONCES, planFor, sha256 } from './draw.ts'
import { company, report } from './examples.ts'
import { AUTHORITY, type Journey, startJourney, TOKEN } from './platform.ts'
import { everyLineSaysWhy } from './why.ts'

// 双随机、一公开 to its end: the visits of a joint draw, what they found, and what everybody can see of it.

const TODAY = systemClock.today()
const YEAR = Number(TODAY.slice(0, 4))
const TAX = '昆都仑区税务局'
const CODES = Array.from({ length: 6 }, (_, i) => makeUscc('91150203', `MA0DHT${String(i).padStart(2, '0')}`))
const NOTHING = '未发现问题'

const server = await startServer()
const database = await freshDatabase(server.url)

let journey: Journey
let seconds = 0
/** Later and later, and never a day before the slips were issued. */
const now = (): string => {
  seconds += 1
  return new Date(Date.now() + seconds * 1000).toISOString()
}

beforeAll(async () => {
  journey = await startJourney({ DATABASE_URL: database.url })
  const enterprises = CODES.flatMap((uscc, i): readonly Command[] => [
    { type: 'EstablishEnterprise', data: { uscc, items: company(`包头市检查${i}号商贸有限责任公司`) } },
    ...[1, 2, 3].map((before): Command => {
      const of = { year: YEAR - before, filedOn: `${YEAR - before + 1}-03-01` }
      return { type: 'SubmitAnnualReport', data: { uscc, ...of, report: report({}) } }
    }),
  ])
  const staff = ['K1', 'K2', 'T1'].map(
    (id): Command => ({
      type: 'EnrolInspector',
      data: {
        ...{ inspectorId: id, department: id.startsWith('T') ? TAX : AUTHORITY, certificateNo: `150203${id}` },
        ...{ validFrom: '2022-01-01', validUntil: '2199-12-31', specialities: [], conflicts: [] },
      },
    }),
  )
  await journey.platform.handler.handleAll(
    [...enterprises, ...staff].map((command) => ({ command, actor: 'staff', authority: AUTHORITY })),
  )
  await journey.caughtUp()
})
afterAll(async () => {
  await journey.end()
  await database.drop()
  await server.stop()
})

/** A port that nobody listens on. */
const freePort = async (): Promise<number> => {
  const listening = createServer().listen(0)
  await once(listening, 'listening')
  const { port } = listening.address() as AddressInfo
  listening.close()
  return port
}

const item = (itemNo: string, department: string, own = {}) => ({
  item: {
    ...{ itemNo, name: `事项${itemNo}`, legalBasis: ['《企业信息公示暂行条例》第十四条'], subjects: '企业' },
    ...{ content: '公示信息是否真实', method: '实地核查', level: '区级', departments: [department], key: true },
    ...{ ratioLimit: null, timesAYear: 1, specialities: [], ...own },
  },
  from: TODAY,
})

// biome-ignore lint/suspicious/noExplicitAny: what a stranger gets has no type
const taskOf = async (uscc: string | undefined, headers = {}): Promise<any> => {
  const answer = await journey.get(`/v1/visits?uscc=${uscc}`, { authorization: `Bearer ${TOKEN}`, ...headers })
  return answer.body.items[0]
}
const done = async (name: string, data: object): Promise<void> => {
  const answer = await journey.act(name, data)
  expect(answer.body, `${name} ${JSON.stringify(data)}`).toMatchObject({ outcome: 'recorded' })
}
const refusedFor = async (name: string, data: object, code: string): Promise<void> => {
  expect(await journey.act(name, data), name).toMatchObject({ status: 409, body: { code } })
}
const marketOfficer = ({ inspectors }: { readonly inspectors: readonly string[] }): string =>
  inspectors.find((one) => one.startsWith('K')) ?? ''
const CONFORMS = [
  { point: '证照', answer: '符合', note: '' },
  { point: '公示', answer: '符合', note: '' },
]
const WRONG = [CONFORMS[0], { point: '公示', answer: '不符合', note: '与账册不符' }]
const ofTax = [{ point: '公示信息是否真实', answer: '符合', note: '' }]
const nothing = [{ result: NOTHING, detail: '' }]

interface Visited {
  readonly task: string
  readonly inspectors: readonly string[]
}
/** What officers send of a visit that found this of the first item, and nothing of the second. */
const queueOf = (visit: Visited, findings: readonly object[], own: Readonly<Record<string, unknown>> = {}) => {
  const { task, inspectors } = visit
  const by = marketOfficer(visit)
  const answers = JSON.stringify(findings) === JSON.stringify(nothing) ? CONFORMS : WRONG
  return [
    { command: 'EnterPremises', data: { task, at: now(), officers: inspectors } },
    { command: 'CheckItem', data: { task, at: now(), itemNo: 'A1', by, with: ['T1'], answers, findings, ...own } },
    {
      command: 'CheckItem',
      data: { task, at: now(), itemNo: 'A2', by: 'T1', with: [by], answers: ofTax, findings: nothing },
    },
    { command: 'SignAsOfficer', data: { task, at: now(), officer: by } },
    { command: 'SignAsOfficer', data: { task, at: now(), officer: 'T1' } },
    { command: 'SignAsEnterprise', data: { task, at: now(), capacity: '负责人' } },
    { command: 'CompleteVisit', data: { task, at: now(), enterpriseState: '存续' } },
  ].map((act, place) => ({ key: `${task}-${place}`, ...act }))
}
const send = async (acts: readonly object[]) => {
  const response = await fetch(`${journey.address}/v1/commands`, {
    method: 'POST',
    headers: { authorization: `Bearer ${TOKEN}`, 'content-type': 'application/json' },
    body: JSON.stringify({ acts }),
  })
  const body = (await response.json()) as {
    readonly items: readonly { readonly outcome: string; readonly code?: string }[]
  }
  await journey.caughtUp()
  return { status: response.status, outcomes: body.items?.map(({ outcome }) => outcome), body }
}
const visited = async (uscc: string | undefined, findings: readonly object[], own = {}): Promise<Visited> => {
  const { task } = await taskOf(uscc)
  await done('IssueTaskSlip', { task })
  await done('GiveInspectionNotice', { task, at: now(), manner: '书面', visitOn: TODAY })
  const visit = await taskOf(uscc)
  const { outcomes, body } = await send(queueOf(visit, findings, own))
  expect(outcomes, JSON.stringify(body)).toEqual(Array.from({ length: 7 }, () => 'recorded'))
  return visit
}
const reviewed = (task: string, followUps: readonly object[] = []) =>
  done('ReviewInspectionResult', { task, at: now(), reviewer: 'R1', passed: true, opinion: '同意', followUps })

describe('from the plan to the tasks', () => {
  test('a joint draw makes a task of each enterprise, for officers of both departments', async () => {
    await done('ListInspectionItem', item('A1', AUTHORITY, { checklist: ['证照', '公示'], noticeBeforehand: true }))
    await done('ListInspectionItem', item('A2', TAX))
    const task = {
      ...{ taskNo: '1', batch: 1, name: '联合抽查', items: ['A1', 'A2'], objects: '全部企业', directed: false },
      ...{ share: '1/1', count: 6, method: '实地核查', from: `${YEAR}-01-01`, to: `${YEAR}-12-31` },
      ...{ lead: AUTHORITY, partners: [TAX] },
    }
    await done('DraftInspectionPlan', { planId: 'annual', year: YEAR, name: '年度抽查计划', tasks: [task] })
    await done('ReviewInspectionPlan', { planId: 'annual', passed: true, opinion: '' })
    await done('PublishInspectionPlan', { planId: 'annual' })
    const plan = planFor(TODAY, {
      ...{ id: 'joint', strata: [{ name: '企业', rate: '1/1' }], items: ['A1', 'A2'], departments: [AUTHORITY, TAX] },
      ...{ annualPlan: { id: 'annual', taskNo: '1' }, window: { from: TODAY, to: `${YEAR}-12-31` } },
    })
    await done('OpenDraw', { plan })
    for (const official of ['甲', '乙'])
      await done('CommitNonce', { planId: 'joint', official, sha256: sha256(NONCES[official] ?? '') })
    for (const official of ['甲', '乙'])
      await done('RevealNonce', { planId: 'joint', official, nonce: NONCES[official] })
    await done('RunDraw', { planId: 'joint', publicValue: '3 7 1' })
    for (const uscc of CODES) {
      const visit = await taskOf(uscc)
      expect(visit).toMatchObject({ stage: 'assigned', assigned: { items: ['A1', 'A2'], kind: 'random' } })
      expect(visit.inspectors).toEqual(expect.arrayContaining(['T1']))
    }
  })
})

describe('a visit of two departments', () => {
  test('goes nowhere before slip, notice and entry', async () => {
    const { task, inspectors } = await taskOf(CODES[0])
    await refusedFor('EnterPremises', { task, at: now(), officers: inspectors }, 'out-of-order')
    await done('IssueTaskSlip', { task })
    await refusedFor('EnterPremises', { task, at: now(), officers: inspectors }, 'notice-missing')
    await done('GiveInspectionNotice', { task, at: now(), manner: '书面', visitOn: TODAY })
    const early = { task, at: now(), itemNo: 'A2', by: 'T1', with: [marketOfficer({ inspectors })], answers: ofTax }
    await refusedFor('CheckItem', { ...early, findings: nothing }, 'not-entered')
    await refusedFor('PublishInspectionResult', { uscc: CODES[0], task }, 'not-reviewed')
    expect((await journey.get('/v1/visits')).status).toBe(401)
  })

  test('the enterprise scans the slip: it sees who checks what on which basis, and the entry is recorded', async () => {
    const { code, task } = await taskOf(CODES[0])
    const { text, body } = await journey.get(`/v1/slips/${code}`)
    expect(body).toMatchObject({
      ...{ uscc: CODES[0], stage: 'issued', scanned: false, enteredAt: null },
      items: [{ itemNo: 'A1', checklist: ['证照', '公示'] }, { itemNo: 'A2' }],
      officers: expect.arrayContaining([{ department: TAX, certificateNo: '150203T1', validUntil: '2199-12-31' }]),
    })
    expect(text).not.toContain(task)
    const scan = () => fetch(`${journey.address}/v1/slips/${code}/entry`, { method: 'POST' })
    expect(await (await scan()).json()).toMatchObject({ scanned: true })
    await journey.caughtUp()
    expect(await (await scan()).json()).toMatchObject({ scanned: true })
    expect((await taskOf(CODES[0])).entered.scanned).toMatch(/Z$/)
    const stranger = await fetch(`${journey.address}/v1/slips/${'0'.repeat(32)}/entry`, { method: 'POST' })
    expect(stranger.status).toBe(404)
  })

  test.each([
    [
      'a result beside nothing found',
      { findings: [...nothing, { result: '不配合检查情节严重', detail: '拒不开门' }] },
      'results-exclusive',
    ],
    ['nothing found where a point is wrong', { answers: WRONG, findings: nothing }, 'answers-contradict'],
    ['an open point', { answers: [CONFORMS[0]], findings: nothing }, 'point-open'],
    ['one officer alone', { with: ['K1'], by: 'K1', findings: nothing }, 'too-few-officers'],
    ['an officer of another department', { by: 'T1', findings: nothing }, 'other-department'],
    ['who is not on the team', { with: ['R1'], findings: nothing }, 'not-assigned'],
    ['a time to come', { at: '2199-01-01T00:00:00Z', findings: nothing }, 'in-the-future'],
    [
      'facts that name a telephone',
      { answers: WRONG, findings: [{ result: '发现问题待后续处理', detail: '联系13804721234' }] },
      'personal-data',
    ],
  ])('%s is refused', async (_, own, code) => {
    const visit = await taskOf(CODES[0])
    const by = marketOfficer(visit)
    const alone = 'by' in own && own.by === 'K1' ? { by, with: [by] } : {}
    const named = 'by' in own && own.by === 'T1' ? { with: [by] } : alone
    const data = { task: visit.task, at: now(), itemNo: 'A1', by, with: ['T1'], answers: CONFORMS, ...own, ...named }
    await refusedFor('CheckItem', data, code)
  })

  test('a queue is carried out once, sent twice and in pieces; the enterprise refuses to sign', async () => {
    const visit = await taskOf(CODES[0])
    const by = marketOfficer(visit)
    const { task } = visit
    const [enter, ...rest] = queueOf(visit, nothing)
    const photo = createHash('sha256').update('a photo').digest('hex')
    const evidence = {
      ...{ task, at: now(), sha256: photo, mediaType: 'image/jpeg', bytes: 120_000, itemNo: 'A1', by },
      ...{ place: { latitude: 40.64, longitude: 109.84, accuracyMetres: 8 }, description: '门头照片' },
    }
    const refusal = { task, at: now(), kind: 'refused', reason: '负责人拒绝签字', witness: '社区工作人员', by }
    const acts = [
      ...[enter, { key: 'photo', command: 'TakeEvidence', data: evidence }, ...rest.slice(0, 4)],
      { key: 'refused', command: 'NoteSignatureRefused', data: refusal },
      rest[5],
    ] as const
    const first = await send(acts.slice(0, 5) as object[])
    expect(first.outcomes).toEqual(Array.from({ length: 5 }, () => 'recorded'))
    const second = await send(acts as unknown as object[])
    expect(second.outcomes).toEqual([
      ...Array.from({ length: 5 }, () => 'repeated'),
      'recorded',
      'recorded',
      'recorded',
    ])
    const third = await send(acts as unknown as object[])
    expect(third.outcomes).toEqual(Array.from({ length: 8 }, () => 'repeated'))
    const after = await taskOf(CODES[0])
    expect(after).toMatchObject({ stage: 'completed', completed: { results: [NOTHING], signature: 'refused' } })
    expect(Object.keys(after.evidence)).toEqual([photo])
    expect(after.clocks).toMatchObject([{ what: '公示抽查检查结果', by: after.completed.publishBy }])
  })

  test('slip, notice and record are documents, for staff, with their numbers', async () => {
    const { slipNo, noticeNo, completed } = await taskOf(CODES[0])
    const staff = { authorization: `Bearer ${TOKEN}` }
    for (const [number, title] of [
      [slipNo, '行政检查任务单'],
      [noticeNo, '行政检查通知书'],
      [completed.decision, '检查结果记录表'],
    ]) {
      const path = `/v1/documents/${encodeURIComponent(number)}`
      expect((await journey.get(path, staff)).body).toMatchObject({ number, title, authority: AUTHORITY })
      expect((await journey.get(path)).status).toBe(404)
    }
    const pdf = await journey.get(`/v1/documents/${encodeURIComponent(slipNo)}.pdf`, staff)
    expect([pdf.status, pdf.text.slice(0, 5)]).toEqual([200, '%PDF-'])
  })

  test('the bytes of evidence are kept under their hash, for staff', async () => {
    const photo = createHash('sha256').update('a photo').digest('hex')
    const put = async (name: string, headers: Readonly<Record<string, string>>) => {
      const body = Buffer.from('a photo')
      return (await fetch(`${journey.address}/v1/evidence/${name}`, { method: 'PUT', headers, body })).status
    }
    const staff = { authorization: `Bearer ${TOKEN}`, 'content-type': 'image/jpeg' }
    expect(await put(photo, { 'content-type': 'image/jpeg' })).toBe(401)
    expect(await put('0'.repeat(64), staff)).toBe(400)
    expect([await put(photo, staff), await put(photo, staff)]).toEqual([200, 200])
    expect((await journey.get(`/v1/evidence/${photo}`)).status).toBe(401)
    expect((await journey.get(`/v1/evidence/${photo}`, staff)).text).toBe('a photo')
  })

  test('a queue with one bad act loses nothing of the others', async () => {
    const { task } = await taskOf(CODES[0])
    const { outcomes, body } = await send([
      { key: 'x1', command: 'NoSuchAct', data: {} },
      { key: 'x2', command: 'SignAsOfficer', data: { task } },
      { key: 'x3', command: 'SignAsOfficer', data: { task, at: now(), officer: 'K1' } },
    ])
    expect(outcomes).toEqual(['refused', 'refused', 'refused'])
    expect(body.items.map(({ code }) => code)).toEqual(['unknown-command', 'missing-parameter', 'out-of-order'])
  })

  test('its officers do not review it; published once, it is for everybody', async () => {
    const { task } = await taskOf(CODES[0])
    const by = { task, at: now(), passed: true, opinion: '' }
    await refusedFor('ReviewInspectionResult', { ...by, reviewer: 'T1' }, 'own-result')
    await refusedFor('PublishInspectionResult', { uscc: CODES[0], task }, 'not-reviewed')
    await reviewed(task)
    await done('PublishInspectionResult', { uscc: CODES[0], task })
    expect((await journey.act('PublishInspectionResult', { uscc: CODES[0], task })).body.outcome).toBe('unchanged')
    expect(await taskOf(CODES[0])).toMatchObject({ stage: 'publicised', clocks: [] })
    const { items } = (await journey.get('/v1/inspections/results')).body
    expect(items).toMatchObject([
      { task, uscc: CODES[0], results: [NOTHING], departments: [AUTHORITY, TAX], enterpriseState: '存续' },
    ])
  })
})

describe('what follows from a result', () => {
  test('false information lists, by way of review; a case is filed for what is pending; a re-check sees what was ordered', async () => {
    const found = await visited(CODES[1], [{ result: '公示信息隐瞒真实情况、弄虚作假', detail: '营业收入与账册不符' }])
    await reviewed(found.task)
    await done('PublishInspectionResult', { uscc: CODES[1], task: found.task })

    const pending = await visited(CODES[2], [{ result: '发现问题待后续处理', detail: '涉嫌虚假宣传' }])
    const review = { task: pending.task, at: now(), reviewer: 'R1', passed: true, opinion: '' }
    await refusedFor('ReviewInspectionResult', review, 'follow-up-missing')
    await reviewed(pending.task, [{ kind: 'case', itemNos: ['A1'], violation: '虚假宣传' }])
    const cases = await journey.platform.log.readSubject(`${pending.task}-C1`)
    expect(cases).toMatchObject([{ type: 'CaseOpened', data: { uscc: CODES[2], source: '监督检查' } }])

    const ordered = await visited(
      CODES[3],
      [
        { result: '未按规定公示应当公示的信息', detail: '股权变更信息' },
        { result: '发现问题已责令改正', detail: '未亮照经营' },
      ],
      { correctBy: addDays(TODAY, 10) },
    )
    await reviewed(ordered.task)
    const events = (await journey.platform.log.readSubject(CODES[3] ?? '')).map(({ type }) => type)
    expect(events).toContain('DisclosureOrdered')
    const tasks = await journey.get(`/v1/visits?uscc=${CODES[3]}`, { authorization: `Bearer ${TOKEN}` })
    expect(tasks.body.items).toMatchObject([
      { stage: 'passed' },
      { stage: 'assigned', assigned: { kind: 'recheck', of: ordered.task, from: addDays(TODAY, 11), items: ['A1'] } },
    ])
  })

  test('who was found to have hidden the truth is listed for it, and nobody else', async () => {
    const listing = { ground: 'false_information', on: TODAY, year: null }
    await refusedFor('ListAbnormalOperations', { uscc: CODES[2], ...listing }, 'no-ground')
    await done('ListAbnormalOperations', { uscc: CODES[1], ...listing })
    const { lists } = (await journey.get(`/v1/enterprises/${CODES[1]}`)).body
    expect(lists).toMatchObject([{ list: 'abnormal', ground: 'false_information' }])
  })
})

describe('a task that changes meanwhile', () => {
  test('an officer who was replaced is told so, and sends what they have by the one who goes instead', async () => {
    const { task } = await taskOf(CODES[4])
    await done('IssueTaskSlip', { task })
    const before = await taskOf(CODES[4])
    const gone = marketOfficer(before)
    await done('GiveInspectionNotice', { task, at: now(), manner: '电话', visitOn: TODAY })
    await done('ReplaceInspector', { planId: 'joint', uscc: CODES[4], inspector: gone, reason: '请假' })
    const { body } = await send(queueOf(before, nothing))
    expect(body.items[0]).toMatchObject({ outcome: 'refused', code: 'slip-outdated' })
    await done('IssueTaskSlip', { task })
    const after = await taskOf(CODES[4])
    expect(after.code).toBe(before.code)
    expect((await send(queueOf(before, nothing))).body.items[0]).toMatchObject({ code: 'reassigned' })
    const again = queueOf(after, nothing).map((act, place) => ({ ...act, key: `again-${place}` }))
    expect((await send(again)).outcomes).toEqual(Array.from({ length: 7 }, () => 'recorded'))
  })

  test('a wrong result is withdrawn, recalled from the feed, and put right', async () => {
    const { task } = await taskOf(CODES[0])
    await done('WithdrawInspectionResult', { uscc: CODES[0], task, reason: '记录有误' })
    expect((await taskOf(CODES[0])).stage).toBe('issued')
    const results = (await journey.get('/v1/inspections/results')).body.items
    expect(results.map((one: { task: string }) => one.task)).not.toContain(task)
    expect((await journey.get('/v1/changes?after=0&limit=10000')).text).not.toContain(
      `"task":"${task}","planId":"joint","planName":"年报公示信息抽查","year":${YEAR},"kind"`,
    )
  })
})

test('a server that is killed in the middle of a queue loses nothing of it, and does nothing twice', async () => {
  const uscc = CODES[5]
  const { task } = await taskOf(uscc)
  await done('IssueTaskSlip', { task })
  await done('GiveInspectionNotice', { task, at: now(), manner: '书面', visitOn: TODAY })
  const visit = await taskOf(uscc)
  const [enter, ...rest] = queueOf(visit, nothing)
  const photos = Array.from({ length: 300 }, (_, place) => ({
    key: `${task}-photo-${place}`,
    command: 'TakeEvidence',
    data: {
      ...{ task, at: now(), sha256: createHash('sha256').update(String(place)).digest('hex'), mediaType: 'image/jpeg' },
      ...{ bytes: 1000, place: null, itemNo: null, description: `第${place}张`, by: 'T1' },
    },
  }))
  const acts = [enter ?? {}, ...photos, ...rest]
  const port = await freePort()
  const killed = await startRoles('api', { DATABASE_URL: database.url, PORT: String(port), STAFF_TOKEN: TOKEN })
  const sent = fetch(`http://127.0.0.1:${port}/v1/commands`, {
    method: 'POST',
    headers: { authorization: `Bearer ${TOKEN}`, 'content-type': 'application/json' },
    body: JSON.stringify({ acts }),
  })
  const events = async () => (await journey.platform.log.readSubject(task)).map(({ type }) => type)
  const died = expect(sent).rejects.toThrow()
  await expect.poll(async () => (await events()).length, { interval: 5 }).toBeGreaterThan(20)
  killed.kill('SIGKILL')
  await killed.ended
  await died
  const { outcomes } = await send(acts)
  expect(new Set(outcomes)).toEqual(new Set(['repeated', 'recorded']))
  const types = await events()
  expect(types.filter((type) => type === 'VisitEvidenceTaken')).toHaveLength(photos.length)
  expect(types.filter((type) => type === 'VisitCompleted')).toHaveLength(1)
})

test('a lead becomes a check of its own, for officers who are appointed', async () => {
  const on = TODAY
  await journey.record({
    type: 'RecordVisit',
    data: {
      ...{ task: 'lead-D', uscc: CODES[5], planId: 'lead', planName: '定向检查：虚假宣传', year: YEAR, items: [] },
      ...{
        departments: [AUTHORITY],
        from: on,
        to: on,
        inspectors: [],
        unassigned: '待指派',
        kind: 'directed',
        of: 'lead',
      },
    },
  })
  await refusedFor('IssueTaskSlip', { task: 'lead-D', items: ['A1'] }, 'unassigned')
  await done('AppointInspectors', { task: 'lead-D', inspectors: ['K1', 'K2'], reason: '举报线索' })
  await refusedFor('IssueTaskSlip', { task: 'lead-D' }, 'no-item')
  await refusedFor('IssueTaskSlip', { task: 'lead-D', items: ['A9'] }, 'unknown-item')
  await done('IssueTaskSlip', { task: 'lead-D', items: ['A1'] })
})

test('what is not published in time stands on the board, overdue', async () => {
  const board = (asOf: string) =>
    journey.get(`/v1/board?asOf=${asOf}&until=2199-12-31`, { authorization: `Bearer ${TOKEN}` })
  const mine = async (asOf: string) =>
    (await board(asOf)).body.items.filter(({ what }: { what: string }) => what === '公示抽查检查结果')
  const open = (await board(TODAY)).body.items.filter(({ what }: { what: string }) => what.startsWith('实施检查'))
  expect(open).toContainEqual(expect.objectContaining({ subject: 'lead', who: AUTHORITY, by: TODAY, count: 1 }))
  expect(open.map(({ subject }: { subject: string }) => subject)).toContain('joint')
  const [line] = await mine(TODAY)
  expect(line).toMatchObject({ who: AUTHORITY, overdue: false, basis: expect.stringContaining('抽查') })
  expect((await mine(addDays(line.by, 1)))[0]).toMatchObject({ overdue: true })
})

describe('ratings of checks', () => {
  const rateBy = async (code: string, scores: readonly number[]) => {
    const response = await fetch(`${journey.address}/v1/ratings`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ code, scores }),
    })
    await journey.caughtUp()
    return { status: response.status, body: (await response.json()) as { readonly code?: string } }
  }
  const shown = async () => (await journey.get('/v1/inspections/ratings')).body.items

  test('wait until ten can be released together, and tell nothing of any visit', async () => {
    const codes = await prepareCodes(journey.platform, AUTHORITY, 11, systemRandom)
    for (const code of codes.slice(0, 9)) expect((await rateBy(code, [5, 4, 3, 5])).status).toBe(200)
    expect(await shown()).toEqual([])
    // Changed while it waits.
    expect((await rateBy(codes[0] ?? '', [1, 4, 3, 5])).status).toBe(200)
    expect(await shown()).toEqual([])
    expect((await rateBy(codes[9] ?? '', [5, 4, 3, 5])).status).toBe(200)
    expect(await shown()).toMatchObject([
      { authority: AUTHORITY, month: TODAY.slice(0, 7), count: 10, averages: [4.6, 4, 3, 5] },
    ])
    expect(await rateBy(codes[9] ?? '', [1, 1, 1, 1])).toMatchObject({ status: 409, body: { code: 'code-used' } })
    expect((await rateBy(codes[10] ?? '', [2, 2, 2, 2])).status).toBe(200)
    expect(await shown()).toMatchObject([{ count: 10 }])
    const events = await journey.platform.log.readSubject(AUTHORITY)
    const released = events.find(({ type }) => type === 'InspectionRatingsReleased')
    const hashes = codes.slice(0, 10).map((code) => createHash('sha256').update(code).digest('hex'))
    expect(released?.data).toMatchObject({ ratings: hashes.toSorted().map((codeSha256) => ({ codeSha256 })) })
    expect(JSON.stringify(events)).not.toContain('joint-')
  })

  test('need a code, and scores from one to five', async () => {
    expect(await rateBy('0'.repeat(32), [5, 5, 5, 5])).toMatchObject({ status: 409, body: { code: 'unknown-code' } })
    for (const scores of [
      [0, 5, 5, 5],
      [6, 5, 5, 5],
      [5, 5, 5],
    ])
      expect((await rateBy('0'.repeat(32), scores)).status).toBe(400)
  })
})

describe('what everybody can see of it', () => {
  test('the results by category, day and authority, page by page, and as open data', async () => {
    const category = encodeURIComponent('公示信息隐瞒真实情况、弄虚作假')
    const found = await journey.get(`/v1/inspections/results?result=${category}&from=${TODAY}&to=${TODAY}`)
    expect(found.body.items).toMatchObject([
      {
        uscc: CODES[1],
        name: '包头市检查1号商贸有限责任公司',
        items: [{ findings: [{ detail: '营业收入与账册不符' }] }, {}],
      },
    ])
    expect((await journey.get(`/v1/inspections/results?to=${addDays(TODAY, -1)}`)).body.items).toEqual([])
    const lines = (await journey.get('/v1/inspections/results.ndjson')).text.trim().split('\n')
    expect(lines.map((line) => JSON.parse(line).uscc)).toEqual([CODES[1]])
    const csv = (await journey.get('/v1/inspections/results.csv')).text
    expect(csv.split('\r\n')[1]).toContain(CODES[1])
    for (const secret of ['150203T1', 'R1', '社区工作人员', '拒绝签字']) expect(csv).not.toContain(secret)
  })

  test('the file of the enterprise: what was found, under which provision, when', async () => {
    const { items } = (await journey.get(`/v1/enterprises/${CODES[1]}/inspections`)).body
    expect(items).toMatchObject([
      {
        kind: 'random',
        result: { publishedOn: TODAY, results: ['公示信息隐瞒真实情况、弄虚作假'], enterpriseState: '存续' },
      },
    ])
    expect(items[0].result.basis.length).toBeGreaterThan(0)
    const timeline = (await journey.get(`/v1/enterprises/${CODES[1]}/timeline`)).body.items
    expect(timeline.map(({ title }: { title: string }) => title)).toContain('抽查检查结果公示')
  })

  test('what was planned, drawn and done to the end', async () => {
    const { body } = await journey.get(`/v1/inspections/years/${YEAR}`)
    expect(body).toMatchObject({ selected: 6, published: 1, tasks: [{ count: 6, drawn: 6, done: 1 }] })
    expect(body.coverage).toMatchObject([{ authority: AUTHORITY, checked: 1 }])
  })

  test('the command line: results as lines, and codes that are shown once', async () => {
    const data = folder()
    const options = { env: { DATABASE_URL: database.url } }
    const { code, out } = await mingjian(data, ['results', '--from', TODAY, '--authority', AUTHORITY], options)
    expect([
      code,
      out
        .trim()
        .split('\n')
        .map((line) => JSON.parse(line).uscc),
    ]).toEqual([0, [CODES[1]]])
    const codes = await mingjian(data, ['ratings', 'codes', '3'], options)
    expect(codes.out.trim().split('\n')).toEqual(
      Array.from({ length: 3 }, () => expect.stringMatching(/^[0-9a-f]{32}$/)),
    )
    expect((await mingjian(data, ['ratings', 'codes', '0'], options)).code).toBe(1)
    removeFolders()
  })

  test('the public log proves it, under a seal that is closed when it is withdrawn', async () => {
    await catchUpPublicLog(journey.platform)
    const [{ position, task }] = (await journey.get('/v1/inspections/results')).body.items
    const proof = await journey.get(`/log/entries/${position}`)
    expect(proof.status).toBe(200)
    expect(proof.text).toContain('营业收入与账册不符')
    await done('WithdrawInspectionResult', { uscc: CODES[1], task, reason: '当事人异议成立' })
    await catchUpPublicLog(journey.platform)
    expect((await journey.get(`/log/entries/${position}`)).status).toBe(410)
    expect((await journey.get(`/v1/enterprises/${CODES[1]}/timeline`)).text).not.toContain('抽查检查结果公示')
  })

  test('a draw that is void cancels what is still open of it, and says so to those who go on', async () => {
    const visit = await taskOf(CODES[0])
    await done('VoidDraw', { planId: 'joint', why: '名录有误' })
    const { body } = await send(queueOf(visit, nothing).map((act) => ({ ...act, key: `void-${act.key}` })))
    expect(body.items[1]).toMatchObject({ outcome: 'refused', code: 'visit-cancelled' })
    expect((await journey.get(`/v1/slips/${visit.code}`)).body).toMatchObject({ cancelled: '抽取作废：名录有误' })
    expect((await taskOf(CODES[4])).stage).toBe('completed')
  })
})

test('every line of a timeline says why', () => everyLineSaysWhy(journey, CODES))
