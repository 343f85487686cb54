import { established, given } from '@mingjian/kernel/given'
import type { PenaltyDecided } from '@mingjian/schemas'
import { describe, expect, test } from 'vitest'
import { penalties } from './decider.ts'
import { penalty, uscc } from './penalty.fixture.ts'

const record = (changes?: Partial<PenaltyDecided>) =>
  ({ type: 'RecordPenalty', data: { uscc, penalty: penalty(changes) } }) as const
const publicise = { type: 'PublicisePenalty', data: { uscc, documentNo: penalty().documentNo } } as const
const living = given(penalties, { facts: [established()] })

describe('a penalty decision', () => {
  test('is recorded once, and again when it was changed', () => {
    expect(living.when(record()).types).toEqual(['PenaltyDecided'])
    expect(living.when(record()).when(record()).outcome).toEqual([])
    expect(living.when(record()).when(record({ fineYuan: 1 })).types).toEqual(['PenaltyDecided'])
  })
  test('of a case is not rewritten by another system that copied it', () => {
    const ours = living.when(record({ caseId: 'CASE-1' }))
    expect(ours.when(record({ facts: null })).outcome).toEqual([])
  })
  test('against nobody we know is refused', () => {
    expect(given(penalties).when(record()).refusal).toBe('unknown-enterprise')
  })
})

describe('publicity', () => {
  test('follows within seven working days and lasts three years (公示规定第九条、第十三条)', () => {
    const [event] = living.when(record()).when(publicise).events
    expect(event).toMatchObject({ data: { from: '2025-03-27', until: '2028-03-27' } })
    expect(living.when(record()).when(publicise).when(publicise).outcome).toEqual([])
  })
  test('is not begun again on another day', () => {
    const from = (on: string) => ({ ...publicise, data: { ...publicise.data, on } })
    const shown = living.when(record()).when(publicise)
    expect(shown.when(from('2025-03-27')).outcome).toEqual([])
    expect(shown.when(from('2025-03-28')).refusal).toBe('decided-otherwise')
  })
  test('shows what was wrong and what followed, and no person', () => {
    const named = record({ violation: '经营者王小明（身份证号15020319760615000X，电话13800007265）销售过期食品' })
    const shown = JSON.stringify(living.when(named).when(publicise).outcome)
    expect(shown).toContain('销售过期食品')
    expect(shown).toContain('罚款97687元')
    expect(shown).not.toMatch(/王小明|15020319760615000X|13800007265/)
  })
  test.each([
    ['the summary procedure', { procedure: '简易程序' }],
    ['a mere warning', { kinds: ['警告'] }],
  ])('is not for %s (公示规定第二条)', (_, changes) => {
    expect(living.when(record(changes)).when(publicise).refusal).toBe('not-public')
  })
})

describe('what becomes of a decision', () => {
  const { documentNo } = penalty()
  const perform = {
    type: 'RecordPenaltyPerformance',
    data: { uscc, performance: { documentNo, performedOn: '2025-04-01' } },
  } as const
  const overturn = {
    type: 'RecordPenaltyOverturning',
    data: {
      uscc,
      overturning: {
        documentNo,
        outcome: 'revoked',
        by: 'reconsideration',
        body: '昆都仑区人民政府',
        overturningNo: '昆政复〔2025〕3号',
        decidedOn: '2025-06-01',
      },
      changedTo: null,
    },
  } as const

  test.each([
    ['performed', perform, 'PenaltyPerformed'],
    ['overturned', overturn, 'PenaltyOverturned'],
  ])('is recorded once: %s', (_, command, type) => {
    expect(living.when(command).refusal).toBe('unknown-penalty')
    const then = living.when(record()).when(command)
    expect(then.types).toEqual([type])
    expect(then.when(command).outcome).toEqual([])
  })
  test('leaves what a change has made of it', () => {
    const changedTo = { kinds: ['罚款'], fineYuan: 10_000, confiscatedYuan: 0 }
    const change = { ...overturn, data: { ...overturn.data, changedTo } }
    expect(living.when(record()).when(change).events).toMatchObject([
      { type: 'PenaltyOverturned' },
      { type: 'PenaltyDecided', data: { documentNo: '昆政复〔2025〕3号', fineYuan: 10_000 } },
    ])
  })
  test('ends its publicity before it began (公示规定第十一条)', () => {
    expect(living.when(record()).when(overturn).when(publicise).refusal).toBe('overturned')
  })
})
