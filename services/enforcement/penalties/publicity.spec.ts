import { addDays } from '@mingjian/codes'
import { established, type Given, given } from '@mingjian/kernel/given'
import type { PenaltyDecided } from '@mingjian/schemas'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { penalties } from './decider.ts'
import { penalty, uscc } from './penalty.fixture.ts'

const { documentNo } = penalty()
type PenaltyCommand = Parameters<typeof penalties.decide>[0]
const record = (changes: Partial<PenaltyDecided> = {}): PenaltyCommand => ({
  type: 'RecordPenalty',
  data: { uscc, penalty: penalty(changes) },
})
const publicise = (on?: string): PenaltyCommand => ({
  type: 'PublicisePenalty',
  data: { uscc, documentNo, ...(on === undefined ? {} : { on }) },
})
const keep = (on: string): PenaltyCommand => ({ type: 'KeepPenaltyPublicity', data: { uscc, on } })
const withdraw = (on: string): PenaltyCommand => ({ type: 'WithdrawPenaltyPublicity', data: { uscc, documentNo, on } })
const end = (because: 'restoration' | 'objection', on: string): PenaltyCommand => ({
  type: 'RecordPenaltyPublicityEnd',
  data: { uscc, documentNo, because, on },
})
const overturn = (outcome: 'revoked' | 'changed' = 'revoked'): PenaltyCommand => ({
  type: 'RecordPenaltyOverturning',
  data: {
    uscc,
    overturning: {
      documentNo,
      outcome,
      by: 'court',
      body: '包头市昆都仑区人民法院',
      overturningNo: '（2025）内0203行初1号',
      decidedOn: '2025-09-01',
    },
    changedTo: null,
  },
})
const on = (today: string) => given(penalties, { facts: [established()], today })
const decided = on('2026-11-20').when(record())
const recall = { type: 'PublicRecordRecalled', data: { type: 'PenaltyPublicised', record: documentNo, positions: [2] } }

describe('a penalty is shown', () => {
  test('on the seventh working day after the decision, not before (双公示)', () => {
    expect(decided.when(keep('2025-03-26')).outcome).toEqual([])
    expect(decided.when(keep('2025-03-27')).events).toMatchObject([{ data: { from: '2025-03-27' } }])
  })
  test('with where and until when the decision may be contested', () => {
    expect(decided.when(publicise()).events).toMatchObject([
      {
        data: {
          remedy: {
            reconsiderationTo: '昆都仑区人民政府',
            reconsiderationBy: '2025-05-19',
            litigationBy: '2025-09-18',
          },
        },
      },
    ])
  })
  test('earlier if the authority wants, never before the decision', () => {
    expect(decided.when(publicise('2025-03-19')).events).toMatchObject([
      { effectiveOn: '2025-03-19', data: { from: '2025-03-19', until: '2028-03-19' } },
    ])
    expect(decided.when(publicise('2025-03-17')).refusal).toBe('before-decision')
    expect(on('2025-03-20').when(record()).when(publicise()).refusal).toBe('not-yet')
  })
  test('through the last day of its term, and then nowhere: who copied it is told (公示规定第十三条)', () => {
    const shown = given(penalties, { facts: [established()], today: '2028-12-01' })
      .when(record())
      .when(publicise())
    expect(shown.when(keep('2028-03-27')).outcome).toEqual([])
    expect(shown.when(keep('2028-03-28')).events).toMatchObject([
      { type: 'PenaltyPublicityEnded', effectiveOn: '2028-03-28', data: { because: 'term-over' } },
      recall,
    ])
  })
  test.each([
    ['97,687 yuan: ordinary, one year at most', {}, '一般', '2027-01-16'],
    ['3,000 yuan: minor, three months', { fineYuan: 3_000 }, '轻微', '2026-04-16'],
    ['100,000 yuan: serious, three years', { fineYuan: 100_000 }, '严重', '2029-01-16'],
    ['a revoked licence: serious, three years', { kinds: ['吊销许可证件'], fineYuan: 0 }, '严重', '2029-01-16'],
    ['barred for five years: as long as that', { kinds: ['限制从业'], restrictionYears: 5 }, '严重', '2031-01-16'],
  ])('since 2025-12-25 by its class: %s', (_, changes, dishonesty, until) => {
    const later = on('2026-11-20').when(record({ ...changes, decidedOn: '2026-01-07' }))
    expect(later.when(publicise()).events).toMatchObject([{ data: { from: '2026-01-16', until, dishonesty } }])
  })
  test('since 2026-04-01 for a time that counts from the day of the document (信用修复管理办法)', () => {
    const later = on('2026-11-20').when(record({ decidedOn: '2026-04-02' }))
    expect(later.when(publicise()).events).toMatchObject([{ data: { from: '2026-04-14', until: '2027-04-02' } }])
  })
})

describe('its publicity is withdrawn', () => {
  test('when the decision did not stand, with the provision (公示规定第十一条)', () => {
    const shown = decided.when(publicise())
    expect(shown.when(withdraw('2025-09-02')).refusal).toBe('not-overturned')
    const withdrawn = shown.when(overturn()).when(withdraw('2025-09-02'))
    expect(withdrawn.events).toMatchObject([
      { type: 'PenaltyPublicityWithdrawn', data: { outcome: 'revoked', withdrawnOn: '2025-09-02' } },
      { ...recall, data: { ...recall.data, reason: '处罚决定被撤销' } },
    ])
    expect(withdrawn.events[0]?.basis).toContain('penalty-publicity-rule@SAMR45:11')
    expect(withdrawn.when(withdraw('2025-09-02')).outcome).toEqual([])
  })
  test('at the latest by the deadline, if nobody did', () => {
    expect(decided.when(publicise()).when(overturn()).when(keep('2025-09-04')).types).toEqual([
      'PenaltyPublicityWithdrawn',
      'PublicRecordRecalled',
    ])
  })
  test('and what it was changed to is shown in its place', () => {
    const changed = decided.when(publicise()).when(overturn('changed')).when(withdraw('2025-09-02'))
    expect(changed.when(record({ fineYuan: 1_000 })).when(publicise()).events).toMatchObject([
      { type: 'PenaltyPublicised', data: { fineYuan: 1_000 } },
    ])
  })
  test('as it stood when it is recorded otherwise', () => {
    expect(
      decided
        .when(publicise())
        .when(record({ fineYuan: 1 }))
        .when(publicise()).events,
    ).toMatchObject([
      { ...recall, data: { ...recall.data, reason: '处罚决定被变更' } },
      { type: 'PenaltyPublicised', data: { fineYuan: 1 } },
    ])
  })
})

describe('its publicity ends early', () => {
  test.each(['restoration', 'objection'] as const)('by %s', (because) => {
    expect(decided.when(publicise()).when(end(because, '2025-10-09')).events).toMatchObject([
      { type: 'PenaltyPublicityEnded', effectiveOn: '2025-10-09', data: { because } },
      recall,
    ])
  })
  test('for good: another system’s copy of the decision does not show it again', () => {
    const restored = decided.when(publicise()).when(end('restoration', '2025-10-09'))
    expect(restored.when(record({ performed: true })).when(publicise()).outcome).toEqual([])
    expect(restored.when(record({ fineYuan: 1 })).when(keep('2026-01-01')).outcome).toEqual([])
  })
})

describe('whatever is done in whatever order', () => {
  const day = fc.integer({ min: -10, max: 1500 }).map((n) => addDays('2025-03-18', n))
  const command = fc.oneof(
    fc.constantFrom({}, { fineYuan: 1_000 }, { kinds: ['警告'] }, { performed: true }).map(record),
    fc.option(day, { nil: undefined }).map(publicise),
    day.map(keep),
    day.map(withdraw),
    fc.tuple(fc.constantFrom('restoration' as const, 'objection' as const), day).map(([why, at]) => end(why, at)),
    fc.constantFrom('revoked' as const, 'changed' as const).map(overturn),
  )

  test('a decision is shown at most once, and never what has been withdrawn', () => {
    fc.assert(
      fc.property(fc.array(command, { maxLength: 12 }), (commands) => {
        let story: Given<PenaltyCommand> = on('2029-12-01')
        let position = 0
        const shown = new Set<number>()
        for (const one of commands) {
          story = story.when(one)
          for (const event of story.events) {
            position += 1
            if (event.type === 'PenaltyPublicised') shown.add(position)
            if (event.type === 'PublicRecordRecalled') {
              expect(event.data.positions).toHaveLength(1)
              for (const recalled of event.data.positions) expect(shown.delete(recalled)).toBe(true)
            }
          }
          expect(shown.size).toBeLessThanOrEqual(1)
          expect(story.when(one).events).toEqual([])
        }
      }),
      { numRuns: 2_000 },
    )
  })
})
