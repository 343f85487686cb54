import { SingleBar } from 'cli-progress'
import type { Progress } from '../run/platform.ts'

/** Standard output holds the answer alone; everything said on the way goes to standard error. */
export const say = (text: string): void => {
  process.stderr.write(`${text}\n`)
}
export const answer = (text: string): void => {
  process.stdout.write(`${text}\n`)
}

/** A bar for people at a terminal, silence elsewhere. */
export const bar = (): { readonly progress: Progress; readonly stop: () => void } => {
  if (!process.stderr.isTTY) return { progress: () => {}, stop: () => {} }
  const shown = new SingleBar({
    format: '{what} [{bar}] {value}/{total} {eta_formatted}',
    stream: process.stderr,
    hideCursor: true,
    clearOnComplete: true,
  })
  let current: string | undefined
  const stop = (): void => {
    if (current !== undefined) shown.stop()
    current = undefined
  }
  return {
    progress: (what, done, of = done) => {
      if (what !== current) {
        stop()
        shown.start(of, done, { what })
        current = what
      } else {
        shown.setTotal(of)
        shown.update(done)
      }
    },
    stop,
  }
}
