import type { Connection, Session } from '@mingjian/kernel/adapters'
import { arrayOf } from '@mingjian/kernel/adapters'
import type { EntryPlace, Integration, Issued, PublicLogStore, TilePlace } from '../store.ts'

/** Turns a step that lost its race into an answer, and its transaction back. */
class Refused extends Error {
  readonly outcome: 'overtaken' | 'fenced'
  constructor(outcome: 'overtaken' | 'fenced') {
    super(outcome)
    this.outcome = outcome
  }
}

const placesOf = (places: readonly TilePlace[]) => [
  arrayOf(
    'int4',
    places.map(({ level }) => level),
  ),
  arrayOf(
    'int8',
    places.map(({ index }) => index),
  ),
]
const bytesOf = (chunks: readonly Uint8Array[]) => arrayOf('bytea', chunks)
const hexOf = (bytes: unknown): string => (bytes as Buffer).toString('hex')

const keep = async (tx: Session, { before, after, tiles, entries, nodes, checkpoint }: Integration): Promise<void> => {
  const { size, position, mapRoot } = after
  const moved =
    before === undefined
      ? await tx.query(
          'insert into public_log.head (size, position, map_root) values ($1, $2, $3) on conflict do nothing returning 1',
          [size, position, Buffer.from(mapRoot)],
        )
      : await tx.query(
          'update public_log.head set size = $1, position = $2, map_root = $3 where size = $4 and position = $5 returning 1',
          [size, position, Buffer.from(mapRoot), before.size, before.position],
        )
  if (moved.length === 0) throw new Refused('overtaken')
  const written = await tx.query(
    `insert into public_log.tile as t select * from unnest($1::int[], $2::bigint[], $3::bytea[])
     on conflict (level, index) do update set bytes = excluded.bytes where substring(excluded.bytes for octet_length(t.bytes)) = t.bytes
     returning 1`,
    [...placesOf(tiles), bytesOf(tiles.map(({ bytes }) => bytes))],
    'public-log-tiles',
  )
  if (written.length !== tiles.length) throw new Error('a tile of the public log would change: nothing was written')
  await tx.query(
    'insert into public_log.entry select * from unnest($1::bigint[], $2::bigint[], $3::text[])',
    [
      arrayOf(
        'int8',
        entries.map(({ index }) => index),
      ),
      arrayOf(
        'int8',
        entries.map(({ position }) => position),
      ),
      arrayOf(
        'text',
        entries.map(({ opening }) => opening ?? null),
      ),
    ],
    'public-log-entries',
  )
  await tx.query(
    'insert into public_log.node select * from unnest($1::bytea[], $2::bytea[]) on conflict do nothing',
    [bytesOf(nodes.map(({ name }) => name)), bytesOf(nodes.map(({ bytes }) => bytes))],
    'public-log-nodes',
  )
  if (checkpoint !== undefined)
    await tx.query('insert into public_log.checkpoint values ($1, $2, $3, $4)', [
      checkpoint.size,
      checkpoint.issuedAt,
      checkpoint.note,
      checkpoint.keys.join('\n'),
    ])
}

const NEWEST = 'order by issued_at desc limit 1'

export const postgresPublicLogStore = (db: Connection): PublicLogStore => ({
  head: async () => {
    const [row] = await db.query('select size, position, map_root from public_log.head', [], 'public-log-head')
    return row && { size: Number(row[0]), position: Number(row[1]), mapRoot: Uint8Array.from(row[2] as Buffer) }
  },
  integrate: async (step, { lease, token }) => {
    try {
      await db.transaction(async (tx) => {
        // Locked until the commit: the lease can't pass on between the look and the record.
        const [held] = await tx.query('select token from log.lease where name = $1 for share', [lease])
        if (Number(held?.[0]) !== token) throw new Refused('fenced')
        await keep(tx, step)
      })
      return 'integrated'
    } catch (error) {
      if (error instanceof Refused) return error.outcome
      throw error
    }
  },
  tiles: async (places) => {
    const rows = await db.query(
      'select level, index, bytes from unnest($1::int[], $2::bigint[]) u(level, index) join public_log.tile using (level, index)',
      placesOf(places),
      'public-log-read-tiles',
    )
    const read = new Map(rows.map(([level, index, bytes]) => [`${level}/${index}`, bytes as Buffer]))
    return places.map(({ level, index }) => read.get(`${level}/${index}`))
  },
  nodes: async (names) => {
    const rows = await db.query(
      'select name, bytes from public_log.node where name = any($1::bytea[])',
      [bytesOf(names)],
      'public-log-read-nodes',
    )
    const read = new Map(rows.map(([name, bytes]) => [hexOf(name), bytes as Buffer]))
    return names.map((name) => read.get(name.toHex()))
  },
  entry: async (position) => {
    const [row] = await db.query(
      'select index, opening from public_log.entry where position = $1',
      [position],
      'public-log-entry',
    )
    if (row === undefined) return undefined
    const [index, opening] = row as [number, string | null]
    return { index, position, ...(opening === null ? {} : { opening }) } satisfies EntryPlace
  },
  checkpoint: async ({ over, at } = {}) => {
    const [where, values] =
      over !== undefined
        ? ['where size > $1 order by size, issued_at limit 1', [over]]
        : at !== undefined
          ? [`where issued_at <= $1 ${NEWEST}`, [at]]
          : [NEWEST, []]
    const [row] = await db.query(`select size, issued_at, note, keys from public_log.checkpoint ${where}`, values)
    if (row === undefined) return undefined
    const [size, issuedAt, note, keys] = row as [number, string, string, string]
    return { size, issuedAt, note, keys: keys.split('\n') } satisfies Issued
  },
  cosign: async ({ size, issuedAt }, lines) => {
    await db.query('update public_log.checkpoint set note = note || $3 where size = $1 and issued_at = $2', [
      size,
      issuedAt,
      lines,
    ])
  },
})
