import fc from 'fast-check'
import { expect, test } from 'vitest'
import { turns } from './turns.ts'

const tick = (): Promise<void> => new Promise((resolve) => setImmediate(resolve))

test('work with a key in common is done one after the other, in the order in which it came; all of it ends', async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.array(fc.uniqueArray(fc.constantFrom<string>('a', 'b', 'c')), { maxLength: 12 }),
      async (wanted) => {
        const turn = turns()
        const busy = new Set<string>()
        const order = new Map<string, number[]>()
        await Promise.all(
          wanted.map((keys, index) =>
            turn(keys, async () => {
              for (const key of keys) {
                expect(busy.has(key)).toBe(false)
                busy.add(key)
                order.set(key, [...(order.get(key) ?? []), index])
              }
              await tick()
              for (const key of keys) busy.delete(key)
            }),
          ),
        )
        for (const [key, done] of order)
          expect(done).toEqual(wanted.flatMap((keys, index) => (keys.includes(key) ? [index] : [])))
      },
    ),
    { numRuns: 50 },
  )
})

test('work that fails lets the next have its turn', async () => {
  const turn = turns()
  const failed = turn(['a'], () => Promise.reject(new Error('no')))
  const next = turn(['a'], async () => 'done')
  await expect(failed).rejects.toThrow('no')
  expect(await next).toBe('done')
})

test('work with other keys does not wait', async () => {
  const turn = turns()
  const release = Promise.withResolvers<void>()
  const held = turn(['a'], () => release.promise)
  expect(await turn(['b'], async () => 'at once')).toBe('at once')
  release.resolve()
  await held
})
