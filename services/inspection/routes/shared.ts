import { authorise, type Staff } from '@mingjian/http'
import type { FastifyReply, FastifyRequest } from 'fastify'
import Type from 'typebox'

export const none = Type.Object({}, { additionalProperties: false })
export const json = (schema: Type.TSchema) => ({
  description: 'OK',
  content: { 'application/json': { schema } },
})

/** What is kept nowhere: it is of one task, one code or one file. */
export const keepNothing = (reply: FastifyReply): void => void reply.header('cache-control', 'no-store')

/** Before the body of a request is read, for routes of staff alone. */
export const forStaff =
  (staff: Staff | undefined) =>
  async (request: FastifyRequest, reply: FastifyReply): Promise<void> => {
    keepNothing(reply)
    authorise(request, staff)
  }
