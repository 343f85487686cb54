import { encodeCitation } from '@mingjian/law'
import { describe, expect, test } from 'vitest'
import {
  isLight,
  isPublished,
  lateSurcharge,
  limitationEnds,
  publicityBasis,
  publicUntil,
  publishBy,
  rules,
} from './law.ts'

const ask = (name: string, given: Readonly<Record<string, unknown>>, on = '2026-11-23') =>
  rules.find((r) => r.name === name)?.evaluate(given, on)

const penalty = (kinds: readonly string[], fineYuan = 0) => ({
  kinds,
  fineYuan,
  procedure: '普通程序',
  subject: 'organisation' as const,
})

describe('the publicity of penalties', () => {
  test('covers decisions of the ordinary procedure that are more than a warning', () => {
    expect(isPublished(penalty(['罚款']), '2022-01-01')).toBe(true)
    expect(isPublished(penalty(['警告', '罚款']), '2022-01-01')).toBe(true)
    expect(isPublished(penalty(['警告']), '2022-01-01')).toBe(false)
    expect(isPublished({ ...penalty(['罚款']), procedure: '简易程序' }, '2022-01-01')).toBe(false)
  })

  test('made no exception for warnings under the rule before 2021-09-01', () => {
    expect(isPublished(penalty(['警告']), '2021-08-31')).toBe(true)
    expect(isPublished(penalty(['警告']), '2021-09-01')).toBe(false)
  })

  test('begins within twenty working days', () => {
    expect(publishBy('2026-04-24')).toBe('2026-05-26')
  })

  test('is short for criticism and lower fines alone', () => {
    expect(isLight(penalty(['罚款'], 49_999), '2022-01-01')).toBe(true)
    expect(isLight(penalty(['罚款'], 50_000), '2022-01-01')).toBe(false)
    expect(isLight({ ...penalty(['罚款'], 5_000), subject: 'person' }, '2022-01-01')).toBe(false)
    expect(isLight(penalty(['罚款', '没收违法所得'], 100), '2022-01-01')).toBe(false)
    expect(isLight(penalty(['通报批评']), '2022-01-01')).toBe(true)
  })

  test.each([
    [penalty(['通报批评']), '2021-11-30', '2022-02-28'],
    [penalty(['罚款'], 60_000), '2023-02-28', '2026-02-28'],
    [{ ...penalty(['限制从业']), restrictionYears: 5 }, '2022-05-10', '2027-05-10'],
    [{ ...penalty(['限制从业']), restrictionYears: 3 }, '2022-05-10', '2025-05-10'],
    [penalty(['罚款'], 100), '2021-08-31', '2026-08-31'],
  ])('of %o from %s ends on %s', (decided, publishedOn, until) => {
    expect(publicUntil(decided, publishedOn)).toBe(until)
  })

  test('rests on the rule in force', () => {
    expect(publicityBasis('2021-08-31').map(({ version }) => version)).toEqual(['SAIC71', 'SAIC71', 'SAIC71'])
    expect(publicityBasis('2021-09-01').map(encodeCitation)).toEqual([
      'penalty-publicity-rule@SAMR45:2',
      'penalty-publicity-rule@SAMR45:9',
      'penalty-publicity-rule@SAMR45:13',
    ])
  })

  test.each([
    ['罚款50000(一般领域)', '2022-07-10', false],
    ['罚款50000(一般领域)', '2022-07-11', true],
    ['罚款50000(特种设备)', '2023-01-10', false],
    ['罚款50000(药品)', '2023-01-11', true],
    ['责令停产停业', '2024-01-11', false],
  ])('of %s from 2022-01-10 can end early on application of %s: %s', (kind, apply_on, eligible) => {
    expect(
      ask('penalty_pub.early_stop', {
        published_on: '2022-01-10',
        penalty: kind,
        performed: true,
        harm_eliminated: true,
        same_kind_repeat: false,
        in_abnormal_or_serious_list: false,
        apply_on,
      }),
    ).toMatchObject({ result: { eligible } })
  })

  test('never ends early for a revocation, whatever else is not said', () => {
    const asked = { published_on: '2022-01-10', apply_on: '2023-05-01' }
    expect(ask('penalty_pub.early_stop', { ...asked, penalty: '吊销许可证件' })).toMatchObject({
      result: { eligible: false },
    })
    expect(ask('penalty_pub.early_stop', { ...asked, penalty: '罚款' })).toMatchObject({ member: 'performed' })
  })
})

describe('procedure', () => {
  test.each([
    ['公民', 50, 200],
    ['法人', 1_000, 3_000],
  ])(
    'a summary fine of a %s is up to %d yuan before the revision of 2021 and %d since, included',
    (subject, old, now) => {
      const allowed = (fine: number, on: string) => ask('penalty.summary_allowed', { subject, fine }, on)
      expect(allowed(old, '2021-07-14')).toMatchObject({ result: { summary_procedure_allowed: true } })
      expect(allowed(old + 1, '2021-07-14')).toMatchObject({ result: { summary_procedure_allowed: false } })
      expect(allowed(now, '2021-07-15')).toMatchObject({ result: { summary_procedure_allowed: true } })
      expect(allowed(now + 1, '2021-07-15')).toMatchObject({ result: { summary_procedure_allowed: false } })
    },
  )

  test('seven days are working days since the revision of 2021 and calendar days before', () => {
    expect(ask('service.decision', { decided_on: '2021-07-14' })).toMatchObject({ result: { serve_by: '2021-07-21' } })
    expect(ask('service.decision', { decided_on: '2021-07-15' })).toMatchObject({ result: { serve_by: '2021-07-26' } })
  })

  test('an act can be punished for two years, for five since 2021 where life was harmed', () => {
    expect(limitationEnds('2021-07-14', true)).toBe('2023-07-14')
    expect(limitationEnds('2021-07-15', true)).toBe('2026-07-15')
    const discovered = (on: string) => ask('penalty.limitation', { act_ended: '2021-08-01', discovered: on })
    expect(discovered('2023-08-01')).toMatchObject({ result: { punishable: true } })
    expect(discovered('2023-08-02')).toMatchObject({ result: { punishable: false } })
  })

  test('the surcharge is three per cent a day and never above the fine', () => {
    expect(lateSurcharge(10_000, 33)).toBe(9_900)
    expect(lateSurcharge(10_000, 34)).toBe(10_000)
    expect(lateSurcharge(333, 1)).toBe(9.99)
    expect(lateSurcharge(10_000, 0)).toBe(0)
  })

  test('ninety days do not count what is excluded and are thirty more with approval', () => {
    const filed = { filed_on: '2021-08-02', excluded_days: 5, extended_30: true }
    expect(ask('case.decide_90d', filed)).toMatchObject({
      result: { day_90: '2021-11-05', day: '2021-12-05', rolled_if_holiday: '2021-12-06' },
    })
  })

  test.each([
    [{ major_public_interest: true }, true],
    [{ affects_major_rights: true, hearing_held: true }, true],
    [{ complex: true }, true],
    [{ major_public_interest: false, affects_major_rights: true, hearing_held: false, complex: false }, false],
  ])('with %o legal review comes before the decision: %s', (given, required) => {
    expect(ask('legal_review.required', given)).toMatchObject({ result: { required } })
  })

  test('what would decide about legal review is asked for', () => {
    expect(
      ask('legal_review.required', { major_public_interest: false, complex: false, hearing_held: true }),
    ).toMatchObject({
      member: 'affects_major_rights',
    })
  })
})

describe('hearings', () => {
  test.each([
    ['罚款', 99_999, '法人', false],
    ['罚款', 100_000, '法人', true],
    ['没收违法所得', 9_999, '自然人', false],
    ['没收违法所得', 10_000, '自然人', true],
    ['责令停产停业', undefined, undefined, true],
    ['警告', undefined, undefined, false],
  ])('%s of %s for a %s gives the right to one: %s', (kind, amount, subject, must) => {
    expect(ask('hearing.right', { penalty: kind, amount, subject })).toMatchObject({
      result: { must_inform_hearing_right: must },
    })
  })

  test('are asked for within five working days, three days before 2021-07-15', () => {
    expect(ask('hearing.request_by', { informed_on: '2021-07-14' })).toMatchObject({
      result: { request_by: '2021-07-17', rolled: '2021-07-19' },
    })
    expect(ask('hearing.request_by', { informed_on: '2021-07-15' })).toMatchObject({
      result: { request_by: '2021-07-22' },
    })
  })
})

describe('complaints, reports and referral', () => {
  test.each([
    [1, 0, 5_000],
    [1, 100_000, 5_000],
    [1, 100_001, 5_000.05],
    [2, 100_000, 3_000],
    [3, 100_001, 1_000.01],
    [1, 20_000_000, 1_000_000],
    [1, 20_000_001, 1_000_000],
  ])('the reward of grade %d for %d yuan is %d', (grade, penalty_and_confiscation, reward) => {
    expect(ask('reward.amount', { grade, penalty_and_confiscation })).toMatchObject({ result: { reward } })
  })

  test('a complaint is heard for three years, and only by a consumer', () => {
    const knew = { knew_infringement: '2019-03-01' }
    expect(ask('complaint.admissible', { ...knew, complained: '2022-03-01' })).toMatchObject({
      result: { admissible: true },
    })
    expect(ask('complaint.admissible', { ...knew, complained: '2022-03-02' })).toMatchObject({
      result: { admissible: false },
    })
    expect(ask('complaint.admissible', { purpose: '生活消费' })).toMatchObject({ result: { admissible: true } })
    expect(ask('complaint.admissible', { ...knew })).toMatchObject({ member: 'complained' })
  })

  test('the terms of the rule of 2026 are still to be verified', () => {
    expect(ask('complaint.accept', { complaint_received: '2026-04-14' })).toMatchObject({ confidence: 'certain' })
    expect(ask('complaint.accept', { complaint_received: '2026-04-15' })).toMatchObject({ confidence: 'to-verify' })
  })

  test('a suspected crime is referred, not fined instead', () => {
    const planned = (suspected_crime: boolean, plan: string) =>
      ask('transfer.no_substitute_penalty', { suspected_crime, planned: plan })
    expect(planned(true, '移送公安机关')).toMatchObject({ result: { allowed: true } })
    expect(planned(false, '只作行政处罚')).toMatchObject({ result: { allowed: true } })
    expect(planned(true, '只作行政处罚')).toMatchObject({ result: { allowed: false } })
  })
})

describe('stopping publicity early', () => {
  const asked = (penalty: string, apply_on: string, published_on = '2026-01-10') =>
    rules
      .find(({ name }) => name === 'penalty_pub.early_stop')
      ?.evaluate(
        {
          ...{ published_on, penalty, apply_on, performed: true, harm_eliminated: true, same_kind_repeat: false },
          in_abnormal_or_serious_list: false,
        },
        apply_on,
      )
  test.each([
    ['six months before 2025-12-25', '罚款60000(一般领域)', '2025-07-10', '2025-07-11', '2025-01-10'],
    ['a year for food before 2025-12-25', '罚款60000(食品)', '2023-01-10', '2023-01-11', '2022-01-10'],
    ['three months for what is ordinary', '罚款60000(一般领域)', '2026-04-10', '2026-04-11', '2026-01-10'],
    ['a year for what is serious', '罚款100000(食品)', '2027-01-10', '2027-01-11', '2026-01-10'],
  ])('takes %s', (_, penalty, early, open, published) => {
    expect(asked(penalty, early, published)).toMatchObject({ result: { eligible: false } })
    expect(asked(penalty, open, published)).toMatchObject({ result: { eligible: true } })
  })
  test('is open at once for what is minor, never for a revoked licence', () => {
    expect(asked('罚款3000(一般领域)', '2026-01-10')).toMatchObject({
      result: { eligible: true },
      confidence: 'to-verify',
    })
    expect(asked('吊销许可证件', '2028-01-10')).toMatchObject({ result: { eligible: false } })
  })
})
