import { setTimeout as sleep } from 'node:timers/promises'
import type { CivilDate } from '@mingjian/codes'
import { beginRecords } from '@mingjian/disclosure'
import { type Fence, type Swept, sweep } from '@mingjian/kernel'
import { deadlines } from '../modules.ts'
import { catchUpDeadlines, type Platform, type Progress } from './platform.ts'

/** Another process is carrying out the deadlines. */
export class SweepUnderWay extends Error {}

const LEASE = 'deadlines'
/** Short, since who repeats a sweep that was killed waits for it to run out; a holder that is only slow is stopped by its fence. */
const LEASE_SECONDS = 15
const LOOK_AGAIN_MS = 500

const takeLease = async ({ leases, holder }: Platform, progress: Progress): Promise<Fence> => {
  for (let waited = 0; waited <= LEASE_SECONDS * 1000 + LOOK_AGAIN_MS; waited += LOOK_AGAIN_MS) {
    const fence = await leases.take(LEASE, holder, LEASE_SECONDS)
    if (fence !== undefined) return fence
    progress('等待另一进程', Math.floor(waited / 1000), LEASE_SECONDS)
    await sleep(LOOK_AGAIN_MS)
  }
  throw new SweepUnderWay('Another process carries out the deadlines at this moment: try again when it is done.')
}

export interface SweepOptions {
  /** Whether reports may begin to be judged now: an act of a person, since a register that is still being imported would be judged by half. */
  readonly begin: boolean
  readonly firstReportYear: number | undefined
}

/** Everything that the law asks for by a day. One process at a time: the lease is checked with every act that is recorded. */
export const sweepDeadlines = async (
  platform: Platform,
  asOf: CivilDate,
  options: SweepOptions,
  progress: Progress = () => {},
): Promise<Swept> => {
  const fence = await takeLease(platform, progress)
  const renewal = setInterval(
    () => void platform.leases.take(LEASE, platform.holder, LEASE_SECONDS).catch(() => {}),
    (LEASE_SECONDS * 1000) / 3,
  )
  try {
    return await run(platform, asOf, options, fence, progress)
  } finally {
    clearInterval(renewal)
    // One that can't be given back runs out.
    await platform.leases.release(fence).catch(() => {})
  }
}

const run = async (
  platform: Platform,
  asOf: CivilDate,
  { begin, firstReportYear }: SweepOptions,
  fence: Fence,
  progress: Progress,
): Promise<Swept> => {
  const { handler, reads } = platform
  const catchUp = (): Promise<void> => catchUpDeadlines(platform)
  await catchUp()
  const beginning = begin ? await beginRecords(reads, firstReportYear) : undefined
  if (beginning !== undefined)
    await handler.handleAll([{ command: beginning, actor: 'deadline:records', authority: '' }], fence)
  return await sweep(deadlines, asOf, {
    handler,
    reads,
    catchUp,
    fence,
    progress: (day, acts) => progress(`到期事项 ${day}`, acts),
  })
}
