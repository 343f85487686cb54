import type { PublicQueries } from '@mingjian/credit-query'
import { type Clock, type Refusal, refused } from '@mingjian/kernel'
import type { FastifyInstance, FastifyReply } from 'fastify'
import { type Failure, failurePage } from './pages/failure.ts'
import type { Page } from './pages/frame.ts'
import { ratingPage } from './pages/rating.ts'
import { noSuchSlip, type ScannedSlip, slipPage } from './pages/slip.ts'

/** What an enterprise does that is being checked. */
export interface CheckedPages {
  readonly slip: (code: string) => Promise<ScannedSlip | undefined>
  readonly scan: (code: string) => Promise<ScannedSlip | Refusal | undefined>
  /** What is rated, 1 to 5 each. */
  readonly aspects: readonly string[]
  readonly rate: (code: string, scores: readonly number[]) => Promise<Refusal | undefined>
}

const CODE = /^[0-9a-f]{32}$/
const TAKEN = { wrong: false, words: '已经收下。攒够十份以后一起放出。' }
const REFUSED: Readonly<Record<string, string>> = {
  'unknown-code': '没有这个评价码：请核对纸条上的 32 位字符。',
  'code-used': '这个评价码已经用过，那一份评价已经计入。',
}

/** Pages for whoever holds a task slip or a code for a rating: neither is kept by a computer on the way. */
export const checkedPages = (
  app: FastifyInstance,
  send: (reply: FastifyReply, page: Page) => FastifyReply,
  { queries, clock }: { readonly queries: Pick<PublicQueries, 'enterprise'>; readonly clock: Pick<Clock, 'today'> },
  { slip, scan, aspects, rate }: CheckedPages,
): void => {
  const fail = (reply: FastifyReply, status: number, failure: Failure): FastifyReply =>
    send(reply.code(status), { title: failure.title, body: failurePage(failure) })

  app.register(async (inside) => {
    inside.addHook('onSend', async (_, reply) => void reply.header('cache-control', 'no-store'))
    inside.get<{ Params: { code: string } }>('/visits/:code', async ({ params: { code } }, reply) => {
      const found = CODE.test(code) ? await slip(code) : undefined
      if (found === undefined) return fail(reply, 404, noSuchSlip)
      const enterprise = await queries.enterprise(found.uscc)
      const body = slipPage(found, enterprise?.name ?? found.uscc, code, clock.today())
      return send(reply, { title: '行政检查任务单', body })
    })
    inside.post<{ Params: { code: string } }>('/visits/:code/entry', async ({ params: { code } }, reply) => {
      const found = CODE.test(code) ? await scan(code) : undefined
      if (found === undefined) return fail(reply, 404, noSuchSlip)
      if ('code' in found)
        return fail(reply, 409, { title: '现在不能确认入企', next: [found.text.zh, '请向本机关核实这张任务单'] })
      return reply.redirect(`/visits/${code}`, 303)
    })

    const rating = (reply: FastifyReply, status: number, said: Parameters<typeof ratingPage>[1]): FastifyReply =>
      send(reply.code(status), { title: '评价检查', body: ratingPage(aspects, said) })
    inside.get('/ratings', async (_, reply) => rating(reply, 200, undefined))
    inside.post<{ Body: URLSearchParams }>('/ratings', async ({ body }, reply) => {
      const code = (body.get('code') ?? '').replace(/\s/g, '').toLowerCase()
      const scores = aspects.map((_, at) => Number(body.get(`score-${at}`)))
      if (scores.some((score) => !(Number.isInteger(score) && score >= 1 && score <= 5)))
        return rating(reply, 400, { wrong: true, words: '每一项都要选 1 到 5 分。' })
      const wrong = CODE.test(code) ? await rate(code, scores) : refused('unknown-code', '')
      if (wrong === undefined) return rating(reply, 200, TAKEN)
      return rating(reply, 409, { wrong: true, words: REFUSED[wrong.code] ?? wrong.text.zh })
    })
  })
}
