import { readWitnesses, type Witness } from '@mingjian/public-log'
import Type, { type Static, type TSchema } from 'typebox'
import { Value } from 'typebox/value'

/** What the environment decides; everything has a default for a first run. */
export interface Config {
  readonly port: number
  readonly host: string
  readonly dataDirectory: string
  readonly databaseUrl: string | undefined
  /** Where the embedded database keeps its log as it grows, and its backups; on another disk. */
  readonly backupDirectory: string | undefined
  readonly demo: boolean
  /** First report year from which obligations are judged; without it, the first of which there are reports. */
  readonly firstReportYear: number | undefined
  /** Bearer token of staff; without it no act is taken over HTTP. */
  readonly staffToken: string | undefined
  /** For whom staff act and imported acts that name nobody are recorded. */
  readonly authority: string
  /** Signer key lines of the public log, the newest last; without them keys are made and kept in the data directory. */
  readonly logKey: string | undefined
  /** Name of the public log, for the first key that is made. */
  readonly logOrigin: string | undefined
  /** Who is shown every checkpoint of the public log. */
  readonly logWitnesses: readonly Witness[]
  /** Where Prometheus asks for metrics; without it nobody can. */
  readonly metricsPort: number | undefined
  /** OTLP over HTTP, without `/v1/traces`; without it nothing is traced. */
  readonly otlpEndpoint: string | undefined
  /** Requests a minute and address. */
  readonly rateLimit: number
  /** The broker that carries the log to those who follow it; without it they follow the log itself. */
  readonly kafka: KafkaConfig | undefined
  /** What answers searches; without it Postgres does. */
  readonly elasticsearch: ElasticsearchConfig | undefined
}

export interface ElasticsearchConfig {
  readonly url: string
  /** Name of the index as searches ask for it. */
  readonly index: string
}

export interface KafkaConfig {
  readonly brokers: readonly string[]
  readonly registryUrl: string
  /** Begins the names of topics and groups. */
  readonly prefix: string
  readonly partitions: number
  /** undefined: for ever. */
  readonly retentionDays: number | undefined
}

/** A setting that can't be meant: says which and what would do. */
export class WrongSetting extends Error {}

/** A variable of the environment: its schema, and how a value that can't be meant goes on behind `NAME=value`. */
const variable = <S extends TSchema>(schema: S, otherwise: string): S =>
  Object.assign(schema, { description: otherwise })
const whole = (least: number, most: number) =>
  variable(Type.Integer({ minimum: least, maximum: most }), `must be a whole number from ${least} to ${most}.`)
const matching = (pattern: RegExp, otherwise: string) =>
  variable(
    Type.Refine(Type.String(), (text) => pattern.test(text)),
    otherwise,
  )
const word = Type.String()

const ENVIRONMENT = {
  PORT: whole(0, 65_535),
  HOST: word,
  DATA_DIR: word,
  DATABASE_URL: word,
  BACKUP_DIR: word,
  DEMO: word,
  FIRST_REPORT_YEAR: whole(2013, 9998),
  STAFF_TOKEN: word,
  AUTHORITY: word,
  LOG_KEY: word,
  LOG_ORIGIN: matching(/^[^\s+]+$/, 'must have neither blanks nor +.'),
  LOG_WITNESSES: word,
  METRICS_PORT: whole(0, 65_535),
  OTEL_EXPORTER_OTLP_ENDPOINT: word,
  RATE_LIMIT: whole(1, 1_000_000_000),
  ELASTICSEARCH_URL: variable(
    Type.Refine(Type.String(), (text) => URL.canParse(text) && /^https?:$/.test(new URL(text).protocol)),
    'is no address: it begins with http:// or https://.',
  ),
  ELASTICSEARCH_INDEX: matching(
    /^[a-z0-9][a-z0-9._-]{0,100}$/,
    'can\'t name an index: small letters, digits, ".", "_" and "-" can.',
  ),
  KAFKA_BROKERS: word,
  SCHEMA_REGISTRY_URL: word,
  KAFKA_PREFIX: matching(/^[\w.-]{1,200}$/, 'can\'t begin the name of a topic: letters, digits, ".", "_" and "-" can.'),
  KAFKA_PARTITIONS: whole(1, 10_000),
  KAFKA_RETENTION_DAYS: whole(1, 36_500),
}
type Environment = { readonly [N in keyof typeof ENVIRONMENT]?: Static<(typeof ENVIRONMENT)[N]> }

/** What is set, as values; an empty variable is not set. Throws WrongSetting. */
const read = (env: NodeJS.ProcessEnv): Environment =>
  Object.fromEntries(
    Object.entries(ENVIRONMENT).flatMap(([name, schema]) => {
      const text = env[name]
      if (text === undefined || text === '') return []
      const value = schema.type === 'integer' ? Number(text) : text
      if (!Value.Check(schema, value))
        throw new WrongSetting(`${name}=${text} ${(schema as { readonly description?: string }).description}`)
      return [[name, value]]
    }),
  )

const witnessesIn = (text: string): readonly Witness[] => {
  const witnesses = readWitnesses(text)
  if (witnesses === undefined)
    throw new WrongSetting(
      'LOG_WITNESSES must have a line for each witness: its verifier key (name+id+base64) and its URL.',
    )
  return witnesses
}

const kafkaIn = (set: Environment): KafkaConfig | undefined => {
  const brokers = (set.KAFKA_BROKERS ?? '').split(',').flatMap((broker) => broker.trim() || [])
  if (brokers.length === 0) return undefined
  const { SCHEMA_REGISTRY_URL: registryUrl } = set
  if (registryUrl === undefined)
    throw new WrongSetting(
      'KAFKA_BROKERS needs SCHEMA_REGISTRY_URL beside it: the address of a Confluent-compatible registry.',
    )
  return {
    brokers,
    registryUrl,
    prefix: set.KAFKA_PREFIX ?? 'mingjian',
    partitions: set.KAFKA_PARTITIONS ?? 12,
    retentionDays: set.KAFKA_RETENTION_DAYS,
  }
}

export const configFrom = (env: NodeJS.ProcessEnv): Config => {
  const set = read(env)
  return {
    port: set.PORT ?? 8080,
    host: set.HOST ?? '127.0.0.1',
    dataDirectory: set.DATA_DIR ?? '.mingjian',
    databaseUrl: set.DATABASE_URL,
    backupDirectory: set.BACKUP_DIR,
    demo: set.DEMO !== '0',
    firstReportYear: set.FIRST_REPORT_YEAR,
    staffToken: set.STAFF_TOKEN,
    authority: set.AUTHORITY ?? '昆都仑区市场监督管理局',
    logKey: set.LOG_KEY,
    logOrigin: set.LOG_ORIGIN,
    logWitnesses: witnessesIn(set.LOG_WITNESSES ?? ''),
    metricsPort: set.METRICS_PORT,
    otlpEndpoint: set.OTEL_EXPORTER_OTLP_ENDPOINT,
    rateLimit: set.RATE_LIMIT ?? 6000,
    elasticsearch:
      set.ELASTICSEARCH_URL === undefined
        ? undefined
        : { url: set.ELASTICSEARCH_URL, index: set.ELASTICSEARCH_INDEX ?? 'mingjian-enterprises' },
    kafka: kafkaIn(set),
  }
}
