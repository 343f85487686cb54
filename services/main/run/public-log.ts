import { randomBytes } from 'node:crypto'
import { join } from 'node:path'
import { changesAfter, ENTERED, publicChange, RECALLABLE } from '@mingjian/credit-query'
import type { Clock, EventLog } from '@mingjian/kernel'
import type { Connection } from '@mingjian/kernel/adapters'
import { type PublicLog, publicLog } from '@mingjian/public-log'
import { postgresPublicLogStore, signingKeys } from '@mingjian/public-log/adapters'
import type { Config } from './config.ts'

export type PublicLogConfig = Pick<Config, 'dataDirectory'> & Partial<Pick<Config, 'logKey' | 'logOrigin'>>

/** The public log of a platform: what of an event is public is decided where the public's questions are answered. */
export const openPublicLog = (
  { db, log, clock }: { readonly db: Connection; readonly log: EventLog; readonly clock: Clock },
  { dataDirectory, logKey, logOrigin }: PublicLogConfig,
): PublicLog =>
  publicLog({
    log,
    clock,
    store: postgresPublicLogStore(db),
    keys: signingKeys({ given: logKey, folder: join(dataDirectory, 'log-keys'), origin: logOrigin }),
    publicPart: publicChange,
    events: [...ENTERED],
    recallable: RECALLABLE,
    salt: () => randomBytes(32).toString('hex'),
    isShown: async (position) => {
      const { changes } = await changesAfter({ log, clock }, position - 1, 1)
      return changes[0]?.position === position
    },
  })
