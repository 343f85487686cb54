import { makeUscc } from '@mingjian/codes'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { company } from './examples.ts'
import { type Journey, startJourney } from './platform.ts'

const codes = Array.from({ length: 9 }, (_, n) => makeUscc('91150203', `MA0CHG0${n}`))
let journey: Journey
const establish = async (n: number): Promise<void> => {
  const uscc = codes[n] ?? ''
  const { status } = await journey.act('EstablishEnterprise', { uscc, items: company(`包头市和泰${n}号有限公司`) })
  expect(status).toBe(200)
}

/** Follows the live stream and hands out its events one by one. */
const follow = async (query = '', headers: Readonly<Record<string, string>> = {}) => {
  const leaving = new AbortController()
  const response = await fetch(`${journey.address}/v1/changes${query}`, {
    headers: { accept: 'text/event-stream', ...headers },
    signal: leaving.signal,
  })
  const reader = (response.body ?? new ReadableStream<Uint8Array>()).getReader()
  const decoder = new TextDecoder()
  let text = ''
  const block = async (): Promise<string | undefined> => {
    for (;;) {
      const end = text.indexOf('\n\n')
      if (end >= 0) {
        const found = text.slice(0, end)
        text = text.slice(end + 2)
        return found
      }
      const { value, done } = await reader.read()
      if (done) return undefined
      text += decoder.decode(value, { stream: true })
    }
  }
  return {
    response,
    block,
    /** The next event; `undefined` when the stream has ended. */
    next: async () => {
      for (;;) {
        const found = await block()
        if (found === undefined) return undefined
        const data = /^data: (.+)$/m.exec(found)?.[1]
        if (data !== undefined) return { id: Number(/^id: (\d+)$/m.exec(found)?.[1]), ...JSON.parse(data) }
      }
    },
    leave: () => leaving.abort(),
  }
}

beforeAll(async () => {
  journey = await startJourney()
  for (const n of [0, 1, 2]) await establish(n)
})
afterAll(() => journey.end())

const lines = (text: string) =>
  text
    .split('\n')
    .filter((line) => line !== '')
    .map((line) => JSON.parse(line))

test('the feed is one event a line, in the order of the log', async () => {
  const { headers, text } = await journey.get('/v1/changes')
  expect(headers.get('content-type')).toMatch('application/x-ndjson')
  const changes = lines(text)
  expect(changes.map(({ subject }) => subject)).toEqual(codes.slice(0, 3))
  expect(changes[0]).toMatchObject({
    type: 'EnterpriseEstablished',
    data: { items: { name: '包头市和泰0号有限公司' } },
  })
})

test('it is read on from a position, a page at a time', async () => {
  const first = await journey.get('/v1/changes?limit=2')
  expect(lines(first.text)).toHaveLength(2)
  const next = /<(.+)>; rel="next"/.exec(first.headers.get('link') ?? '')?.[1] ?? ''
  expect(lines((await journey.get(next)).text).map(({ subject }) => subject)).toEqual([codes[2]])
  const last = lines((await journey.get('/v1/changes')).text).at(-1)
  expect((await journey.get(`/v1/changes?after=${last.position}`)).text).toBe('')
})

test('who follows it live hears of an act as it is recorded', async () => {
  const live = await follow()
  expect(live.response.headers.get('content-type')).toMatch('text/event-stream')
  await live.block()
  await establish(3)
  const heard = await live.next()
  expect(heard).toMatchObject({ type: 'EnterpriseEstablished', subject: codes[3] })
  expect(heard?.id).toBe(heard?.position)
  live.leave()
})

test('who was away goes on from the last event it had', async () => {
  const [, second] = lines((await journey.get('/v1/changes')).text)
  const live = await follow('?after=0', { 'last-event-id': String(second.position) })
  expect((await live.next())?.subject).toBe(codes[2])
  expect((await live.next())?.subject).toBe(codes[3])
  live.leave()
})

test('many follow at once, each hears all of it', async () => {
  const all = await Promise.all(Array.from({ length: 20 }, () => follow('?after=0')))
  await establish(4)
  for (const live of all) {
    const subjects = []
    for (let n = 0; n < 5; n += 1) subjects.push((await live.next())?.subject)
    expect(subjects).toEqual(codes.slice(0, 5))
    live.leave()
  }
})

test('a place in the stream that is none is a problem', async () => {
  const answer = await journey.get('/v1/changes', { accept: 'text/event-stream', 'last-event-id': 'yesterday' })
  expect(answer.body).toMatchObject({ status: 400, code: 'invalid-parameter' })
})

test('a stream ends with the platform, and does not keep it from ending', async () => {
  const live = await follow()
  await live.block()
  await journey.stopServing()
  expect(await live.next().catch(() => undefined)).toBeUndefined()
})
