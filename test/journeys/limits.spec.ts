import { connect } from 'node:net'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { type Journey, startJourney, TOKEN } from './platform.ts'

let journey: Journey
beforeAll(async () => {
  journey = await startJourney({ RATE_LIMIT: '20', STAFF_TOKEN: '' })
})
afterAll(() => journey.end())

test('without a token of staff nobody acts over HTTP', async () => {
  const answer = await journey.act('RevokeLicence', {}, { authorization: `Bearer ${TOKEN}` })
  expect(answer.body).toMatchObject({ status: 403, code: 'staff-door-closed' })
})

test('who asks too often is told when to come back, whatever was asked; health is always answered', async () => {
  const paths = ['/v1/statistics', '/v1/nothing', '/v1/enterprises/91', '/v1/lists/abnormal']
  let refused: Awaited<ReturnType<Journey['get']>> | undefined
  for (let n = 0; n < 30 && refused?.status !== 429; n += 1) refused = await journey.get(paths[n % paths.length] ?? '')
  expect(refused?.body).toMatchObject({
    type: 'about:blank',
    title: 'Too Many Requests',
    status: 429,
    code: 'too-many-requests',
  })
  expect(refused?.headers.get('content-type')).toBe('application/problem+json')
  expect(Number(refused?.headers.get('retry-after'))).toBeGreaterThan(0)
  expect(refused?.headers.get('ratelimit')).toMatch(/^"minute";r=0;t=\d+$/)
  const wrongToken = await journey.act('RevokeLicence', {}, { authorization: 'Bearer guess' })
  expect(wrongToken.status).toBe(429)
  for (const path of ['/health/live', '/health/ready']) expect((await journey.get(path)).status).toBe(200)
})

test('an address that is none is a problem too', async () => {
  const answer = await journey.get('/v1/enterprises/%FF')
  expect([answer.status, answer.headers.get('content-type')]).toEqual([400, 'application/problem+json'])
})

test('what is no HTTP request is a problem that says how an address is written', async () => {
  const { hostname, port } = new URL(journey.address)
  const socket = connect(Number(port), hostname)
  socket.write('GET /v1/enterprises?q=昆区 HTTP/1.1\r\nhost: localhost\r\n\r\n')
  let answer = ''
  for await (const chunk of socket.setEncoding('utf8')) answer += chunk
  const [head = '', body = ''] = answer.split('\r\n\r\n')
  expect(head).toContain('content-type: application/problem+json')
  expect(JSON.parse(body)).toMatchObject({
    status: 400,
    code: 'unreadable-request',
    detail: expect.stringContaining('%XX'),
  })
})
