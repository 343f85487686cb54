import { nameAnalysis, type PublicQueries, publicQueries } from '@mingjian/credit-query'
import { postgresEnterpriseSearch } from '@mingjian/kernel/adapters'
import type { Platform } from './platform.ts'

/** What the public may ask, on the engines of this platform. */
export const queriesOf = ({ db, reads, log, attachments, clock }: Platform): PublicQueries =>
  publicQueries({ reads, log, attachments, clock, search: postgresEnterpriseSearch(db, nameAnalysis) })
