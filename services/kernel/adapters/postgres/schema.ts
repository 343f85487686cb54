import { UnusableData } from '../unusable-data.ts'
import type { Connection } from './connection.ts'
import { FUNCTIONS, STEPS } from './tables.ts'

/** Makes the tables of an empty database, brings older ones up to date, and refuses data that a newer platform wrote. */
export const prepare = async (db: Connection): Promise<void> => {
  await db.transaction(async (tx) => {
    await tx.query('select pg_advisory_xact_lock(4794)')
    const [made] = await tx.query(`select to_regclass('log.platform') is not null`)
    const [row] = made?.[0] === true ? await tx.query('select version from log.platform') : [[0]]
    const version = Number(row?.[0])
    if (version > STEPS.length) {
      throw new UnusableData(
        `This data was written by a newer Mingjian (data version ${version}, this one knows ${STEPS.length}): update the program, or choose another DATA_DIR.`,
      )
    }
    if (version === STEPS.length) return
    for (const step of STEPS.slice(version)) await tx.query(step)
    await tx.query(FUNCTIONS)
    await tx.query(`update log.platform set version = ${STEPS.length}`)
  })
}
