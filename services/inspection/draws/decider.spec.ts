import { given } from '@mingjian/kernel/given'
import type { DrawOpened } from '@mingjian/schemas'
import { describe, expect, test } from 'vitest'
import { commitmentOf, seedOf } from '../draw/seed.ts'
import { enteredLate } from './ceremony.ts'
import { type DrawCommand, draws } from './decider.ts'
import { type DrawEvent, evolve, initial } from './state.ts'

const PLAN = '2026-昆-07'
const NONCES: Readonly<Record<string, string>> = { 甲: '11'.repeat(32), 乙: '22'.repeat(32), 丙: '33'.repeat(32) }
const PLANNED = { id: PLAN, publicSource: { name: '福彩3D', at: '2026-11-30T21:15:00+08:00' } }
const BEFORE = '2026-11-30T12:00:00Z'
const AFTER = '2026-11-30T13:15:00Z'

const frozen = (own: Partial<DrawOpened> = {}) => ({
  planSha256: 'aa',
  logPosition: 40,
  populationSize: 12,
  populationRoot: 'b'.repeat(64),
  perStratum: { 一般: 12 },
  rosterSize: 4,
  rosterRoot: 'c'.repeat(64),
  frozenSha256: 'dd',
  coverage: { year: 2026, reports: 12, before: 0, after: 1 },
  warnings: [],
  ...own,
})
const open = (own: Partial<DrawOpened> = {}): DrawCommand => ({
  type: 'RecordDrawOpening',
  data: {
    planId: PLAN,
    plan: PLANNED,
    frozen: frozen(own),
  },
})
const commit = (official: string, nonce = NONCES[official] ?? ''): DrawCommand => ({
  type: 'CommitNonce',
  data: { planId: PLAN, official, sha256: commitmentOf(nonce) },
})
const reveal = (official: string, nonce = NONCES[official] ?? ''): DrawCommand => ({
  type: 'RevealNonce',
  data: { planId: PLAN, official, nonce },
})
const voided: DrawCommand = { type: 'VoidDraw', data: { planId: PLAN, why: '乙未公布' } }
const run = (publicValue = '3 7 1', officials = ['甲', '乙']): DrawCommand => ({
  type: 'RecordDrawRun',
  data: {
    planId: PLAN,
    publicValue,
    witness: '丁',
    seed: seedOf({
      planId: PLAN,
      populationRoot: frozen().populationRoot,
      rosterRoot: frozen().rosterRoot,
      nonces: officials.map((official) => NONCES[official] ?? ''),
      publicValue,
    }),
    conducted: { selected: 1, byFloor: 0, unassigned: 0, proofSha256: 'ee', coverage: null, repeats: 0 },
    audited: { tests: [], level: 0.001, improbable: false },
    drawn: [
      {
        ...{ planName: '抽查', year: 2026, items: [], departments: [], from: '2026-12-01', to: '2026-12-31', due: [] },
        objects: [{ task: `${PLAN}-1`, uscc: '91150203Y000000000', inspectors: ['K1', 'K2'], unassigned: null }],
      },
    ],
  },
})

const before = () => given(draws, { now: BEFORE }).when(open())
const committed = () => before().when(commit('甲')).when(commit('乙'))
const revealed = () => committed().when(reveal('乙')).when(reveal('甲'))
type Past = ReturnType<typeof before>
/** The same, when the public value has come out. */
const later = (past: Past, ...commands: Parameters<Past['when']>[0][]) =>
  commands.reduce((now, command) => now.when(command), past.at(AFTER))

describe('a draw goes from its opening to its result', () => {
  test('it is opened once, and its plan can no longer change', () => {
    expect(before().types).toEqual(['DrawOpened'])
    expect(before().when(open()).outcome).toEqual([])
    expect(before().when(open({ planSha256: 'other' })).refusal).toBe('plan-changed')
  })

  test('a source whose value is out already can decide nothing', () => {
    expect(given(draws, { now: AFTER }).when(open()).refusal).toBe('public-value-exists')
  })

  test('one event has all that is fixed, from the second official on', () => {
    expect(before().when(commit('甲')).types).toEqual(['DrawNonceCommitted'])
    expect(committed().types).toEqual(['DrawNonceCommitted', 'DrawCommitted'])
    const third = committed().when(commit('丙')).events.at(-1)
    expect(third?.type === 'DrawCommitted' && third.data.commitments.map(({ official }) => official)).toEqual([
      '甲',
      '乙',
      '丙',
    ])
  })

  test('the seed takes the nonces in the order of the commitments, not of the reveals', () => {
    const drawn = later(revealed(), run())
    expect(drawn.types).toEqual(['DrawSeeded', 'DrawConducted', 'DrawAudited', 'InspectionObjectsDrawn'])
    const seeded = drawn.events[0]
    expect(seeded?.type === 'DrawSeeded' && seeded.data).toMatchObject({
      reveals: [
        { official: '甲', nonce: NONCES.甲 },
        { official: '乙', nonce: NONCES.乙 },
      ],
      publicSource: '福彩3D',
      witness: '丁',
    })
  })
})

describe('commitments', () => {
  test('an official commits once', () => {
    expect(before().when(commit('甲')).when(commit('甲')).outcome).toEqual([])
    expect(before().when(commit('甲')).when(commit('甲', NONCES.丙)).refusal).toBe('already-committed')
  })

  test("nobody commits to another's promise", () => {
    expect(before().when(commit('甲')).when(commit('乙', NONCES.甲)).refusal).toBe('commitment-copied')
  })

  test('none comes after the first reveal, or after the public value', () => {
    expect(committed().when(reveal('甲')).when(commit('丙')).refusal).toBe('reveal-begun')
    expect(later(committed(), commit('丙')).refusal).toBe('too-late')
  })

  test('none without an open draw', () => {
    expect(given(draws, { now: BEFORE }).when(commit('甲')).refusal).toBe('not-opened')
  })
})

describe('reveals', () => {
  test('a nonce that does not open is recorded, and answered with a refusal', () => {
    const failed = committed().when(reveal('甲', NONCES.丙))
    expect(failed.types).toEqual(['DrawRevealFailed'])
    expect(failed.events[0]?.answeredAs?.code).toBe('nonce-mismatch')
    expect(failed.when(reveal('甲')).types).toEqual(['DrawNonceRevealed'])
  })

  test('repeated, late, unasked or early ones are refused', () => {
    expect(committed().when(reveal('甲')).when(reveal('甲')).refusal).toBe('already-revealed')
    expect(later(committed(), reveal('甲')).refusal).toBe('too-late')
    expect(committed().when(reveal('丙')).refusal).toBe('reveal-unasked')
    expect(before().when(commit('甲')).when(reveal('甲')).refusal).toBe('too-few-officials')
    expect(later(revealed(), run(), reveal('甲')).refusal).toBe('already-drawn')
  })
})

describe('the run', () => {
  test('waits for every nonce and for the time of the public value', () => {
    expect(later(committed().when(reveal('甲')), run()).refusal).toBe('reveal-missing')
    expect(revealed().when(run()).refusal).toBe('value-too-early')
    expect(later(revealed(), run(' ')).refusal).toBe('public-value-missing')
  })

  test('takes no other seed than that of this draw', () => {
    expect(later(revealed(), run('3 7 1', ['乙', '甲'])).refusal).toBe('seed-differs')
  })

  test('is made once: the same again changes nothing, another value is refused', () => {
    expect(later(revealed(), run(), run()).outcome).toEqual([])
    expect(later(revealed(), run(), run('1 1 1')).refusal).toBe('already-drawn')
    expect(later(revealed(), run(), open()).refusal).toBe('already-drawn')
  })
})

test('what was promised stands in the public log before the value exists', () => {
  const [opened] = before().events
  const { ceremony } = evolve(initial, { ...opened, position: 1 } as DrawEvent)
  if (ceremony === undefined) throw new Error('it is open')
  expect(enteredLate(ceremony, undefined)?.code).toBe('not-entered')
  expect(enteredLate(ceremony, BEFORE)).toBeUndefined()
  expect(enteredLate(ceremony, AFTER)?.code).toBe('entered-late')
})

describe('a void draw', () => {
  test('says at which stage, and what was drawn by it', () => {
    expect(committed().when(voided).events[0]?.data).toEqual({ why: '乙未公布', stage: 'committed', released: [] })
    expect(later(revealed(), run(), voided).events[0]?.data).toMatchObject({
      stage: 'conducted',
      released: [{ task: `${PLAN}-1`, uscc: '91150203Y000000000' }],
    })
    expect(committed().when(voided).when(voided).outcome).toEqual([])
    const otherwise: DrawCommand = { type: 'VoidDraw', data: { planId: PLAN, why: '甲未公布' } }
    expect(committed().when(voided).when(otherwise).refusal).toBe('decided-otherwise')
  })

  test('is opened once more, with nothing of the first', () => {
    const again = committed()
      .when(reveal('甲'))
      .when(voided)
      .when(open({ planSha256: 'other' }))
    expect(again.types).toEqual(['DrawOpened'])
    expect(again.when(reveal('甲')).refusal).toBe('too-few-officials')
    expect(again.when(commit('甲')).types).toEqual(['DrawNonceCommitted'])
  })
})
