import { defineConfig } from 'vitest/config'

export default defineConfig({
  test: {
    include: ['services/**/*.spec.ts', 'schemas/**/*.spec.ts', 'test/**/*.spec.ts'],
    testTimeout: 60_000,
    hookTimeout: 120_000,
    maxWorkers: 2,
  },
})
