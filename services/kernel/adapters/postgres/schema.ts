import { UnusableData } from '../unusable-data.ts'
import type { Connection } from './connection.ts'
import { FUNCTIONS, TABLES, type Tables } from './tables.ts'

/** The steps of the kernel's tables and the services', the oldest first. Throws where two have the same version, or a version is missing. */
export const stepsOf = (services: readonly Tables[]): readonly string[] => {
  const steps = new Map<number, string>()
  for (const tables of [TABLES, ...services])
    for (const [version, step] of Object.entries(tables)) {
      if (steps.has(Number(version))) throw new Error(`two steps make data of version ${version}`)
      steps.set(Number(version), step)
    }
  return Array.from({ length: steps.size }, (_, at) => {
    const step = steps.get(at + 1)
    if (step === undefined) throw new Error(`no step makes data of version ${at + 1}`)
    return step
  })
}

/** Makes the tables of an empty database, brings older ones up to date, and refuses data that a newer platform wrote. */
export const prepare = async (db: Connection, services: readonly Tables[]): Promise<void> => {
  const steps = stepsOf(services)
  await db.transaction(async (tx) => {
    await tx.query('select pg_advisory_xact_lock(4794)')
    const [made] = await tx.query(`select to_regclass('log.platform') is not null`)
    const [row] = made?.[0] === true ? await tx.query('select version from log.platform') : [[0]]
    const version = Number(row?.[0])
    if (version > steps.length) {
      throw new UnusableData(
        `This data was written by a newer Mingjian (data version ${version}, this one knows ${steps.length}): update the program, or choose another DATA_DIR.`,
      )
    }
    if (version === steps.length) return
    for (const step of steps.slice(version)) await tx.query(step)
    await tx.query(FUNCTIONS)
    await tx.query(`update log.platform set version = ${steps.length}`)
  })
}
