import { html } from '@mingjian/http'
import Type from 'typebox'
import { describe, expect, expectTypeOf, test } from 'vitest'
import { page, place, type Shown, text } from './page.ts'
import { pages } from './pages/index.ts'
import type { Ports } from './ports.ts'

const PORTS = { name: '公示' } as Ports
const request = (url: string, params: Readonly<Record<string, string>> = {}) => {
  const query: Record<string, string | string[]> = {}
  for (const [name, value] of new URLSearchParams(url.split('?')[1])) {
    const before = query[name]
    query[name] = before === undefined ? value : [before, value].flat()
  }
  return { url, params, query, body: undefined, headers: {}, protocol: 'https', host: 'example.org' } as const
}

const years = page({
  path: '/years/:year',
  params: { year: Type.Integer() },
  query: { q: text, from: place },
  render: ({ params: { year }, query, origin }) => {
    expectTypeOf(year).toEqualTypeOf<number>()
    expectTypeOf(query.from).toEqualTypeOf<number | undefined>()
    return { title: String(year), body: html`${origin} ${JSON.stringify(query)}` }
  },
})
const shown = async (url: string, year = '2026') => {
  const answer = await years.get(request(url, { year }), PORTS)
  return answer !== undefined && 'body' in answer
    ? { status: answer.status ?? 200, title: answer.title, text: String(answer.body) }
    : undefined
}
const quoted = (query: object) => String(html`${JSON.stringify(query)}`)

describe('a page', () => {
  test('is asked in the kinds of its schema, at the address that the visitor wrote', async () =>
    expect(await shown('/years/2026?q=a&from=20')).toEqual({
      ...{ status: 200, title: '2026' },
      text: `https://example.org ${quoted({ q: 'a', from: 20 })}`,
    }))

  test.each([
    ['says nothing', '?q=&from=', {}],
    ['is not as the schema wants it', '?q=a&from=zz', { q: 'a' }],
    ['lies below the least', '?from=-3', {}],
    ['is known to no schema', '?q=a&other=1', { q: 'a' }],
    ['holds what nobody writes', '?q=%00+a%0B', { q: 'a' }],
  ])('leaves out what %s', async (_, query, expected) =>
    expect((await shown(`/years/2026${query}`))?.text).toContain(` ${quoted(expected)}`),
  )

  test('takes the first of several values', async () =>
    expect((await shown('/years/2026?q=a&q=b'))?.text).toContain(quoted({ q: 'a' })))

  test('is not there under a path that is no such path', async () =>
    expect(await shown('/years/x', 'x')).toMatchObject({ status: 404, title: '没有这个页面' }))

  test('takes markup for its body, and no string: the compiler says so', () => {
    expectTypeOf<string>().not.toExtend<Shown['body']>()
    expectTypeOf<ReturnType<typeof html>>().toExtend<Shown['body']>()
  })
})

test('every page has a path of its own', () => {
  const paths = pages.map(({ path }) => path)
  expect(new Set(paths).size).toBe(paths.length)
})
