import { defineConfig } from 'vitest/config'

const ENGINES = 'test/**/*.engines.spec.ts'
/** What the platform does for those who ask it over HTTP, however it runs. */
const JOURNEYS = 'test/journeys/*.spec.ts'
/** What the command line does, on folders of its own. */
const COMMANDS = 'test/journeys/{bad-input,refused,sample-*}.spec.ts'
const MODULES = '**/node_modules/**'

/** On engines: after all others and one by one, with the patience that a small machine needs. */
const onEngines = {
  maxWorkers: 1,
  testTimeout: 240_000,
  hookTimeout: 300_000,
  globalSetup: ['test/postgres-server.ts', 'test/engine-servers.ts'],
}

export default defineConfig({
  test: {
    testTimeout: 60_000,
    hookTimeout: 120_000,
    maxWorkers: 2,
    projects: [
      {
        extends: true,
        test: { name: 'rules', include: ['services/**/*.spec.ts', 'schemas/**/*.spec.ts', 'test/lives/*.spec.ts'] },
      },
      // One real Postgres for the whole run, started only when one of these specs runs.
      {
        extends: true,
        test: {
          name: 'platform',
          include: ['test/**/*.spec.ts'],
          exclude: [MODULES, ENGINES, 'test/lives/**'],
          globalSetup: 'test/postgres-server.ts',
          provide: { mode: 'embedded' },
        },
      },
      // Kafka, the schema registry and Elasticsearch as well: three servers that are killed and started again; and every journey on them.
      {
        extends: true,
        test: {
          ...onEngines,
          name: 'engines',
          sequence: { groupOrder: 1 },
          include: [ENGINES, JOURNEYS],
          exclude: [MODULES, COMMANDS],
          provide: { mode: 'engines' },
        },
      },
      // Every journey once more, with the roles in processes of their own.
      {
        extends: true,
        test: {
          ...onEngines,
          name: 'split',
          sequence: { groupOrder: 2 },
          include: [JOURNEYS],
          exclude: [MODULES, COMMANDS, ENGINES],
          provide: { mode: 'split' },
        },
      },
    ],
  },
})
