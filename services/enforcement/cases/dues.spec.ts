import { addDays } from '@mingjian/codes'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { daysLate, owedOn, surchargeOn } from './dues.ts'
import { type Case, noCase } from './state.ts'

const fined = (more: Partial<Case> = {}): Case => ({
  ...noCase,
  decision: {
    kinds: ['罚款'],
    fineYuan: 10_000,
    confiscatedYuan: 0,
    documentNo: '1号',
    procedure: '普通程序',
    decidedOn: '2026-06-01',
  },
  dues: [{ by: '2026-07-01', yuan: 10_000 }],
  ...more,
})
const paid = (on: string, fineYuan: number) => ({ receiptNo: on, on, fineYuan, confiscatedYuan: 0, surchargeYuan: 0 })

describe('the surcharge (处罚法第七十二条、第七十三条)', () => {
  test('runs from the day after the term, on what is not paid', () => {
    expect(surchargeOn(fined(), '2026-07-01')).toBe(0)
    expect(surchargeOn(fined(), '2026-07-02')).toBe(300)
    expect(surchargeOn(fined({ payments: [paid('2026-07-01', 5_000)] }), '2026-07-03')).toBe(300)
    expect(surchargeOn(fined({ payments: [paid('2026-07-02', 10_000)] }), '2026-09-01')).toBe(300)
  })
  test('rests from the contest to its outcome', () => {
    const reviewed = [{ from: '2026-07-03', to: '2026-07-10' }]
    expect(daysLate('2026-07-01', '2026-07-12', reviewed)).toBe(3)
    expect(daysLate('2026-07-01', '2026-07-12', [...reviewed, { from: '2026-07-10', to: null }])).toBe(1)
  })
  test('is never above the fine, whatever is paid when', () => {
    const day = fc.nat(200).map((n) => addDays('2026-06-15', n))
    const payments = fc.array(fc.record({ on: day, yuan: fc.nat(10_000) }), { maxLength: 5 })
    fc.assert(
      fc.property(payments, day, (made, on) => {
        const state = fined({ payments: made.map((payment) => paid(payment.on, payment.yuan)) })
        const surcharge = surchargeOn(state, on)
        expect(surcharge).toBeGreaterThanOrEqual(0)
        expect(surcharge).toBeLessThanOrEqual(10_000)
      }),
    )
  })
  test('is owed beside the fine', () => {
    expect(owedOn(fined(), '2026-07-05')).toEqual({ fineYuan: 10_000, confiscatedYuan: 0, surchargeYuan: 1_200 })
  })
})
