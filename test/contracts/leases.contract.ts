import { setTimeout as sleep } from 'node:timers/promises'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { type Open, type Opened, settableClock } from './opened.ts'

/** What leases, checkpoints and attachments must hold to. */
export const leasesContract = (name: string, open: Open): void => {
  describe(`what processes share ${name}`, () => {
    const clock = settableClock()
    let data: Opened
    beforeAll(async () => {
      data = await open(clock)
    })
    afterAll(() => data.close())
    /** Seconds that no test takes. */
    const LONG = 36_000
    /** Lets time pass on both clocks that an implementation may go by. */
    const pass = async (ms: number): Promise<void> => {
      clock.set(new Date(Date.parse(clock.now()) + ms).toISOString())
      await sleep(ms)
    }

    test('a lease is given to one, and again to the same', async () => {
      const other = data.another().leases
      const mine = await data.leases.take('a', 'one', LONG)
      expect(mine).toEqual({ lease: 'a', token: 1 })
      expect(await other.take('a', 'two', LONG)).toBeUndefined()
      expect(await data.leases.take('a', 'one', LONG), 'renewed, not taken over').toEqual(mine)
      expect(await other.take('b', 'two', LONG)).toEqual({ lease: 'b', token: 1 })
    })

    test('of many who want a lease at once, one gets it', async () => {
      const other = data.another().leases
      const given = await Promise.all(
        Array.from({ length: 20 }, (_, index) =>
          (index % 2 ? data.leases : other).take('race', `holder-${index}`, LONG),
        ),
      )
      expect(given.filter((fence) => fence !== undefined)).toHaveLength(1)
    })

    test('a lease that ran out or was given back passes on with a higher token', async () => {
      const first = await data.leases.take('c', 'one', 0.2)
      await pass(250)
      const second = await data.leases.take('c', 'two', LONG)
      expect(second?.token).toBeGreaterThan(first?.token ?? 0)
      expect(await data.leases.take('c', 'one', LONG)).toBeUndefined()
      if (first !== undefined) await data.leases.release(first)
      expect(await data.leases.take('c', 'one', LONG), 'an old holder gives back nothing').toBeUndefined()
      if (second !== undefined) await data.leases.release(second)
      const third = await data.leases.take('c', 'two', LONG)
      expect(third?.token, 'even to the same holder').toBeGreaterThan(second?.token ?? 0)
    })

    test('a checkpoint never goes back', async () => {
      expect(await data.checkpoints.get('reader')).toBe(0)
      await data.checkpoints.set(['reader', 'other'], 7)
      await data.checkpoints.set(['reader'], 5)
      expect(await data.another().checkpoints.get('reader')).toBe(7)
      expect(await data.checkpoints.positions(['other', 'third', 'reader'])).toEqual(
        new Map([
          ['other', 7],
          ['third', 0],
          ['reader', 7],
        ]),
      )
    })

    test('a letter is parked once', async () => {
      const letter = { consumer: 'reader', key: 'k', position: 3, reason: 'why' }
      await data.checkpoints.park(letter)
      await data.checkpoints.park({ ...letter, reason: 'again' })
      expect(await data.projector.deadLetters()).toEqual([letter])
    })

    test('a file is kept under its SHA-256', async () => {
      const bytes = Buffer.from('明鉴\0')
      const sha256 = await data.attachments.put(bytes)
      expect(sha256).toMatch(/^[0-9a-f]{64}$/)
      expect(await data.attachments.put(new Uint8Array(bytes))).toBe(sha256)
      expect(await data.another().attachments.get(sha256)).toEqual(bytes)
      expect(await data.attachments.get('0'.repeat(64))).toBeUndefined()
    })
  })
}
