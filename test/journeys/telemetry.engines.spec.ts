import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { makeUscc } from '@mingjian/codes'
import { serve } from '@mingjian/main/run/serve'
import { observeLag, startTelemetry } from '@mingjian/main/run/telemetry'
import { afterAll, beforeAll, expect, inject, test } from 'vitest'
import { metricsIn, namedIn } from '../deploy/metrics.ts'
import { company } from './examples.ts'
import { type Carried, messagesOf, startCarried } from './kafka.ts'

interface Span {
  readonly name: string
  readonly traceId: string
  readonly spanId: string
  readonly parentSpanId?: string
}

const engines = { postgres: inject('postgres'), kafka: inject('kafka'), registry: inject('registry') }
const spans: Span[] = []
const collector = createServer((request, response) => {
  const parts: Buffer[] = []
  request.on('data', (part: Buffer) => parts.push(part))
  request.on('end', () => {
    const sent = JSON.parse(Buffer.concat(parts).toString()) as {
      resourceSpans: { scopeSpans: { spans: Span[] }[] }[]
    }
    for (const { scopeSpans } of sent.resourceSpans) for (const scope of scopeSpans) spans.push(...scope.spans)
    response.end('{}')
  })
})

let telemetry: Awaited<ReturnType<typeof startTelemetry>>
let carried: Carried
let serving: Awaited<ReturnType<typeof serve>>
let metricsUrl: string

const freePort = async (): Promise<number> => {
  const probe = createServer().listen(0, '127.0.0.1')
  await new Promise((resolve) => probe.once('listening', resolve))
  const { port } = probe.address() as AddressInfo
  await new Promise((resolve) => probe.close(resolve))
  return port
}

beforeAll(async () => {
  await new Promise<void>((resolve) => collector.listen(0, '127.0.0.1', resolve))
  const metricsPort = await freePort()
  metricsUrl = `http://127.0.0.1:${metricsPort}/metrics`
  const { port } = collector.address() as AddressInfo
  telemetry = await startTelemetry({ metricsPort, host: '127.0.0.1', otlpEndpoint: `http://127.0.0.1:${port}` })
  carried = await startCarried(engines, { PORT: '0', STAFF_TOKEN: 'token' })
  observeLag(carried.platform, carried.config.kafka)
  serving = await serve(carried.platform, carried.config, { ready: async () => undefined, notice: undefined })
})
afterAll(async () => {
  await serving.close()
  await carried.end()
  collector.close()
})

test('one trace leads from a request through the command and Kafka to the read model, and metrics tell what dashboards and alerts ask', async () => {
  const uscc = makeUscc('91150203', 'MA0T0001')
  const answer = await fetch(`${serving.address}/v1/commands/EstablishEnterprise`, {
    method: 'POST',
    headers: { authorization: 'Bearer token', 'idempotency-key': 'one', 'content-type': 'application/json' },
    body: JSON.stringify({ uscc, items: company('包头市跟踪商贸有限公司') }),
  })
  expect(answer.status).toBe(200)
  await carried.caughtUp()
  const [message] = await messagesOf(engines.kafka, carried.topics.events, 3, 1)
  const carriedOn = /^00-([0-9a-f]{32})-[0-9a-f]{16}-01$/.exec(String(message?.headers?.traceparent))
  expect(carriedOn, 'the message carries the trace').not.toBeNull()

  const scraped = await (await fetch(metricsUrl)).text()
  expect(scraped).toMatch(/mingjian_commands_total\{[^}]*command="EstablishEnterprise"[^}]*outcome="recorded"[^}]*\} 1/)
  expect(scraped).toMatch(
    /mingjian_http_request_duration_seconds_count\{[^}]*route="\/v1\/commands\/EstablishEnterprise"/,
  )
  expect(scraped, 'no address of an enterprise').not.toContain(uscc)
  const exported = metricsIn(scraped)
  expect(namedIn('deploy').filter((name) => !exported.has(name))).toEqual([])

  await telemetry.stop()
  const trace = spans.filter(({ traceId }) => traceId === carriedOn?.[1])
  const names = trace.map(({ name }) => name)
  expect(names).toContain('POST /v1/commands/EstablishEnterprise')
  expect(names).toContain('EstablishEnterprise')
  expect(names).toContain('fold EnterpriseEstablished')
  const byId = new Map(trace.map((span) => [span.spanId, span]))
  const folded = trace.find(({ name }) => name === 'fold EnterpriseEstablished')
  const command = byId.get(folded?.parentSpanId ?? '')
  expect(command?.name).toBe('EstablishEnterprise')
  expect(byId.get(command?.parentSpanId ?? '')?.name).toBe('POST /v1/commands/EstablishEnterprise')
})
