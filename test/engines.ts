import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { type Engine, startElasticsearch, startKafka, startRegistry } from '@mingjian/engines'
import { containedEngine } from './containers.ts'

const KINDS = {
  kafka: { variable: 'KAFKA_BROKERS', start: startKafka },
  registry: { variable: 'SCHEMA_REGISTRY_URL', start: startRegistry },
  elasticsearch: { variable: 'ELASTICSEARCH_URL', start: startElasticsearch },
} as const
export type EngineKind = keyof typeof KINDS

/**
 * An engine for tests: the one of its URL, else one in a container where Docker has its image, else one from the local archives; says which
 * on standard error. Where none can be had it fails and says what to install.
 */
export const takeEngine = async (kind: EngineKind): Promise<Pick<Engine, 'url' | 'stop'>> => {
  const { variable } = KINDS[kind]
  const given = process.env[variable]
  if (given) {
    console.error(`${kind}: ${given}, as ${variable} says`)
    return { url: given, stop: async () => {} }
  }
  const contained = await containedEngine(kind)
  if (contained !== undefined) {
    console.error(`${kind}: ${contained.url}, in a container of ${contained.image}`)
    return contained
  }
  const { url, stop } = await ownEngine(kind)
  console.error(`${kind}: ${url}, from the local archives`)
  return { url, stop }
}

/** One of this machine with an empty folder of its own, which a test may also kill. */
export const ownEngine = async (kind: EngineKind): Promise<Engine> => {
  const folder = mkdtempSync(join(tmpdir(), `mingjian-${kind}-`))
  const engine = await KINDS[kind].start({ folder })
  return {
    ...engine,
    stop: async () => {
      await engine.stop()
      rmSync(folder, { recursive: true, force: true })
    },
  }
}
