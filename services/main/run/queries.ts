import { type PublicQueries, publicQueries } from '@mingjian/credit-query'
import { settings } from '../modules.ts'
import type { Config } from './config.ts'
import type { Platform } from './platform.ts'
import { publishedProof } from './published-proof.ts'

/** What the public may ask, on the engines of this platform. */
export const queriesOf = (
  { reads, log, attachments, clock, search, publicLog }: Platform,
  { authority }: Pick<Config, 'authority'>,
): PublicQueries =>
  publicQueries({
    ...{ reads, log, attachments, clock, search },
    withPlace: (planId, file, sha256) => publishedProof({ log, publicLog }, planId, file, sha256),
    law: { settings, authority },
  })
