import { createHash, createHmac, timingSafeEqual } from 'node:crypto'
import type { FastifyRequest } from 'fastify'
import { Problem } from './problem.ts'

/** Who may act over HTTP, and for which authority. */
export interface Staff {
  readonly token: string
  readonly authority: string
}

type Asking = Pick<FastifyRequest, 'headers'>

const digest = (text: string): Buffer => createHash('sha256').update(text).digest()

/** Compared in a time that says nothing about how much of it was right. */
const same = (given: string, expected: string): boolean => timingSafeEqual(digest(given), digest(expected))

export const isToken = (given: string, { token }: Staff): boolean => same(given, token)

/** Cookie in which a browser keeps its session. */
export const SESSION_COOKIE = 'staff'
/** What a browser keeps in place of the token, which can't be told from it; a new token ends it. */
export const sessionOf = ({ token }: Staff): string =>
  createHmac('sha256', token).update('session of a browser').digest('base64url')

const sessionIn = ({ headers }: Asking): string | undefined =>
  new RegExp(`(?:^|; *)${SESSION_COOKIE}=([\\w-]+)`).exec(headers.cookie ?? '')?.[1]

export const hasSession = (request: Asking, staff: Staff): boolean => {
  const session = sessionIn(request)
  return session !== undefined && same(session, sessionOf(staff))
}

/** Throws for who isn't staff: known by the token, or in a browser by the session that it was given for it. */
export const authorise = (request: Asking, staff: Staff | undefined): void => {
  if (staff === undefined) {
    throw new Problem(
      403,
      'staff-door-closed',
      'This platform takes no acts over HTTP: set STAFF_TOKEN to open the door to staff.',
    )
  }
  const given = /^Bearer (.+)$/i.exec(request.headers.authorization ?? '')?.[1]
  if (given === undefined) {
    if (hasSession(request, staff)) return
    throw new Problem(401, 'token-missing', 'An act needs `Authorization: Bearer` with the token of staff.')
  }
  if (!isToken(given, staff)) throw new Problem(401, 'token-wrong', 'This is not the token of staff.')
}
