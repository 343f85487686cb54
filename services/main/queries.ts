import { nameAnalysis, type PublicQueries, publicQueries } from '@mingjian/credit-query'
import { postgresEnterpriseSearch } from '@mingjian/kernel/adapters'
import type { Config } from './config.ts'
import { allSettings } from './law.ts'
import type { Platform } from './platform.ts'

/** What the public may ask, on the engines of this platform. */
export const queriesOf = (
  { db, reads, log, attachments, clock }: Platform,
  { authority }: Pick<Config, 'authority'>,
): PublicQueries =>
  publicQueries({
    ...{ reads, log, attachments, clock },
    search: postgresEnterpriseSearch(db, nameAnalysis),
    law: { settings: allSettings, authority },
  })
