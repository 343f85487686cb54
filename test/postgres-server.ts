import type { TestProject } from 'vitest/node'
import { startServer } from './postgres.ts'

declare module 'vitest' {
  export interface ProvidedContext {
    /** URL of the one Postgres server of this test run. */
    postgres: string
  }
}

/** Starts the test run's Postgres before its first spec and stops it after its last. */
export default async (project: TestProject): Promise<() => Promise<void>> => {
  const server = await startServer()
  project.provide('postgres', server.url)
  return () => server.stop()
}
