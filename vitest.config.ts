import { defineConfig } from 'vitest/config'

const ENGINES = 'test/**/*.engines.spec.ts'
/** Journeys that pass on the engines as they pass without. */
const ON_BOTH = 'test/journeys/api.spec.ts'

export default defineConfig({
  test: {
    testTimeout: 60_000,
    hookTimeout: 120_000,
    maxWorkers: 2,
    projects: [
      { extends: true, test: { name: 'rules', include: ['services/**/*.spec.ts', 'schemas/**/*.spec.ts'] } },
      // One real Postgres for the whole run, started only when one of these specs runs.
      {
        extends: true,
        test: {
          name: 'platform',
          include: ['test/**/*.spec.ts'],
          exclude: ['**/node_modules/**', ENGINES],
          globalSetup: 'test/postgres-server.ts',
        },
      },
      // Kafka, the schema registry and Elasticsearch as well: three servers that are killed and started again. After all others and one by one,
      // with the patience that a small machine needs.
      {
        extends: true,
        test: {
          name: 'engines',
          sequence: { groupOrder: 1 },
          maxWorkers: 1,
          testTimeout: 240_000,
          hookTimeout: 300_000,
          include: [ENGINES, ON_BOTH],
          globalSetup: ['test/postgres-server.ts', 'test/engine-servers.ts'],
        },
      },
    ],
  },
})
