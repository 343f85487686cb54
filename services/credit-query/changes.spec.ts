import type { RecordedEvent } from '@mingjian/kernel'
import type { EventType } from '@mingjian/schemas'
import { describe, expect, test, vi } from 'vitest'
import { changesAfter, tailOf } from './changes.ts'
import { established, event, publicised, renamed } from './example-history.ts'

const clock = { today: () => '2026-11-23' }
const logOf = (events: readonly RecordedEvent[]) => ({
  head: async () => events.length,
  read: async (after: number, limit: number, types: readonly EventType[] = []) =>
    events.filter(({ position, type }) => position > after && types.includes(type)).slice(0, limit),
  readStreams: async (streams: readonly string[]) =>
    new Map(streams.map((name) => [name, events.filter(({ stream }) => stream === name)])),
})
const numbers = event(3, 'DocumentNumbersIssued', { series: '异列', year: 2026, first: 1, last: 9 }, '2026-01-01')
const log = logOf([
  established(1),
  renamed(2, '远航公司', '2022-01-01'),
  numbers,
  publicised(4, '1号', '2020-01-01', '2021-01-01'),
])

describe('the public part of the log', () => {
  test('is read in its order, past what is not public', async () => {
    const { changes, reached, more } = await changesAfter({ log, clock }, 0, 10)
    expect(changes.map(({ position }) => position)).toEqual([1, 2])
    expect({ reached, more }).toEqual({ reached: 4, more: false })
  })
  test('carries what was recalled no longer, and tells that it was', async () => {
    const recalled = event(
      3,
      'PublicRecordRecalled',
      { type: 'PenaltyPublicised', record: '1号', positions: [2], reason: '信用修复' },
      '2026-11-23',
    )
    const log = logOf([established(1), publicised(2, '1号', '2026-01-01', '2027-01-01'), recalled])
    const { changes } = await changesAfter({ log, clock }, 0, 10)
    expect(changes.map(({ position }) => position)).toEqual([1, 3])
    expect(changes[1]?.data).toEqual({ type: 'PenaltyPublicised', positions: [2], reason: '信用修复' })
  })
  test('comes in pages that lead to one another', async () => {
    const first = await changesAfter({ log, clock }, 0, 1)
    expect(first).toMatchObject({ reached: 1, more: true })
    expect((await changesAfter({ log, clock }, first.reached, 1)).changes.map(({ position }) => position)).toEqual([2])
  })
  test('has nothing after its end', async () => {
    expect(await changesAfter({ log, clock }, 4, 10)).toEqual({ changes: [], reached: 4, more: false })
  })
})

describe('who follows the log', () => {
  const growing = () => {
    let head = 3
    const heard = new Set<() => void>()
    return {
      log: { head: async () => head },
      wake: (callback: () => void) => {
        heard.add(callback)
        return () => void heard.delete(callback)
      },
      grow: (to: number) => {
        head = to
        for (const callback of heard) callback()
      },
      listeners: () => heard.size,
    }
  }
  const forever = new AbortController().signal

  test('is not kept waiting for what is there already', async () => {
    const { log, wake } = growing()
    await tailOf(log, wake, 60_000).beyond(2, forever)
  })
  test('is woken when it grows, and not before', async () => {
    const source = growing()
    const woken = vi.fn()
    const waiting = tailOf(source.log, source.wake, 60_000).beyond(3, forever).then(woken)
    await expect.poll(() => source.listeners()).toBe(1)
    expect(woken).not.toHaveBeenCalled()
    source.grow(4)
    await waiting
    expect(source.listeners()).toBe(0)
  })
  test('finds a growth of which no word came', async () => {
    const source = growing()
    const waiting = tailOf(source.log, undefined, 5).beyond(3, forever)
    source.grow(4)
    await waiting
  })
  test('is let go when its caller leaves', async () => {
    const source = growing()
    const leaving = new AbortController()
    const waiting = tailOf(source.log, source.wake, 60_000).beyond(3, leaving.signal)
    leaving.abort(new Error('gone'))
    await expect(waiting).rejects.toThrow('gone')
    expect(source.listeners()).toBe(0)
  })
  test('is not forgotten while the log can not be reached', async () => {
    let away = true
    const flaky = {
      head: async () => {
        if (away) throw new Error('no database')
        return 9
      },
    }
    const waiting = tailOf(flaky, undefined, 5).beyond(3, forever)
    await new Promise((resolve) => setTimeout(resolve, 20))
    away = false
    await waiting
  })
})
