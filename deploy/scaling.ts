// node deploy/scaling.ts > deploy/scaling.md: what a district, a province and the nation need, from the figures of this repository's benchmarks.
import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'

type Row = Readonly<Record<string, string | number>>
interface Report {
  readonly on: string
  readonly hardware: string
  readonly rows: readonly Row[]
}

/** The newest figures of this machine where there are some, else those that came with the repository. */
const report = (name: string): Report | undefined => {
  const places = [
    join(process.env.DATA_DIR || '.mingjian', 'bench'),
    join(import.meta.dirname, '../test/bench/measured'),
  ]
  const file = places.map((place) => join(place, `${name}.json`)).find(existsSync)
  return file === undefined ? undefined : (JSON.parse(readFileSync(file, 'utf8')) as Report)
}
const largest = (name: string): Row | undefined =>
  report(name)?.rows.findLast(({ enterprises }) => enterprises !== undefined)
const figure = (row: Row | undefined, member: string): number | undefined => {
  const value = row?.[member]
  return typeof value === 'number' ? value : undefined
}

const imported = largest('import')
const swept = largest('sweep')
const rebuilt = report('rebuild')
const most = rebuilt?.rows.reduce((size, { enterprises }) => Math.max(size, Number(enterprises)), 0)
const models = rebuilt?.rows.filter(({ enterprises }) => enterprises === most) ?? []
const readBytes = models.reduce((sum, row) => sum + Number(row['bytes/enterprise'] ?? 0), 0)
const appended = report('append')?.rows.find(({ what, callers }) => what === 'append' && callers === 32)
const looked = report('query')?.rows.at(-1)

/** What is assumed, and from where: change it here. */
const ASSUMED = {
  // A year of an enterprise: its report, a third of a change of registration, births and deaths, list and penalty acts, inspections at 3–5 %.
  eventsPerYear: 1.7,
  // Reports come in half a year; one in eight on its last day, in ten hours, three times as many in its busiest one.
  lastDayShare: 1 / 8,
  lastDayHours: 10,
  busiest: 3,
  // The national system answers 17 million queries a day for 188 million registered subjects; a day has peaks of five times its mean.
  queriesPerSubjectAndDay: 17e6 / 188e6,
  queryPeak: 5,
  years: 10,
  // A machine is not run beyond half of what it can do.
  used: 0.5,
  // Kafka keeps 90 days of events three times; yuan a month for a core, a GiB of memory, a GB of replicated disk.
  kafkaDays: 90,
  yuan: { core: 120, memory: 20, disk: 0.8 },
  perPartition: 2_000,
  // Used where the benchmark has no figure for it: bytes of an event, and of an enterprise's read models, with their indexes.
  eventBytes: 1_100,
  readBytes: 12_000,
}

const SIZES = [
  { name: '区 district', enterprises: 5e4 },
  { name: '市 city', enterprises: 3e5 },
  { name: '省 province', enterprises: 3e6 },
  // A log for each of 31 provinces, and the centre that all of them are mirrored to.
  { name: '全国 nation', enterprises: 1.88e8, logs: 31 },
]

const bytesPerEvent = figure(imported, 'bytes/event') ?? ASSUMED.eventBytes
const perSecond = figure(appended, 'perSecond') ?? 10_000
const answers = figure(looked, 'perSecond') ?? 5_000
const whole = (value: number): string => Math.ceil(value).toLocaleString('en')
const gigabytes = (bytes: number): string =>
  bytes >= 1e12 ? `${(bytes / 1e12).toFixed(1)} TB` : `${(bytes / 1e9).toFixed(1)} GB`

const rows = SIZES.map(({ name, enterprises, logs = 1 }) => {
  const yearly = enterprises * ASSUMED.eventsPerYear
  const peak = ((enterprises * ASSUMED.lastDayShare) / (ASSUMED.lastDayHours * 3600)) * ASSUMED.busiest
  const asked = ((enterprises * ASSUMED.queriesPerSubjectAndDay) / 86_400) * ASSUMED.queryPeak
  const log = yearly * ASSUMED.years * bytesPerEvent
  const read = enterprises * (readBytes || ASSUMED.readBytes)
  const kafka = (yearly / 365) * ASSUMED.kafkaDays * 500 * 3
  const partitions = Math.max(3, Math.ceil(peak / (ASSUMED.perPartition * ASSUMED.used)))
  // One process uses one core: those that answer, those that append, those that fold, and as much again for the engines.
  const sites = logs === 1 ? 1 : logs + 1
  const cores =
    sites * 2 * Math.ceil(2 + (asked / (answers * ASSUMED.used) + (2 * peak) / (perSecond * ASSUMED.used)) / logs)
  const memory = Math.ceil(sites * 4 + (enterprises * 600) / 1e9 + cores)
  const disk = ((log + read) * 2 + kafka) * (logs === 1 ? 1 : 2)
  const cost = cores * ASSUMED.yuan.core + memory * ASSUMED.yuan.memory + (disk / 1e9) * ASSUMED.yuan.disk
  return [
    name,
    whole(enterprises),
    whole(yearly / 365),
    whole(peak),
    whole(asked),
    String(partitions),
    gigabytes(log),
    gigabytes(read),
    `${cores} / ${memory} GiB`,
    `¥${whole(cost)}`,
    `¥${whole(cost / (enterprises / 1e6))}`,
  ]
})
const table = (head: readonly string[], body: readonly (readonly string[])[]): string =>
  [head, head.map(() => '---'), ...body].map((cells) => `| ${cells.join(' | ')} |`).join('\n')
const said = (value: number | undefined, unit: string): string =>
  value === undefined ? 'not measured here' : `${whole(value)} ${unit}`

console.log(`# Scale

Made by \`node deploy/scaling.ts > deploy/scaling.md\` from the benchmarks' figures (\`DATA_DIR/bench\`, else \`test/bench/measured\`) and the assumptions at its
head. Change an assumption or measure again, and remake it.

## What one process on two cores was measured to do

${table(
  ['', 'figure'],
  [
    ['appends from 32 callers', said(figure(appended, 'perSecond'), 'events/s')],
    ['import', said(figure(imported, 'records/s'), 'records/s')],
    ['acts of the deadlines', said(figure(swept, 'acts/s'), 'acts/s')],
    ["an enterprise's look-up over HTTP", said(figure(looked, 'perSecond'), 'answers/s')],
    ['an event in the log, with its indexes', said(figure(imported, 'bytes/event'), 'bytes')],
    ["an enterprise's read models, with their indexes", said(readBytes || undefined, 'bytes')],
  ],
)}

Hardware: ${report('append')?.hardware ?? 'unknown'}.

## What is needed

${table(
  [
    '',
    'enterprises',
    'events a day',
    '30 June, events/s',
    'queries/s at peak',
    'partitions',
    'log, ten years',
    'read models',
    'cores / memory',
    'a month',
    'a month and 10^6',
  ],
  rows,
)}

- **District, city**: one process and the embedded Postgres do; the cores are there for the engines, if they are wanted.
- **Province**: roles on their own, a Postgres with a synchronous replica, three brokers, three nodes of Elasticsearch (\`deploy/kubernetes/province\`).
- **Nation**: a log for each province, since that is how the law gives out jurisdiction; each a province as above, its topic mirrored to the centre, where
  projections and search run. The peak of 30 June is the sum of theirs: no single log meets it. Its row adds up 31 provinces and the centre.
- The sweep after 30 June for a tenth of all enterprises missing: ${
  figure(swept, 'acts/s') === undefined
    ? 'not measured here'
    : SIZES.map(
        ({ name, enterprises }) =>
          `${name.split(' ')[1]} ${whole((enterprises * 0.1 * 2) / (figure(swept, 'acts/s') ?? 1) / 60)} min`,
      ).join(', ')
} in one process (nation: in each province's own).

## What is assumed

${Object.entries(ASSUMED)
  .map(
    ([name, value]) =>
      `- \`${name}\`: ${typeof value === 'object' ? JSON.stringify(value) : Number(value.toPrecision(4))}`,
  )
  .join('\n')}`)
