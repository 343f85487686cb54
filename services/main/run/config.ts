import { readWitnesses, type Witness } from '@mingjian/public-log'

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

const whole = (env: NodeJS.ProcessEnv, name: string, least: number, most: number): number | undefined => {
  const text = env[name]
  if (text === undefined || text === '') return undefined
  const value = Number(text)
  if (!Number.isInteger(value) || value < least || value > most)
    throw new WrongSetting(`${name}=${text} must be a whole number from ${least} to ${most}.`)
  return value
}

const elasticsearchFrom = (env: NodeJS.ProcessEnv): ElasticsearchConfig | undefined => {
  const url = env.ELASTICSEARCH_URL || undefined
  if (url === undefined) return undefined
  if (!URL.canParse(url) || !/^https?:$/.test(new URL(url).protocol))
    throw new WrongSetting(`ELASTICSEARCH_URL=${url} is no address: it begins with http:// or https://.`)
  const index = env.ELASTICSEARCH_INDEX || 'mingjian-enterprises'
  if (!/^[a-z0-9][a-z0-9._-]{0,100}$/.test(index))
    throw new WrongSetting(
      `ELASTICSEARCH_INDEX=${index} can't name an index: small letters, digits, ".", "_" and "-" can.`,
    )
  return { url, index }
}

const witnesses = (env: NodeJS.ProcessEnv): readonly Witness[] => {
  const read = readWitnesses(env.LOG_WITNESSES ?? '')
  if (read === undefined)
    throw new WrongSetting(
      'LOG_WITNESSES must have a line for each witness: its verifier key (name+id+base64) and its URL.',
    )
  return read
}

const logOrigin = (env: NodeJS.ProcessEnv): string | undefined => {
  const name = env.LOG_ORIGIN || undefined
  if (name !== undefined && /[\s+]/.test(name))
    throw new WrongSetting(`LOG_ORIGIN=${name} must have neither blanks nor +.`)
  return name
}

const kafkaFrom = (env: NodeJS.ProcessEnv): KafkaConfig | undefined => {
  const brokers = (env.KAFKA_BROKERS ?? '').split(',').flatMap((broker) => broker.trim() || [])
  if (brokers.length === 0) return undefined
  const registryUrl = env.SCHEMA_REGISTRY_URL || undefined
  if (registryUrl === undefined)
    throw new WrongSetting(
      'KAFKA_BROKERS needs SCHEMA_REGISTRY_URL beside it: the address of a Confluent-compatible registry.',
    )
  const prefix = env.KAFKA_PREFIX || 'mingjian'
  if (!/^[\w.-]{1,200}$/.test(prefix))
    throw new WrongSetting(
      `KAFKA_PREFIX=${prefix} can't begin the name of a topic: letters, digits, ".", "_" and "-" can.`,
    )
  return {
    brokers,
    registryUrl,
    prefix,
    partitions: whole(env, 'KAFKA_PARTITIONS', 1, 10_000) ?? 12,
    retentionDays: whole(env, 'KAFKA_RETENTION_DAYS', 1, 36_500),
  }
}

export const configFrom = (env: NodeJS.ProcessEnv): Config => ({
  port: whole(env, 'PORT', 0, 65_535) ?? 8080,
  host: env.HOST || '127.0.0.1',
  dataDirectory: env.DATA_DIR || '.mingjian',
  databaseUrl: env.DATABASE_URL || undefined,
  backupDirectory: env.BACKUP_DIR || undefined,
  demo: env.DEMO !== '0',
  firstReportYear: whole(env, 'FIRST_REPORT_YEAR', 2013, 9998),
  staffToken: env.STAFF_TOKEN || undefined,
  authority: env.AUTHORITY || '昆都仑区市场监督管理局',
  logKey: env.LOG_KEY || undefined,
  logOrigin: logOrigin(env),
  logWitnesses: witnesses(env),
  metricsPort: whole(env, 'METRICS_PORT', 0, 65_535),
  otlpEndpoint: env.OTEL_EXPORTER_OTLP_ENDPOINT || undefined,
  rateLimit: whole(env, 'RATE_LIMIT', 1, 1_000_000_000) ?? 6000,
  elasticsearch: elasticsearchFrom(env),
  kafka: kafkaFrom(env),
})
