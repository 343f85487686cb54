import type { PastEvent } from '@mingjian/kernel'
import { established, given } from '@mingjian/kernel/given'
import { describe, expect, test } from 'vitest'
import { abnormalOperations } from './decider.ts'

const uscc = '91150203YFY8UG164K'
const AUTHORITY = '昆都仑区市场监督管理局'
const past = (type: PastEvent['type'], effectiveOn: string, data: object): PastEvent =>
  ({ type, effectiveOn, data, basis: [] }) as unknown as PastEvent

const ended = past('EnterpriseDeregistered', '2026-01-05', { procedure: 'ordinary', reason: null })
const missed = (year: number) =>
  past('AnnualReportMissed', `${year + 1}-07-01`, {
    year,
    windowEnd: `${year + 1}-06-30`,
    typeCode: '1130',
    authority: AUTHORITY,
  })
const filed = (year: number, filedOn: string) =>
  past('AnnualReportSubmitted', filedOn, { year, filedOn, late: true, report: {} })
const expired = (order: number) =>
  past('DisclosureOrderExpired', '2026-03-17', { order, demand: 'publish', expiredOn: '2026-03-16' })
const performed = (order: number) =>
  past('DisclosureOrderPerformed', '2026-04-02', { order, demand: 'publish', performedOn: '2026-04-02', late: true })
const falseFound = past('FalseInformationFound', '2026-03-05', { verifiedOn: '2026-03-05' })
const unreachable = past('EnterpriseFoundUncontactable', '2026-03-05', { verifiedOn: '2026-03-05' })

const listFor = (year: number, on = `${year + 1}-07-01`) =>
  ({ type: 'ListAbnormalOperations', data: { uscc, ground: 'annual_report_missed', year, on } }) as const
const list = (ground: 'order_not_followed' | 'false_information' | 'uncontactable', on: string) =>
  ({ type: 'ListAbnormalOperations', data: { uscc, ground, year: null, on } }) as const
const delist = (years?: number[]) =>
  ({
    type: 'DelistAbnormalOperations',
    data: {
      uscc,
      ground: 'annual_report_missed',
      on: '2026-09-01',
      reason: '补报',
      ...(years === undefined ? {} : { years }),
    },
  }) as const
const remove = (ground: 'order_not_followed' | 'false_information' | 'uncontactable', on: string) =>
  ({ type: 'DelistAbnormalOperations', data: { uscc, ground, on, reason: '已消除' } }) as const
const verify = (
  ground: 'false_information' | 'uncontactable',
  cure: 'information_corrected' | 'address_changed' | 'contact_restored',
  on = '2026-04-01',
) => ({ type: 'VerifyAbnormalCure', data: { uscc, ground, cure, on } }) as const
const rescind = (year: number) =>
  ({
    type: 'RescindAbnormalListing',
    data: {
      uscc,
      ground: 'annual_report_missed',
      year,
      listedOn: `${year + 1}-07-01`,
      on: '2026-09-02',
      reason: '报告已经按期公示',
    },
  }) as const
const end = { type: 'RecordSubjectEnd', data: { uscc, on: '2026-10-09', reason: '已办理注销登记' } } as const

const YEARS = [2020, 2021, 2022, 2023, 2024, 2025]
const living = given(abnormalOperations, { facts: [established(), ...YEARS.map(missed)] })
/** The same, asked by what acts by itself. */
const bySweep = given(abnormalOperations, {
  facts: [established(), ...YEARS.map(missed)],
  actor: 'deadline:list-abnormal-operations',
})
const withFacts = (...facts: readonly PastEvent[]) => given(abnormalOperations, { facts: [established(), ...facts] })

describe('a missed annual report', () => {
  test('lists the enterprise once for a year', () => {
    expect(living.when(listFor(2024)).types).toEqual(['AbnormalOperationsListed'])
    expect(living.when(listFor(2024)).when(listFor(2024)).outcome).toEqual([])
    expect(living.when(listFor(2024)).when(listFor(2025)).types).toEqual(['AbnormalOperationsListed'])
  })
  test('marks a sole trader instead, and lists a cooperative', () => {
    const as = (typeCode: string) => given(abnormalOperations, { facts: [established({ typeCode }), missed(2024)] })
    expect(as('9500').when(listFor(2024)).types).toEqual(['AbnormalStateMarked'])
    expect(as('9100').when(listFor(2024)).types).toEqual(['AbnormalOperationsListed'])
    expect(as('9500').when(listFor(2024)).events[0]?.basis).toEqual(['sole-trader-report-rule@SAMR101:13'])
    expect(as('9100').when(listFor(2024)).events[0]?.basis).toEqual(['cooperative-report-rule@SAMR101:10'])
  })
  test('is decided with the wording of the day, its number and the last days of its remedies', () => {
    const [old] = living.when(listFor(2022)).events
    const [now] = living.when(listFor(2024)).events
    expect(old?.basis).toContain('disclosure-regulation@654:17.1.1')
    expect(now?.basis).toContain('disclosure-regulation@777:18.1')
    expect(now?.numbered).toEqual({ name: '昆都仑区市监异列', year: 2025 })
    expect(now).toMatchObject({
      data: {
        remedy: { reconsiderationTo: '昆都仑区人民政府', reconsiderationBy: '2025-09-01', objectionBy: '2025-07-31' },
      },
    })
  })
  test('is listed within ten working days after the window (第六条), not later and not in the future', () => {
    expect(living.when(listFor(2024, '2025-07-14')).types).toEqual(['AbnormalOperationsListed'])
    expect(living.when(listFor(2024, '2025-07-15')).refusal).toBe('listing-too-late')
    const before = given(abnormalOperations, { facts: [established(), missed(2024)], today: '2025-06-30' })
    expect(before.when(listFor(2024)).refusal).toBe('decision-in-the-future')
  })
  test('lists nobody who is gone or unknown', () => {
    expect(withFacts(ended, missed(2025)).when(listFor(2025)).refusal).toBe('not-living')
    expect(given(abnormalOperations).when(listFor(2025)).refusal).toBe('unknown-enterprise')
  })
})

describe('no ground, no listing', () => {
  test('a report that was not missed, an order that has not expired, nothing verified', () => {
    expect(withFacts().when(listFor(2024)).refusal).toBe('no-ground')
    for (const ground of ['order_not_followed', 'false_information', 'uncontactable'] as const)
      expect(withFacts(missed(2024)).when(list(ground, '2026-03-10')).refusal).toBe('no-ground')
  })
  test('an order that was not obeyed lists within ten working days of its term (第七条)', () => {
    const listed = withFacts(expired(1)).when(list('order_not_followed', '2026-03-17'))
    expect(listed.events[0]?.basis).toEqual([
      'disclosure-regulation@777:18.1',
      'abnormal-list-rule@SAMR101:4.0.2',
      'abnormal-list-rule@SAMR101:7',
    ])
    expect(withFacts(expired(1)).when(list('order_not_followed', '2026-03-31')).refusal).toBe('listing-too-late')
  })
  test('what was verified lists from that day on, within ten working days (第八条、第九条)', () => {
    expect(withFacts(falseFound).when(list('false_information', '2026-03-04')).refusal).toBe('before-the-ground')
    expect(withFacts(falseFound).when(list('false_information', '2026-03-19')).types).toHaveLength(1)
    expect(withFacts(unreachable).when(list('uncontactable', '2026-03-20')).refusal).toBe('listing-too-late')
  })
  test('one finding leads to one entry, a new finding to another', () => {
    const listed = withFacts(unreachable).when(list('uncontactable', '2026-03-06'))
    const removed = listed
      .when(verify('uncontactable', 'contact_restored', '2026-03-09'))
      .when(remove('uncontactable', '2026-03-09'))
    expect(removed.types).toEqual(['AbnormalOperationsDelisted'])
    expect(removed.when(list('uncontactable', '2026-03-10')).refusal).toBe('decided-otherwise')
  })
})

describe('removal', () => {
  const all = given(abnormalOperations, {
    facts: [established(), ...YEARS.map(missed), filed(2023, '2026-08-03'), filed(2024, '2026-08-31')],
  })
  test('ends the year whose report was filed, and leaves the others', () => {
    const both = all.when(listFor(2023)).when(listFor(2024))
    expect(both.when(delist([2024])).events).toMatchObject([{ data: { years: [2024] } }])
    expect(both.when(delist([2024])).when(delist()).events).toMatchObject([{ data: { years: [2023] } }])
  })
  test('needs the cure: the year filed, and not before it was', () => {
    expect(living.when(listFor(2024)).when(delist([2024])).refusal).toBe('not-cured')
    expect(all.when(listFor(2024)).when(listFor(2025)).when(delist()).refusal).toBe('not-cured')
    const early = { ...delist([2024]), data: { ...delist([2024]).data, on: '2026-08-28' } }
    expect(all.when(listFor(2024)).when(early).refusal).toBe('not-cured')
  })
  test('of an order needs every order obeyed (第十二条)', () => {
    const listed = (...facts: readonly PastEvent[]) =>
      withFacts(expired(1), expired(2), ...facts).when(list('order_not_followed', '2026-03-18'))
    expect(listed(performed(1)).when(remove('order_not_followed', '2026-04-03')).refusal).toBe('not-cured')
    const done = listed(performed(1), performed(2))
    expect(done.when(remove('order_not_followed', '2026-04-03')).types).toEqual(['AbnormalOperationsDelisted'])
  })
  test('of false information needs the correction verified (第十三条), of a lost address the address or contact (第十四条)', () => {
    const untrue = withFacts(falseFound).when(list('false_information', '2026-03-06'))
    expect(untrue.when(remove('false_information', '2026-04-01')).refusal).toBe('not-cured')
    expect(untrue.when(verify('false_information', 'contact_restored')).refusal).toBe('no-cure')
    const corrected = untrue.when(verify('false_information', 'information_corrected'))
    expect(corrected.events).toMatchObject([{ data: { removeBy: '2026-04-09' } }])
    expect(corrected.when(remove('false_information', '2026-04-02')).types).toEqual(['AbnormalOperationsDelisted'])

    const lost = withFacts(unreachable).when(list('uncontactable', '2026-03-06'))
    const moved = lost.when({ type: 'RecordAddressChange', data: { uscc, on: '2026-05-06' } })
    expect(moved.events).toMatchObject([{ type: 'AbnormalCureVerified', data: { cure: 'address_changed' } }])
    expect(moved.when(remove('uncontactable', '2026-05-07')).types).toEqual(['AbnormalOperationsDelisted'])
    expect(lost.when({ type: 'RecordAddressChange', data: { uscc, on: '2026-03-05' } }).types).toEqual([])
  })
  test('of what is not listed does nothing; a year that was removed is not listed again', () => {
    expect(all.when(delist()).outcome).toEqual([])
    expect(
      all
        .when(listFor(2024))
        .when(delist([2024]))
        .when(listFor(2024)).outcome,
    ).toEqual([])
  })
  test('of everything comes with the end of the enterprise', () => {
    const both = withFacts(missed(2024), unreachable).when(listFor(2024)).when(list('uncontactable', '2026-03-06'))
    expect(both.when(end).types).toEqual(['AbnormalOperationsDelisted', 'AbnormalOperationsDelisted'])
  })
})

describe('an order that was obeyed before it led to the list', () => {
  test('is a cure of the entry: it can be removed on the day on which it was listed', () => {
    const listed = withFacts(expired(1), performed(1)).when(list('order_not_followed', '2026-03-20'))
    expect(listed.when(remove('order_not_followed', '2026-04-01')).refusal).toBe('not-cured')
    expect(listed.when(remove('order_not_followed', '2026-04-02')).types).toEqual(['AbnormalOperationsDelisted'])
  })
})

describe('what has been decided', () => {
  const all = given(abnormalOperations, { facts: [established(), missed(2024), filed(2024, '2026-08-31'), falseFound] })
  const on = (day: string, reason = '补报') =>
    ({ ...delist([2024]), data: { ...delist([2024]).data, on: day, reason } }) as const
  test('is so already when the same is asked again, and is not decided otherwise by staff', () => {
    const listed = all.when(listFor(2024))
    expect(listed.when(listFor(2024)).outcome).toEqual([])
    expect(listed.when(listFor(2024, '2025-07-02')).refusal).toBe('decided-otherwise')
    const removed = listed.when(on('2026-09-01'))
    expect(removed.when(on('2026-09-01')).outcome).toEqual([])
    expect(removed.when(on('2026-09-02')).refusal).toBe('decided-otherwise')
    expect(removed.when(on('2026-09-01', '申请')).refusal).toBe('decided-otherwise')
    expect(removed.when(rescind(2024)).refusal).toBe('decided-otherwise')
  })
  test('as an error, or as a cure, neither', () => {
    const rescinded = living.when(listFor(2024)).when(rescind(2024))
    const other = { ...rescind(2024), data: { ...rescind(2024).data, reason: '重复列入' } } as const
    expect(rescinded.when(other).refusal).toBe('decided-otherwise')
    const untrue = all.when(list('false_information', '2026-03-06'))
    const corrected = untrue.when(verify('false_information', 'information_corrected'))
    expect(corrected.when(verify('false_information', 'information_corrected')).outcome).toEqual([])
    const later = verify('false_information', 'information_corrected', '2026-04-07')
    expect(corrected.when(later).refusal).toBe('decided-otherwise')
  })
  test('is so already for what a sweep asks, on whichever day', () => {
    expect(bySweep.when(listFor(2024)).when(listFor(2024, '2025-07-02')).outcome).toEqual([])
  })
})

describe('rescission 撤销列入', () => {
  test('puts an error right: an act of its own, not a removal, without any cure; the entry is shown no more', () => {
    const rescinded = living.when(listFor(2024)).when(rescind(2024))
    expect(rescinded.events).toMatchObject([
      { type: 'PublicRecordRecalled', data: { type: 'AbnormalOperationsListed', positions: [1] } },
      {
        type: 'AbnormalListingRescinded',
        basis: ['abnormal-list-rule@SAMR101:16'],
        numbered: { name: '昆都仑区市监异撤', year: 2026 },
      },
    ])
    expect(rescinded.when(rescind(2024)).outcome).toEqual([])
    expect(rescinded.when(listFor(2024)).outcome).toEqual([])
  })
  test('of an entry that does not exist is refused', () => {
    expect(living.when(rescind(2024)).refusal).toBe('not-listed')
  })
})

describe('three years on the list', () => {
  const entry = (year: number, on: string) =>
    ({ uscc, ground: 'annual_report_missed', year, listedOn: `${year + 1}-07-01`, on }) as const
  const remind = (year: number, on: string) => ({ type: 'RecordListingReminder', data: entry(year, on) }) as const
  const full = (year: number, on: string) => ({ type: 'RecordThreeYears', data: entry(year, on) }) as const

  test('are announced within the sixty days before, once', () => {
    const listed = living.when(listFor(2020))
    expect(listed.when(remind(2020, '2024-05-01')).types).toEqual([])
    const reminded = listed.when(remind(2020, '2024-05-06'))
    expect(reminded.events).toMatchObject([{ data: { fullOn: '2024-07-01' } }])
    expect(reminded.when(remind(2020, '2024-05-07')).types).toEqual([])
  })
  test.each([
    [2016, 'serious-list', 'serious-list-rule@SAIC83:5.1.1'],
    [2020, 'none', 'disclosure-regulation@777:18'],
    [2019, 'legal-review', 'disclosure-regulation@654:17.2'],
  ])('full for the report year %i have this route: %s', (year, route, provision) => {
    const listed = given(abnormalOperations, { facts: [established(), missed(year)] }).when(
      year === 2016 ? listFor(2016, '2017-07-03') : listFor(year),
    )
    const command = full(year, `${year + 4}-07-04`)
    const entered = year === 2016 ? { ...command, data: { ...command.data, listedOn: '2017-07-03' } } : command
    const reached = listed.when(entered)
    expect(reached.events).toMatchObject([{ type: 'AbnormalListingReachedThreeYears', data: { route } }])
    expect(reached.events[0]?.basis).toContain(provision)
    expect(reached.when(entered).types).toEqual([])
  })
})

test('two years running unreported and not to be reached: a lead for revocation since 2024-05-01, once', () => {
  const both = withFacts(missed(2023), missed(2024), missed(2025), unreachable).when(listFor(2023)).when(listFor(2024))
  expect(both.types).toEqual(['AbnormalOperationsListed'])
  const lead = both.when(list('uncontactable', '2026-03-06'))
  expect(lead.events).toMatchObject([
    { type: 'AbnormalOperationsListed' },
    { type: 'RevocationConditionsMet', data: { years: [2023, 2024] }, basis: ['disclosure-regulation@777:18.1'] },
  ])
  expect(lead.when(listFor(2025)).types).toEqual(['AbnormalOperationsListed'])
})

describe('a history taken over from another system', () => {
  const history = (removedOn: string | null, rescinded = false) =>
    ({
      type: 'RecordAbnormalHistory',
      data: {
        uscc,
        ground: 'annual_report_missed',
        year: 2023,
        on: '2024-07-05',
        reason: '',
        removedOn,
        removalReason: null,
        rescinded,
      },
    }) as const
  const lost = (on: string, removedOn: string | null) =>
    ({
      type: 'RecordAbnormalHistory',
      data: { ...history(removedOn).data, ground: 'uncontactable', year: null, on },
    }) as const
  test('keeps its entries and removals, without numbers of ours', () => {
    expect(living.when(history('2024-09-02')).types).toEqual(['AbnormalOperationsListed', 'AbnormalOperationsDelisted'])
    expect(living.when(history(null)).events[0]?.numbered).toBeUndefined()
  })
  test('tells a rescission from a removal', () => {
    expect(living.when(history('2024-09-02', true)).types).toEqual([
      'AbnormalOperationsListed',
      'AbnormalListingRescinded',
    ])
  })
  test('ends the entry that it names, in whatever order its rows come', () => {
    const now = living.when(lost('2025-05-06', null)).when(lost('2023-05-04', '2024-02-01'))
    expect(now.when(end).types).toEqual(['AbnormalOperationsDelisted'])
    expect(now.when(verify('uncontactable', 'contact_restored')).types).toEqual(['AbnormalCureVerified'])
  })
  test('takes a row that began and ended on the day on which the entry ended for that entry', () => {
    const ended = living.when(lost('2025-01-02', null)).when(lost('2025-01-03', '2025-01-03'))
    expect(ended.types).toEqual(['AbnormalOperationsDelisted'])
    expect(ended.when(lost('2025-01-03', '2025-01-03')).types).toEqual([])
  })
  test('keeps our own sweep from listing the year again', () => {
    expect(bySweep.when(history('2024-09-02')).when(listFor(2023)).outcome).toEqual([])
  })
  test('lists no year again that our own sweep has listed, but tells of its removal', () => {
    expect(living.when(listFor(2023)).when(history(null)).types).toEqual([])
    expect(living.when(listFor(2023)).when(history('2024-09-02')).types).toEqual(['AbnormalOperationsDelisted'])
  })
  test('lists nobody twice for a ground that is in force, on whichever day it says that it began', () => {
    const unreachable = (on: string) =>
      ({ ...history(null), data: { ...history(null).data, ground: 'uncontactable', year: null, on } }) as const
    expect(living.when(unreachable('2024-07-05')).when(unreachable('2024-07-08')).outcome).toEqual([])
  })
  test('that tells of a removal later adds the removal alone', () => {
    expect(living.when(history(null)).when(history('2024-09-02')).types).toEqual(['AbnormalOperationsDelisted'])
  })
})
