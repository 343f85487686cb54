import pino from 'pino'

/** Standard output belongs to answers: what happens goes to standard error. */
export const logger = pino({ name: 'mingjian', level: 'warn' }, pino.destination(2))

const AGAIN_MS = 5 * 60_000
const REMEMBERED = 1000
const said = new Map<string, number>()

/** Says what is tried again and keeps failing, but not the same every second: an engine that is away for an hour fills no log. */
export const complain = (sentence: string): void => {
  const now = performance.now()
  if (now - (said.get(sentence) ?? Number.NEGATIVE_INFINITY) < AGAIN_MS) return
  if (said.size === REMEMBERED) said.clear()
  said.set(sentence, now)
  logger.error(sentence)
}
