import { join } from 'node:path'
import { type Engine, startElasticsearch, startKafka, startRegistry } from '@mingjian/engines'
import type { Progress } from './platform.ts'

const LOCAL = {
  KAFKA_BROKERS: { folder: 'kafka', start: startKafka },
  SCHEMA_REGISTRY_URL: { folder: 'registry', start: startRegistry },
  ELASTICSEARCH_URL: { folder: 'elasticsearch', start: startElasticsearch },
} as const

export interface Engines {
  /** As the environment would name them. */
  readonly urls: NodeJS.ProcessEnv
  stop(): Promise<void>
}

/** Engines on this machine, as children of this process, for all that the environment names no server for. */
export const startEngines = async (
  env: NodeJS.ProcessEnv,
  dataDirectory: string,
  progress: Progress,
): Promise<Engines> => {
  const wanted = Object.entries(LOCAL).filter(([name]) => !env[name])
  const starting = wanted.map(async ([name, { folder, start }]) => {
    const engine = await start({ folder: join(dataDirectory, 'engines', folder) }, progress)
    return [name, engine] as const
  })
  const started = await Promise.allSettled(starting)
  const engines = new Map<string, Engine>(started.flatMap((one) => (one.status === 'fulfilled' ? [one.value] : [])))
  const stop = async (): Promise<void> => {
    await Promise.all([...engines.values()].map((engine) => engine.stop()))
  }
  const failed = started.find((one) => one.status === 'rejected')
  if (failed !== undefined) {
    await stop()
    throw failed.reason
  }
  return { urls: Object.fromEntries([...engines].map(([name, { url }]) => [name, url])), stop }
}
