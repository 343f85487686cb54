// How long a test waits. A limit is there to end what hangs, never to judge a machine: every limit of a test comes from here.
import { createHash } from 'node:crypto'
import { closeSync, fsyncSync, mkdtempSync, openSync, rmSync, writeSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

/** What the work below takes on the machine that limits are written for, a quiet one of two cores in 2026, in milliseconds. */
const QUIET = { work: 130, writes: 60 }
/** Load may come after the measurement, and more than one test runs at a time. */
const ROOM = 10
/** A machine that only paused while it was measured is not slower than this. */
const MOST = 20

const took = (work: () => void): number => {
  const began = performance.now()
  work()
  return performance.now() - began
}

/** Calculation, and reading all over a memory that no cache holds. */
const work = (): void => {
  const memory = new Uint32Array(2 ** 23)
  let at = 1
  for (let step = 0; step < 2_000_000; step += 1) {
    at = (Math.imul(at, 1664525) + 1013904223) >>> 0
    const place = at >>> 9
    memory[place] = (memory[place] ?? 0) + step
  }
  const hash = createHash('sha256')
  for (let part = 0; part < 16; part += 1) hash.update(memory.subarray(part * 2 ** 18, (part + 1) * 2 ** 18))
  hash.digest()
}
const writes = (): void => {
  const folder = mkdtempSync(join(tmpdir(), 'mingjian-measured-'))
  const file = openSync(join(folder, 'file'), 'w')
  for (let at = 0; at < 20; at += 1) {
    writeSync(file, Buffer.alloc(8192, at))
    fsyncSync(file)
  }
  closeSync(file)
  rmSync(folder, { recursive: true })
}
/** How many times slower this machine is than a quiet one, as loaded as it is now. */
const measured = (): number => Math.min(MOST, Math.max(1, took(work) / QUIET.work, took(writes) / QUIET.writes))

// Measured once, by the process that starts the tests; every process of theirs inherits it.
process.env.TEST_SLOWNESS ??= measured().toFixed(1)
/** How many times slower than a quiet machine of two cores this one was when the tests began; at least 1. */
export const slowness = Number(process.env.TEST_SLOWNESS)

/** The limit, in milliseconds, for what a quiet machine does in so many seconds. */
export const patience = (seconds: number): number => Math.ceil(seconds * 1000 * ROOM * slowness)
