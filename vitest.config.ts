import { defineConfig } from 'vitest/config'
import { patience } from './test/patience.ts'

const ENGINES = 'test/**/*.engines.spec.ts'
/** What a port promises, on adapters that keep everything in memory; and the lives of every decider. */
const IN_MEMORY = ['test/contracts/*.memory.spec.ts', 'test/lives/*.spec.ts']
/** What the platform does for those who ask it over HTTP, however it runs. */
const JOURNEYS = 'test/journeys/*.spec.ts'
/** What the command line does, on folders of its own. */
const COMMANDS = 'test/journeys/{bad-input,refused,sample-*}.spec.ts'
const MODULES = '**/node_modules/**'

/** On engines: one by one. */
const onEngines = { maxWorkers: 1, globalSetup: ['test/postgres-server.ts', 'test/engine-servers.ts'] }

// In the order in which a fault is cheapest to find.
export default defineConfig({
  test: {
    testTimeout: patience(60),
    hookTimeout: patience(120),
    teardownTimeout: patience(30),
    expect: { poll: { timeout: patience(60) } },
    maxWorkers: 2,
    projects: [
      // All that needs no server.
      {
        extends: true,
        test: { name: 'rules', include: ['services/**/*.spec.ts', 'schemas/**/*.spec.ts', ...IN_MEMORY] },
      },
      // One real Postgres for the whole run, started only when one of these specs runs.
      {
        extends: true,
        test: {
          name: 'platform',
          sequence: { groupOrder: 1 },
          include: ['test/**/*.spec.ts'],
          exclude: [MODULES, ENGINES, ...IN_MEMORY],
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
          sequence: { groupOrder: 2 },
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
          sequence: { groupOrder: 3 },
          include: [JOURNEYS],
          exclude: [MODULES, COMMANDS, ENGINES],
          provide: { mode: 'split' },
        },
      },
    ],
  },
})
