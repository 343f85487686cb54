import type { Connection } from '@mingjian/kernel/adapters'
import type { RatingBox } from '../ratings/box.ts'

export const postgresRatingBox = (db: Connection): RatingBox => ({
  put: async (authority, { codeSha256, scores }) => {
    await db.query(
      `insert into log.rating_waiting values ($1, $2, $3) on conflict (code_sha256) do update set scores = excluded.scores`,
      [authority, codeSha256, `{${scores.join(',')}}`],
    )
  },
  waiting: async (authority) => {
    const rows = await db.query(
      'select code_sha256, array_to_json(scores)::text from log.rating_waiting where authority = $1 order by code_sha256',
      [authority],
    )
    return rows.map(([codeSha256, scores]) => ({ codeSha256: String(codeSha256), scores: JSON.parse(String(scores)) }))
  },
  remove: async (codes) => {
    await db.query('delete from log.rating_waiting where code_sha256 = any($1)', [`{${codes.join(',')}}`])
  },
})
