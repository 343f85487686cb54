import { addDays } from '@mingjian/codes'
import { isRefusal, type NewEvent } from '@mingjian/kernel'
import { encode } from '@mingjian/schemas'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { type CaseCommand, cases } from './decider.ts'
import * as food from './food-case.fixture.ts'
import type { Case, CaseEvent, Stage } from './state.ts'

// Any acts in any order, lawful or not, beside a lawful course: what is recorded must be a lawful case all the same.

const { OFFICERS, step } = food
const OTHERS: readonly CaseCommand[] = [
  step('ExtendFilingTerm', '', { reason: '复杂', approvedBy: '局长' }),
  step('ExcludeTime', '', { from: '2026-06-08', to: '2026-06-09', reason: '检验' }),
  step('DeclineFiling', '', { reason: '无违法事实', approvedBy: '局长' }),
  step('RecuseOfficer', '', { officer: 'K102', reason: '近亲属', decidedBy: '局长' }),
  step('OrderCorrection', '', { officers: OFFICERS, what: '下架', correctBy: '2026-07-31' }),
  step('CheckCorrection', '', { officers: OFFICERS, followed: true, finding: '已改正' }),
  step('ForgoHearing', ''),
  step('GiveLegalReview', '', { reviewer: 'L001', qualified: true, agrees: false, opinion: '补充调查' }),
  step('ExtendDecisionTerm', '', { by: '负责人', days: 30, reason: '复杂' }),
  step('WaivePenalty', '', { ground: '轻微不罚', reason: '轻微', education: '教育' }),
  step('DismissCase', '', { reason: '不能成立' }),
  step('ReportSuspectedCrime', '', { officers: OFFICERS, crime: '罪名', report: '报告' }),
  step('EnterPoliceAnswer', '', { filed: true, documentNo: '公立1号', reason: '理由' }),
  step('EnterPoliceAnswer', '', { filed: false, documentNo: '公不立1号', reason: '理由' }),
  step('ConfirmMeasure', '', { kind: '责令停产停业' }),
  step('ReceivePayment', '', { receiptNo: 'a', fineYuan: 1_000, confiscatedYuan: 0, surchargeYuan: 0 }),
  step('ReceivePayment', '', { receiptNo: 'b', fineYuan: 0, confiscatedYuan: 0, surchargeYuan: 500 }),
  step('UrgePerformance', ''),
  step('ApplyForEnforcement', '', { court: '法院' }),
  step('ContestDecision', '', { forum: 'reconsideration', body: '区政府' }),
  step('ContestDecision', '', { forum: 'court', body: '法院' }),
  step('UpholdDecision', '', { body: '区政府', documentNo: '复1号' }),
  ...(['revoked', 'changed'] as const).map((outcome) =>
    step('OverturnDecision', '', {
      outcome,
      by: 'authority',
      body: food.AUTHORITY,
      overturningNo: '纠1号',
      kinds: outcome === 'changed' ? ['罚款'] : [],
      fineYuan: outcome === 'changed' ? 60_000 : 0,
      confiscatedYuan: 0,
    }),
  ),
  step('TerminateCase', '', { ground: '公安机关立案', reason: '移送' }),
  step('TerminateCase', '', { ground: '逾办案期限', reason: '逾期' }),
  food.close,
]
const ACTS = [...new Set([...food.light, ...food.heavyCase, ...OTHERS])]

const NEXT: Readonly<Record<Stage, readonly Stage[]>> = {
  none: ['lead', 'decided'],
  lead: ['filed', 'closed'],
  filed: ['concluded', 'closed'],
  concluded: ['filed', 'noticed', 'ended', 'closed'],
  noticed: ['filed', 'decided', 'ended', 'closed'],
  decided: ['served', 'ended'],
  served: ['ended'],
  ended: ['closed'],
  closed: ['ended'],
}

const facts = food.facts.reduce(cases.facts.evolve, cases.facts.initial)
const context = { today: '2028-01-01', now: '2028-01-01T04:00:00Z', actor: 'staff', authority: food.AUTHORITY, facts }

/** What is wrong with a decision at this point of its case. */
const faultOf = (before: Case, { data }: Extract<NewEvent, { type: 'CaseDecided' }>): string | undefined => {
  if (before.files.length === 0) return 'no evidence'
  if (data.fineYuan > (before.notice?.fineYuan ?? -1)) return 'more than was notified'
  if (before.hearing === 'requested' || before.hearing === 'arranged') return 'a hearing is pending'
  if (before.hearing === 'held' && before.review !== 'passed') return 'heard and not reviewed'
  if (before.hearing === 'held' && before.discussed.处罚决定 === undefined) return 'heard and not discussed'
  if (['suspected', 'approved', 'referred', 'filed'].includes(before.crime)) return 'a fine instead of a punishment'
  return before.recused.some((officer) => data.officers.includes(officer)) ? 'recused' : undefined
}

/** The case after an event, which is part of a lawful case. */
const recorded = (state: Case, event: NewEvent): Case => {
  encode(event.type, event.data)
  const next = cases.evolve(state, event as CaseEvent)
  const surcharges = next.payments.reduce((sum, { surchargeYuan }) => sum + surchargeYuan, 0)
  const fault =
    (event.type === 'CaseDecided' ? faultOf(state, event) : undefined) ??
    (next.stage !== state.stage && !NEXT[state.stage].includes(next.stage) ? `to ${next.stage}` : undefined) ??
    (surcharges > 100_000 ? 'a surcharge above the fine' : undefined) ??
    (next.stage === 'closed' && next.clocks.length > 0 ? 'closed, and clocks still run' : undefined)
  if (fault !== undefined) throw new Error(`${event.type} of a case that is ${state.stage}: ${fault}`)
  return next
}

/** Acts of a course up to some point, then any others; each some days after the one before. */
const course = fc.record({
  lawful: fc.constantFrom(food.light, food.heavyCase, food.mildCase, food.referredCase),
  upTo: fc.nat(13),
  more: fc.array(fc.record({ act: fc.constantFrom(...ACTS), days: fc.nat(12) }), { maxLength: 15 }),
})

test('no acts in any order make an unlawful case, and none is recorded twice', () => {
  const seen = new Set<string>()
  fc.assert(
    fc.property(course, ({ lawful, upTo, more }) => {
      let state: Case = cases.initial
      let on = '2026-06-01'
      const commands = [...lawful.slice(0, upTo), ...more.map(({ act, days }) => ({ act, days }))]
      for (const next of commands) {
        if ('days' in next) on = addDays(on, next.days)
        else on = next.data.on
        const command = 'days' in next ? food.changed(next.act, { on }) : next
        const outcome = cases.decide(command, state, context)
        if (isRefusal(outcome)) continue
        for (const event of outcome) {
          seen.add(event.type)
          state = recorded(state, event)
        }
        const again = cases.decide(command, state, context)
        if (!isRefusal(again) && again.length > 0) throw new Error(`${command.type} is recorded twice`)
      }
    }),
    { numRuns: 10_000 },
  )
  // The runs reach far: a property that is never put to the test holds for nothing.
  for (const type of [
    'CaseClosed',
    'CasePerformed',
    'DecisionOverturned',
    'HearingHeld',
    'PenaltyWaived',
    'CaseTerminated',
  ])
    expect([...seen]).toContain(type)
})
