// All tests, in the order in which a fault is cheapest to find: `npm test`. `npm test -- --fast`: those that need no server. Other arguments
// choose specs, as vitest takes them. The last line alone: `N passed, N failed, N skipped`.
import { spawnSync } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

interface Tally {
  readonly numPassedTests: number
  readonly numFailedTests: number
  readonly numPendingTests: number
  readonly numTodoTests: number
  readonly numFailedTestSuites: number
}

const bin = join(import.meta.dirname, '..', 'node_modules', '.bin')
const cwd = join(import.meta.dirname, '..')
const run = (command: string, args: readonly string[]): boolean =>
  spawnSync(command, args, { cwd, stdio: 'inherit' }).status === 0

let passed = 0
let failed = 0
const step = (name: string, command: string, args: readonly string[]): void => {
  const began = performance.now()
  const ok = run(command, args)
  console.log(`${ok ? 'ok  ' : 'FAIL'} ${name} (${((performance.now() - began) / 1000).toFixed(1)} s)`)
  if (ok) passed += 1
  else failed += 1
}

step('types', join(bin, 'tsc'), ['-p', '.'])
step('lint and format', join(bin, 'biome'), ['ci', '--error-on-warnings', '.'])
step('contracts are up to date', process.execPath, ['schemas/generate.ts', '--check'])

const folder = mkdtempSync(join(tmpdir(), 'mingjian-tests-'))
let skipped = 0
const specs = (args: readonly string[]): void => {
  const report = join(folder, 'report.json')
  rmSync(report, { force: true })
  const reporters = ['--reporter=default', '--reporter=json', `--outputFile.json=${report}`]
  run(join(bin, 'vitest'), ['run', ...reporters, ...args])
  try {
    const tally = JSON.parse(readFileSync(report, 'utf8')) as Tally
    passed += tally.numPassedTests
    // A file that can't even be loaded has no failed test, but is a failure.
    failed += Math.max(tally.numFailedTests, tally.numFailedTestSuites > 0 ? 1 : 0)
    skipped += tally.numPendingTests + tally.numTodoTests
  } catch {
    failed += 1
  }
}
const RULES = ['--project=rules']
/** Each with the servers that it needs, and none before. */
const STAGES = [RULES, ['--project=platform'], ['--project=engines', '--project=split']]
const chosen = process.argv.slice(2).filter((arg) => arg !== '--fast')
const fast = process.argv.includes('--fast')
if (chosen.length > 0) specs(fast ? [...RULES, ...chosen] : chosen)
else for (const stage of fast ? [RULES] : STAGES) specs(stage)
rmSync(folder, { recursive: true, force: true })
console.log(`${passed} passed, ${failed} failed, ${skipped} skipped`)
process.exitCode = failed === 0 ? 0 : 1
