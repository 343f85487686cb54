import { nullable } from '@mingjian/codes'
import { problem, problems, refusalProblem } from '@mingjian/http'
import type { FastifyPluginAsync } from 'fastify'
import Type from 'typebox'
import { type SlipPorts, slipsOf } from '../slips.ts'
import { json, keepNothing, none } from './shared.ts'

const unknownCode = problem(404, 'unknown-code', {
  zh: '没有这个编码的任务单。',
  en: 'There is no task slip of this code.',
})

const text = Type.String()
const texts = Type.Array(text)
const day = Type.String({ format: 'date' })
const item = Type.Object({
  ...{ itemNo: text, name: text, legalBasis: texts, content: text, method: text },
  ...{ departments: texts, checklist: texts, noticeBeforehand: Type.Boolean() },
})
const slip = Type.Object({
  ...{ slipNo: text, authority: text, uscc: text, planName: text, from: day, to: day, issuedOn: day },
  stage: Type.String({ description: 'issued, completed, passed, publicised or cancelled.' }),
  cancelled: nullable(text),
  items: Type.Array(item),
  officers: Type.Array(Type.Object({ department: text, certificateNo: text, validUntil: day }), {
    description: 'As their certificates say, which they show.',
  }),
  onSite: Type.Boolean({ description: 'Officers come to the enterprise.' }),
  enteredAt: nullable(Type.String({ description: 'RFC 3339 UTC.' })),
  scanned: Type.Boolean({ description: '扫码入企: the enterprise has scanned the slip.' }),
})

/** What the enterprise sees of a task by the code of its slip, and does there. */
export const slipRoutes: FastifyPluginAsync<SlipPorts> = async (app, ports) => {
  const slips = slipsOf(ports)
  const shared = {
    tags: ['inspections'],
    params: Type.Object({
      code: Type.String({ pattern: '^[0-9a-f]{32}$', description: 'The code of the slip, as its QR code has it.' }),
    }),
    querystring: none,
    response: { 200: json(slip), ...problems },
  }

  app.get<{ Params: { readonly code: string } }>(
    '/slips/:code',
    {
      schema: {
        ...shared,
        operationId: 'slip',
        summary: 'A task slip 任务单, to all who have its code: who checks what and on which basis',
      },
    },
    async ({ params }, reply) => {
      keepNothing(reply)
      const found = await slips.slip(params.code)
      if (found === undefined) throw unknownCode({})
      return found
    },
  )

  app.post<{ Params: { readonly code: string } }>(
    '/slips/:code/entry',
    {
      schema: {
        ...shared,
        operationId: 'scanEntry',
        summary: '扫码入企: the enterprise confirms that the officers are there',
        description: 'Takes no body. A second scan changes nothing.',
      },
    },
    async ({ params }, reply) => {
      keepNothing(reply)
      const found = await slips.scan(params.code)
      if (found === undefined) throw unknownCode({})
      if ('code' in found) throw refusalProblem(found)
      return found
    },
  )
}
