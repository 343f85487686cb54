import { setTimeout as sleep } from 'node:timers/promises'
import type { Fence } from '@mingjian/kernel'
import { type Witness, witnessing } from '@mingjian/public-log'
import { postgresPublicLogStore, postText } from '@mingjian/public-log/adapters'
import { Sentence, sentenceOf } from '../cli/failure.ts'
import { complain, logger } from './logger.ts'
import type { Platform, Progress } from './platform.ts'

const LEASE = 'public-log'
/** Short, since a process that takes over from a killed one waits for it to run out; a holder that is only slow is stopped by its fence. */
const LEASE_SECONDS = 6
const LOOK_AGAIN_MS = 250

/** Everything that has happened is entered afterwards, by this process or by the one that holds the lease. */
export const catchUpPublicLog = async (
  { publicLog, log, leases, holder }: Platform,
  progress: Progress = () => {},
): Promise<void> => {
  const head = await log.head()
  let fence: Fence | undefined
  for (let at = await publicLog.position(); ; at = await publicLog.position()) {
    progress('公开日志', at, head)
    if (at >= head && (await publicLog.checkpoint()) !== undefined) break
    fence = await leases.take(LEASE, holder, LEASE_SECONDS)
    if (fence === undefined) await sleep(LOOK_AGAIN_MS)
    else await publicLog.advance(fence)
  }
  // The next process needn't wait for it to run out.
  if (fence !== undefined) await leases.release(fence)
}

/** The right to write to the public log, for one act. */
export const withLogLease = async <T>({ leases, holder }: Platform, act: (fence: Fence) => Promise<T>): Promise<T> => {
  for (let waited = 0; waited <= LEASE_SECONDS * 1000; waited += LOOK_AGAIN_MS) {
    const fence = await leases.take(LEASE, holder, LEASE_SECONDS)
    if (fence !== undefined) return act(fence).finally(() => leases.release(fence).catch(() => {}))
    await sleep(LOOK_AGAIN_MS)
  }
  throw new Sentence('A running platform writes the public log: stop it first, then repeat this.')
}

/** Between two looks at a log that is silent: its holder renews the lease, the others see whether it has run out. */
const POLL_MS = 2000
/** What comes in quick succession is entered together: one signature, and still within the second. */
const TOGETHER_MS = 150
const RETRY_MS = 2000

/** Enters what happens while the platform runs, alone among all processes, and shows it to the witnesses. */
export const followLog = async (
  { publicLog, leases, holder, db }: Pick<Platform, 'publicLog' | 'leases' | 'holder' | 'db'>,
  witnesses: readonly Witness[],
): Promise<{ stop(): Promise<void> }> => {
  const stopping = new AbortController()
  const { signal } = stopping
  const pause = (ms: number): Promise<void> => sleep(ms, undefined, { signal }).catch(() => {})
  let woken = Promise.withResolvers<void>()
  const unlisten = await db.listen('mingjian_log', () => woken.resolve())
  signal.addEventListener('abort', () => woken.resolve())

  /** Whether this process is the one that writes, and so the one that shows. */
  let writes = false
  const enter = async (): Promise<void> => {
    const fence = await leases.take(LEASE, holder, LEASE_SECONDS)
    writes = fence !== undefined
    while (fence !== undefined && !signal.aborted && (await publicLog.advance(fence)) > 0);
  }
  const follow = async (): Promise<void> => {
    while (!signal.aborted) {
      woken = Promise.withResolvers()
      const began = await enter().then(
        () => true,
        (error: unknown) => {
          if (!signal.aborted) complain(sentenceOf(error))
          return false
        },
      )
      await pause(began ? TOGETHER_MS : RETRY_MS)
      await Promise.race([woken.promise, pause(POLL_MS)])
    }
  }
  const show = async (witness: Witness): Promise<void> => {
    const next = witnessing({ store: postgresPublicLogStore(db), post: postText }, witness)
    while (!signal.aborted) {
      const shown =
        writes &&
        (await next().catch((error: unknown) => {
          if (!signal.aborted) logger.warn(sentenceOf(error))
          return false
        }))
      await pause(shown ? TOGETHER_MS : POLL_MS)
    }
  }
  const running = Promise.all([follow(), ...witnesses.map(show)])
  return {
    stop: async () => {
      stopping.abort()
      await running
      await unlisten()
      const fence = await leases.take(LEASE, holder, LEASE_SECONDS).catch(() => undefined)
      if (fence !== undefined) await leases.release(fence).catch(() => {})
    },
  }
}
