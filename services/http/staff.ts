import { createHash, createHmac, timingSafeEqual } from 'node:crypto'
import type { FastifyRequest } from 'fastify'
import { problem } from './problem.ts'

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

const doorClosed = problem(403, 'staff-door-closed', {
  zh: '本平台不通过 HTTP 办理业务：设置 STAFF_TOKEN 后工作人员方可办理。',
  en: 'This platform takes no acts over HTTP: set STAFF_TOKEN to open the door to staff.',
})
const tokenMissing = problem(401, 'token-missing', {
  zh: '办理业务需要在 `Authorization: Bearer` 中携带工作人员的令牌。',
  en: 'An act needs `Authorization: Bearer` with the token of staff.',
})
const tokenWrong = problem(401, 'token-wrong', {
  zh: '令牌不正确。',
  en: 'This is not the token of staff.',
})

/** Throws for who isn't staff: known by the token, or in a browser by the session that it was given for it. */
export const authorise = (request: Asking, staff: Staff | undefined): void => {
  if (staff === undefined) {
    throw doorClosed({})
  }
  const given = /^Bearer (.+)$/i.exec(request.headers.authorization ?? '')?.[1]
  if (given === undefined) {
    if (hasSession(request, staff)) return
    throw tokenMissing({})
  }
  if (!isToken(given, staff)) throw tokenWrong({})
}
