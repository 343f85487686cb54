import {
  type CivilDate,
  dayMember,
  fileMember,
  isCivilDate,
  nullable,
  oneOf,
  wordsMember,
  yuanMember,
} from '@mingjian/codes'
import { type NewEvent, saysTheSame } from '@mingjian/kernel'
import { days, encodeCitation, lastDay, months, remediesOf } from '@mingjian/law'
import Type from 'typebox'
import { byTerm, counted, PARTY } from '../clocks.ts'
import { happened } from '../happened.ts'
import { basisOn, provisionOn, provisions } from '../law/case.ts'
import { CLOCKS, TERMS } from './clocks.ts'
import { isPerformed, later, measuresLeft, owedOn } from './dues.ts'
import {
  contestable,
  contested,
  noReceipt,
  noSuchMeasure,
  notApplied,
  notConfirmed,
  nothingToDefer,
  notUrged,
  overturned,
  payable,
  wrongAmount,
  wrongOrder,
  wrongSum,
} from './refusals.ts'
import { type Case, type CaseEvent, evolve } from './state.ts'
import { entered, isSaid, step } from './step.ts'

/** 公告送达: thirty days from the announcement, sixty before 2022 (民事诉讼法第九十五条). */
const announcement = (announcedOn: CivilDate) => days(announcedOn < '2022-01-01' ? 60 : 30)

const WAYS = ['直接送达', '留置送达', '邮寄送达', '委托送达', '转交送达', '电子送达', '公告送达'] as const

/** What happened, and that nothing is left to perform if so. */
export const andPerformed = <E extends CaseEvent & NewEvent>(state: Case, event: E): readonly NewEvent[] => {
  const { decision, ...after } = evolve(state, event)
  const on = event.effectiveOn
  if (decision === null || !isPerformed({ ...after, decision }, on)) return [event]
  const { documentNo } = decision
  const stops = [CLOCKS.pay, CLOCKS.perform, CLOCKS.enforce]
  return [event, happened('CasePerformed', on, { uscc: state.uscc, documentNo, stops }, provisions.payment)]
}

/** The clocks and remedies that a decision brings on the day it is served. */
export const served = (
  authority: string,
  servedOn: CivilDate,
  service: { readonly way: string; readonly receiptSha256: string | null; readonly late: boolean },
) => {
  const { basis, ...remedies } = remediesOf(authority, servedOn)
  const pay = counted(TERMS.pay, PARTY, servedOn)
  // 行政强制法第五十三条: within three months from the end of the remedies.
  const lastRemedy = later(remedies.reconsiderationBy, remedies.litigationBy)
  const enforce = byTerm(CLOCKS.enforce, authority, lastRemedy, months(3), provisions.courtEnforcement)
  const clocks = { clocks: [pay, enforce], stops: [CLOCKS.serve] }
  return {
    ...happened('DecisionServed', servedOn, { ...service, servedOn, payBy: pay.by, ...remedies, ...clocks }),
    basis: [...basisOn(servedOn, provisions.service, provisions.payment), ...basis.map(encodeCitation)],
  }
}

/** The day on which a decision counts as served. */
const servedOn = ({ on, way }: { readonly on: CivilDate; readonly way: string }): CivilDate =>
  way === '公告送达' ? lastDay(on, announcement(on)) : on

const serveDecision = step(
  {
    way: oneOf(WAYS, '送达方式'),
    confirmed: Type.Boolean({ description: '电子送达: the party has agreed in a signed confirmation of its address' }),
    receiptSha256: nullable(fileMember()),
  },
  {
    stages: ['decided'],
    once: 'DecisionServed',
    same: (asked, recorded) => isSaid({ type: 'DecisionServed', data: asked }, servedOn(asked), recorded),
    under: provisions.service,
    decide: (asked, state) => {
      const { on, way, confirmed, receiptSha256 } = asked
      const under = provisionOn(on, provisions.service)
      if (way === '电子送达' && !confirmed) return notConfirmed({}, under)
      if (way !== '公告送达' && way !== '留置送达' && receiptSha256 === null) return noReceipt({}, under)
      // Served late, the decision still reaches its party from that day on; the delay is kept for supervision.
      const late = state.clocks.some(({ what, by }) => what === CLOCKS.serve && by < on)
      return andPerformed(state, served(state.authority, servedOn(asked), { way, receiptSha256, late }))
    },
  },
)

// A fine that was deferred may be deferred otherwise, as long as nothing of it has been paid.
const deferPayment = step(
  {
    instalments: Type.Array(Type.Object({ by: dayMember('last day'), yuan: yuanMember('amount') }), {
      minItems: 1,
      maxItems: 60,
    }),
    reason: wordsMember('确有经济困难'),
    approvedBy: wordsMember('负责人'),
  },
  {
    stages: ['served'],
    once: 'PaymentDeferred',
    done: ({ last }, { instalments }) =>
      last.PaymentDeferred !== undefined && saysTheSame({ instalments }, last.PaymentDeferred),
    under: provisions.instalments,
    decide: ({ on, instalments, reason, approvedBy }, { payments, dues, decision }) => {
      const under = provisionOn(on, provisions.instalments)
      const sum = instalments.reduce((total, { yuan: part }) => total + part, 0)
      if (payments.length > 0 || dues.length === 0) return nothingToDefer({}, under)
      if (sum !== decision?.fineYuan) return wrongSum({ sum }, under)
      const ordered = instalments.every(
        ({ by }, at) => isCivilDate(by) && by > (instalments[at - 1]?.by ?? dues[0]?.by ?? on),
      )
      if (!ordered) return wrongOrder({}, under)
      const clocks = [{ what: CLOCKS.pay, who: PARTY, by: instalments.at(-1)?.by ?? on, basis: under }]
      return [happened('PaymentDeferred', on, { instalments, reason, approvedBy, clocks }, provisions.instalments)]
    },
  },
)

const receivePayment = step(
  {
    receiptNo: wordsMember('票据号'),
    fineYuan: yuanMember('罚款'),
    confiscatedYuan: yuanMember('没收违法所得'),
    surchargeYuan: yuanMember('加处罚款'),
  },
  {
    stages: ['served', 'ended'],
    under: provisions.payment,
    recorded: entered('PaymentReceived', 'receiptNo'),
    decide: ({ on, receiptNo, fineYuan, confiscatedYuan, surchargeYuan }, state) => {
      const under = provisionOn(on, provisions.payment)
      if (state.overturned) return overturned({}, under)
      const paid = { fineYuan, confiscatedYuan, surchargeYuan }
      const basis = surchargeYuan > 0 ? [provisions.payment, provisions.surcharge] : [provisions.payment]
      const received = happened('PaymentReceived', on, { receiptNo, ...paid }, ...basis)
      // With a payment the surcharge on it is known; what it leaves must not be less than nothing.
      const over = Object.values(owedOn(evolve(state, received), on)).some((yuan) => yuan < 0)
      if (over || Object.values(paid).every((amount) => amount === 0)) return wrongAmount(owedOn(state, on), under)
      return state.last.CasePerformed === undefined ? andPerformed(state, received) : [received]
    },
  },
)

const confirmMeasure = step(
  { kind: wordsMember('处罚种类') },
  {
    stages: ['served'],
    under: provisions.payment,
    recorded: entered('MeasurePerformed', 'kind'),
    decide: ({ on, kind }, state) =>
      measuresLeft(state).includes(kind)
        ? andPerformed(state, happened('MeasurePerformed', on, { kind }, provisions.payment))
        : noSuchMeasure({ kind }, provisionOn(on, provisions.payment)),
  },
)

const urgePerformance = step(
  {},
  {
    stages: ['served'],
    once: 'PerformanceUrged',
    done: ({ clocks }) => clocks.some(({ what }) => what === CLOCKS.perform),
    under: provisions.urging,
    decide: ({ on }, { dues, contest }) => {
      const under = provisionOn(on, provisions.urging)
      if (contest !== 'none') return contested({}, under)
      const due = dues.at(-1)?.by
      if (due !== undefined && on <= due) return payable({ due }, under)
      const clocks = [byTerm(CLOCKS.perform, PARTY, on, days(10), provisions.urging)]
      return [happened('PerformanceUrged', on, { clocks }, provisions.urging)]
    },
  },
)

const applyForEnforcement = step(
  { court: wordsMember('人民法院') },
  {
    stages: ['served'],
    once: 'EnforcementApplied',
    done: ({ enforcement }) => enforcement !== 'none',
    under: provisions.courtEnforcement,
    within: CLOCKS.enforce,
    decide: ({ on, court }, { clocks, remedies, contest }) => {
      const under = provisionOn(on, provisions.courtEnforcement)
      const urged = clocks.find(({ what }) => what === CLOCKS.perform)
      if (urged === undefined || on <= urged.by) return notUrged({}, provisionOn(on, provisions.urging))
      if (contest !== 'none') return contested({}, under)
      if (remedies !== null && (on <= remedies.litigationBy || on <= remedies.reconsiderationBy))
        return contestable({}, under)
      const applied = { court, stops: [CLOCKS.enforce, CLOCKS.perform] }
      return [happened('EnforcementApplied', on, applied, provisions.courtEnforcement, provisions.enforcement)]
    },
  },
)

const concludeEnforcement = step(
  { outcome: wordsMember('执行情况'), performed: Type.Boolean({ description: '已执行完毕' }) },
  {
    stages: ['served'],
    once: 'EnforcementConcluded',
    under: provisions.courtEnforcement,
    decide: ({ on, outcome, performed }, { uscc, decision, enforcement }) => {
      if (enforcement !== 'applied') return notApplied({}, provisionOn(on, provisions.courtEnforcement))
      const concluded = happened('EnforcementConcluded', on, { outcome, performed }, provisions.courtEnforcement)
      if (!performed) return [concluded]
      const done = { uscc, documentNo: decision?.documentNo ?? '', stops: [CLOCKS.pay] }
      return [concluded, happened('CasePerformed', on, done, provisions.courtEnforcement)]
    },
  },
)

/** 送达、履行、强制执行 */
export const performance = {
  ServeDecision: serveDecision,
  DeferPayment: deferPayment,
  ReceivePayment: receivePayment,
  ConfirmMeasure: confirmMeasure,
  UrgePerformance: urgePerformance,
  ApplyForEnforcement: applyForEnforcement,
  ConcludeEnforcement: concludeEnforcement,
}
