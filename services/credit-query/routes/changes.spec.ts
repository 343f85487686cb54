import { answerProblems, validatorCompiler } from '@mingjian/http'
import fastify from 'fastify'
import { expect, test } from 'vitest'
import { basis } from './answers.ts'
import { changeRoutes } from './changes.ts'

test('a silent stream shows that it lives, and moves its caller past what is not public', async () => {
  let head = 7
  const log = { head: async () => head, read: async () => [], readStreams: async () => new Map() }
  const clock = { today: () => '2026-11-23', now: () => '2026-11-23T04:00:00Z' }
  const app = fastify()
  app.setValidatorCompiler(validatorCompiler)
  answerProblems(app)
  app.addSchema(basis)
  app.addSchema({ $id: 'Change', type: 'object' })
  await app.register(changeRoutes, { log, clock, heartbeatMs: 20 })
  const address = await app.listen({ port: 0, host: '127.0.0.1' })
  try {
    const response = await fetch(`${address}/changes`, { headers: { accept: 'text/event-stream' } })
    const reader = (response.body ?? new ReadableStream<Uint8Array>()).pipeThrough(new TextDecoderStream()).getReader()
    let text = ''
    while (!text.includes(': still here\nid: 7\n\n')) text += (await reader.read()).value ?? ''
    head = 12
    while (!text.includes(': still here\nid: 12\n\n')) text += (await reader.read()).value ?? ''
    expect(text).toMatch(/^retry: \d+\nid: 7\n\n/)
    await reader.cancel()
  } finally {
    await app.close()
  }
})
