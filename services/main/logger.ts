import pino from 'pino'

/** Standard output belongs to answers: what happens goes to standard error. */
export const logger = pino({ name: 'mingjian', level: 'warn' }, pino.destination(2))
