import type { PastEvent } from '@mingjian/kernel'
import { given } from '@mingjian/kernel/given'
import { describe, expect, test } from 'vitest'
import { cases } from './decider.ts'
import * as food from './food-case.fixture.ts'
import {
  after,
  before,
  changed,
  decide,
  facts,
  heavyCase,
  light,
  provisionOf,
  step,
  withFacts,
} from './food-case.fixture.ts'
import type { CaseEvent } from './state.ts'

describe('what is enough to decide', () => {
  test('evidence is collected before anything is proposed (第四十六条)', () => {
    expect(before(light, food.conclude, food.evidence).when(food.conclude).refusal).toBe('no-evidence')
  })
  test('the party is notified, and answers or lets the term pass (第四十四条、第六十二条)', () => {
    expect(before(light, decide, food.notice, food.statement).when(decide).refusal).toBe('out-of-order')
    const noticed = before(light, decide, food.statement)
    expect(noticed.when(changed(decide, { on: '2026-07-01' })).refusal).toBe('answer-pending')
    expect(noticed.when(changed(decide, { on: '2026-07-02' })).types).toEqual(['CaseDecided'])
  })
  test('nothing heavier than the notice said is decided (第四十五条)', () => {
    const ready = before(light, decide)
    for (const more of [
      { fineYuan: 90_001 },
      { confiscatedYuan: 20_001 },
      { kinds: [...food.penalty.kinds, '责令停产停业'] },
    ])
      expect(ready.when(changed(decide, more)).refusal).toBe('heavier-than-notified')
    expect(ready.when(changed(decide, { fineYuan: 60_000, band: '从轻' })).types).toEqual(['CaseDecided'])
  })
  test('ninety days after filing it is too late, thirty days more with approval, and then together (程序规定第六十四条)', () => {
    const ready = before(light, decide)
    const late = changed(decide, { on: '2026-09-04' })
    expect(ready.when(late).refusal).toBe('too-late')
    const extend = (by: string, days: number, on: string) =>
      step('ExtendDecisionTerm', on, { by, days, reason: '案情复杂' })
    const once = ready.when(extend('负责人', 30, '2026-09-01'))
    expect(once.when(late).types).toEqual(['CaseDecided'])
    expect(once.when(extend('集体讨论', 60, '2026-09-30')).refusal).toBe('no-discussion')
    const together = once
      .when(
        step('DiscussCollectively', '2026-09-30', {
          members: ['甲', '乙', '丙'],
          about: '延长办案期限',
          conclusion: '延长',
        }),
      )
      .when(extend('集体讨论', 30, '2026-09-30'))
    expect(together.when(changed(decide, { on: '2026-11-02' })).types).toEqual(['CaseDecided'])
    expect(together.when(changed(decide, { on: '2026-11-03' })).refusal).toBe('too-late')
  })
  test('a company that is gone is punished no more', () => {
    const gone: PastEvent = {
      type: 'EnterpriseDeregistered',
      data: { procedure: 'ordinary', reason: null },
      effectiveOn: '2026-06-30',
      basis: [],
    } as never
    const ended = given(cases, { facts: [...facts, gone] })
    expect(ended.when(food.open).refusal).toBe('party-extinct')
  })
  test('another authority does not decide it', () => {
    const state = light
      .slice(0, light.indexOf(decide))
      .flatMap((_, at) => after(light.slice(0, at + 1)).events)
      .reduce((so, event) => cases.evolve(so, event as CaseEvent), cases.initial)
    const context = {
      today: '2026-11-20',
      now: '2026-11-20T04:00:00Z',
      actor: 'staff',
      facts: facts.reduce(cases.facts.evolve, cases.facts.initial),
    }
    const decided = (authority: string) => cases.decide(decide, state, { ...context, authority })
    expect(decided('青山区市场监督管理局')).toMatchObject({ code: 'not-competent' })
    expect(decided(food.AUTHORITY)).toMatchObject([{ type: 'CaseDecided' }])
  })
})

describe('a hearing (第六十三条至第六十五条)', () => {
  test('is offered for a large fine, not for a small one', () => {
    expect(before(light, food.statement).events).toMatchObject([{ data: { hearingOffered: false } }])
    expect(before(light, food.statement).when(food.askForHearing).refusal).toBe('no-hearing')
    expect(before(heavyCase, food.askForHearing).events).toMatchObject([{ data: { hearingOffered: true } }])
  })
  test('is asked for within five working days', () => {
    const noticed = before(heavyCase, food.askForHearing)
    expect(noticed.when(changed(food.askForHearing, { on: '2026-07-01' })).types).toEqual(['HearingRequested'])
    expect(noticed.when(changed(food.askForHearing, { on: '2026-07-02' })).refusal).toBe('too-late')
  })
  test('is notified seven working days before, and chaired by nobody who investigated', () => {
    const asked = before(heavyCase, food.arrangeHearing)
    expect(asked.when(changed(food.arrangeHearing, { hearingOn: '2026-07-07' })).refusal).toBe('notice-too-short')
    expect(asked.when(changed(food.arrangeHearing, { chair: 'K101' })).refusal).toBe('chair-not-neutral')
  })
  test('keeps the decision waiting, and its time does not count', () => {
    const asked = before(heavyCase, food.holdHearing)
    expect(asked.when(food.decideHeavy).refusal).toBe('hearing-pending')
    expect(asked.when(food.holdHearing).events).toMatchObject([
      { data: { excludedDays: 19, clocks: [{ by: '2026-09-22' }] } },
    ])
  })
})

describe('legal review and discussion (第五十七条、第五十八条)', () => {
  test('without review nothing is decided that was heard', () => {
    const unreviewed = before(heavyCase, food.decideHeavy, food.askForReview, food.passReview).when(food.decideHeavy)
    expect([unreviewed.refusal, provisionOf(unreviewed)]).toEqual([
      'no-legal-review',
      'administrative-penalty-law@2021:58.1',
    ])
  })
  test('an investigator of the case does not review it', () => {
    const asked = before(heavyCase, food.passReview)
    expect(asked.when(changed(food.passReview, { reviewer: 'K102' })).refusal).toBe('reviewer-investigated')
    expect(asked.when(changed(food.passReview, { qualified: false })).refusal).toBe('reviewer-not-qualified')
    expect(asked.when(changed(food.passReview, { on: '2026-07-31' })).refusal).toBe('too-late')
  })
  test('a file that is returned is investigated again', () => {
    const returned = before(heavyCase, food.passReview).when(changed(food.passReview, { agrees: false }))
    expect(returned.types).toEqual(['LegalReviewReturned'])
    expect(returned.when(food.decideHeavy).refusal).toBe('out-of-order')
    const again = returned.when(changed(food.concludeHeavy, { on: '2026-07-22' }))
    expect(again.types).toEqual(['InvestigationConcluded'])
    expect(again.when(changed(food.decideHeavy, { on: '2026-07-23' })).refusal).toBe('out-of-order')
  })
  test('what was heard is discussed together', () => {
    expect(before(heavyCase, food.decideHeavy, food.discuss).when(food.decideHeavy).refusal).toBe('no-discussion')
  })
})

describe('discretion (第三十四条)', () => {
  const ready = before(light, decide)
  test.each([
    ['names a benchmark', { benchmark: null }, 'no-benchmark'],
    ['names one that is published', { benchmark: 'made-up' }, 'no-benchmark'],
    ['keeps to its band', { band: '一般' }, 'outside-band'],
    ['rests on circumstances', { factors: [] }, 'no-factors'],
    ['is not below the law without a reason', { fineYuan: 40_000, band: '减轻' }, 'below-the-law'],
  ])('a fine %s', (_, more, code) => {
    expect(ready.when(changed(decide, more)).refusal).toBe(code)
  })
  test('departs from its band for reasons that were discussed', () => {
    const departure = changed(decide, { fineYuan: 40_000, band: '减轻', departure: '主动消除危害后果' })
    expect(ready.when(departure).refusal).toBe('no-discussion')
    expect(ready.when(changed(food.discuss, { on: '2026-07-22' })).when(departure).types).toEqual(['CaseDecided'])
  })
  test('the same act is fined once (第二十九条)', () => {
    const fined: PastEvent = {
      type: 'PenaltyDecided',
      data: {
        documentNo: '包市监处罚〔2026〕9号',
        violation: '虚假宣传',
        facts: null,
        basis: null,
        kinds: ['罚款'],
        fineYuan: 1000,
        confiscatedYuan: 0,
        procedure: '普通程序',
        authority: '包头市市场监督管理局',
        decidedOn: '2026-07-01',
        caseId: null,
        actEndedOn: null,
        heavier: false,
        restrictionYears: 0,
        performed: false,
        seriousArticle: null,
      },
      effectiveOn: '2026-07-01',
      basis: [],
    }
    const twice = after(light.slice(0, light.indexOf(decide)), withFacts(fined)).when(
      changed(decide, { sameActAs: '包市监处罚〔2026〕9号' }),
    )
    expect([twice.refusal, provisionOf(twice)]).toEqual(['fined-already', 'administrative-penalty-law@2021:29'])
  })
  test('what was put right and did no harm is not fined (第三十三条)', () => {
    const waive = food.mildCase.at(-1) ?? food.close
    expect(before(light, food.notice).when(waive).refusal).toBe('not-corrected')
    expect(after(food.mildCase).types).toEqual(['PenaltyWaived'])
  })
})

test('what was decided is not decided again with other content: it says how that is put right', () => {
  const decided = before(light, food.serve)
  expect(decided.when(decide).outcome).toEqual([])
  const less = decided.when(changed(decide, { fineYuan: 60_000, band: '从轻' }))
  expect([less.refusal, provisionOf(less)]).toEqual(['decided-otherwise', 'administrative-penalty-law@2021:57.1'])
  expect(decided.when(changed(decide, { on: '2026-07-23' })).refusal).toBe('decided-otherwise')
  expect(decided.when(changed(decide, { seriousArticle: '5' })).refusal).toBe('decided-otherwise')
  expect(decided.when(food.serve).when(changed(food.serve, { way: '留置送达' })).refusal).toBe('decided-otherwise')
})

describe('of what a case may have many, each is entered once', () => {
  const { evidence, statement, pay } = food
  test.each([
    ['evidence, by its file', evidence, food.conclude, { description: '别的过期食品' }, { sha256: 'f'.repeat(64) }],
    ['statements, by what was said', statement, decide, { answer: '予以采纳' }, { statement: '已经下架' }],
    ['payments, by their receipt', pay, food.close, { fineYuan: 1 }, undefined],
  ] as const)('%s', (_, entry, next, otherwise, another) => {
    const entered = before(light, next)
    expect(entered.when(entry).outcome).toEqual([])
    expect(entered.when(changed(entry, otherwise)).refusal).toBe('decided-otherwise')
    if (another !== undefined) expect(entered.when(changed(entry, another)).types).toHaveLength(1)
  })
  test('but a hearing that was arranged may be put off', () => {
    const arranged = before(heavyCase, food.holdHearing)
    expect(arranged.when(food.arrangeHearing).outcome).toEqual([])
    expect(arranged.when(changed(food.arrangeHearing, { hearingOn: '2026-07-16' })).types).toEqual(['HearingArranged'])
  })
})
