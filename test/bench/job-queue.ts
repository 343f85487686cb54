import { PgBoss } from 'pg-boss'

const QUEUE = 'deadlines'
/** Jobs fetched and completed together. */
const PAGE = 1000
/** Pages under way at once, as in a sweep. */
const LANES = 2

interface Job {
  readonly uscc: string
  readonly reportYear: number
}

/** What it does beside its jobs is not the measurement's: it watches over no queue here and plans nothing. */
const opened = async <T>(url: string, work: (boss: PgBoss) => Promise<T>): Promise<T> => {
  const boss = new PgBoss({ connectionString: url, supervise: false, schedule: false })
  await boss.start()
  try {
    return await work(boss)
  } finally {
    await boss.stop({ graceful: false })
  }
}

/** A job of pg-boss for every clock, and a table for what was done. */
export const fillQueue = (url: string, jobs: number): Promise<void> =>
  opened(url, async (boss) => {
    await boss
      .getDb()
      .executeSql(
        'create table act (stream text collate "C", version int, type text, data text, primary key (stream, version))',
      )
    await boss.createQueue(QUEUE)
    for (let from = 0; from < jobs; from += PAGE)
      await boss.insert(
        QUEUE,
        Array.from({ length: Math.min(PAGE, jobs - from) }, (_, at) => ({
          data: { uscc: `91150207MA${String(from + at).padStart(8, '0')}`, reportYear: 2025 } satisfies Job,
        })),
      )
  })

/** A page in one transaction: what was done, and that it is done. */
const complete = async (boss: PgBoss, jobs: readonly { readonly id: string; readonly data: Job }[]): Promise<void> => {
  const transaction = await boss.getDb().beginTransaction?.()
  if (transaction === undefined) throw new Error('pg-boss has no transactions on this database')
  const { db } = transaction
  try {
    await db.executeSql('insert into act select * from unnest($1::text[], $2::int[], $3::text[], $4::text[])', [
      jobs.map(({ data }) => `${data.uscc}/annual-report-${data.reportYear}`),
      jobs.map(() => 1),
      jobs.map(() => 'AnnualReportMissed'),
      jobs.map(({ data }) => JSON.stringify({ ...data, on: '2026-07-01', basis: '企业信息公示条例第十八条' })),
    ])
    const ids = jobs.map(({ id }) => id)
    await boss.complete(QUEUE, ids, undefined, { db })
    await transaction.commit()
  } catch (error) {
    await transaction.rollback()
    throw error
  }
}

/** All that is due, each job completed together with the row that says what it did: no rule, no number, no document, no read model. */
export const workQueue = (url: string): Promise<{ readonly acts: number; readonly seconds: number }> =>
  opened(url, async (boss) => {
    const began = performance.now()
    let acts = 0
    // Fetched in a loop, which ends when nothing is left: pg-boss's own workers wait for more.
    const lane = async (): Promise<void> => {
      for (;;) {
        const jobs = await boss.fetch<Job>(QUEUE, { batchSize: PAGE })
        if (jobs.length === 0) return
        await complete(boss, jobs)
        acts += jobs.length
      }
    }
    await Promise.all(Array.from({ length: LANES }, lane))
    return { acts, seconds: (performance.now() - began) / 1000 }
  })
