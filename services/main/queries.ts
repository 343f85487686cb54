import { type PublicQueries, publicQueries } from '@mingjian/credit-query'
import type { Config } from './config.ts'
import { allSettings } from './law.ts'
import type { Platform } from './platform.ts'

/** What the public may ask, on the engines of this platform. */
export const queriesOf = (
  { reads, log, attachments, clock, search }: Platform,
  { authority }: Pick<Config, 'authority'>,
): PublicQueries =>
  publicQueries({
    ...{ reads, log, attachments, clock, search },
    law: { settings: allSettings, authority },
  })
