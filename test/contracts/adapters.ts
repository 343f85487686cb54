import type { Clock } from '@mingjian/kernel'
import {
  type Connection,
  openMemory,
  postgresAttachments,
  postgresCheckpoints,
  postgresEventLog,
  postgresLeases,
  postgresProjector,
  postgresReadModels,
} from '@mingjian/kernel/adapters'
import { memoryPublicLogStore, postgresPublicLogStore } from '@mingjian/public-log/adapters'
import { inject } from 'vitest'
import { freshDatabase } from '../postgres.ts'
import type { Adapters, Open } from './opened.ts'

export const inMemory: Open = async (clock) => {
  const opened = openMemory(clock)
  const memory = { ...opened, publicLog: memoryPublicLogStore(opened.leases) }
  return { ...memory, another: () => memory, close: async () => {} }
}

export const onPostgres = (db: Connection, clock: Pick<Clock, 'now'>): Adapters => {
  const log = postgresEventLog(db, clock)
  return {
    log,
    reads: postgresReadModels(db),
    projector: postgresProjector(db, log),
    checkpoints: postgresCheckpoints(db),
    leases: postgresLeases(db),
    attachments: postgresAttachments(db),
    publicLog: postgresPublicLogStore(db),
  }
}

/** A fresh database of the test run's server; every `another` has a pool of its own. */
export const inPostgres: Open = async (clock) => {
  const database = await freshDatabase(inject('postgres'))
  return {
    ...onPostgres(database.db, clock),
    another: () => onPostgres(database.open(4), clock),
    close: () => database.drop(),
  }
}
