import type { Leases } from '../../ports.ts'
import type { Connection } from './connection.ts'

/** Leases in Postgres: taking one over raises its token, and every append made under it is checked against the token in its own transaction. */
export const postgresLeases = (db: Connection): Leases => ({
  take: async (name, holder, seconds) => {
    const [row] = await db.query(
      `insert into log.lease as l values ($1, $2, 1, now() + make_interval(secs => $3))
       on conflict (name) do update set
         token = case when l.holder = $2 and l.expires_at > now() then l.token else l.token + 1 end, holder = $2, expires_at = excluded.expires_at
       where l.holder = $2 or l.expires_at <= now()
       returning token`,
      [name, holder, seconds],
    )
    return row === undefined ? undefined : { lease: name, token: Number(row[0]) }
  },
  release: async ({ lease, token }) => {
    await db.query('update log.lease set expires_at = now() where name = $1 and token = $2', [lease, token])
  },
})
