import type { Integration, PublicLogStore } from '@mingjian/public-log'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import type { Open, Opened } from './opened.ts'

const bytes = (text: string): Uint8Array => new TextEncoder().encode(text)
const hash = (fill: number): Uint8Array => new Uint8Array(32).fill(fill)
const issued = (size: number, second: number) => ({
  ...{ size, issuedAt: `2026-07-01T00:00:0${second}.000Z`, note: `note ${size}/${second}\n`, keys: ['a', 'b'] },
})

/** A step that takes a log from `size` to `size + 1`. */
const step = (size: number, more: Partial<Integration> = {}): Integration => ({
  before: size === 0 ? undefined : { size, position: 10 * size, mapRoot: hash(size) },
  after: { size: size + 1, position: 10 * (size + 1), mapRoot: hash(size + 1) },
  tiles: [{ level: 0, index: 0, bytes: bytes('0123456789'.slice(0, size + 1)) }],
  entries: [{ index: size, position: 10 * size + 5, ...(size % 2 === 0 ? {} : { opening: `{"${size}":"明"}` }) }],
  nodes: [{ name: hash(size + 1), bytes: bytes(`node ${size}`) }],
  checkpoint: issued(size + 1, size),
  ...more,
})

/** What `PublicLogStore` promises. */
export const publicLogStoreContract = (name: string, open: Open): void => {
  describe(`the public log's store ${name}`, () => {
    let data: Opened
    let store: PublicLogStore
    beforeEach(async () => {
      data = await open({ now: () => '2026-07-01T00:00:00Z' })
      store = data.publicLog
    })
    afterEach(() => data.close())
    const fence = async (holder = 'one') => {
      const taken = await data.leases.take('public-log', holder, 60)
      if (taken === undefined) throw new Error('the lease is free')
      return taken
    }
    const keep = async (...steps: Integration[]) => {
      for (const one of steps) expect(await store.integrate(one, await fence())).toBe('integrated')
    }

    test('keeps a step whole and gives it back to every process', async () => {
      expect(await store.head()).toBeUndefined()
      await keep(step(0), step(1), step(2))
      const { publicLog } = data.another()
      expect(await publicLog.head()).toEqual(step(2).after)
      expect(await publicLog.entry(15)).toEqual({ index: 1, position: 15, opening: '{"1":"明"}' })
      expect(await publicLog.entry(5)).toEqual({ index: 0, position: 5 })
      expect(await publicLog.entry(6)).toBeUndefined()
      const tiles = await publicLog.tiles([
        { level: 1, index: 0 },
        { level: 0, index: 0 },
      ])
      expect(tiles.map((tile) => tile && new TextDecoder().decode(tile))).toEqual([undefined, '012'])
      const nodes = await publicLog.nodes([hash(3), hash(9), hash(1)])
      expect(nodes.map((node) => node && new TextDecoder().decode(node))).toEqual(['node 2', undefined, 'node 0'])
    })

    test('finds the newest checkpoint, the one of a time, and the first that has an entry', async () => {
      await keep(step(0), step(1), step(2))
      expect(await store.checkpoint()).toEqual(issued(3, 2))
      expect(await store.checkpoint({ over: 0 })).toEqual(issued(1, 0))
      expect(await store.checkpoint({ over: 1 })).toEqual(issued(2, 1))
      expect(await store.checkpoint({ over: 3 })).toBeUndefined()
      expect(await store.checkpoint({ at: '2026-07-01T00:00:01.999Z' })).toEqual(issued(2, 1))
      expect(await store.checkpoint({ at: '2026-06-30T23:59:59Z' })).toBeUndefined()
    })

    test('refuses a step that does not begin where the log ends, and keeps nothing of it', async () => {
      await keep(step(0), step(1))
      for (const late of [step(0), step(1), step(2, { before: { ...step(1).after, position: 19 } })])
        expect(await store.integrate(late, await fence())).toBe('overtaken')
      expect(await store.head()).toEqual(step(1).after)
      expect(await store.nodes([hash(3)])).toEqual([undefined])
    })

    test('refuses a step under a lease that has passed on', async () => {
      const old = await fence()
      await data.leases.release(old)
      const current = await fence('two')
      expect(await store.integrate(step(0), old)).toBe('fenced')
      expect(await store.head()).toBeUndefined()
      expect(await store.integrate(step(0), current)).toBe('integrated')
    })

    test('refuses to change a byte of a tile that is there, or to shorten it', async () => {
      await keep(step(0), step(1))
      for (const text of ['0x2', 'x12', '0', ''])
        await expect(
          store.integrate(step(2, { tiles: [{ level: 0, index: 0, bytes: bytes(text) }] }), await fence()),
        ).rejects.toThrow('would change')
      expect(await store.head()).toEqual(step(1).after)
      await keep(step(2))
    })

    test('adds signatures of witnesses behind a checkpoint', async () => {
      await keep(step(0), step(1, { checkpoint: issued(1, 1) }))
      await store.cosign(issued(1, 1), '— w AAAA\n')
      expect((await store.checkpoint())?.note).toBe('note 1/1\n— w AAAA\n')
      expect(await store.checkpoint({ over: 0 })).toEqual(issued(1, 0))
    })
  })
}
