import type { FastifyReply, FastifyRequest } from 'fastify'
import Type from 'typebox'

/** For the `response` of a route whose answers are tagged. */
export const notModified = Type.Null({
  description: 'As the caller has it: If-None-Match named the ETag of this answer.',
})

/** A weak tag: what it names means the same as long as these are the same, whatever its bytes. */
export const tagOf = (...parts: readonly (string | number)[]): string => `W/"${parts.join('-')}"`

const holds = (header: string | undefined, tag: string): boolean => {
  if (header === undefined) return false
  const opaque = tag.replace(/^W\//, '')
  return header
    .split(',')
    .some((candidate) => candidate.trim() === '*' || candidate.trim().replace(/^W\//, '') === opaque)
}

/** Marks the answer with its tag. True when the caller has it already: the answer is then 304 and nothing more is to be said. */
export const unchanged = (request: FastifyRequest, reply: FastifyReply, tag: string): boolean => {
  // Asked for every time, which the tag makes cheap: a delisting must not show late.
  reply.header('etag', tag).header('cache-control', 'no-cache')
  if (!holds(request.headers['if-none-match'], tag)) return false
  reply.code(304)
  return true
}
