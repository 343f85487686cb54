import { addDays } from '@mingjian/kernel'
import type { Config } from './config.ts'
import { sentenceOf } from './failure.ts'
import { logger } from './logger.ts'
import type { Platform } from './platform.ts'
import { sweepDeadlines } from './sweep.ts'

/** After a fault: long enough not to fill the log, short enough to be back at once. */
const RETRY_MS = 2000
/** A wake-up that got lost (a new connection, a proxy) is made up for. */
const POLL_MS = 5000
const MS_PER_DAY = 86_400_000

/** Follows the log as it grows, and carries out each day's deadlines in the first hour of the day. */
export const keepUp = async (platform: Platform, config: Config): Promise<{ stop(): Promise<void> }> => {
  let stopped = false
  let wake: () => void = () => {}
  let wanted = true
  const woken = (): void => {
    wanted = true
    wake()
  }
  const unlisten = await platform.db.listen('mingjian_log', woken)
  const poll = setInterval(() => {
    platform.reached.clear()
    woken()
  }, POLL_MS)

  const follow = (async () => {
    while (!stopped) {
      if (!wanted) {
        await new Promise<void>((resolve) => {
          wake = resolve
        })
        continue
      }
      wanted = false
      try {
        await platform.catchUp()
      } catch (error) {
        if (stopped) return
        logger.error(sentenceOf(error))
        wanted = true
        await new Promise((resolve) => setTimeout(resolve, RETRY_MS))
      }
    }
  })()

  let nightly: NodeJS.Timeout
  const schedule = (): void => {
    const tomorrow = Date.parse(`${addDays(platform.clock.today(), 1)}T00:30:00+08:00`)
    nightly = setTimeout(
      async () => {
        try {
          await sweepDeadlines(platform, platform.clock.today(), {
            begin: false,
            firstReportYear: config.firstReportYear,
          })
        } catch (error) {
          logger.error(sentenceOf(error))
        }
        if (!stopped) schedule()
      },
      Math.min(Math.max(tomorrow - Date.parse(platform.clock.now()), 1000), MS_PER_DAY),
    )
  }
  schedule()

  return {
    stop: async () => {
      stopped = true
      clearInterval(poll)
      clearTimeout(nightly)
      wake()
      await follow
      await unlisten()
    },
  }
}
