import { curedSince } from '@mingjian/credit-lists/abnormal-operations/entries'
import { groundFacts } from '@mingjian/credit-lists/abnormal-operations/ground-facts'
import { evolve, inForce, noEntries } from '@mingjian/credit-lists/abnormal-operations/state'
import { abnormalClocks } from '@mingjian/credit-lists/projections/abnormal-clocks'
import { riskFacts } from '@mingjian/credit-lists/projections/risk-facts'
import { seriousClocks } from '@mingjian/credit-lists/projections/serious-clocks'
import * as serious from '@mingjian/credit-lists/serious-violations/state'
import { publicQueries } from '@mingjian/credit-query'
import { creditList } from '@mingjian/credit-query/projections/credit-list'
import { enterprise } from '@mingjian/credit-query/projections/enterprise'
import { enterpriseRecord } from '@mingjian/credit-query/projections/enterprise-record'
import { searchedEnterprise } from '@mingjian/credit-query/projections/searched-enterprise'
import { type PastEvent, type Projection, type RecordedEvent, streamOf } from '@mingjian/kernel'
import { deciders } from '@mingjian/main/modules'
import fc, { type Arbitrary } from 'fast-check'
import { expect, test } from 'vitest'
import { report } from '../journeys/examples.ts'
import { DAY_MARK, type Step } from './any-command.fixture.ts'
import { Life, SUBJECTS } from './life.fixture.ts'
import { scenes } from './scenes.fixture.ts'

/** `LIVES=10000` for the long run, each time of other lives; the short one is always of the same. */
const LIVES = Number(process.env.LIVES || 400)
const PARAMETERS = { numRuns: LIVES, ...(process.env.LIVES ? {} : { seed: 20_261_201 }) }

const [company = '', trader = ''] = SUBJECTS
const today = `${DAY_MARK}0`
const on = fc.constantFrom(today, today, `${DAY_MARK}-1`, `${DAY_MARK}-4`, `${DAY_MARK}-30`)
const uscc = fc.constantFrom(company, company, company, trader)
const ground = fc.constantFrom('annual_report_missed', 'order_not_followed', 'false_information', 'uncontactable')
const YEARS = [2013, 2014, 2022, 2023]
const year = fc.constantFrom(...YEARS)
const reason = fc.constant('有误')
const reference = fc.constant('抽查1')
const information = fc.constant('股权变更')
const matter = '昆市监案〔2024〕1号'
const about = { uscc: company, matter, on: today }
/** An entry of the list of serious violations that bears the name of the other list's entry. */
const FOLLOWED = 'annual_report_missed/2014/2019-06-20'
const PENALTY = '昆市监处罚〔2024〕1号'

/** A ground with the year that goes with it. */
const of = fc.tuple(ground, year).map(([one, y]) => ({ ground: one, year: one === 'annual_report_missed' ? y : null }))

/** Acts that list, cure and remove; what an act names is mostly what was said before. */
const ACTS: readonly (readonly [string, Arbitrary<object>])[] = [
  ['ListAbnormalOperations', fc.tuple(of, fc.record({ uscc, on })).map(([a, b]) => ({ ...a, ...b }))],
  ['ListAbnormalOperations', fc.tuple(of, fc.record({ uscc, on })).map(([a, b]) => ({ ...a, ...b }))],
  ['DelistAbnormalOperations', fc.record({ uscc, ground, on, reason })],
  [
    'RescindAbnormalListing',
    fc.tuple(of, fc.record({ uscc, listedOn: on, on, reason })).map(([a, b]) => ({ ...a, ...b })),
  ],
  [
    'VerifyAbnormalCure',
    fc.record({ uscc, on, ground: fc.constant('uncontactable'), cure: fc.constant('contact_restored') }),
  ],
  [
    'VerifyAbnormalCure',
    fc.record({ uscc, on, ground: fc.constant('false_information'), cure: fc.constant('information_corrected') }),
  ],
  ['FindUncontactable', fc.record({ uscc, on, reference })],
  ['FindFalseInformation', fc.record({ uscc, on, reference, information })],
  ['RecordMissedReport', fc.record({ uscc, year })],
  ['RecordAnnualReport', fc.record({ uscc, year, on, report: fc.constant(report()) })],
  [
    'OrderDisclosure',
    fc.record({ uscc, demand: fc.constant('publish'), information, reportYear: fc.constant(null), servedOn: on }),
  ],
  ['RecordOrderExpiry', fc.record({ uscc, order: fc.constantFrom(1, 2) })],
  ['ConfirmOrderedDisclosure', fc.record({ uscc, order: fc.constantFrom(1, 2), on })],
  [
    'RecordAbnormalHistory',
    fc
      .tuple(of, fc.record({ uscc, on, removedOn: fc.constantFrom(null, today), rescinded: fc.boolean() }))
      .map(([a, b]) => ({ ...a, ...b, reason: '', removalReason: null })),
  ],
  ['RecordAddressChange', fc.record({ uscc, on })],
  ['RecordSubjectEnd', fc.record({ uscc, on, reason })],
  [
    'RecordThreeYearListing',
    fc.tuple(of, on).map(([a, day]) => ({
      ...{ uscc: company, on: today, fullOn: day },
      matter: `${a.ground}/${a.year ?? ''}/2019-06-20`,
    })),
  ],
  [
    'RecordAbnormalEntryEnd',
    fc.tuple(of, fc.boolean()).map(([a, rescinded]) => ({
      ...{ uscc: company, ground: a.ground, years: [a.year], rescinded, on: today },
    })),
  ],
  ['RecordSeriousTermEnd', fc.constant({ uscc: company, matter, on: today })],
  ['RecordPenaltyFall', fc.record({ uscc, documentNo: fc.constant(PENALTY), overturned: fc.boolean(), on })],
  ...['NotifySeriousListing', 'ReceiveSeriousListingStatement', 'ConsentToSeriousListing', 'ListSeriousViolation'].map(
    (type) => [type, scenes[type] as Arbitrary<object>] as const,
  ),
  ...['ApplyForEarlyRemoval', 'AcceptEarlyRemoval', 'RemoveSeriousViolation', 'ReinstateSeriousViolation'].map(
    (type) => [type, scenes[type] as Arbitrary<object>] as const,
  ),
]

const anyStep: Arbitrary<Step> = fc.oneof(
  ...ACTS.map(([type, data]) =>
    fc.record({
      type: fc.constant(type),
      data,
      advance: fc.constantFrom(0, 0, 0, 1, 3, 8, 400),
      // A missed report of no year ends with any year of the ground, whichever was recorded first: none is made by chance.
      borrow:
        type === 'RecordAbnormalHistory'
          ? fc.constant([])
          : fc.array(fc.constantFrom(0, 0, 0, 1, 2), { minLength: 3, maxLength: 6 }),
    }),
  ),
)
const penalised: readonly Step[] = [
  {
    type: 'RecordPenalty',
    data: {
      uscc: company,
      penalty: {
        ...{ documentNo: PENALTY, violation: '虚假宣传', facts: null, basis: null },
        ...{ kinds: ['吊销许可证件'], fineYuan: 60_000, confiscatedYuan: 0, procedure: '普通程序' },
        ...{ authority: '昆都仑区市场监督管理局', decidedOn: today, caseId: null, actEndedOn: null, heavier: true },
        ...{ restrictionYears: 0, performed: true },
      },
    },
    advance: 0,
    borrow: [],
  },
]

const at = (type: string, data: object, advance = 0): Step => ({ type, data, advance, borrow: [] })
/** What chance would rarely say in its order. */
const STORIES: readonly ((uscc: string) => readonly Step[])[] = [
  (subject) => [
    at('FindUncontactable', { uscc: subject, on: today, reference: '抽查1' }, 3),
    at('ListAbnormalOperations', { uscc: subject, ground: 'uncontactable', year: null, on: today }, 1),
  ],
  (subject) => [
    at('FindFalseInformation', { uscc: subject, on: today, reference: '抽查1', information: '股权变更' }, 3),
    at('ListAbnormalOperations', { uscc: subject, ground: 'false_information', year: null, on: today }),
    at('VerifyAbnormalCure', {
      ...{ uscc: subject, ground: 'false_information', cure: 'information_corrected', on: today },
    }),
    at('DelistAbnormalOperations', { uscc: subject, ground: 'false_information', on: today, reason: '已更正' }),
  ],
  (subject) => [
    at('OrderDisclosure', {
      ...{ uscc: subject, demand: 'publish', information: '股权变更', reportYear: null, servedOn: today },
    }),
    at('RecordOrderExpiry', { uscc: subject, order: 1 }, 40),
    at('ListAbnormalOperations', { uscc: subject, ground: 'order_not_followed', year: null, on: `${DAY_MARK}-20` }),
    at('ConfirmOrderedDisclosure', { uscc: subject, order: 1, on: today }, 1),
  ],
  (subject) => [
    at('RecordMissedReport', { uscc: subject, year: 2023 }),
    at('RecordAbnormalHistory', {
      ...{ uscc: subject, ground: 'annual_report_missed', year: 2023, on: `${DAY_MARK}-9`, reason: '' },
      ...{ removedOn: null, removalReason: null, rescinded: false },
    }),
    at('RecordAnnualReport', { uscc: subject, year: 2023, on: today, report: report() }, 2),
  ],
  () => [
    at('RecordAbnormalHistory', {
      ...{ uscc: company, ground: 'annual_report_missed', year: 2014, on: '2019-06-20', reason: '' },
      ...{ removedOn: null, removalReason: null, rescinded: false },
    }),
    at('RecordThreeYearListing', { uscc: company, matter: FOLLOWED, on: today, fullOn: '2020-06-20' }),
    at('RecordSeriousTermEnd', { uscc: company, matter: FOLLOWED, on: today }, 2000),
  ],
  () => [
    at('NotifySeriousListing', { ...about, article: '5', facts: '使用过期原料' }, 1),
    at('ReceiveSeriousListingStatement', { ...about, statement: '已经整改' }),
    at('ConsentToSeriousListing', { ...about, by: '包头市市场监督管理局', consentNo: '包市监同意〔2024〕1号' }),
    ...penalised,
    at('ListSeriousViolation', {
      ...{ ...about, documentNo: PENALTY, article: '5', serious: true, noIntentProved: false, restrictedUntil: null },
    }),
  ],
  () => [
    at('ApplyForEarlyRemoval', { ...about, documents: ['申请书'] }, 400),
    at('AcceptEarlyRemoval', about),
    at('RemoveSeriousViolation', { ...about, harmEliminated: true }),
  ],
]
const story = fc.tuple(fc.constantFrom(...STORIES), uscc).map(([told, subject]) => told(subject))

/** An event as the log has it. */
const recorded = (stream: string, event: PastEvent, version: number, day: string): RecordedEvent =>
  ({
    ...event,
    ...{ stream, version, subject: stream.slice(0, stream.indexOf('/')), recordedAt: `${day}T04:00:00.000Z` },
    ...{ actor: 'staff:test', authority: '昆都仑区市场监督管理局' },
    ...{ commandId: null, correlationId: null, causationId: null },
  }) as unknown as RecordedEvent

const MODELS = [
  creditList,
  enterprise,
  enterpriseRecord,
  searchedEnterprise,
  abnormalClocks,
  seriousClocks,
  riskFacts,
] as unknown as readonly Projection<unknown>[]

/** What the log has led to, in every read model, and the public queries over them. */
class Readers {
  readonly events: RecordedEvent[] = []
  readonly #documents = new Map<string, unknown>()

  take(event: RecordedEvent): void {
    this.events.push(event)
    for (const model of MODELS) {
      if (!model.events.includes(event.type)) continue
      const key = `${model.name} ${event.subject}`
      this.#documents.set(key, model.evolve(this.#documents.get(key), event))
    }
  }
  of<D>({ name }: Projection<D>, subject: string): D | undefined {
    return this.#documents.get(`${name} ${subject}`) as D | undefined
  }
  queries(day: string) {
    const unused = undefined as never
    const stored = (model: Projection<unknown>, key: string) => {
      const document = this.of(model, key)
      return document === undefined ? [] : [{ key, document, position: 1 }]
    }
    const reads = {
      get: async (model: Projection<unknown>, key: string) => stored(model, key)[0],
      find: async (model: Projection<unknown>, { after }: { after?: unknown }) =>
        after === undefined ? SUBJECTS.flatMap((key) => stored(model, key)) : [],
    }
    return publicQueries({
      ...{ reads: reads as never, search: unused, attachments: unused, withPlace: unused },
      log: { readSubject: async (subject) => this.events.filter((event) => event.subject === subject) },
      clock: { today: () => day, now: () => `${day}T04:00:00.000Z` },
      law: { settings: [], authority: '' },
    })
  }
}

type Said = readonly string[]
const sorted = (said: Iterable<string>): Said => [...said].sort()
const said = (on: string, name: string | number | null, listedOn: string, ...more: readonly unknown[]) =>
  [on, name ?? '', listedOn, ...more].join(' ')

interface Listed {
  readonly list: string
  readonly ground: string
  readonly matter: string | null
  readonly decisions: readonly { readonly year: number | null; readonly listedOn: string }[]
}
const ofListings = (lists: readonly Listed[]): Said =>
  sorted(
    lists.flatMap(({ list, ground: why, matter: about, decisions }) =>
      decisions.map(({ year: y, listedOn }) => said(list === 'serious' ? (about ?? '') : why, y, listedOn)),
    ),
  )
const ofEntries = (
  entries: readonly {
    readonly list: string
    ground: string
    matter: string | null
    year: number | null
    listedOn: string
  }[],
): Said => ofListings(entries.map((entry) => ({ ...entry, decisions: [entry] })))

let compared = 0
const seen = new Set<string>()

/** Who is asked, and what he says of an enterprise's entries in force. */
const agree = async (life: Life, readers: Readers, subject: string, day: string, why: string): Promise<void> => {
  const past = (aggregate: string) => life.past(streamOf(subject, aggregate))
  const abnormal = (past('abnormal-operations') as never[]).reduce(evolve, noEntries)
  const open = inForce(abnormal)
  const openSerious = serious.inForce(
    (past('serious-violations') as never[]).reduce(serious.evolve, new Map() as serious.SeriousViolations),
  )
  const ofAbnormal = sorted(open.map(({ ground: g, year: y, listedOn }) => said(g, y, listedOn)))
  const ofSerious = sorted(openSerious.map((entry) => said(entry.matter, null, entry.listedOn)))
  const both = sorted([...ofAbnormal, ...ofSerious])
  for (const one of [...ofAbnormal, ...ofSerious]) seen.add(one.split(' ')[0]?.split('/')[0] ?? '')
  compared += both.length

  const clocks = readers.of(abnormalClocks, subject)
  expect(sorted(clocks?.entries.map((e) => said(e.ground, e.year, e.listedOn)) ?? []), `deadlines ${why}`).toEqual(
    ofAbnormal,
  )
  const terms = readers.of(seriousClocks, subject)?.entries.map((e) => said(e.matter, null, e.listedOn)) ?? []
  expect(sorted(terms), `terms ${why}`).toEqual(ofSerious)

  const facts = ['annual-reports', 'disclosure-orders', 'verifications']
    .flatMap(past)
    .reduce(groundFacts.evolve, groundFacts.initial)
  const cures = open.map((entry) => said(entry.ground, entry.year, entry.listedOn, curedSince(entry, facts)))
  const due = clocks?.entries.map((e) => said(e.ground, e.year, e.listedOn, curedSince(e, clocks))) ?? []
  expect(sorted(due), `since when cured ${why}`).toEqual(sorted(cures))

  const now = readers.of(enterprise, subject)
  if (now === undefined) throw new Error(`${subject} is not registered`)
  expect(ofListings(now.lists), `answer ${why}`).toEqual(both)
  const isOpen = ({ removal }: { readonly removal: unknown }): boolean => removal === null
  expect(ofEntries(readers.of(creditList, subject)?.entries.filter(isOpen) ?? []), `list ${why}`).toEqual(both)
  expect(ofEntries(readers.of(enterpriseRecord, subject)?.lists.filter(isOpen) ?? []), `page ${why}`).toEqual(both)
  expect(ofEntries(readers.of(searchedEnterprise, subject)?.open ?? []), `search ${why}`).toEqual(both)
  const risk = readers.of(riskFacts, subject)
  const held = (entries: readonly { readonly what: string; readonly from: string; readonly to: string | null }[]) =>
    sorted(entries.filter(({ to }) => to === null).map(({ what, from }) => `${what.replace('/', ' ')} ${from}`))
  expect(held(risk?.listings ?? []), `risk ${why}`).toEqual(ofAbnormal)
  expect(
    risk?.serious
      .filter(({ to }) => to === null)
      .map(({ what }) => what)
      .sort(),
    `risk ${why}`,
  ).toEqual(risk === undefined ? undefined : openSerious.map((entry) => entry.matter).sort())

  const queries = readers.queries(day)
  const asOf = await queries.enterprise(subject, { asOf: day })
  expect(ofListings(asOf?.lists ?? []), `answer as of ${day} ${why}`).toEqual(both)
  const lines = { abnormal: new Set<string>(), serious: new Set<string>() }
  for (const name of ['abnormal', 'serious'] as const)
    for await (const { uscc: who, list, ground: why, years = [], listedOn } of queries.lists(name, { asOf: day }))
      if (who === subject) lines[name].add([list, why, years.join(), listedOn].join(' '))
  const expected = now.lists.map(({ list, ground: why, years, listedOn }) =>
    [list, why, years.join(), listedOn].join(' '),
  )
  expect(sorted([...lines.abnormal, ...lines.serious]), `lists --as-of ${day} ${why}`).toEqual(
    sorted(new Set(expected)),
  )
}

test(`in ${LIVES} lives decider, deadlines, search, pages, answers and lists say the same of who is listed, at every step`, {
  timeout: 3_600_000,
}, async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.array(
        fc.oneof(
          anyStep.map((step) => [step]),
          story,
        ),
        { minLength: 4, maxLength: 16 },
      ),
      fc.constantFrom('2019-06-20', '2024-03-01', '2025-06-25'),
      async (courses, begins) => {
        const life = new Life(deciders, begins)
        const readers = new Readers()
        const taken = new Map<string, number>()
        let day: string = begins
        for (const step of [undefined, ...courses.flat()]) {
          const turn = step === undefined ? undefined : life.take(step)
          const fresh = [...life.streams]
            .flatMap(([stream, events]) =>
              events.slice(taken.get(stream) ?? 0).map((event, at) => ({ stream, event, version: at + 1 })),
            )
            .sort((a, b) => (a.event.position ?? 0) - (b.event.position ?? 0))
          for (const [stream, events] of life.streams) taken.set(stream, events.length)
          // What is dated later holds from then: every answer is asked for the last day that anything is dated.
          day = [day, turn?.today ?? begins, ...fresh.map(({ event }) => event.effectiveOn)].sort().at(-1) ?? day
          for (const { stream, event, version } of fresh) readers.take(recorded(stream, event, version, day))
          if (fresh.length === 0) continue
          const why = `after ${JSON.stringify(turn?.command)}`
          for (const subject of SUBJECTS) await agree(life, readers, subject, day, why)
        }
      },
    ),
    PARAMETERS,
  )
  expect(compared).toBeGreaterThan(10 * LIVES)
})

test('which had entries of every ground and of both lists', () =>
  expect([...seen]).toEqual(
    expect.arrayContaining([
      'annual_report_missed',
      'order_not_followed',
      'false_information',
      'uncontactable',
      matter,
    ]),
  ))
