import { setTimeout as sleep } from 'node:timers/promises'
import { sentenceOf } from '../cli/failure.ts'
import { complain } from './logger.ts'
import type { Platform } from './platform.ts'

/** After a fault: long enough not to fill the log, short enough to be back at once. */
const RETRY_MS = 2000
/** A wake-up that got lost (a new connection, a proxy) is made up for. */
const POLL_MS = 5000

export interface Following {
  stop(): Promise<void>
}

/** Does a piece of work now and whenever the log may have grown; after a fault it is tried again. */
export const follow = async (
  { db }: Pick<Platform, 'db'>,
  work: () => Promise<void>,
  { polled = () => {} }: { readonly polled?: () => void } = {},
): Promise<Following> => {
  let stopped = false
  let wanted = true
  let wake: () => void = () => {}
  const stopping = Promise.withResolvers<void>()
  const woken = (): void => {
    wanted = true
    wake()
  }
  const unlisten = await db.listen('mingjian_log', woken)
  const poll = setInterval(() => {
    polled()
    woken()
  }, POLL_MS)

  const following = (async () => {
    while (!stopped) {
      if (!wanted) {
        await new Promise<void>((resolve) => {
          wake = resolve
        })
        continue
      }
      wanted = false
      try {
        await work()
      } catch (error) {
        if (stopped) return
        complain(sentenceOf(error))
        wanted = true
        await Promise.race([sleep(RETRY_MS), stopping.promise])
      }
    }
  })()
  return {
    stop: async () => {
      stopped = true
      stopping.resolve()
      clearInterval(poll)
      wake()
      await following
      await unlisten()
    },
  }
}
