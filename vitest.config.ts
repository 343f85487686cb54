import { defineConfig } from 'vitest/config'

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
        test: { name: 'platform', include: ['test/**/*.spec.ts'], globalSetup: 'test/postgres-server.ts' },
      },
    ],
  },
})
