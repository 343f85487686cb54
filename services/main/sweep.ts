import { beginRecords } from '@mingjian/disclosure'
import { type CivilDate, type Fence, type Swept, sweep } from '@mingjian/kernel'
import { deadlines } from './modules.ts'
import { catchUpDeadlines, type Platform, type Progress } from './platform.ts'

/** Another process is carrying out the deadlines. */
export class SweepUnderWay extends Error {}

const LEASE = 'deadlines'
const LEASE_SECONDS = 60

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
  const fence = await platform.leases.take(LEASE, platform.holder, LEASE_SECONDS)
  if (fence === undefined)
    throw new SweepUnderWay('Another process carries out the deadlines at this moment: try again in a minute.')
  const renewal = setInterval(
    () => void platform.leases.take(LEASE, platform.holder, LEASE_SECONDS).catch(() => {}),
    (LEASE_SECONDS * 1000) / 3,
  )
  try {
    return await run(platform, asOf, options, fence, progress)
  } finally {
    clearInterval(renewal)
    await platform.leases.release(fence)
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
