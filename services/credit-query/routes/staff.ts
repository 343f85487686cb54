import { createHash, timingSafeEqual } from 'node:crypto'
import type { FastifyRequest } from 'fastify'
import { Problem } from './problem.ts'

/** Who may act over HTTP, and for which authority. */
export interface Staff {
  readonly token: string
  readonly authority: string
}

const digest = (text: string): Buffer => createHash('sha256').update(text).digest()

/** Throws for who isn't staff. Compared in a time that says nothing about how much of the token was right. */
export const authorise = ({ headers }: Pick<FastifyRequest, 'headers'>, staff: Staff | undefined): void => {
  if (staff === undefined) {
    throw new Problem(
      403,
      'staff-door-closed',
      'This platform takes no acts over HTTP: set STAFF_TOKEN to open the door to staff.',
    )
  }
  const given = /^Bearer (.+)$/i.exec(headers.authorization ?? '')?.[1]
  if (given === undefined)
    throw new Problem(401, 'token-missing', 'An act needs `Authorization: Bearer` with the token of staff.')
  if (!timingSafeEqual(digest(given), digest(staff.token)))
    throw new Problem(401, 'token-wrong', 'This is not the token of staff.')
}
