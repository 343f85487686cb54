import type { Mark } from '../../batch.ts'
import type { AnyProjection } from '../../projection.ts'
import { arrayOf } from './arrays.ts'
import type { Connection } from './connection.ts'
import { withHistory } from './history.ts'
import { setMarks } from './marks.ts'
import { tableOf } from './read-models.ts'
import { copyLine, createIndexes, createTable } from './read-tables.ts'

const COPY_BYTES = 1 << 20
/** First key of the advisory locks under which one process at a time builds a read model. */
const BUILDING = 4797

/**
 * Builds a read model beside the one in use and puts it in its place. `advance` folds the next page into the table of a name and returns
 * how far it came; a poisoned event stops the build.
 */
export const rebuild = (
  db: Connection,
  projection: AnyProjection,
  advance: (name: string) => Promise<number>,
  progress: (events: number) => void,
): Promise<void> =>
  buildAlone(
    db,
    projection,
    async () => {
      const built = await db.query('select from read.projection where name = $1 and version = $2', [
        projection.name,
        projection.version,
      ])
      return built.length > 0
    },
    async () => {
      const next = `${projection.name}__next`
      await db.transaction(async (tx) => {
        await tx.query('delete from read.projection where name = $1', [next])
        await tx.query(`drop table if exists ${tableOf(next)}`)
        await createTable(tx, projection, next)
      })
      const { position, marks } = await copyAll(db, projection, next, progress)
      await db.transaction(async (tx) => {
        await createIndexes(tx, projection, next)
        await tx.query('insert into read.projection values ($1, $2, $3)', [next, projection.version, position])
        await tx.query('delete from log.mark where consumer = $1', [next])
        await setMarks(tx, next, marks)
      })
      while ((await advance(next)) > 0);
      await switchTo(db, projection, next)
    },
  )

/** One process at a time builds a read model; one that has waited builds only if the other failed. */
export const buildAlone = (
  db: Connection,
  { name }: AnyProjection,
  isBuilt: () => Promise<boolean>,
  build: () => Promise<void>,
): Promise<void> =>
  db.session(async (own) => {
    const lock = [BUILDING, name]
    const [free] = await own.query('select pg_try_advisory_lock($1, hashtext($2))', lock)
    if (free?.[0] !== true) {
      await own.query('select pg_advisory_lock($1, hashtext($2))', lock)
      if (await isBuilt()) return
    }
    await build()
  })

const switchTo = (db: Connection, { name, indexes }: AnyProjection, next: string): Promise<void> =>
  db.transaction(async (tx) => {
    // A process that folds the old read model holds its row; after this it finds the new one under the same name.
    await tx.query('select from read.projection where name = any($1::text[]) order by name for update', [
      arrayOf('text', [name, next]),
    ])
    await tx.query(`drop table if exists ${tableOf(name)}`)
    await tx.query(`alter table ${tableOf(next)} rename to ${name}`)
    for (const index of [...indexes.keys(), 'key'])
      await tx.query(`alter index read.${next}_${index} rename to ${name}_${index}`)
    await tx.query('delete from read.projection where name = $1', [name])
    await tx.query('update read.projection set name = $1 where name = $2', [name, next])
    await tx.query('delete from log.mark where consumer = $1', [name])
    await tx.query('update log.mark set consumer = $1 where consumer = $2', [name, next])
    await tx.query('delete from read.dead_letter where consumer = $1', [name])
  })

/** Every document as of one moment, written by COPY. Returns that moment's position, and from where topics are followed behind it. */
const copyAll = (
  db: Connection,
  projection: AnyProjection,
  name: string,
  progress: (events: number) => void,
): Promise<{ readonly position: number; readonly marks: readonly Mark[] }> =>
  withHistory(db, projection, async ({ head, marks, documents }) => {
    async function* lines(): AsyncGenerator<string> {
      let chunk = ''
      for await (const page of documents(progress)) {
        for (const document of page) chunk += copyLine(projection, document)
        if (chunk.length < COPY_BYTES) continue
        yield chunk
        chunk = ''
      }
      yield chunk
    }
    const columns = ['key', 'position', 'document', ...Object.keys(projection.columns)]
    await db.copy(`copy ${tableOf(name)} (${columns.join(', ')}) from stdin`, lines())
    return { position: head, marks }
  })
