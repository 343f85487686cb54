import { makeUscc } from '@mingjian/codes'
import { verifyProof } from '@mingjian/inspection/draw'
import type { Command } from '@mingjian/kernel'
import { systemClock } from '@mingjian/kernel/adapters'
import { catchUpPublicLog } from '@mingjian/main/run/follow-log'
import { digestHex } from '@mingjian/proofs'
import { stepLine } from '@mingjian/proofs/verification'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { conducted, NONCES, planFor, sha256 } from './draw.ts'
import { company, soleTrader } from './examples.ts'
import { AUTHORITY, type Journey, startJourney, TOKEN } from './platform.ts'

const TODAY = systemClock.today()
const PLAN = planFor(TODAY)
const ID = PLAN.id
const CODES = Array.from({ length: 40 }, (_, i) =>
  makeUscc(i % 4 === 0 ? '92150203' : '91150203', `MA0DRW${String(i).padStart(2, '0')}`),
)

let journey: Journey
const drawn = async () => (await journey.get('/v1/inspections/draws')).body.items
const draw = async (id = ID) => (await drawn()).find((one: { id: string }) => one.id === id)

beforeAll(async () => {
  journey = await startJourney()
  const enterprises = CODES.map((uscc, i): Command => {
    const items = i % 4 === 0 ? soleTrader(`昆都仑区${i}号烧烤店`) : company(`包头市${i}号商贸有限责任公司`)
    return { type: 'EstablishEnterprise', data: { uscc, items } }
  })
  const inspectors = ['K001', 'K002', 'K003'].map(
    (id): Command => ({
      type: 'RecordInspector',
      data: {
        ...{ inspectorId: id, department: AUTHORITY, certificateNo: `150203${id}` },
        ...{ validFrom: '2022-01-01', validUntil: '2199-12-31', specialities: [], conflicts: [] },
      },
    }),
  )
  await journey.platform.handler.handleAll(
    [...enterprises, ...inspectors].map((command) => ({ command, actor: 'import:test', authority: AUTHORITY })),
  )
  await journey.caughtUp()
})
afterAll(() => journey.end())

describe('a draw over HTTP', () => {
  test('is opened by its plan, and the population stands from then on', async () => {
    const opened = await journey.act('OpenDraw', { plan: PLAN })
    expect(opened.body.events).toMatchObject([{ type: 'DrawOpened' }])
    expect(await draw()).toMatchObject({
      stage: 'opened',
      population: { size: 40, perStratum: { 批发零售: 30, 其他: 10 } },
      roster: { size: 3 },
    })
    const late = makeUscc('91150203', 'MA0DRW99')
    await journey.act('EstablishEnterprise', { uscc: late, items: company('包头市后来商贸有限责任公司') })
  })

  test('takes no other plan once it is open', async () => {
    const changed = await journey.act('OpenDraw', { plan: { ...PLAN, floor: '1/10' } })
    expect(changed).toMatchObject({ status: 409, body: { code: 'plan-changed' } })
    expect((await journey.act('OpenDraw', { plan: PLAN })).body.outcome).toBe('unchanged')
  })

  test.each([
    ['a plan that is none', { id: 'x' }, 'plan-missing'],
    ['a rate above one', { strata: [{ name: '一般', rate: '3/2' }] }, 'rate-above-one'],
    ['a floor below the law', { floor: '2/100' }, 'floor-below-law'],
    [
      'an empty stratum',
      { strata: [...PLAN.strata, { name: '空', industry: 'A', rate: '1/10' }].toReversed() },
      'empty-stratum',
    ],
    ['too few inspectors', { inspectorsPerObject: 9 }, 'too-few-inspectors'],
    ['a stratum for nobody in scope', { strata: [{ name: '农业', industry: 'A', rate: '1/10' }] }, 'no-stratum'],
  ])('refuses %s with a code of its own', async (_, own, code) => {
    const plan = 'id' in own ? own : { ...PLAN, id: 'refused', ...own }
    expect(await journey.act('OpenDraw', { plan })).toMatchObject({ status: 409, body: { code } })
  })

  test('is committed by two officials', async () => {
    for (const official of ['甲', '乙'])
      await journey.act('CommitNonce', { planId: ID, official, sha256: sha256(NONCES[official] ?? '') })
    expect(await draw()).toMatchObject({ stage: 'committed', commitments: [{ official: '甲' }, { official: '乙' }] })
  })

  test('a nonce that does not open is refused, and recorded', async () => {
    const failed = await journey.act('RevealNonce', { planId: ID, official: '甲', nonce: '99'.repeat(32) })
    expect(failed).toMatchObject({ status: 409, body: { code: 'nonce-mismatch' } })
    expect((await draw()).failedReveals).toMatchObject([{ official: '甲', nonce: '99'.repeat(32) }])
  })

  test('waits for every nonce', async () => {
    await journey.act('RevealNonce', { planId: ID, official: '乙', nonce: NONCES.乙 })
    expect(await journey.act('RunDraw', { planId: ID, publicValue: '3 7 1' })).toMatchObject({
      status: 409,
      body: { code: 'reveal-missing' },
    })
    await journey.act('RevealNonce', { planId: ID, official: '甲', nonce: NONCES.甲 })
  })

  test('is run on the public value, once', async () => {
    const done = await journey.act('RunDraw', { planId: ID, publicValue: '3 7 1', witness: '公证员' })
    expect(done.body.events.map(({ type }: { type: string }) => type)).toEqual([
      'DrawSeeded',
      'DrawConducted',
      'DrawAudited',
      'InspectionObjectsDrawn',
    ])
    expect(await draw()).toMatchObject({ stage: 'conducted', result: { selected: 4 }, seed: { witness: '公证员' } })
    expect(await journey.act('RunDraw', { planId: ID, publicValue: '1 1 1' })).toMatchObject({
      status: 409,
      body: { code: 'already-drawn' },
    })
  })

  test('its proof is redone by a stranger', async () => {
    const { text } = await journey.get(`/v1/draws/${encodeURIComponent(ID)}/proof`)
    const { ok, steps } = verifyProof(text)
    expect(steps.filter((step) => step.ok === false).map(stepLine)).toEqual([])
    expect(ok).toBe(true)
    expect(JSON.parse(text).population.size).toBe(40)
  })

  test('who was drawn has it in the file, once', async () => {
    const { selected } = JSON.parse((await journey.get(`/v1/draws/${encodeURIComponent(ID)}/proof`)).text)
    const [first] = selected
    const events = await journey.platform.log.readSubject(first.uscc)
    expect(events.filter(({ type }) => type === 'InspectionTaskDrawn')).toHaveLength(1)
    const task = events.find((event) => event.type === 'InspectionTaskDrawn')
    const visit = await journey.platform.log.readSubject(task?.type === 'InspectionTaskDrawn' ? task.data.task : '')
    expect(visit).toMatchObject([{ type: 'VisitAssigned', data: { uscc: first.uscc, inspectors: first.inspectors } }])
  })

  test('an inspector who cannot go gives way to the next in order, and the proof shows it', async () => {
    const proof = async () => JSON.parse((await journey.get(`/v1/draws/${encodeURIComponent(ID)}/proof`)).text)
    const [{ uscc, inspectors }] = (await proof()).selected
    const asked = { planId: ID, uscc, inspector: inspectors[0], reason: '请假' }
    expect((await journey.act('ReplaceInspector', asked)).body.events).toMatchObject([{ type: 'InspectorReplaced' }])
    const third = ['K001', 'K002', 'K003'].find((id) => !inspectors.includes(id))
    expect((await proof()).replacements).toEqual([
      { uscc, inspector: inspectors[0], replacement: third, reason: '请假' },
    ])
    expect(verifyProof((await journey.get(`/v1/draws/${encodeURIComponent(ID)}/proof`)).text).ok).toBe(true)
    expect((await journey.act('ReplaceInspector', asked)).body.outcome).toBe('unchanged')
    expect((await journey.act('ReplaceInspector', { ...asked, inspector: third })).body.code).toBe('nobody-left')
    expect((await journey.act('ReplaceInspector', { ...asked, reason: '私事' })).status).toBe(400)
  })

  test('its proof says where it stands in the public log, and nothing of that is left unchecked', async () => {
    const path = `/v1/draws/${encodeURIComponent(ID)}/proof`
    const before = await journey.get(path)
    await catchUpPublicLog(journey.platform)
    const { text, headers } = await journey.get(path)
    expect(headers.get('etag') === before.headers.get('etag')).toBe(text === before.text)
    const { steps } = verifyProof(text, { logKey: (await journey.get('/log/key.pub')).text })
    const ofLog = steps.filter(({ step }) => step.startsWith('log'))
    expect(ofLog.map(({ step, ok }) => [step, ok])).toEqual([
      ['log', true],
      ['log-commitment', true],
      ['log-signature', true],
    ])
    expect(JSON.parse(text).log.commitment.entry).toMatchObject({ type: 'DrawCommitted', subject: ID })
    expect(JSON.parse(text).log.entry).toMatchObject({ type: 'InspectorReplaced', subject: ID })
  })

  test('void, it stays in sight; drawn again, the cap leaves nobody in twice', async () => {
    await journey.act('VoidDraw', { planId: ID, why: '人员库有误' })
    expect(await draw()).toMatchObject({ stage: 'void', voided: { why: '人员库有误' }, result: { selected: 4 } })
    const before = await journey.act('OpenDraw', { plan: { ...PLAN, id: 'other', frequencyCap: 1 } })
    expect(before.status).toBe(200)
    expect((await draw('other')).population.excluded).toEqual({})
    await journey.act('OpenDraw', { plan: PLAN })
    expect(await draw()).toMatchObject({ stage: 'opened', earlier: [{ voided: '人员库有误' }] })
  })
})

describe('a sealed draw', () => {
  const sealed = planFor(TODAY, { id: 'sealed', sealed: true })

  test('publishes no stratum, and its public proof holds', async () => {
    await conducted(journey, sealed, '5')
    const { text } = await journey.get('/v1/draws/sealed/proof')
    expect(verifyProof(text).ok).toBe(true)
    expect(JSON.parse(text).selected[0].stratum).toBeUndefined()
  })

  const asStaff = { authorization: `Bearer ${TOKEN}` }

  test('an oversight body gets the key and the strata, and redoes all of it', async () => {
    const path = '/v1/draws/sealed/oversight-proof'
    const { text, headers } = await journey.get(path, asStaff)
    const { steps } = verifyProof(text, { logKey: (await journey.get('/log/key.pub')).text })
    expect(steps.filter(({ ok }) => ok !== true).map(stepLine)).toEqual([])
    expect(steps.find(({ step }) => step === 'strata')?.detail).toContain('oversight proof: all 41 leaves')
    expect(headers.get('cache-control')).toBe('no-store')
    const { plan, population } = JSON.parse(text)
    expect([plan.key, population.strata.length]).toEqual([(await frozenOf('sealed')).key, 41])
    expect((await journey.get(path)).status).toBe(401)
    expect((await journey.get(path, { authorization: 'Bearer other' })).status).toBe(401)
    expect((await journey.get('/v1/draws/nothing/oversight-proof', asStaff)).body).toMatchObject({
      ...{ status: 404, code: 'not-opened' },
    })
  })

  test('an enterprise gets its own line opened, and checks it in the public proof', async () => {
    const [uscc = ''] = CODES
    const { body } = await journey.get(`/v1/draws/sealed/leaves/${uscc.toLowerCase()}`, asStaff)
    expect(body.opening).toMatch(/^[0-9a-f]{64},其他$/)
    const { population } = JSON.parse((await journey.get('/v1/draws/sealed/proof')).text)
    expect(population.lines).toContain(`${uscc},${digestHex('sha-256', body.opening)}`)
    expect((await journey.get(`/v1/draws/sealed/leaves/${uscc}`)).status).toBe(401)
    const stranger = makeUscc('91150203', 'MA0XXXXX')
    expect((await journey.get(`/v1/draws/sealed/leaves/${stranger}`, asStaff)).body.code).toBe('not-in-population')
    expect((await journey.get(`/v1/draws/other/leaves/${uscc}`, asStaff)).body.code).toBe('not-sealed')
  })

  test('its key is in no answer and in no event', async () => {
    const { key } = await frozenOf('sealed')
    expect(key).toMatch(/^[0-9a-f]{64}$/)
    const events = JSON.stringify(await journey.platform.log.readSubject('sealed'))
    const { text } = await journey.get('/v1/draws/sealed/proof')
    for (const shown of [events, text, JSON.stringify(await drawn())]) expect(shown).not.toContain(key)
  })
})

/** What stands behind the hash that the opening names. */
const frozenOf = async (id: string) => {
  const [opened] = await journey.platform.log.readSubject(id)
  const sha = opened?.type === 'DrawOpened' ? opened.data.frozenSha256 : ''
  return JSON.parse((await journey.platform.attachments.get(sha))?.toString() ?? '')
}
