import { normaliseUscc, usccFault } from '@mingjian/codes'
import { page, text } from '../../page.ts'
import { failed, staleLink } from '../../parts/failure.ts'
import { home } from './home.ts'
import { results } from './results.ts'

const ON_A_PAGE = 20

/** Where everything starts: without a question the home page; a whole code leads straight to its enterprise. */
export const search = page({
  path: '/',
  query: { q: text, state: text, list: text, district: text, industry: text, type: text, cursor: text },
  render: async ({ query: { q = '', cursor, ...filters } }, { queries, name, today }) => {
    if (q === '' && Object.keys(filters).length === 0) {
      const [statistics, draws, law] = await Promise.all([
        queries.statistics(),
        queries.draws({ limit: 1 }),
        queries.law(),
      ])
      const newest = draws === 'unknown-cursor' ? undefined : draws.items[0]
      return { title: name, current: '/', body: home(statistics, newest, law, today) }
    }
    const code = normaliseUscc(q)
    if (usccFault(code) === undefined && (await queries.enterprise(code)) !== undefined)
      return { to: `/enterprises/${code}`, status: 302 }
    const asked = { ...(q === '' ? {} : { q }), filters, cursor, limit: ON_A_PAGE }
    const [found, counts] = await Promise.all([queries.search(asked), queries.counts(asked)])
    if (found === 'unknown-cursor') return failed(400, staleLink)
    const body = results({ q, filters, cursor, counts }, found)
    return { title: q === '' ? '筛选' : `查“${q}”`, current: '/', body }
  },
})
