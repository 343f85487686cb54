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
import { type NewEvent, refused } from '@mingjian/kernel'
import { days, encodeCitation, lastDay, months, remediesOf } from '@mingjian/law'
import Type from 'typebox'
import { byRule, byTerm, PARTY } from '../clocks.ts'
import { basisOn, provisionOn, provisions } from '../law/case.ts'
import type { Outcome } from '../step.ts'
import { type Act, act } from './act.ts'
import { CLOCKS } from './clocks.ts'
import { isPerformed, later, measuresLeft, owedOn } from './dues.ts'
import { type Case, evolve } from './state.ts'

/** 公告送达: thirty days from the announcement, sixty before 2022 (民事诉讼法第九十五条). */
const announcement = (announcedOn: CivilDate) => days(announcedOn < '2022-01-01' ? 60 : 30)

const WAYS = ['直接送达', '留置送达', '邮寄送达', '委托送达', '转交送达', '电子送达', '公告送达'] as const

/** What happened, and that nothing is left to perform if so. */
export const andPerformed = (state: Case, happened: NewEvent): readonly NewEvent[] => {
  const after = evolve(state, happened)
  const on = happened.effectiveOn
  if (after.decision === null || !isPerformed(after, on)) return [happened]
  return [
    happened,
    {
      type: 'CasePerformed',
      data: {
        uscc: state.uscc,
        documentNo: after.decision.documentNo,
        stops: [CLOCKS.pay, CLOCKS.perform, CLOCKS.enforce],
      },
      effectiveOn: on,
      basis: basisOn(on, provisions.payment),
    },
  ]
}

/** The clocks and remedies that a decision brings on the day it is served. */
export const served = (
  authority: string,
  servedOn: CivilDate,
  { way, receiptSha256, late }: { readonly way: string; readonly receiptSha256: string | null; readonly late: boolean },
): NewEvent => {
  const { reconsiderationTo, reconsiderationBy, litigationBy, basis } = remediesOf(authority, servedOn)
  const pay = byRule(CLOCKS.pay, PARTY, {
    rule: 'fine.pay_by',
    given: { decision_received: servedOn },
    on: servedOn,
    by: 'rolled',
  })
  // 行政强制法第五十三条: within three months from the end of the remedies.
  const lastRemedy = later(reconsiderationBy, litigationBy)
  const enforce = byTerm(CLOCKS.enforce, authority, lastRemedy, months(3), provisions.courtEnforcement)
  return {
    type: 'DecisionServed',
    data: {
      way,
      servedOn,
      receiptSha256,
      late,
      payBy: pay.by,
      reconsiderationTo,
      reconsiderationBy,
      litigationBy,
      clocks: [pay, enforce],
      stops: [CLOCKS.serve],
    },
    effectiveOn: servedOn,
    basis: [...basisOn(servedOn, provisions.service, provisions.payment), ...basis.map(encodeCitation)],
  }
}

const serveDecision = act(
  {
    way: oneOf(WAYS, '送达方式'),
    confirmed: Type.Boolean({ description: '电子送达: the party has agreed in a signed confirmation of its address' }),
    receiptSha256: nullable(fileMember()),
  },
  {
    stages: ['decided'],
    once: 'DecisionServed',
    under: provisions.service,
    decide: ({ on, way, confirmed, receiptSha256 }, state): Outcome => {
      const under = provisionOn(on, provisions.service)
      if (way === '电子送达' && !confirmed)
        return refused('not-confirmed', 'Service by electronic means needs the signed consent of the party.', under)
      if (way !== '公告送达' && way !== '留置送达' && receiptSha256 === null)
        return refused('no-receipt', 'Service is proved by its receipt.', under)
      // Served late, the decision still reaches its party from that day on; the delay is kept for supervision.
      const late = state.clocks.some(({ what, by }) => what === CLOCKS.serve && by < on)
      const servedOn = way === '公告送达' ? lastDay(on, announcement(on)) : on
      return andPerformed(state, served(state.authority, servedOn, { way, receiptSha256, late }))
    },
  },
)

const deferPayment = act(
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
    under: provisions.instalments,
    decide: ({ on, instalments, reason, approvedBy }, state): Outcome => {
      if (JSON.stringify(state.dues) === JSON.stringify(instalments)) return []
      const under = provisionOn(on, provisions.instalments)
      const sum = instalments.reduce((total, { yuan: part }) => total + part, 0)
      if (state.payments.length > 0 || state.dues.length === 0)
        return refused('nothing-to-defer', 'A fine of which nothing has been paid is deferred.', under)
      if (sum !== state.decision?.fineYuan)
        return refused('wrong-sum', `The instalments come to ${sum}, not to the fine.`, under)
      const ordered = instalments.every(
        ({ by }, at) => isCivilDate(by) && by > (instalments[at - 1]?.by ?? state.dues[0]?.by ?? on),
      )
      if (!ordered)
        return refused('wrong-order', 'Each instalment is due after the one before, and after the term.', under)
      const last = instalments.at(-1)?.by ?? on
      return [
        {
          type: 'PaymentDeferred',
          data: { instalments, reason, approvedBy, clocks: [{ what: CLOCKS.pay, who: PARTY, by: last, basis: under }] },
          effectiveOn: on,
          basis: basisOn(on, provisions.instalments),
        },
      ]
    },
  },
)

const receivePayment = act(
  {
    receiptNo: wordsMember('票据号'),
    fineYuan: yuanMember('罚款'),
    confiscatedYuan: yuanMember('没收违法所得'),
    surchargeYuan: yuanMember('加处罚款'),
  },
  {
    stages: ['served', 'ended'],
    under: provisions.payment,
    decide: ({ on, receiptNo, fineYuan, confiscatedYuan, surchargeYuan }, state): Outcome => {
      if (state.payments.some((payment) => payment.receiptNo === receiptNo)) return []
      if (state.overturned)
        return refused(
          'overturned',
          'Nothing is owed: the decision has been overturned.',
          provisionOn(on, provisions.payment),
        )
      const paid = { fineYuan, confiscatedYuan, surchargeYuan }
      const happened: NewEvent = {
        type: 'PaymentReceived',
        data: { receiptNo, ...paid },
        effectiveOn: on,
        basis: basisOn(on, provisions.payment, ...(surchargeYuan > 0 ? [provisions.surcharge] : [])),
      }
      // With a payment the surcharge on it is known; what it leaves must not be less than nothing.
      const left = owedOn(evolve(state, happened), on)
      const over = Object.entries(left).find(([, yuan]) => yuan < 0)
      if (over !== undefined || Object.values(paid).every((amount) => amount === 0))
        return refused(
          'wrong-amount',
          `That is not what is owed: ${JSON.stringify(owedOn(state, on))}.`,
          provisionOn(on, provisions.payment),
        )
      return state.days.CasePerformed === undefined ? andPerformed(state, happened) : [happened]
    },
  },
)

const confirmMeasure = act(
  { kind: wordsMember('处罚种类') },
  {
    stages: ['served'],
    under: provisions.payment,
    decide: ({ on, kind }, state): Outcome => {
      if (state.measures.includes(kind)) return []
      if (!measuresLeft(state).includes(kind))
        return refused(
          'no-such-measure',
          `The decision imposes no ${kind} that remains.`,
          provisionOn(on, provisions.payment),
        )
      return andPerformed(state, {
        type: 'MeasurePerformed',
        data: { kind },
        effectiveOn: on,
        basis: basisOn(on, provisions.payment),
      })
    },
  },
)

const urgePerformance = act(
  {},
  {
    stages: ['served'],
    under: provisions.urging,
    decide: ({ on }, { clocks, dues, contest }): Outcome => {
      const under = provisionOn(on, provisions.urging)
      if (clocks.some(({ what }) => what === CLOCKS.perform)) return []
      if (contest !== 'none') return refused('contested', 'The decision is being reviewed.', under)
      const due = dues.at(-1)?.by
      if (due !== undefined && on <= due) return refused('before-its-time', `The party may pay until ${due}.`, under)
      return [
        {
          type: 'PerformanceUrged',
          data: { clocks: [byTerm(CLOCKS.perform, PARTY, on, days(10), provisions.urging)] },
          effectiveOn: on,
          basis: basisOn(on, provisions.urging),
        },
      ]
    },
  },
)

const applyForEnforcement = act(
  { court: wordsMember('人民法院') },
  {
    stages: ['served'],
    under: provisions.courtEnforcement,
    within: CLOCKS.enforce,
    decide: ({ on, court }, { clocks, remedies, contest, enforcement }): Outcome => {
      const under = provisionOn(on, provisions.courtEnforcement)
      if (enforcement !== 'none') return []
      const urged = clocks.find(({ what }) => what === CLOCKS.perform)
      if (urged === undefined || on <= urged.by)
        return refused('not-urged', 'The party is urged first and given ten days.', provisionOn(on, provisions.urging))
      if (contest !== 'none') return refused('contested', 'The decision is being reviewed.', under)
      if (remedies !== null && (on <= remedies.litigationBy || on <= remedies.reconsiderationBy))
        return refused('before-its-time', 'The party may still contest the decision.', under)
      return [
        {
          type: 'EnforcementApplied',
          data: { court, stops: [CLOCKS.enforce, CLOCKS.perform] },
          effectiveOn: on,
          basis: basisOn(on, provisions.courtEnforcement, provisions.enforcement),
        },
      ]
    },
  },
)

const concludeEnforcement = act(
  { outcome: wordsMember('执行情况'), performed: Type.Boolean({ description: '已执行完毕' }) },
  {
    stages: ['served'],
    once: 'EnforcementConcluded',
    under: provisions.courtEnforcement,
    decide: ({ on, outcome, performed }, state): Outcome => {
      if (state.enforcement !== 'applied')
        return refused(
          'not-applied',
          'No court has been asked to enforce it.',
          provisionOn(on, provisions.courtEnforcement),
        )
      const concluded: NewEvent = {
        type: 'EnforcementConcluded',
        data: { outcome, performed },
        effectiveOn: on,
        basis: basisOn(on, provisions.courtEnforcement),
      }
      if (!performed) return [concluded]
      return [
        concluded,
        {
          type: 'CasePerformed',
          data: { uscc: state.uscc, documentNo: state.decision?.documentNo ?? '', stops: [CLOCKS.pay] },
          effectiveOn: on,
          basis: basisOn(on, provisions.courtEnforcement),
        },
      ]
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
} satisfies Readonly<Record<string, Act>>
