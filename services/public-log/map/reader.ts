import type { PublicLogStore } from '../store.ts'
import type { ReadNode } from './change.ts'

/** Reads each node once; those that are asked for in one breath travel together, so that a thousand ways cost as many queries as one. */
export const readTogether = ({ nodes }: Pick<PublicLogStore, 'nodes'>): ReadNode => {
  const known = new Map<string, Promise<Uint8Array>>()
  let asked: { readonly name: Uint8Array; readonly answer: PromiseWithResolvers<Uint8Array> }[] = []
  const ask = async (): Promise<void> => {
    const now = asked
    asked = []
    try {
      const read = await nodes(now.map(({ name }) => name))
      for (const [at, { name, answer }] of now.entries()) {
        const bytes = read[at]
        if (bytes === undefined) answer.reject(new Error(`node ${name.toHex()} of the map of the lists is missing`))
        else answer.resolve(bytes)
      }
    } catch (error) {
      for (const { answer } of now) answer.reject(error)
    }
  }
  return (name) => {
    const hex = name.toHex()
    const before = known.get(hex)
    if (before !== undefined) return before
    const answer = Promise.withResolvers<Uint8Array>()
    known.set(hex, answer.promise)
    if (asked.push({ name, answer }) === 1) queueMicrotask(ask)
    return answer.promise
  }
}
