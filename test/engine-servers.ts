import type { TestProject } from 'vitest/node'
import { type EngineKind, takeEngine } from './engines.ts'

declare module 'vitest' {
  /** URLs of the engines of this test run. */
  export interface ProvidedContext extends Record<EngineKind, string> {}
}

/** Starts Kafka, the schema registry and Elasticsearch for the first project that needs them, shares them with the others, and stops them at the end. */
export default async ({ vitest }: TestProject): Promise<(() => Promise<void>) | undefined> => {
  if (vitest.getRootProject().getProvidedContext().kafka !== undefined) return undefined
  const engines = await Promise.all(
    (['kafka', 'registry', 'elasticsearch'] as const).map(async (kind) => {
      const engine = await takeEngine(kind)
      vitest.provide(kind, engine.url)
      return engine
    }),
  )
  return async () => {
    await Promise.all(engines.map((engine) => engine.stop()))
  }
}
