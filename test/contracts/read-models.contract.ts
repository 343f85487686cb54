import {
  type AnyProjection,
  anyProjection,
  commandHandler,
  type Filter,
  type Order,
  type ReadsOfOneMoment,
} from '@mingjian/kernel'
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest'
import { ailing, deciders, delistAll, listYear, type Standing, standing } from './listing.ts'
import { type Adapters, type Open, type Opened, settableClock } from './opened.ts'

const catchUp = async ({ projector }: Adapters, projection: AnyProjection): Promise<number> => {
  let positions = 0
  for (;;) {
    const steps = await projector.advance(projection)
    if (steps === 0) return positions
    positions += steps
  }
}

/** What every keeper of read models must hold to. */
export const readModelsContract = (name: string, open: Open): void => {
  describe(`read models ${name}`, () => {
    const clock = settableClock()
    let data: Opened
    let names = 0
    beforeAll(async () => {
      data = await open(clock)
    })
    afterAll(() => data.close())
    afterEach(() => {
      for (const who of Object.values(ailing)) who.clear()
    })

    const fresh = (version = 1) => {
      names += 1
      const typed = standing(`standing_${names}`, version)
      return { typed, projection: anyProjection(typed) }
    }
    const record = (...requests: Parameters<ReturnType<typeof commandHandler>['handleAll']>[0]) =>
      commandHandler(data.log, clock, deciders).handleAll(requests)
    /** A read model built up to now. */
    const built = async () => {
      const model = fresh()
      await data.projector.rebuild(model.projection, () => {})
      return model
    }

    test('start empty on an empty log, and ask for a rebuild when they come to one with events', async () => {
      const { typed, projection } = fresh()
      expect(await data.projector.prepare([projection])).toEqual([])
      expect(await data.projector.prepare([projection])).toEqual([])
      await record(listYear('A', 2023))
      const late = fresh().projection
      const changed = anyProjection({ ...typed, version: 2 })
      expect(await data.projector.prepare([projection, late, changed])).toEqual([late, changed])
      expect(await data.projector.behind(projection)).toBe(2)
      expect(await catchUp(data, projection)).toBe(2)
      expect(await data.projector.behind(projection)).toBe(0)
      expect((await data.reads.get(typed, 'A'))?.document.years).toEqual([2023])
    })

    test('show each subject as its events left it, with the position of the last', async () => {
      const { typed, projection } = await built()
      await record(listYear('B', 2023), listYear('B', 2024), listYear('C', 2024), delistAll('C'))
      const head = await data.log.head()
      await catchUp(data, projection)
      const b = await data.reads.get(typed, 'B')
      expect(b?.document).toMatchObject({ years: [2023, 2024], listings: 2, dueOn: '2026-07-01' })
      const positions = (await data.log.readSubject('B')).map(({ position }) => position)
      expect(b?.position).toBe(positions.at(-1))
      expect(await data.reads.text(typed.name, 'B')).toEqual({
        position: b?.position,
        json: JSON.stringify(b?.document),
      })
      expect((await data.reads.get(typed, 'C'))?.document).toMatchObject({ years: [], listings: 1 })
      expect(await data.reads.get(typed, 'nobody')).toBeUndefined()
      expect(await data.reads.position(typed.name)).toBe(head)
      expect(await catchUp(data, projection)).toBe(0)
    })

    test('are found by their columns, in order, page by page', async () => {
      const { typed, projection } = await built()
      await record(...[2021, 2022, 2023].flatMap((year) => ['F1', 'F2', 'F3'].map((who) => listYear(who, year))))
      await record(delistAll('F2'), listYear('F3', 2020))
      await catchUp(data, projection)
      const ours: Filter = { column: 'key', is: 'prefix', value: 'F' }
      const found = async (where: readonly Filter[], order: Order = [], after?: readonly unknown[], limit = 10) =>
        (
          await data.reads.find(typed, {
            where: [ours, ...where],
            order,
            limit,
            ...(after === undefined ? {} : { after }),
          })
        ).map(({ key }) => key)
      expect(await found([])).toEqual(['F1', 'F2', 'F3'])
      expect(await found([{ column: 'latest', is: '=', value: '2023' }])).toEqual(['F1'])
      expect(await found([{ column: 'latest', is: 'in', value: ['2023', '2020'] }])).toEqual(['F1', 'F3'])
      expect(await found([{ column: 'latest', is: 'null' }])).toEqual(['F2'])
      expect(await found([{ column: 'latest', is: 'prefix', value: '202' }])).toEqual(['F1', 'F3'])
      expect(await found([{ column: 'years', is: 'contains', value: '2021' }])).toEqual(['F1', 'F3'])
      expect(await found([{ column: 'years', is: 'lacks', value: '2020' }])).toEqual(['F1', 'F2'])
      expect(await found([{ column: 'listings', is: '>', value: 3 }])).toEqual(['F3'])
      expect(await found([{ column: 'listings', is: '<=', value: 3 }])).toEqual(['F1', 'F2'])
      expect(await found([{ column: 'due_on', is: '<', value: '2025-01-01' }])).toEqual(['F3'])
      expect(await found([{ column: 'due_on', is: '>=', value: '2025-01-01' }])).toEqual(['F1'])
      expect(await found([], [{ column: 'latest' }])).toEqual(['F3', 'F1', 'F2'])
      expect(await found([], [{ column: 'listings', descending: true }])).toEqual(['F3', 'F1', 'F2'])
      expect(await found([], [{ column: 'listings', descending: true }], [4, 'F3'], 1)).toEqual(['F1'])
      expect(await found([], [{ column: 'listings', descending: true }], [3, 'F1'])).toEqual(['F2'])
      expect(await found([], [], ['F1'])).toEqual(['F2', 'F3'])
      expect(await data.reads.count(projection, [ours, { column: 'listings', is: '=', value: 3 }])).toBe(2)
      const byLatest = await data.reads.countBy(projection, ['latest'], [ours])
      expect(byLatest.map(({ values: [latest], count }) => [String(latest), count]).sort()).toEqual([
        ['2020', 1],
        ['2023', 1],
        ['null', 1],
      ])
      await expect(data.reads.countBy(projection, ['nothing'], [])).rejects.toThrow('no column nothing')
      await expect(found([{ column: 'nothing', is: 'null' }])).rejects.toThrow('no column nothing')
    })

    test('are of one moment as long as that is asked for, however the log moves meanwhile', async () => {
      const { typed, projection } = await built()
      await record(listYear('ST1', 2021))
      await catchUp(data, projection)
      const ours: Filter = { column: 'key', is: 'prefix', value: 'ST' }
      const seen = async (reads: ReadsOfOneMoment) => ({
        position: await reads.position(typed.name),
        one: await reads.get(typed, 'ST1'),
        text: await reads.text(typed.name, 'ST2'),
        found: await reads.find(typed, { where: [ours], limit: 10 }),
        count: await reads.count(projection, [ours]),
      })
      const [before, after] = await data.reads.atOneMoment(async (reads) => {
        const first = await seen(reads)
        await record(listYear('ST1', 2022), listYear('ST2', 2022))
        await catchUp(data, projection)
        return [first, await seen(reads)]
      })
      expect(after).toEqual(before)
      expect(before?.count).toBe(1)
      expect((await data.reads.get(typed, 'ST1'))?.document.years).toEqual([2021, 2022])
      await expect(data.reads.atOneMoment(() => Promise.reject(new Error('broken off')))).rejects.toThrow('broken off')
    })

    test('take every event once when several processes advance the same one', async () => {
      const { typed, projection } = await built()
      const subjects = Array.from({ length: 30 }, (_, index) => `M${index}`)
      const processes = [data, data.another(), data.another()]
      for (const year of [2021, 2022, 2023, 2024]) {
        await record(...subjects.map((subject) => listYear(subject, year)))
        await Promise.all(processes.flatMap((process) => [catchUp(process, projection), catchUp(process, projection)]))
      }
      expect(await data.reads.position(typed.name)).toBe(await data.log.head())
      for (const subject of subjects)
        expect((await data.reads.get(typed, subject))?.document).toMatchObject({
          years: [2021, 2022, 2023, 2024],
          listings: 4,
        })
    })

    test('park a subject whose event fails, as it was before, and go on with the rest', async () => {
      const { typed, projection } = await built()
      await record(listYear('P1', 2021), listYear('P2', 2021))
      await catchUp(data, projection)
      ailing.fold.add('P1')
      await record(listYear('P1', 2022), listYear('P2', 2022), listYear('P1', 2023))
      await catchUp(data, projection)
      const poisoned = (await data.log.readSubject('P1'))[1]?.position
      expect((await data.reads.get(typed, 'P1'))?.document.years).toEqual([2021])
      expect((await data.reads.get(typed, 'P2'))?.document.years).toEqual([2021, 2022])
      expect(await data.projector.deadLetters()).toEqual([
        { consumer: typed.name, key: 'P1', position: poisoned, reason: 'P1 is ailing' },
      ])
      expect(await data.projector.retry(projection, 'P1')).toBe(false)
      expect(await data.projector.deadLetters()).toHaveLength(1)

      ailing.fold.clear()
      await record(listYear('P1', 2024))
      await catchUp(data, projection)
      expect((await data.reads.get(typed, 'P1'))?.document.years, 'it stays parked until it is retried').not.toContain(
        2024,
      )
      expect(await data.projector.retry(projection, 'P1')).toBe(true)
      expect((await data.reads.get(typed, 'P1'))?.document).toMatchObject({
        years: [2021, 2022, 2023, 2024],
        listings: 4,
      })
      expect(await data.projector.deadLetters()).toEqual([])
      await record(listYear('P1', 2025))
      await catchUp(data, projection)
      expect((await data.reads.get(typed, 'P1'))?.document.listings).toBe(5)
    })

    test('park a subject whose row fails, and let a parked subject be dropped', async () => {
      const { typed, projection } = await built()
      ailing.row.add('R1')
      await record(listYear('R1', 2021), listYear('R2', 2021))
      await catchUp(data, projection)
      expect(await data.reads.get(typed, 'R1')).toBeUndefined()
      expect((await data.reads.get(typed, 'R2'))?.document.years).toEqual([2021])
      expect((await data.projector.deadLetters()).map(({ key, reason }) => [key, reason])).toEqual([
        ['R1', 'R1 has no row'],
      ])
      await data.projector.drop(typed.name, 'R1')
      expect(await data.projector.deadLetters()).toEqual([])
      ailing.row.clear()
      await record(listYear('R1', 2022))
      await catchUp(data, projection)
      expect((await data.reads.get(typed, 'R1'))?.document.years, 'what was dropped is left out').toEqual([2022])
    })

    test('are rebuilt beside and switched while queries and appends go on', async () => {
      const { typed, projection } = await built()
      const subjects = Array.from({ length: 20 }, (_, index) => `W${String(index).padStart(2, '0')}`)
      await record(...subjects.map((subject) => listYear(subject, 2021)))
      await catchUp(data, projection)
      const next = standing(typed.name, 2)
      const other = data.another()
      let switching = true
      let asked = 0
      const ask = async (): Promise<void> => {
        while (switching) {
          const subject = subjects[asked % subjects.length] as string
          asked += 1
          const [one, some] = await Promise.all([
            other.reads.get<Standing>(typed, subject),
            other.reads.find(typed, { where: [{ column: 'key', is: 'prefix', value: 'W' }], limit: 100 }),
          ])
          expect(one?.document.years[0]).toBe(2021)
          expect(some).toHaveLength(subjects.length)
          await new Promise((resolve) => setImmediate(resolve))
        }
      }
      const write = async (): Promise<void> => {
        for (let year = 2022; switching; year += 1) {
          await record(...subjects.map((subject) => listYear(subject, year)))
          await data.projector.advance(projection)
        }
      }
      const busy = [ask(), ask(), write()]
      for (let times = 0; times < 3; times += 1) await data.projector.rebuild(anyProjection(next), () => {})
      switching = false
      await Promise.all(busy)
      expect(asked).toBeGreaterThan(0)
      await catchUp(data, anyProjection(next))
      const [event] = (await data.log.read(0, 1e6)).filter(({ stream }) => stream === 'W00/listing').slice(-1)
      const found = await data.reads.find(next, {
        where: [
          { column: 'key', is: 'prefix', value: 'W' },
          { column: 'version', is: '=', value: 2 },
        ],
        limit: 100,
      })
      expect(found.map(({ key }) => key)).toEqual(subjects)
      for (const { document } of found) expect(document.listings).toBe(event?.version)
      await record(listYear('W00', 1999))
      expect(await data.projector.advance(projection), 'the version before it has nothing to say any more').toBe(0)
    })

    test('stop a rebuild at a poisoned event and keep the one in use', async () => {
      const { typed, projection } = await built()
      await record(listYear('S1', 2021))
      await catchUp(data, projection)
      ailing.fold.add('S1')
      const position = (await data.log.readSubject('S1'))[0]?.position
      await expect(data.projector.rebuild(anyProjection(standing(typed.name, 2)), () => {})).rejects.toThrow(
        `${typed.name} can't fold event ${position} of S1: S1 is ailing`,
      )
      expect((await data.reads.get(typed, 'S1'))?.document.years).toEqual([2021])
      expect(await data.projector.deadLetters()).toEqual([])
      ailing.fold.clear()
      await data.projector.rebuild(anyProjection(standing(typed.name, 2)), () => {})
      expect((await data.reads.get(typed, 'S1'))?.document.listings).toBe(1)
    })

    test('asked for by two processes at once, are built once and right', async () => {
      const { typed, projection } = fresh()
      let seen = 0
      const progress = (events: number): void => {
        seen = Math.max(seen, events)
      }
      await Promise.all([
        data.projector.rebuild(projection, progress),
        data.another().projector.rebuild(projection, progress),
      ])
      const listings = (await data.log.read(0, 1e6, ['AbnormalOperationsListed'])).length
      const documents = await data.reads.find(typed, { limit: 1000 })
      expect(documents.reduce((sum, { document }) => sum + document.listings, 0)).toBe(listings)
      expect(seen).toBeGreaterThan(0)
      expect(await data.reads.position(typed.name)).toBe(await data.log.head())
    })
  })
}
