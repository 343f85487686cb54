import type { Append, Appended, EventLog, NewEvent, RecordedEvent } from '@mingjian/kernel'
import { openMemory } from '@mingjian/kernel/adapters'
import fc from 'fast-check'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { type Open, type Opened, settableClock } from './opened.ts'

const began = (year: number): NewEvent => ({
  type: 'AnnualReportRecordsBegan',
  data: { year },
  effectiveOn: '2026-07-01',
  basis: ['reg@2024-05-01:第八条', 'reg@2024-05-01:第九条'],
})
const revoked = (reason: string): NewEvent => ({
  type: 'LicenceRevoked',
  data: { reason, remedy: null },
  effectiveOn: '2026-07-01',
  basis: [],
})
const by = { actor: 'staff:1', authority: '150203' }

/** An append that read its streams at these versions and adds events to some of them. */
const append = (
  expected: Readonly<Record<string, number>>,
  streams: readonly string[] = Object.keys(expected),
  more: Partial<Append> & { readonly commandId?: string } = {},
): Append => {
  const { commandId, ...rest } = more
  return {
    expected: new Map(Object.entries(expected)),
    events: streams.map((stream, index) => ({
      stream,
      event: began(2000 + index),
      provenance: { ...by, ...(commandId === undefined ? {} : { commandId }) },
    })),
    ...rest,
  }
}

/** What every implementation of the log must hold to. */
export const eventLogContract = (name: string, open: Open): void => {
  describe(`the log ${name}`, () => {
    const clock = settableClock()
    let data: Opened
    let log: EventLog
    let fresh = 0
    const stream = (): string => {
      fresh += 1
      return `s${fresh}/a`
    }
    beforeAll(async () => {
      data = await open(clock)
      log = data.log
    })
    afterAll(() => data.close())

    const all = async (reader: EventLog = log): Promise<readonly RecordedEvent[]> => reader.read(0, 1e6)

    test('gives back what was recorded, with its envelope', async () => {
      const a = stream()
      const appended = await log.append({
        expected: new Map([[a, 0]]),
        events: [
          {
            stream: a,
            event: began(2024),
            provenance: {
              actor: '经办人:张\n三',
              authority: '150203',
              commandId: 'c-1',
              correlationId: 'k',
              causationId: '7',
            },
          },
          { stream: a, event: revoked('吊销 "营业执照"'), provenance: by },
        ],
      })
      expect(appended).toEqual({ outcome: 'recorded', first: expect.any(Number), last: expect.any(Number) })
      const { first, last } = appended as Extract<Appended, { outcome: 'recorded' }>
      expect(last).toBe(first + 1)
      expect((await log.readStreams([a])).get(a)).toEqual([
        {
          ...began(2024),
          position: first,
          stream: a,
          subject: a.slice(0, -2),
          version: 1,
          recordedAt: '2026-07-01T00:00:00.000Z',
          actor: '经办人:张\n三',
          authority: '150203',
          commandId: 'c-1',
          correlationId: 'k',
          causationId: '7',
        },
        expect.objectContaining({ ...revoked('吊销 "营业执照"'), version: 2, commandId: null, causationId: null }),
      ])
    })

    test('is read by position, up to a limit, and by type', async () => {
      const [a, b] = [stream(), stream()]
      const before = await log.head()
      await log.append({
        expected: new Map([
          [a, 0],
          [b, 0],
        ]),
        events: [a, b, a, b].map((stream, index) => ({
          stream,
          event: index % 2 === 0 ? began(index) : revoked(String(index)),
          provenance: by,
        })),
      })
      expect(await log.head()).toBe(before + 4)
      const positions = async (limit: number, types?: readonly string[]) =>
        (await log.read(before, limit, types)).map(({ position }) => position - before)
      expect(await positions(10)).toEqual([1, 2, 3, 4])
      expect(await positions(3)).toEqual([1, 2, 3])
      expect(await positions(10, ['LicenceRevoked'])).toEqual([2, 4])
      expect(await positions(1, ['LicenceRevoked', 'AnnualReportMissed'])).toEqual([2])
      expect(await positions(10, ['AnnualReportMissed'])).toEqual([])
      expect((await log.last(a))?.version).toBe(2)
      expect(await log.last('no/one')).toBeUndefined()
    })

    test('reads whole streams, leaves out those that do not exist, and all streams of a subject', async () => {
      const subject = 'whole'
      const streams = [`${subject}/a`, `${subject}/b`, `${subject}0/a`, `${subject}-/a`]
      for (const name of streams) await log.append(append({ [name]: 0 }, [name, name]))
      const read = await log.readStreams([`${subject}/a`, `${subject}/b`, `${subject}/c`])
      expect([...read.keys()].sort()).toEqual([`${subject}/a`, `${subject}/b`])
      expect(read.get(`${subject}/b`)?.map(({ version }) => version)).toEqual([1, 2])
      expect((await log.readSubject(subject)).map((event) => event.stream)).toEqual([
        ...Array<string>(2).fill(`${subject}/a`),
        ...Array<string>(2).fill(`${subject}/b`),
      ])
      expect(await log.readStreams([])).toEqual(new Map())
    })

    test('rejects an append to a stream that has moved on, or that was never so far', async () => {
      const a = stream()
      expect((await log.append(append({ [a]: 0 }))).outcome).toBe('recorded')
      expect(await log.append(append({ [a]: 0 }))).toEqual({ outcome: 'conflict' })
      expect(await log.append(append({ [a]: 2 }))).toEqual({ outcome: 'conflict' })
      expect((await log.append(append({ [a]: 1 }))).outcome).toBe('recorded')
    })

    test('rejects an append when a stream that it only read has moved on', async () => {
      const [a, b] = [stream(), stream()]
      await log.append(append({ [a]: 0 }))
      expect(await log.append(append({ [a]: 0, [b]: 0 }, [b]))).toEqual({ outcome: 'conflict' })
      expect((await log.append(append({ [a]: 1, [b]: 0 }, [b]))).outcome).toBe('recorded')
    })

    test('takes a stream that is written unread for a new one', async () => {
      const a = stream()
      expect((await log.append(append({}, [a]))).outcome).toBe('recorded')
      expect(await log.append(append({}, [a]))).toEqual({ outcome: 'conflict' })
    })

    test('records all of an append or nothing', async () => {
      const [a, b] = [stream(), stream()]
      await log.append(append({ [b]: 0 }))
      const head = await log.head()
      expect(await log.append(append({ [a]: 0, [b]: 0 }))).toEqual({ outcome: 'conflict' })
      expect(await log.head()).toBe(head)
      expect(await log.last(a)).toBeUndefined()
    })

    test('of appends made at once, a conflict rejects its own alone', async () => {
      const streams = Array.from({ length: 40 }, stream)
      const taken = new Set(streams.filter((_, index) => index % 3 === 0))
      await Promise.all([...taken].map((name) => log.append(append({ [name]: 0 }))))
      const head = await log.head()
      const outcomes = await Promise.all(streams.map((name) => log.append(append({ [name]: 0 }, [name, name]))))
      expect(outcomes.map(({ outcome }) => outcome)).toEqual(
        streams.map((name) => (taken.has(name) ? 'conflict' : 'recorded')),
      )
      const recorded = outcomes.flatMap((appended) =>
        appended.outcome === 'recorded' ? [appended.first, appended.last] : [],
      )
      expect(recorded.sort((x, y) => x - y)).toEqual(recorded.map((_, index) => head + 1 + index))
      for (const [index, appended] of outcomes.entries()) {
        if (appended.outcome !== 'recorded') continue
        const [event] = await log.read(appended.first - 1, 1)
        expect(event?.stream).toBe(streams[index])
      }
    })

    test('of appends to one stream made at once, one is recorded', async () => {
      const a = stream()
      const outcomes = await Promise.all(Array.from({ length: 30 }, () => log.append(append({ [a]: 0 }))))
      expect(outcomes.filter(({ outcome }) => outcome === 'recorded')).toHaveLength(1)
      expect(outcomes.filter(({ outcome }) => outcome === 'conflict')).toHaveLength(29)
    })

    test('appends made at once that only read a stream in common are all recorded', async () => {
      const a = stream()
      await log.append(append({ [a]: 0 }))
      const outcomes = await Promise.all(
        Array.from({ length: 30 }, () => {
          const own = stream()
          return log.append(append({ [a]: 1, [own]: 0 }, [own]))
        }),
      )
      expect(outcomes.every(({ outcome }) => outcome === 'recorded')).toBe(true)
    })

    test('of appends made at once, one that read what another writes comes before it or is rejected', async () => {
      for (let round = 0; round < 10; round += 1) {
        const [a, b, c] = [stream(), stream(), stream()]
        const [earlier, writer, later] = await Promise.all([
          log.append(append({ [a]: 0, [b]: 0 }, [b])),
          log.append(append({ [a]: 0 })),
          log.append(append({ [a]: 0, [c]: 0 }, [c])),
        ])
        if (writer.outcome !== 'recorded') throw new Error('nobody else writes this stream')
        for (const reader of [earlier, later])
          if (reader.outcome === 'recorded') expect(reader.first).toBeLessThan(writer.first)
          else expect(reader.outcome).toBe('conflict')
      }
    })

    test('what no schema can hold fails alone', async () => {
      const streams = [stream(), stream(), stream()]
      const [good, wrong, other] = streams as [string, string, string]
      const bad = (stream: string, event: NewEvent, actor = 'staff:1'): Append => ({
        expected: new Map([[stream, 0]]),
        events: [{ stream, event, provenance: { ...by, actor } }],
      })
      const results = await Promise.allSettled([
        log.append(append({ [good]: 0 })),
        log.append(bad(wrong, { ...revoked(''), data: { reason: 1 as unknown as string } } as NewEvent)),
        log.append(append({ [other]: 0 })),
      ])
      expect(results.map(({ status }) => status)).toEqual(['fulfilled', 'rejected', 'fulfilled'])
      expect(await log.last(wrong)).toBeUndefined()
    })

    test('records a command id once, from any process', async () => {
      const [a, b, c] = [stream(), stream(), stream()]
      const first = await log.append(append({ [a]: 0 }, [a, a], { commandId: 'once' }))
      expect(await log.append(append({ [b]: 0 }, [b], { commandId: 'once' }))).toEqual({ outcome: 'known-command' })
      expect(await data.another().log.append(append({ [c]: 0 }, [c], { commandId: 'once' }))).toEqual({
        outcome: 'known-command',
      })
      const { first: from, last: to } = first as Extract<Appended, { outcome: 'recorded' }>
      expect(await log.commands(['once', 'never'])).toEqual(new Map([['once', { first: from, last: to }]]))
    })

    test('of appends with one command id made at once, one is recorded', async () => {
      const streams = Array.from({ length: 20 }, stream)
      const other = data.another().log
      const outcomes = await Promise.all(
        streams.map((name, index) =>
          (index % 2 ? log : other).append(append({ [name]: 0 }, [name], { commandId: 'race' })),
        ),
      )
      expect(outcomes.filter(({ outcome }) => outcome === 'recorded')).toHaveLength(1)
      expect(outcomes.filter(({ outcome }) => outcome === 'known-command')).toHaveLength(19)
    })

    test('refuses a writer that acts under a lease that has passed on', async () => {
      const { leases } = data
      const old = await leases.take('role', 'one', 10)
      if (old === undefined) throw new Error('a free lease was not given')
      expect((await log.append(append({}, [stream()], { fence: old }))).outcome).toBe('recorded')
      await leases.release(old)
      const next = await leases.take('role', 'two', 10)
      if (next === undefined) throw new Error('a released lease was not given')
      const [a, b] = [stream(), stream()]
      const both = await Promise.all([
        log.append(append({}, [a], { fence: old })),
        log.append(append({}, [b], { fence: next })),
      ])
      expect(both.map(({ outcome }) => outcome)).toEqual(['fenced', 'recorded'])
      expect(await log.last(a)).toBeUndefined()
      expect(await log.last(b)).toMatchObject({ position: (both[1] as { first?: number }).first, version: 1 })
      expect(await log.append(append({}, [a], { fence: { lease: 'none', token: 1 } }))).toEqual({ outcome: 'fenced' })
    })

    test('shows a reader no gap and no stream backwards while others write', async () => {
      const writers = [log, data.another().log, data.another().log]
      const reader = data.another().log
      const shared = Array.from({ length: 6 }, stream)
      const from = await log.head()
      let writing = true
      let recorded = 0
      const write = async (writer: EventLog, index: number): Promise<void> => {
        for (let round = 0; round < 25; round += 1) {
          const name = shared[(index + round) % shared.length] as string
          const version = (await writer.last(name))?.version ?? 0
          const { outcome } = await writer.append(append({ [name]: version }, Array(1 + (round % 3)).fill(name)))
          if (outcome === 'recorded') recorded += 1 + (round % 3)
        }
      }
      const read = async (): Promise<number> => {
        const versions = new Map<string, number>()
        let after = from
        for (;;) {
          const stopping = !writing
          const events = await reader.read(after, 7)
          for (const event of events) {
            expect(event.position).toBe(after + 1)
            expect(event.version).toBe((versions.get(event.stream) ?? 0) + 1)
            versions.set(event.stream, event.version)
            after = event.position
          }
          if (events.length === 0 && stopping) return after - from
          await new Promise((resolve) => setImmediate(resolve))
        }
      }
      const reading = read()
      await Promise.all(
        writers.flatMap((writer, index) => Array.from({ length: 8 }, (_, own) => write(writer, index + own))),
      )
      writing = false
      expect(await reading).toBe(recorded)
    })

    test('answers any sequence of appends as the model does', async () => {
      const names = ['x', 'y', 'z']
      const anAppend = fc.record({
        expected: fc.dictionary(fc.constantFrom(...names), fc.nat(3)),
        events: fc.array(fc.constantFrom(...names), { minLength: 1, maxLength: 3 }),
        commandId: fc.option(fc.constantFrom('p', 'q', 'r'), { nil: undefined, freq: 2 }),
      })
      let run = 0
      await fc.assert(
        fc.asyncProperty(fc.array(anAppend, { maxLength: 12 }), async (steps) => {
          run += 1
          const place = `model-${name}-${run}-`
          const model = openMemory(clock).log
          const offset = await log.head()
          for (const { expected, events, commandId } of steps) {
            const wanted = append(
              Object.fromEntries(Object.entries(expected).map(([key, version]) => [`${place}${key}/a`, version])),
              events.map((key) => `${place}${key}/a`),
              commandId === undefined ? {} : { commandId: place + commandId },
            )
            const answer = await log.append(wanted)
            expect(
              answer.outcome === 'recorded'
                ? { ...answer, first: answer.first - offset, last: answer.last - offset }
                : answer,
            ).toEqual(await model.append(wanted))
          }
          const told = (await log.read(offset, 100)).map((event) => ({ ...event, position: event.position - offset }))
          expect(told).toEqual(await all(model))
        }),
        { numRuns: 60 },
      )
    })

    test('has had no gap in all this', async () => {
      const positions = (await all()).map(({ position }) => position)
      expect(positions).toEqual(positions.map((_, index) => index + 1))
      expect(await log.head()).toBe(positions.length)
    })
  })
}
