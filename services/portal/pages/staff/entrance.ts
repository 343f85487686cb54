import { isToken, SESSION_COOKIE, sessionOf } from '@mingjian/http'
import { text } from '../../page.ts'
import { atEntrance, pageAtTheDoor } from './door.ts'

const SESSION_SECONDS = 12 * 3600

/** A page of staff, and no other address. */
const within = (to: string | null | undefined): string => (to?.startsWith('/staff/') ? to : '/staff/board')

const cookie = (origin: string, value: string, seconds: number): string =>
  `${SESSION_COOKIE}=${value}; Max-Age=${seconds}; Path=/; HttpOnly; SameSite=Strict${origin.startsWith('https:') ? '; Secure' : ''}`

/** Where a token is exchanged for a session, and a session is ended. */
export const entrance = pageAtTheDoor({
  path: '/staff',
  query: { to: text },
  render: ({ query: { to } }, { isInside }) =>
    isInside ? { to: '/staff/board', status: 302 } : atEntrance(within(to), 200),
  forms: {
    '': ({ form, origin }, { staff: { staff } }) => {
      const to = within(form.get('to'))
      if (!isToken(form.get('token') ?? '', staff)) return atEntrance(to, 401, true)
      return { to, status: 303, cookie: cookie(origin, sessionOf(staff), SESSION_SECONDS) }
    },
    '/leave': ({ origin }) => ({ to: '/staff', status: 303, cookie: cookie(origin, '', 0) }),
  },
})
