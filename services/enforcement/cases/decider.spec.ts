import type { PastEvent } from '@mingjian/kernel'
import { given } from '@mingjian/kernel/given'
import { describe, expect, test } from 'vitest'
import { cases } from './decider.ts'
import * as food from './food-case.fixture.ts'
import { after, changed, facts, heavyCase, light, nothing, provisionOf, step, withFacts } from './food-case.fixture.ts'

describe('a penalty case', () => {
  test('goes from its lead to its closing', () => {
    expect(light.map((_, at) => after(light.slice(0, at + 1)).types)).toEqual([
      ['CaseOpened'],
      ['CaseFiled'],
      ['EvidenceCollected'],
      ['InvestigationConcluded'],
      ['PriorNoticeServed'],
      ['StatementHeard'],
      ['CaseDecided'],
      ['DecisionServed'],
      ['PaymentReceived', 'CasePerformed'],
      ['CaseClosed'],
    ])
  })

  test('is heard, reviewed and discussed where it weighs more', () => {
    expect(heavyCase.flatMap((_, at) => after(heavyCase.slice(0, at + 1)).refusal ?? [])).toEqual([])
    expect(after(heavyCase).types).toEqual(['DecisionServed'])
  })

  test('records no step twice', () => {
    for (const steps of [light, heavyCase])
      for (const [at, command] of steps.entries())
        expect([command.type, after(steps.slice(0, at + 1)).when(command).outcome]).toEqual([command.type, []])
  })

  test.each([...light, ...heavyCase].map((command) => [command.type, command] as const))(
    'takes no step out of its order, and none on another day than it was taken: %s',
    (_, command) => {
      const closed = after(light)
      const again = closed.when(changed(command, { on: '2026-08-11' }))
      expect(again.events).toEqual([])
      expect(again.refusal).toMatch(/out-of-order|decided-otherwise/)
    },
  )
})

describe('a lead (程序规定第十八条、第十九条)', () => {
  const opened = after([food.open])
  test('is decided on within fifteen working days, fifteen more with approval', () => {
    expect(opened.when(changed(food.fileCase, { on: '2026-06-24' })).refusal).toBe('too-late')
    expect(provisionOf(opened.when(changed(food.fileCase, { on: '2026-06-24' })))).toBe(
      'penalty-procedure-rule@SAMR42:18',
    )
    const extended = opened.when(step('ExtendFilingTerm', '2026-06-22', { reason: '案情复杂', approvedBy: '局长' }))
    expect(extended.types).toEqual(['FilingTermExtended'])
    expect(extended.when(changed(food.fileCase, { on: '2026-07-14' })).types).toEqual(['CaseFiled'])
    expect(extended.when(changed(food.fileCase, { on: '2026-07-15' })).refusal).toBe('too-late')
  })
  test('waits for tests, whose time does not count', () => {
    const tested = opened.when(
      step('ExcludeTime', '2026-06-12', { from: '2026-06-08', to: '2026-06-12', reason: '检验' }),
    )
    expect(tested.events).toMatchObject([{ data: { days: 5, clocks: [{ by: '2026-06-30' }] } }])
    expect(tested.when(changed(food.fileCase, { on: '2026-06-30' })).types).toEqual(['CaseFiled'])
  })
  test('may come to nothing', () => {
    const declined = opened.when(step('DeclineFiling', '2026-06-10', { reason: '没有违法事实', approvedBy: '局长' }))
    expect(declined.types).toEqual(['FilingDeclined'])
    expect(declined.when(food.fileCase).refusal).toBe('out-of-order')
  })
  test('against nobody we know, or of tomorrow, is refused', () => {
    expect(given(cases).when(food.open).refusal).toBe('unknown-enterprise')
    expect(given(cases, { facts, today: '2026-05-31' }).when(food.open).refusal).toBe('in-the-future')
    expect(nothing.when(changed(food.open, { on: '2026-02-30' })).refusal).toBe('no-such-day')
  })
  test('is time-barred after two years, after five where health was harmed (处罚法第三十六条)', () => {
    const old = { actEndedOn: '2024-05-31', discoveredOn: '2026-06-01' }
    const barred = opened.when(changed(food.fileCase, old))
    expect([barred.refusal, provisionOf(barred)]).toEqual(['time-barred', 'administrative-penalty-law@2021:36'])
    expect(opened.when(changed(food.fileCase, { ...old, lifeHealthOrFinance: true })).types).toEqual(['CaseFiled'])
  })
})

describe('officers (处罚法第四十二条、第四十三条)', () => {
  const filing = after([food.open])
  test.each([
    ['one alone', ['K101'], 'too-few-officers'],
    ['the same twice', ['K101', 'K101'], 'too-few-officers'],
    ['a person without certificate', ['K101', 'K999'], 'no-certificate'],
    ['a certificate that has run out', ['K101', 'K103'], 'certificate-expired'],
    ['another authority', ['K101', 'K104'], 'not-competent'],
    ['an interest in the party', ['K101', 'K105'], 'conflict-of-interest'],
  ])('%s may not file a case', (_, officers, code) => {
    const more = withFacts(
      food.inspector('K103', { validUntil: '2026-06-04' }),
      food.inspector('K104', { department: '青山区市场监督管理局' }),
      food.inspector('K105', { conflicts: [food.PARTY] }),
    )
    const refusedOne = more.when(food.open).when(changed(food.fileCase, { officers }))
    expect(refusedOne.refusal).toBe(code)
    expect(provisionOf(refusedOne)).toMatch(/^administrative-penalty-law@2021:4[23]/)
  })
  test('who leaves the library, or declares an interest later, acts no more', () => {
    const later = (type: string, data: object): PastEvent =>
      ({ type, data, effectiveOn: '2026-05-01', basis: [] }) as never
    const left = withFacts(food.inspector('K102'), later('InspectorRemoved', { why: '退休' }))
    expect(left.when(food.open).when(food.fileCase).refusal).toBe('no-certificate')
    const declared = (withdrawn: boolean) =>
      withFacts(food.inspector('K102'), later('InspectorConflictDeclared', { uscc: food.PARTY, withdrawn }))
    expect(declared(false).when(food.open).when(food.fileCase).refusal).toBe('conflict-of-interest')
    expect(declared(true).when(food.open).when(food.fileCase).types).toEqual(['CaseFiled'])
  })
  test('who is recused acts no more', () => {
    const recused = filing.when(
      step('RecuseOfficer', '2026-06-02', { officer: 'K101', reason: '近亲属', decidedBy: '局长' }),
    )
    expect(recused.types).toEqual(['OfficerRecused'])
    expect(recused.when(food.fileCase).refusal).toBe('recused')
  })
})

test('evidence that is kept for the time being is dealt with in seven working days (第五十六条)', () => {
  const kept = after([food.open]).when(
    step('PreregisterEvidence', '2026-06-02', {
      officers: food.OFFICERS,
      item: '过期食品20箱',
      place: '仓库',
      approvedBy: '局长',
    }),
  )
  const dispose = (on: string, disposal: string) => step('DisposePreregistered', on, { item: '过期食品20箱', disposal })
  expect(kept.events).toMatchObject([{ data: { clocks: [{ by: '2026-06-11' }] } }])
  expect(kept.when(dispose('2026-06-11', '没收')).types).toEqual(['PreregisteredEvidenceDisposed'])
  expect(kept.when(dispose('2026-06-12', '没收')).refusal).toBe('too-late')
  expect(kept.when(dispose('2026-06-12', '发还')).types).toEqual(['PreregisteredEvidenceDisposed'])
})
