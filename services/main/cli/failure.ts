import { NoEngine } from '@mingjian/engines'
import { Contended, DatabaseAway, Fenced } from '@mingjian/kernel'
import { IncompatibleSchema, NoRegistry, UnusableData, WrongTopic } from '@mingjian/kernel/adapters'
import { ForeignLog } from '@mingjian/public-log'
import { UnreadableInput } from '../import/input.ts'
import { UnwritableRejects } from '../import/rejects.ts'
import { WrongSetting } from '../run/config.ts'
import { SweepUnderWay } from '../run/sweep.ts'

/** A failure whose own message says what to do. */
export class Sentence extends Error {}

const SPEAK_FOR_THEMSELVES = [
  Sentence,
  ForeignLog,
  NoEngine,
  UnusableData,
  WrongTopic,
  IncompatibleSchema,
  NoRegistry,
  WrongSetting,
  UnreadableInput,
  UnwritableRejects,
  SweepUnderWay,
  Contended,
  Fenced,
]

const noFolder = ({ path = '' }: { readonly path?: string }): string =>
  `${path} is not a folder that can be written to: choose another DATA_DIR.`

const BY_CODE: Readonly<
  Record<
    string,
    (error: Error & { readonly port?: number; readonly address?: string; readonly path?: string }) => string
  >
> = {
  EADDRINUSE: ({ port }) =>
    `Port ${port} is in use by another program: stop it, or start with another one, for example PORT=${(port ?? 8080) + 1} npm start.`,
  EADDRNOTAVAIL: ({ address }) => `This machine has no address ${address}: choose another HOST.`,
  EEXIST: noFolder,
  ENOTDIR: noFolder,
  EROFS: noFolder,
  EACCES: ({ message }) => `Not allowed: ${message}. Choose another DATA_DIR or another port.`,
  ENOSPC: () => 'The disk is full: free some space and repeat the command; what was recorded before is safe.',
  // Postgres: disk_full, too_many_connections, cannot_connect_now, admin_shutdown, crash_shutdown, read_only_sql_transaction
  '53100': () =>
    'The disk of the database is full: free some space and repeat the command; what was recorded before is safe.',
  '53300': () => 'The database takes no more connections: stop other programs that use it, or raise max_connections.',
  '57P03': () => 'The database is starting up: try again in a moment.',
  '57P01': () =>
    'The database was shut down while this ran: start it and repeat the command; what was recorded before is safe.',
  '57P02': () =>
    'The database crashed while this ran: start it and repeat the command; what was recorded before is safe.',
  ECONNREFUSED: () => 'The database does not answer: check that it runs and that DATABASE_URL is right.',
  ENOTFOUND: () => 'The host of DATABASE_URL is not known: check the address.',
  EAI_AGAIN: () => 'The host of DATABASE_URL is not known at this moment: check the address and the network.',
  '28P01': () => 'The database refused the password of DATABASE_URL.',
  '3D000': () => 'The database named in DATABASE_URL does not exist: create it first.',
}

/** One sentence for a person: what went wrong and what to do. */
export const sentenceOf = (error: unknown): string => {
  if (!(error instanceof Error)) return String(error)
  if (SPEAK_FOR_THEMSELVES.some((kind) => error instanceof kind)) return error.message
  if (error.name.startsWith('KafkaJS'))
    return `Kafka does not answer as it should (${error.message}): check that it runs and that KAFKA_BROKERS is right.`
  if (error instanceof DatabaseAway) return sentenceOf(error.cause)
  const { code = '' } = error as { code?: string }
  const known = BY_CODE[code]
  if (known !== undefined) return known(error)
  if (/timeout expired/.test(error.message))
    return 'The database does not answer: check that it runs and that DATABASE_URL is right.'
  if (/Connection terminated|connection error/.test(error.message))
    return 'The connection to the database was lost: start it and repeat the command; what was recorded before is safe.'
  return `${error.message} (a fault of the program: DEBUG=1 shows where)`
}
