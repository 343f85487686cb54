import type { Projection, RecordedEvent } from '@mingjian/kernel'
import { describe, expect, test } from 'vitest'
import { abnormalClocks } from './abnormal-clocks.ts'
import { clocksOf } from './abnormal-days.ts'
import { objectionClocks } from './objection-clocks.ts'
import { seriousClocks } from './serious-clocks.ts'

const AUTHORITY = '昆都仑区市场监督管理局'
const uscc = '91150203YFY8UG164K'
let position = 0
const event = (type: RecordedEvent['type'], effectiveOn: string, data: object, basis: readonly string[] = []) => {
  position += 1
  return { position, type, effectiveOn, data, basis, subject: uscc, authority: AUTHORITY } as unknown as RecordedEvent
}
const folded = <D>(projection: Projection<D>, ...events: readonly RecordedEvent[]) => {
  const document = events.reduce<D | undefined>(projection.evolve, undefined)
  return { document, row: document === undefined ? {} : projection.row(document, uscc) }
}

const RULE = ['abnormal-list-rule@SAMR101:4.0.4', 'abnormal-list-rule@SAMR101:9']
const missed = event('AnnualReportMissed', '2026-07-01', {
  ...{ year: 2025, windowEnd: '2026-06-30', typeCode: '1130', authority: AUTHORITY },
})
const listed = (ground: string, year: number | null, on: string, basis = RULE) =>
  event('AbnormalOperationsListed', on, { ground, year, decision: '', reason: '', remedy: null }, basis)
const unreachable = event('EnterpriseFoundUncontactable', '2026-03-06', { verifiedOn: '2026-03-06' }, RULE)

/** The clocks of an enterprise on the list, and the columns by which they are found. */
const abnormal = (...events: readonly RecordedEvent[]) => {
  const { document, row } = folded(abnormalClocks, ...events)
  if (document === undefined) throw new Error('nothing is known of it')
  const clocks = clocksOf(document)
  const first = clocks.map(({ by }) => by).sort()[0]
  expect(row, 'found by the first of its clocks').toMatchObject({ first_by: first ?? null })
  return { document, clocks, row }
}

describe('the list of abnormal operations says who must do what by which day', () => {
  test('a ground that is a fact: list within ten working days of it', () => {
    const { clocks, row } = abnormal(missed, unreachable)
    expect(clocks).toMatchObject([
      {
        what: expect.stringContaining('（2025年度）'),
        who: AUTHORITY,
        by: '2026-07-14',
        basis: 'disclosure-regulation@777:18.1',
      },
      { what: expect.stringContaining('无法联系'), by: '2026-03-20', basis: 'abnormal-list-rule@SAMR101:4.0.4' },
    ])
    // It is done by itself on the first working day.
    expect(row).toMatchObject({ list_on: '2026-03-09', remove_on: null })
  })
  test('a cure: remove within five working days of it, and not before the listing', () => {
    const filed = event('AnnualReportSubmitted', '2026-07-03', { year: 2025, filedOn: '2026-07-03' })
    const { clocks, row } = abnormal(missed, filed, listed('annual_report_missed', 2025, '2026-07-06'))
    expect(clocks).toMatchObject([{ what: expect.stringContaining('移出'), by: '2026-07-13' }])
    expect(row).toMatchObject({ list_on: null, remove_on: '2026-07-06' })
  })
  describe('an order that was obeyed before the entry was decided is a cure of it', () => {
    const expired = event('DisclosureOrderExpired', '2026-03-17', {
      ...{ order: 1, demand: 'publish', expiredOn: '2026-03-16' },
    })
    const obeyed = event('DisclosureOrderPerformed', '2026-03-17', {
      ...{ order: 1, demand: 'publish', performedOn: '2026-03-17', late: true },
    })
    const entry = (remedy: object | null) =>
      event('AbnormalOperationsListed', '2026-03-18', {
        ...{ ground: 'order_not_followed', year: null, decision: '', reason: '', remedy },
      })
    test('it is removed on the first working day', () => {
      const { clocks, row } = abnormal(expired, obeyed, entry({}))
      expect(clocks).toMatchObject([{ what: expect.stringContaining('移出'), by: '2026-03-25' }])
      expect(row).toMatchObject({ remove_on: '2026-03-18' })
    })
    test('an entry taken over rests on an order of another system: an officer judges', () => {
      expect(abnormal(expired, obeyed, entry(null)).row).toMatchObject({ remove_on: null })
    })
  })
  test('three years: an enterprise is reminded sixty days before, a sole trader is not', () => {
    const entry = abnormal(listed('uncontactable', null, '2024-03-05'))
    expect(entry.clocks).toMatchObject([{ what: expect.stringContaining('将满三年'), by: '2027-03-05' }])
    expect(entry.row).toMatchObject({ remind_on: '2027-01-04', three_years_on: '2027-03-06' })
    const trader = listed('uncontactable', null, '2024-03-05', ['sole-trader-report-rule@SAIC69:15'])
    expect(abnormal(trader).row).toMatchObject({ remind_on: null, three_years_on: null })
  })
  test('a second finding while the entry stands starts no new clock; the end of the enterprise ends them', () => {
    const entry = listed('uncontactable', null, '2026-03-09')
    expect(abnormal(unreachable, entry, unreachable).document.grounds).toEqual([])
    expect(abnormal(missed, event('LicenceRevoked', '2026-07-01', {})).document.grounds).toEqual([])
  })
})

test('an objection waits five working days to be accepted, twenty to be answered, then no more', () => {
  const filed = event('AbnormalObjectionFiled', '2026-07-10', { objection: 1, acceptBy: '2026-07-17' }, RULE)
  const accepted = event('AbnormalObjectionAccepted', '2026-07-15', { objection: 1, verifyBy: '2026-08-12' }, RULE)
  const upheld = event('AbnormalObjectionUpheld', '2026-07-20', { objection: 1 }, RULE)
  const by = (...events: readonly RecordedEvent[]) =>
    folded(objectionClocks, ...events).document?.clocks.map((clock) => clock.by)
  expect(by(filed)).toEqual(['2026-07-17'])
  expect(by(filed, accepted)).toEqual(['2026-08-12'])
  expect(by(filed, accepted, upheld)).toEqual([])
})

describe('the list of serious violations', () => {
  const entered = (matter: string, article: string, termEnds: string) =>
    event('SeriousViolationListed', '2024-03-20', { matter, article, termEnds, authority: AUTHORITY })
  const ended = event('AbnormalOperationsDelisted', '2026-05-08', { ground: 'uncontactable', years: [] })
  test('ends an entry on the day after its term', () => {
    expect(folded(seriousClocks, entered('案1', '5', '2027-03-20')).row).toMatchObject({ term_on: '2027-03-21' })
  })
  test('follows the other list only where it came from it', () => {
    const follow = (matter: string, article: string) =>
      folded(seriousClocks, entered(matter, article, '2027-03-20'), ended).row.follow_on
    expect(follow('uncontactable//2016-05-06', '5.1.1')).toBe('2026-05-08')
    expect(follow('uncontactable//2016-05-06', '5')).toBeNull()
    expect(follow('false_information//2016-05-06', '5.1.1')).toBeNull()
    expect(folded(seriousClocks, ended).document).toBeUndefined()
  })
  test('waits for the party after the notice, for the authority after an application', () => {
    const told = event('SeriousListingNotified', '2026-03-04', { matter: '案1', statementBy: '2026-03-11' })
    const asked = event('SeriousEarlyRemovalApplied', '2026-03-23', { matter: '案1', acceptBy: '2026-03-25' })
    const clocks = (...events: readonly RecordedEvent[]) => folded(seriousClocks, ...events).document?.clocks
    expect(clocks(told)).toMatchObject([{ who: '当事人', by: '2026-03-11' }])
    expect(clocks(entered('案1', '5', '2027-03-20'), asked)).toMatchObject([{ who: AUTHORITY, by: '2026-03-25' }])
  })
})
