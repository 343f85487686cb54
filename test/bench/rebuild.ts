import { createReadStream, createWriteStream, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { pipeline } from 'node:stream/promises'
import type { AnyProjection } from '@mingjian/kernel'
import { arrayOf, type Connection } from '@mingjian/kernel/adapters'
import { projections } from '@mingjian/main/modules'
import { sweepDeadlines } from '@mingjian/main/run/sweep'
import { freshDatabase, startServer } from '../postgres.ts'
import type { Goal, Report } from './measure.ts'
import { benchPlatform, importRegister, writeRegister } from './register.ts'

const SIZES = [10_000, 100_000, 1_000_000]
const PAGE = 5000
const ESCAPES: Readonly<Record<string, string>> = { '\\': '\\\\', '\n': '\\n', '\r': '\\r', '\t': '\\t' }

const timed = async (work: () => Promise<unknown>): Promise<number> => {
  const began = performance.now()
  await work()
  return (performance.now() - began) / 1000
}

/** The finished rows as COPY reads them, in a file: made before the clock starts, so that the peer only moves bytes. */
const rowsFile = async (db: Connection, { name, columns }: AnyProjection, file: string): Promise<void> => {
  const cells = ['key', 'position', 'document', ...Object.keys(columns)].map((column) => `${column}::text`).join(', ')
  async function* lines(): AsyncGenerator<string> {
    for (let after = ''; ; ) {
      const page = await db.query(`select ${cells} from read.${name} where key > $1 order by key limit ${PAGE}`, [
        after,
      ])
      if (page.length === 0) return
      const text = (cell: unknown): string =>
        cell === null ? '\\N' : String(cell).replace(/[\\\n\r\t]/g, (c) => ESCAPES[c] ?? c)
      yield page.map((row) => `${row.map(text).join('\t')}\n`).join('')
      after = page.at(-1)?.[0] as string
    }
  }
  await pipeline(lines(), createWriteStream(file))
}

/** Reads the events page by page, undecoded, while the rows are copied into a table of the same columns; then the same indexes. */
const rawSeconds = async (db: Connection, projection: AnyProjection, file: string): Promise<number> => {
  const { name, events, columns, indexes } = projection
  await rowsFile(db, projection, file)
  await db.query(`create table raw (like read.${name})`)
  const read = async (): Promise<void> => {
    for (let after = 0; ; ) {
      const page = await db.query(
        `select * from log.event where position > $1 and type = any($2::text[]) order by position limit ${PAGE}`,
        [after, arrayOf('text', events)],
        'raw-page',
      )
      if (page.length === 0) return
      after = page.at(-1)?.[0] as number
    }
  }
  const seconds = await timed(async () => {
    await Promise.all([
      read(),
      db.copy(
        `copy raw (${['key', 'position', 'document', ...Object.keys(columns)].join(', ')}) from stdin`,
        createReadStream(file, { highWaterMark: 1 << 20 }),
      ),
    ])
    await db.transaction(async (tx) => {
      await tx.query("set local maintenance_work_mem = '256MB'")
      await tx.query('create unique index raw_key on raw (key)')
      for (const body of indexes) await tx.query(`create index on raw ${body}`)
    })
  })
  const [row] = await db.query(`select (select count(*) from raw), (select count(*) from read.${name})`)
  if (row?.[0] !== row?.[1]) throw new Error(`${row?.[0]} of ${row?.[1]} rows were copied`)
  await db.query('drop table raw')
  return seconds
}

const fingerprint = async (db: Connection, name: string): Promise<unknown> =>
  (await db.query(`select count(*), sum(hashtextextended(key || document, 0)::numeric)::text from read.${name}`))[0]

/** Every read model rebuilt from the log, beside reading the same events and copying the same rows. */
export const run = async (say: (line: string) => void = () => {}): Promise<Report> => {
  const server = await startServer()
  const folder = mkdtempSync(join(tmpdir(), 'mingjian-bench-'))
  const rows: Record<string, string | number>[] = []
  const goals: Goal[] = []
  try {
    for (const enterprises of SIZES) {
      const test = await freshDatabase(server.url)
      const platform = await benchPlatform(test.url)
      try {
        await importRegister(platform, await writeRegister(folder, enterprises))
        await sweepDeadlines(platform, '2026-11-20', { begin: true, firstReportYear: undefined })
        await platform.catchUp()
        let all = 0
        let peers = 0
        for (const projection of projections) {
          const before = await fingerprint(test.db, projection.name)
          const seconds = await timed(() => platform.projector.rebuild(projection, () => {}))
          const after = await fingerprint(test.db, projection.name)
          if (JSON.stringify(before) !== JSON.stringify(after))
            throw new Error(`${projection.name} was rebuilt as something else`)
          const peer = await rawSeconds(test.db, projection, join(folder, 'rows'))
          const [size] = await test.db.query('select pg_total_relation_size($1::regclass)', [`read.${projection.name}`])
          all += seconds
          peers += peer
          rows.push({
            enterprises,
            'read model': projection.name,
            seconds: Number(seconds.toFixed(2)),
            raw: Number(peer.toFixed(2)),
            'bytes/enterprise': Math.round(Number(size?.[0]) / enterprises),
          })
          say(JSON.stringify(rows.at(-1)))
        }
        rows.push({ enterprises, 'read model': 'all', seconds: Number(all.toFixed(2)), raw: Number(peers.toFixed(2)) })
        if (enterprises === SIZES.at(-1))
          goals.push({ goal: 'rebuild of all beside raw page-read and COPY', ratio: peers / all, atLeast: 0.5 })
      } finally {
        await platform.close()
        await test.drop()
      }
    }
    return { name: 'rebuild', unit: 's', rows, goals }
  } finally {
    await server.stop()
    rmSync(folder, { recursive: true, force: true })
  }
}
