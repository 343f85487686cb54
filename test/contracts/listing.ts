import {
  anyDecider,
  type Command,
  type Deadline,
  type Decided,
  type Decider,
  type Facts,
  nextClock,
  type PastEvent,
  type Projection,
  type Reaction,
  type Request,
  refusal,
} from '@mingjian/kernel'

// A small domain of its own for these contracts: years for which a subject is listed, each decision with its number.

type ListYear = Command<'ListYear', { readonly subject: string; readonly year: number }>
type DelistAll = Command<'DelistAll', { readonly subject: string }>
type ListingCommand = ListYear | DelistAll

const SETTINGS = 'platform/first-year'

const firstYear: Facts<ListingCommand, number> = {
  streams: () => [SETTINGS],
  initial: 2000,
  evolve: (year, event) => (event.type === 'AnnualReportRecordsBegan' ? event.data.year : year),
}

const evolve = (years: readonly number[], event: PastEvent): readonly number[] => {
  if (event.type === 'AbnormalOperationsListed') return [...years, event.data.year ?? 0]
  if (event.type === 'AbnormalOperationsDelisted') return []
  return years
}

export const beforeRecords = refusal('before-records', { zh: '没有{year}年的记录', en: 'no records of {year}' })
export const notListed = refusal('not-listed', { zh: '{subject}未列入', en: '{subject} is not listed' })

const decide = (
  { type, data }: ListingCommand,
  years: readonly number[],
  { facts, today }: { facts: number; today: string },
): Decided => {
  const act = { effectiveOn: today, basis: ['measures@2025-04-01:第四条'] }
  const ground = 'annual_report_missed' as const
  if (type === 'ListYear') {
    if (data.year < facts) return beforeRecords({ year: data.year }, 'measures@2025-04-01:第三条')
    if (years.includes(data.year)) return []
    const numbered = { name: '昆都仑区市监异列', year: 2026 }
    const listed = { ground, year: data.year, decision: '', reason: '未公示年度报告', remedy: null }
    return [{ ...act, type: 'AbnormalOperationsListed', data: listed, numbered }]
  }
  if (years.length === 0) return notListed({ subject: data.subject })
  const numbered = { name: '昆都仑区市监异移', year: 2026 }
  const delisted = { ground, years: [...years], decision: '', reason: '已补报' }
  return [{ ...act, type: 'AbnormalOperationsDelisted', data: delisted, numbered }]
}

const listing: Decider<ListingCommand, readonly number[], number> = {
  aggregate: 'listing',
  acts: { ListYear: { data: {}, by: 'staff' }, DelistAll: { data: {}, by: 'staff' } },
  subject: ({ data }) => data.subject,
  initial: [],
  evolve,
  facts: firstYear,
  decide,
}

type BeginRecords = Command<'BeginRecords', { readonly year: number }>
const settings: Decider<BeginRecords, undefined> = {
  aggregate: 'first-year',
  acts: { BeginRecords: { data: {}, by: 'staff' } },
  subject: () => 'platform',
  initial: undefined,
  evolve: () => undefined,
  facts: { streams: () => [], initial: undefined, evolve: () => undefined },
  decide: ({ data }, _, { today }) => [
    { type: 'AnnualReportRecordsBegan', data: { year: data.year }, effectiveOn: today, basis: [] },
  ],
}

export const deciders = [anyDecider(listing), anyDecider(settings)]

const asked = (command: Command, commandId?: string): Request => ({
  command,
  actor: 'staff:1',
  authority: '150203',
  ...(commandId === undefined ? {} : { commandId }),
})
export const listYear = (subject: string, year: number, commandId?: string): Request =>
  asked({ type: 'ListYear', data: { subject, year } }, commandId)
export const delistAll = (subject: string, commandId?: string): Request =>
  asked({ type: 'DelistAll', data: { subject } }, commandId)
export const beginRecords = (year: number): Request => asked({ type: 'BeginRecords', data: { year } })

/** A subject's standing. `listings` counts every listing ever folded, so that nothing is folded twice unseen. */
export interface Standing {
  readonly years: readonly number[]
  readonly listings: number
  readonly decisions: readonly string[]
  readonly dueOn: string | null
}

/** Subjects whose events can't be folded, or whose row can't be stored: cured by taking them out. */
export const ailing = { fold: new Set<string>(), row: new Set<string>(), cell: new Set<string>() }

export const standing = (name: string, version = 1): Projection<Standing> => ({
  name,
  version,
  events: ['AbnormalOperationsListed', 'AbnormalOperationsDelisted'],
  evolve: (before, event) => {
    if (ailing.fold.has(event.subject)) throw new Error(`${event.subject} is ailing`)
    const { listings, years, decisions } = before ?? { listings: 0, years: [], decisions: [] }
    if (event.type === 'AbnormalOperationsListed') {
      const year = event.data.year ?? 0
      return {
        years: [...years, year],
        listings: listings + 1,
        decisions: [...decisions, event.data.decision],
        dueOn: `${year + 2}-07-01`,
      }
    }
    if (event.type === 'AbnormalOperationsDelisted')
      return { years: [], listings, decisions: [...decisions, event.data.decision], dueOn: null }
    return before
  },
  columns: {
    listings: 'int not null',
    years: 'text[]',
    latest: 'text collate "C"',
    due_on: 'date',
    ...(version > 1 ? { version: 'int' } : {}),
  },
  row: ({ years, listings, dueOn }, key) => {
    if (ailing.row.has(key)) throw new Error(`${key} has no row`)
    return {
      listings,
      years: years.map(String),
      latest: ailing.cell.has(key) ? '\0' : (years.at(-1)?.toString() ?? null),
      due_on: dueOn,
      version,
    }
  },
  indexes: ['(latest, key)', 'using gin (years)', '(due_on)'],
})

/** An enterprise that was listed for 2020 is listed for 2021 too. */
export const followUp: Reaction = {
  name: 'follow-up',
  events: ['AbnormalOperationsListed'],
  react: (event) =>
    event.type === 'AbnormalOperationsListed' && event.data.year === 2020
      ? [
          { type: 'ListYear', data: { subject: event.subject, year: 2021 } },
          { type: 'ListYear', data: { subject: event.subject, year: 1990 } },
        ]
      : [],
}

/** On the day that is two years after a year's end, an enterprise that is still listed is delisted. */
export const expiry = (readModel: Projection<Standing>): Deadline<Standing> => ({
  name: 'expiry',
  readModel,
  next: nextClock(readModel, 'due_on', ({ dueOn }) => dueOn ?? undefined),
  due: (day) => ({
    where: [{ column: 'due_on', is: '=', value: day }],
    acts: (_, subject) => [{ command: { type: 'DelistAll', data: { subject } }, authority: '150203' }],
  }),
})
