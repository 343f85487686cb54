import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { type Changes, changed } from './change.ts'
import { lookup, wayOf } from './lookup.ts'
import { EMPTY_MAP, nodeName } from './node.ts'

const key = (i: number): string => `91150203MA${String(i).padStart(8, '0')}`
const keys = fc.oneof(fc.nat(40), fc.nat(99_999_999)).map(key)
const changesOf = fc
  .array(fc.tuple(keys, fc.option(fc.string({ minLength: 1 }), { nil: undefined })), { maxLength: 12 })
  .map((pairs) => new Map(pairs))

/** A map whose nodes are all kept, as the log keeps them. */
const kept = () => {
  const nodes = new Map<string, Uint8Array>()
  const read = async (name: Uint8Array): Promise<Uint8Array> => nodes.get(name.toHex()) ?? new Uint8Array()
  return {
    change: async (root: Uint8Array, changes: Changes) => {
      const after = await changed(root, changes, read)
      for (const node of after.nodes) nodes.set(nodeName(node).toHex(), node)
      return after.root
    },
    way: (root: Uint8Array, sought: string) => wayOf(sought, root, read),
  }
}

describe('the map of the lists', () => {
  test('says of every key what was put there last, or that it is not there', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(changesOf, { maxLength: 6 }),
        fc.array(keys, { maxLength: 5 }),
        async (steps, others) => {
          const map = kept()
          const model = new Map<string, string>()
          let root = EMPTY_MAP
          for (const step of steps) {
            root = await map.change(root, step)
            for (const [name, value] of step)
              if (value === undefined) model.delete(name)
              else model.set(name, value)
          }
          for (const sought of [...model.keys(), ...steps.flatMap((step) => [...step.keys()]), ...others])
            expect(lookup(sought, root, await map.way(root, sought))).toEqual({ value: model.get(sought) })
        },
      ),
    )
  })

  test('has one root for what is in it, whatever the way there', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(changesOf, { maxLength: 6 }), async (steps) => {
        const map = kept()
        const model = new Map<string, string>()
        let root = EMPTY_MAP
        for (const step of steps) {
          root = await map.change(root, step)
          for (const [name, value] of step)
            if (value === undefined) model.delete(name)
            else model.set(name, value)
        }
        expect((await map.change(EMPTY_MAP, model)).toHex()).toBe(root.toHex())
      }),
    )
  })

  test('keeps what was said before a change', async () => {
    const map = kept()
    const first = await map.change(EMPTY_MAP, new Map([1, 2, 3, 500].map((i) => [key(i), `"${i}"`])))
    const second = await map.change(first, new Map([[key(2), undefined]]))
    expect(lookup(key(2), first, await map.way(first, key(2)))).toEqual({ value: '"2"' })
    expect(lookup(key(2), second, await map.way(second, key(2)))).toEqual({ value: undefined })
  })
})

describe('a proof', () => {
  test('of another root, cut short, drawn out or with any byte changed proves nothing', async () => {
    const map = kept()
    const root = await map.change(EMPTY_MAP, new Map(Array.from({ length: 50 }, (_, i) => [key(i * 7), `"${i}"`])))
    for (const sought of [key(7), key(8)]) {
      const way = await map.way(root, sought)
      expect(lookup(sought, root, way)).not.toHaveProperty('fault')
      expect(lookup(sought, EMPTY_MAP, way)).toHaveProperty('fault')
      expect(lookup(sought, root, [])).toHaveProperty('fault')
      for (let length = 1; length < way.length; length += 1)
        expect(lookup(sought, root, way.slice(0, length))).toHaveProperty('fault')
      expect(lookup(sought, root, [...way, way[0] as Uint8Array])).toHaveProperty('fault')
      for (const [depth, node] of way.entries())
        for (let at = 0; at < node.length; at += 1) {
          const forged = way.with(depth, node.with(at, (node[at] as number) ^ 1))
          expect(lookup(sought, root, forged), `byte ${at} of node ${depth}`).toHaveProperty('fault')
        }
    }
  })

  test('of an empty map has no nodes', () => {
    expect(lookup(key(1), EMPTY_MAP, [])).toEqual({ value: undefined })
  })
})
