import { type CivilDate, normaliseUscc, type Uscc } from '@mingjian/codes'
import type { Page, PageOf } from '@mingjian/http'
import { cursorOf, placeOf } from '@mingjian/http'
import type { Attachments, Clock, EventLog, Filter, ReadModels, Stored } from '@mingjian/kernel'
import type { Setting, SettingSource } from '@mingjian/law'
import { type InspectionQueries, inspectionQueries } from './inspection-queries.ts'
import { type LegalSetting, lawFor, legalSettings } from './legal-settings.ts'
import { type ListLine, listLines } from './list-lines.ts'
import { documentAt, type Moment } from './moment.ts'
import { type CreditList, creditList } from './projections/credit-list.ts'
import { type Draw, draw } from './projections/draw.ts'
import { type Enterprise, enterprise } from './projections/enterprise.ts'
import { type EnterpriseRecord, enterpriseRecord } from './projections/enterprise-record.ts'
import { type Listing, type ListKind, listingsInForce } from './projections/list-entries.ts'
import type { EnterpriseCounts, EnterpriseFilters, EnterpriseHit, EnterpriseSearch } from './search/port.ts'
import { countAll, type Statistics } from './statistics.ts'

export interface FoundEnterprise extends Enterprise {
  /** What of the query it matches; absent when nothing was searched for. */
  readonly match?: Pick<EnterpriseHit, 'why' | 'name' | 'ranges'>
}

/** One ground for which an enterprise is on a list. */
export interface ListedEnterprise extends Listing {
  readonly uscc: Uscc
  readonly name: string
}

export type ListName = 'abnormal' | 'serious'

/** Everything that the public may ask. Codes are taken as people write them; `undefined` means that there is no such thing. */
export interface PublicQueries extends InspectionQueries {
  enterprise(uscc: string, moment?: Moment): Promise<Enterprise | undefined>
  /** The same, today's, as the JSON that answers carry. */
  enterpriseText(uscc: string): Promise<{ readonly position: number; readonly json: string } | undefined>
  /** Without the penalties whose publicity has ended by today (行政处罚信息公示规定). */
  record(uscc: string): Promise<EnterpriseRecord | undefined>
  search(
    query: PageOf & { readonly q?: string | undefined; readonly filters?: EnterpriseFilters },
  ): Promise<Page<FoundEnterprise> | 'unknown-cursor'>
  /** How many a search would find, and by what the filters go. */
  counts(query: { readonly q?: string | undefined; readonly filters?: EnterpriseFilters }): Promise<EnterpriseCounts>
  /** Who is on a list today, by code; the abnormal list carries the marks of sole traders too. */
  list(name: ListName, page: PageOf): Promise<Page<ListedEnterprise> | 'unknown-cursor'>
  /** Every line of a list as it stood at the end of a day (today's without one), by code. Constant memory. */
  lists(
    name: ListName,
    options?: { readonly asOf?: CivilDate | undefined; readonly history?: boolean },
  ): AsyncIterable<ListLine>
  /** Newest first. */
  draws(page: PageOf): Promise<Page<Draw> | 'unknown-cursor'>
  draw(id: string): Promise<Draw | undefined>
  /** The public proof file of a draw that has been conducted, with its place in the public log as soon as it has one. */
  proof(id: string): Promise<PublishedProof | undefined>
  /** What the law leaves to an authority, as it is in force for one: for that of this platform, unless another is named. */
  settings(authority?: string): Promise<{ readonly authority: string; readonly items: readonly LegalSetting[] }>
  /** The law with the settings in force for the authority of this platform. */
  law(): Promise<SettingSource>
  /** At most some seconds old. */
  statistics(): Promise<Statistics>
}

export interface PublishedProof {
  /** Of the file without its place in the public log: what the log names. */
  readonly sha256: string
  readonly bytes: Uint8Array
}

export interface PublicQueryPorts {
  readonly reads: ReadModels
  readonly log: Pick<EventLog, 'readSubject'>
  readonly search: EnterpriseSearch
  readonly attachments: Attachments
  readonly clock: Clock
  /** A proof file with its place in the public log; undefined while it has none. */
  readonly withPlace: (planId: string, file: Uint8Array, sha256: string) => Promise<Uint8Array | undefined>
  /** What authorities may set, as the platform ships it, and for whom this platform runs. */
  readonly law: { readonly settings: readonly Setting<unknown>[]; readonly authority: string }
}

const STATISTICS_MS = 10_000
const STREAM_PAGE = 1000
/** Who is on a list now; the earliest day there is stands before all entries. */
const LISTED: Readonly<Record<ListName, Filter>> = {
  abnormal: { column: 'first_listed_on', is: '>=', value: '1000-01-01' },
  serious: { column: 'serious', is: '=', value: true },
}
/** The list of abnormal operations carries the marks of sole traders too. */
const isOn = (name: ListName, list: ListKind): boolean => (list === 'serious') === (name === 'serious')

export const publicQueries = ({
  reads,
  log,
  search,
  attachments,
  clock,
  law,
  withPlace,
}: PublicQueryPorts): PublicQueries => {
  const enterpriseNow = async (uscc: string): Promise<Enterprise | undefined> =>
    (await reads.get(enterprise, normaliseUscc(uscc)))?.document

  const listedFrom = async (
    on: ListName,
    { key, document }: Stored<CreditList>,
  ): Promise<readonly ListedEnterprise[]> => {
    const name = (await enterpriseNow(key))?.name ?? ''
    return listingsInForce(document.entries)
      .filter(({ list }) => isOn(on, list))
      .map((listing) => ({ uscc: key, name, ...listing }))
  }

  const drawOf = async (id: string): Promise<Draw | undefined> => (await reads.get(draw, id))?.document

  const lawInForce = () => lawFor(reads, law.authority)

  let counted: { readonly at: number; readonly statistics: Promise<Statistics> } | undefined
  const statistics = (): Promise<Statistics> => {
    const now = Date.parse(clock.now())
    if (counted === undefined || now - counted.at > STATISTICS_MS) {
      const fresh = { at: now, statistics: countAll(reads, lawInForce, clock.today()) }
      counted = fresh
      // What failed is asked again by the next caller.
      fresh.statistics.catch(() => {
        if (counted === fresh) counted = undefined
      })
    }
    return counted.statistics
  }

  return {
    ...inspectionQueries(reads),
    enterprise: async (uscc, moment = {}) => {
      if (moment.asOf === undefined && moment.knownAt === undefined) return enterpriseNow(uscc)
      const events = await log.readSubject(normaliseUscc(uscc))
      // What was recalled since is not shown of any day.
      const recalled = new Set(
        events.flatMap((event) => (event.type === 'PublicRecordRecalled' ? event.data.positions : [])),
      )
      return documentAt(
        enterprise,
        events.filter(({ position }) => !recalled.has(position)),
        moment,
      )
    },
    enterpriseText: (uscc) => reads.text(enterprise.name, normaliseUscc(uscc)),
    record: async (uscc) => {
      const stored = await reads.get(enterpriseRecord, normaliseUscc(uscc))
      return stored && withoutEnded(stored.document, clock.today())
    },
    search: async ({ q, filters, limit, cursor }) => {
      const page = await search.find({
        ...(q === undefined ? {} : { q }),
        ...(filters === undefined ? {} : { filters }),
        limit,
        ...(cursor === undefined ? {} : { cursor }),
      })
      if (page === 'unknown-cursor') return page
      const items = await Promise.all(page.hits.map((hit) => found(hit, enterpriseNow)))
      return {
        items: items.filter((item) => item !== undefined),
        ...(page.next === undefined ? {} : { next: page.next }),
      }
    },
    counts: ({ q, filters }) =>
      search.count({ ...(q === undefined ? {} : { q }), ...(filters === undefined ? {} : { filters }) }),
    list: async (name, { limit, cursor }) => {
      // A subject's grounds may straddle two pages: the cursor says how many of its entries were shown.
      const place = cursor === undefined ? (['', 0] as const) : placeOf(cursor, ['string', 'number'])
      if (place === undefined) return 'unknown-cursor'
      const [from, shown] = place
      const stored = await reads.find(creditList, {
        where: [LISTED[name], { column: 'key', is: '>=', value: from }],
        limit: limit + 1,
      })
      const bySubject = await Promise.all(stored.map((one) => listedFrom(name, one)))
      const entries = bySubject.flatMap((listings, subject) =>
        listings
          .map((listing, index) => ({ listing, next: [listing.uscc, index] as const }))
          .slice(subject === 0 && stored[0]?.key === from ? shown : 0),
      )
      const beyond = entries[limit]
      return {
        items: entries.slice(0, limit).map(({ listing }) => listing),
        ...(beyond === undefined ? {} : { next: cursorOf(beyond.next) }),
      }
    },
    lists: async function* (name, { asOf = clock.today(), history = false } = {}) {
      const onlyListed = !history && asOf >= clock.today()
      let after: readonly unknown[] | undefined
      for (;;) {
        const page = await reads.find(creditList, {
          where: onlyListed ? [LISTED[name]] : [],
          limit: STREAM_PAGE,
          ...(after === undefined ? {} : { after }),
        })
        for (const { key, document } of page) {
          const entries = document.entries.filter(({ list }) => isOn(name, list))
          yield* listLines(key, entries, { asOf, history })
        }
        const last = page.at(-1)
        if (last === undefined) return
        after = [last.key]
      }
    },
    draws: async ({ limit, cursor }) => {
      const after = cursor === undefined ? undefined : placeOf(cursor, ['number', 'string'])
      if (cursor !== undefined && after === undefined) return 'unknown-cursor'
      const stored = await reads.find(draw, {
        order: [{ column: 'position', descending: true }],
        limit: limit + 1,
        ...(after === undefined ? {} : { after }),
      })
      const last = stored[limit - 1]
      return {
        items: stored.slice(0, limit).map(({ document }) => document),
        ...(stored.length > limit && last !== undefined ? { next: cursorOf([last.position, last.key]) } : {}),
      }
    },
    draw: drawOf,
    proof: async (id) => {
      const sha256 = (await drawOf(id))?.result?.proofSha256
      const bytes = sha256 === undefined ? undefined : await attachments.get(sha256)
      if (sha256 === undefined || bytes === undefined) return undefined
      return { sha256, bytes: (await withPlace(id, bytes, sha256)) ?? bytes }
    },
    settings: async (authority = law.authority) => ({
      authority,
      items: await legalSettings(reads, law.settings, authority, clock.today()),
    }),
    law: lawInForce,
    statistics,
  }
}

/** A hit whose own document hasn't caught up with the index is left to the next search. */
const found = async (
  { key, why, name, ranges }: EnterpriseHit,
  enterpriseOf: (uscc: Uscc) => Promise<Enterprise | undefined>,
): Promise<FoundEnterprise | undefined> => {
  const document = await enterpriseOf(key)
  return document && { ...document, ...(why === undefined ? {} : { match: { why, name, ranges } }) }
}

/** Publicity is for its days alone. */
const withoutEnded = (record: EnterpriseRecord, today: CivilDate): EnterpriseRecord => ({
  ...record,
  penalties: record.penalties.filter(({ from, until }) => from <= today && today <= until),
  timeline: record.timeline.filter(({ on, until }) => until === null || (on <= today && today <= until)),
})
