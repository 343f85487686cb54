import type { TestProject } from 'vitest/node'
import { type EngineKind, takeEngine } from './engines.ts'

declare module 'vitest' {
  /** URLs of the engines of this test run. */
  export interface ProvidedContext extends Record<EngineKind, string> {}
}

/** Starts Kafka, the schema registry and Elasticsearch before the first spec that needs them, and stops them after the last. */
export default async (project: TestProject): Promise<() => Promise<void>> => {
  const engines = await Promise.all(
    (['kafka', 'registry', 'elasticsearch'] as const).map(async (kind) => {
      const engine = await takeEngine(kind)
      project.provide(kind, engine.url)
      return engine
    }),
  )
  return async () => {
    await Promise.all(engines.map((engine) => engine.stop()))
  }
}
