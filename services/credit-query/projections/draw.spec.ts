import { expect, test } from 'vitest'
import { event } from '../example-history.ts'
import { type Draw, draw } from './draw.ts'

const committed = (position: number, rehearsal = true) =>
  event(
    position,
    'DrawCommitted',
    {
      plan: '{"id":"2026-年报","name":"年报公示信息抽查"}',
      rehearsal,
      logPosition: 40,
      populationSize: 100,
      populationRoot: 'aa',
      perStratum: { A: 60, B: 40 },
      rosterSize: 4,
      rosterRoot: 'bb',
      commitments: [{ official: '演练1', sha256: 'cc' }],
    },
    '2026-11-20',
    { subject: '2026-年报' },
  )
const seeded = (position: number, seed: string) =>
  event(
    position,
    'DrawSeeded',
    { reveals: [{ official: '演练1', nonce: 'dd' }], publicSource: '彩票', publicValue: '7', seed, witness: null },
    '2026-11-20',
  )
const conducted = (position: number, proofSha256: string) =>
  event(
    position,
    'DrawConducted',
    { selected: 3, byFloor: 1, unassigned: 0, proofSha256, coverage: null, repeats: 0 },
    '2026-11-20',
  )
const after = (...events: Parameters<typeof draw.evolve>[1][]): Draw | undefined =>
  events.reduce<Draw | undefined>((document, one) => draw.evolve(document, one), undefined)

test('a draw goes from its commitment by its seed to its result', () => {
  const first = after(committed(1))
  expect(first).toMatchObject({
    id: '2026-年报',
    stage: 'committed',
    plan: { name: '年报公示信息抽查' },
    seed: null,
    result: null,
  })
  expect(after(committed(1), seeded(2, 's1'))).toMatchObject({
    stage: 'seeded',
    seed: { seed: 's1', seededOn: '2026-11-20' },
  })
  expect(after(committed(1), seeded(2, 's1'), conducted(3, 'p1'))).toMatchObject({
    stage: 'conducted',
    population: { size: 100, perStratum: { A: 60, B: 40 } },
    result: { selected: 3, proofSha256: 'p1', conductedOn: '2026-11-20' },
    position: 3,
  })
})

test('a draw is never deleted by the next: its seed and its proof stay in sight', () => {
  const document = after(committed(1), seeded(2, 's1'), conducted(3, 'p1'), committed(4), committed(5), seeded(6, 's3'))
  expect(document?.earlier).toEqual([
    { rehearsal: true, committedOn: '2026-11-20', seed: 's1', proofSha256: 'p1', voided: null },
    { rehearsal: true, committedOn: '2026-11-20', seed: null, proofSha256: null, voided: null },
  ])
  expect(document).toMatchObject({ stage: 'seeded', seed: { seed: 's3' }, result: null })
})

test('a seed without a commitment makes no draw', () => {
  expect(after(seeded(1, 's1'), conducted(2, 'p1'))).toBeUndefined()
})

const opened = (position: number) =>
  event(
    position,
    'DrawOpened',
    {
      plan: '{"id":"2026-年报","name":"年报公示信息抽查"}',
      planSha256: 'ff',
      logPosition: 40,
      populationSize: 100,
      populationRoot: 'aa',
      perStratum: { A: 60, B: 40 },
      rosterSize: 4,
      rosterRoot: 'bb',
      frozenSha256: 'gg',
      coverage: { year: 2026, reports: 100, before: 1, after: 4 },
      warnings: [],
    },
    '2026-11-20',
    { subject: '2026-年报' },
  )
const promised = (position: number, official: string) =>
  event(position, 'DrawNonceCommitted', { official, sha256: 'cc' }, '2026-11-20')
const disclosed = (position: number) =>
  event(position, 'DrawNonceRevealed', { official: '甲', nonce: 'dd' }, '2026-11-20')

test('every step of a draw is in sight when it is taken, a reveal that failed too', () => {
  expect(after(opened(1))).toMatchObject({ stage: 'opened', rehearsal: false, coverage: { after: 4 }, commitments: [] })
  const draw = after(
    opened(1),
    promised(2, '甲'),
    committed(3, false),
    event(4, 'DrawRevealFailed', { official: '甲', nonce: 'ee' }, '2026-11-20'),
    disclosed(5),
  )
  expect(draw).toMatchObject({
    stage: 'committed',
    revealed: [{ official: '甲', nonce: 'dd' }],
    failedReveals: [{ official: '甲', nonce: 'ee', on: '2026-11-20' }],
    earlier: [],
  })
})

test('a void draw stays in sight behind the one that is started again', () => {
  const voided = event(3, 'DrawVoided', { why: '未公布', stage: 'opened', released: [] }, '2026-11-21')
  expect(after(opened(1), voided)).toMatchObject({ stage: 'void', voided: { why: '未公布', on: '2026-11-21' } })
  expect(after(opened(1), voided, opened(4))).toMatchObject({
    stage: 'opened',
    voided: null,
    earlier: [{ voided: '未公布' }],
  })
})
