import { encodeCitation, repairableFrom, shownUntil } from '@mingjian/law'
import { describe, expect, test } from 'vitest'
import {
  abnormalRemedies,
  consentingAuthority,
  delistingBasis,
  earlyRemovalFrom,
  isHeavierPenalty,
  listBy,
  listingBasis,
  measureFor,
  objectionLastDay,
  removeBy,
  rules,
  seriousListingBasis,
  seriousTermEnds,
} from './law.ts'

const ask = (name: string, given: Readonly<Record<string, unknown>>, on = '2026-11-23') =>
  rules.find((r) => r.name === name)?.evaluate(given, on)

describe('listing in the list of abnormal operations', () => {
  test.each([
    ['2018-06-30', '2018-07-13'],
    ['2024-06-30', '2024-07-12'],
    ['2026-06-30', '2026-07-14'],
  ])('is done within ten working days of %s: by %s', (closes, by) => {
    expect(listBy(closes)).toBe(by)
  })

  test('of an enterprise is a mark for a sole trader', () => {
    expect(measureFor('enterprise')).toBe('list')
    expect(measureFor('cooperative')).toBe('list')
    expect(measureFor('sole-trader')).toBe('mark')
  })

  test.each([
    [
      'enterprise',
      '2024-04-30',
      ['disclosure-regulation@654:17.1.1', 'abnormal-list-rule@SAIC68:4.0.1', 'abnormal-list-rule@SAIC68:6'],
    ],
    [
      'enterprise',
      '2024-05-01',
      ['disclosure-regulation@777:18.1', 'abnormal-list-rule@SAIC68:4.0.1', 'abnormal-list-rule@SAIC68:6'],
    ],
    [
      'enterprise',
      '2025-07-14',
      ['disclosure-regulation@777:18.1', 'abnormal-list-rule@SAMR101:4.0.1', 'abnormal-list-rule@SAMR101:6'],
    ],
    ['sole-trader', '2022-10-31', ['sole-trader-regulation@2016:14', 'sole-trader-report-rule@SAIC69:13']],
    ['sole-trader', '2022-11-01', ['sole-trader-report-rule@SAIC69:13']],
    ['cooperative', '2026-07-14', ['cooperative-report-rule@SAMR101:10']],
  ] as const)('of an %s for a missed report on %s rests on %o', (form, on, basis) => {
    expect(listingBasis(form, 'annual_report_missed', on).map(encodeCitation)).toEqual(basis)
  })

  test('for an address at which nobody is found rests on the list’s rule alone', () => {
    expect(listingBasis('enterprise', 'uncontactable', '2023-01-01').map(encodeCitation)).toEqual([
      'abnormal-list-rule@SAIC68:4.0.4',
      'abnormal-list-rule@SAIC68:9',
    ])
  })

  test.each([
    [14, false],
    [15, true],
    [30, true],
    [31, false],
  ])('after two letters %d days apart that nobody signed for is lawful: %s', (apart, deemed) => {
    const second = `2016-03-${String(1 + apart).padStart(2, '0')}`.replace('2016-03-32', '2016-04-01')
    const mails = { first_mail: '2016-03-01', second_mail: second, any_signed_for: false }
    expect(ask('abnormal.mail_test', mails)).toMatchObject({ result: { deemed_uncontactable: deemed } })
    expect(ask('abnormal.mail_test', { ...mails, any_signed_for: true })).toMatchObject({
      result: { deemed_uncontactable: false },
    })
  })
})

describe('removal from the list', () => {
  test('is decided within five working days', () => {
    expect(removeBy('2023-09-26')).toBe('2023-10-09')
  })

  test.each([
    ['enterprise', 'annual_report_missed', 'abnormal-list-rule@SAIC68:11'],
    ['enterprise', 'order_not_followed', 'abnormal-list-rule@SAIC68:12'],
    ['enterprise', 'false_information', 'abnormal-list-rule@SAIC68:13'],
    ['enterprise', 'uncontactable', 'abnormal-list-rule@SAIC68:14'],
    ['sole-trader', 'uncontactable', 'sole-trader-report-rule@SAIC69:18'],
    ['cooperative', 'annual_report_missed', 'cooperative-report-rule@SAIC70:13'],
  ] as const)('of an %s for %s rests on %s', (form, ground, citation) => {
    expect(delistingBasis(form, ground, '2023-01-01').map(encodeCitation)).toEqual([citation])
  })

  test('is counted from the application, or from what was verified, as the ground has it', () => {
    const received = { application_received: '2019-09-25' }
    expect(ask('abnormal.removal.decide_by', { ground: '未按期公示年报', ...received })).toMatchObject({
      result: { remove_by: '2019-10-08' },
    })
    expect(ask('abnormal.removal.decide_by', { ground: '住所无法联系', ...received })).toMatchObject({
      code: 'given',
      member: 'contact_verified',
    })
    expect(ask('abnormal.removal.decide_by', { ground: '未按期公示年报', cured: false })).toMatchObject({
      result: { remove_by: null },
    })
  })

  test('needs every missing year, every ground, one of two cures of an address', () => {
    const years = { ground: '未按期公示年报', unreported_years: [2014, 2015] }
    expect(ask('abnormal.removal.eligible', { ...years, filed_and_published: [2015, 2014] })).toMatchObject({
      result: { eligible: true, missing: [] },
    })
    expect(ask('abnormal.removal.eligible', years)).toMatchObject({
      result: { eligible: false, missing: [2014, 2015] },
    })
    const address = { ground: '住所无法联系', address_changed_registered: true, recontact_verified: false }
    expect(ask('abnormal.removal.eligible', address)).toMatchObject({ result: { eligible: true } })
    expect(ask('abnormal.removal.eligible', { ...address, address_changed_registered: false })).toMatchObject({
      result: { eligible: false, open_grounds: ['住所无法联系'] },
    })
    const both = { grounds: ['未按期公示年报', '住所无法联系'] }
    expect(ask('abnormal.removal.eligible', { ...both, cured: both.grounds })).toMatchObject({
      result: { eligible: true },
    })
    expect(ask('abnormal.removal.eligible', { ground: '未按期公示年报' })).toMatchObject({ member: 'unreported_years' })
  })
})

describe('contesting a listing', () => {
  test.each([
    ['2016-07-14', '2016-08-15'],
    ['2016-07-15', '2016-08-15'],
    ['2016-07-18', '2016-08-17'],
  ])('published on %s by an objection is open until %s', (published, last) => {
    expect(objectionLastDay(published)).toBe(last)
  })

  test.each([
    ['2016-07-13', false],
    ['2016-08-15', true],
    ['2016-08-16', false],
  ])('published on 2016-07-14, an objection filed on %s is in time: %s', (objection_filed, in_time) => {
    expect(ask('abnormal.objection.in_time', { published: '2016-07-14', objection_filed })).toMatchObject({
      result: { in_time, last_day: '2016-08-13', last_day_rolled: '2016-08-15' },
    })
  })

  test('has three ways, each with its last day', () => {
    expect(abnormalRemedies('昆都仑区市场监督管理局', '2026-07-02')).toMatchObject({
      reconsiderationTo: '昆都仑区人民政府',
      reconsiderationBy: '2026-08-31',
      litigationBy: '2027-01-04',
      objectionBy: '2026-08-03',
    })
  })
})

describe('three years on the list', () => {
  const full = (full_on: string, cured = false) =>
    ask('abnormal.three_year', { listed_on: `${Number(full_on.slice(0, 4)) - 3}${full_on.slice(4)}`, cured })

  test('until 2021-08-31 led to the serious list', () => {
    expect(full('2021-08-31')).toMatchObject({ result: { auto_serious_list: true, serious_list_by: '2021-09-14' } })
  })

  test('until 2024-04-30 ask for a legal review instead', () => {
    for (const day of ['2021-09-01', '2024-04-30']) {
      expect(full(day)).toMatchObject({
        result: { auto_serious_list: false, route: 'legal_review', serious_list_by: null },
      })
    }
  })

  test('since then lead to neither', () => {
    expect(full('2024-05-01')).toMatchObject({
      result: { auto_serious_list: false, route: null, conflict_flag: null, notice_window_start: '2024-03-02' },
    })
  })

  test('matter no more once the ground is cured', () => {
    expect(full('2020-07-14', true)).toMatchObject({ result: { serious_list_by: null, auto_serious_list: false } })
  })
})

describe('the list of serious violations', () => {
  test('takes a ground, a heavier penalty and a bad nature together, and no proof that intent was lacking', () => {
    const met = { ground_article: 5, heavier_penalty: true, serious_nature: true }
    const listed = (given: object) => ask('serious44.must_list', { ...met, ...given })
    expect(listed({})).toMatchObject({ result: { list: true } })
    expect(listed({ no_subjective_intent_proved: true })).toMatchObject({ result: { list: false } })
    expect(listed({ serious_nature: false })).toMatchObject({ result: { list: false } })
    expect(listed({ ground_article: 4 })).toMatchObject({ result: { list: false } })
    expect(listed({ heavier_penalty: null })).toMatchObject({ member: 'heavier_penalty' })
    expect(ask('serious44.must_list', { ground_article: 11, undermines_credibility: false })).toMatchObject({
      result: { list: false },
    })
    expect(ask('serious44.must_list', { heavier_penalty: true })).toMatchObject({ member: 'ground_article' })
  })

  test('counts revocation and restriction as heavier, not criticism or an ordinary fine', () => {
    expect(['吊销许可证件', '限制从业', '责令关闭'].every(isHeavierPenalty)).toBe(true)
    expect(['通报批评', '罚款', '没收违法所得'].some(isHeavierPenalty)).toBe(false)
  })

  test('needs the consent of the authority above a county or prefecture', () => {
    expect(consentingAuthority('昆都仑区市场监督管理局', '2026-01-01')).toBe('包头市市场监督管理局')
    expect(consentingAuthority('包头市市场监督管理局', '2026-01-01')).toBe('内蒙古自治区市场监督管理局')
    expect(consentingAuthority('内蒙古自治区市场监督管理局', '2026-01-01')).toBeUndefined()
    expect(ask('serious44.approval', { deciding_level: '省级' })).toMatchObject({
      result: { needs_upper_consent: false, from: null },
    })
    expect(ask('serious44.approval', { deciding_level: '市级(包头市局)' })).toMatchObject({
      result: { needs_upper_consent: true, from: '内蒙古自治区市场监督管理局' },
    })
    expect(ask('serious44.approval', { deciding_level: '某局' })).toMatchObject({ member: 'deciding_level' })
  })

  test('lasts three years, or as long as a statutory restriction', () => {
    expect(seriousTermEnds('2024-02-29')).toBe('2027-02-28')
    expect(seriousTermEnds('2021-11-15', '2026-11-15')).toBe('2026-11-15')
    expect(seriousTermEnds('2021-11-15', '2023-11-15')).toBe('2024-11-15')
  })

  test('can be left early from the day after one year is full, with a warning on that day itself', () => {
    expect(earlyRemovalFrom('2022-03-15')).toBe('2023-03-16')
    const met = {
      listed_on: '2022-03-15',
      penalty_performed: true,
      harm_eliminated: true,
      new_heavier_penalty: false,
      restriction_unexpired: false,
    }
    const eligible = (apply_on: string) => ask('serious44.early_removal', { ...met, apply_on })
    expect(eligible('2023-03-15')).toMatchObject({
      result: { eligible: false },
      trace: [expect.stringContaining('次日')],
    })
    expect(eligible('2023-03-16')).toMatchObject({ result: { eligible: true } })
    expect(
      ask('serious44.early_removal', { ...met, restriction_unexpired: true, apply_on: '2023-03-16' }),
    ).toMatchObject({
      result: { eligible: false },
    })
  })

  test('rests on the test of article 2, the ground and the joint decision', () => {
    expect(seriousListingBasis(8, '2022-01-01').map(encodeCitation)).toEqual([
      'serious-list-rule@SAMR44:2',
      'serious-list-rule@SAMR44:8',
      'serious-list-rule@SAMR44:13',
    ])
    expect(seriousListingBasis(8, '2021-08-31')).toEqual([])
  })

  test('under Order 83 barred its legal representative for three years, the last day included', () => {
    const bar = (appointment_on: string) =>
      ask('serious83.legal_rep_bar', {
        listed_on: '2018-07-20',
        candidate_is_legal_rep_of_listed: true,
        appointment_on,
      })
    expect(bar('2018-07-19')).toMatchObject({ result: { allowed: true } })
    expect(bar('2021-07-20')).toMatchObject({ result: { allowed: false, bar_until: '2021-07-20' } })
    expect(bar('2021-07-21')).toMatchObject({ result: { allowed: true } })
  })

  test('under Order 83 was left on application for the first ground alone', () => {
    const decide = (ground: string) => ask('serious83.removal_decide', { application_received: '2020-04-28', ground })
    expect(decide('第5条第1款第1项')).toMatchObject({ result: { decide_by: '2020-05-08' } })
    expect(decide('第5条第1款第10项')).toMatchObject({ result: { decide_by: null } })
  })
})

describe('credit restoration', () => {
  test.each([
    ['轻微', '2026-05-10', '2026-05-10', '2026-08-10'],
    ['一般', '2026-11-30', '2027-03-01', '2027-11-30'],
    ['严重', '2026-02-28', '2027-03-01', '2029-02-28'],
  ] as const)('of a %s entry of %s is open from %s; it is shown until %s at most', (dishonesty, start, from, until) => {
    expect(repairableFrom(dishonesty, start)).toBe(from)
    expect(shownUntil(dishonesty, start)).toBe(until)
  })

  test('rests on the plan alone until the authority’s own rule, then on the national one too', () => {
    const basis = (start: string) => {
      const answer = ask('repair25.publicity_band', { class: '一般', start })
      return answer !== undefined && 'basis' in answer ? answer.basis.map(({ version }) => version) : []
    }
    expect(basis('2025-12-24')).toEqual(['国办发〔2025〕22号'])
    expect(basis('2025-12-25')).toEqual(['国办发〔2025〕22号', 'SAMR-2025'])
    expect(basis('2026-04-01')).toEqual(['国办发〔2025〕22号', 'SAMR-2025', 'NDRC36'])
  })
})

describe('what follows elsewhere', () => {
  test('three records must be refused in procurement, the abnormal list is not one of them', () => {
    expect(ask('procurement.exclude', { on_lists: ['经营异常名录', '失信被执行人'] })).toMatchObject({
      result: { must_refuse: true },
    })
  })

  test.each([
    ['2020-11-01', true],
    ['2020-10-31', false],
    ['2023-11-01', true],
    ['2023-11-02', false],
  ])('a suspension of %s is a major violation within three years of a bid on 2023-11-01: %s', (penalty_date, major) => {
    expect(
      ask('procurement.major_violation', { penalty: '责令停产停业', penalty_date, bid_on: '2023-11-01' }),
    ).toMatchObject({ result: { major_violation_within_3y: major } })
  })
})
