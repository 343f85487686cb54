import { type CommandHandler, commandHandler, Fenced, type Follow, type Outcome, subjectOf } from '@mingjian/kernel'
import { describe, expect, test } from 'vitest'
import { handledOn } from './handled.ts'
import { beforeRecords, beginRecords, deciders, delistAll, listYear, notListed } from './listing.ts'
import type { Open } from './opened.ts'

const numberOf = (outcome: Outcome | undefined): number => {
  if (outcome?.outcome !== 'recorded') throw new Error(`${outcome?.outcome} instead of recorded`)
  const [event] = outcome.events
  return Number(
    /〔2026〕(\d+)号$/.exec(event !== undefined && 'decision' in event.data ? event.data.decision : '')?.[1],
  )
}

/** What commands promise on any implementation of the ports. */
export const commandsContract = (name: string, open: Open): void => {
  describe(`commands ${name}`, () => {
    const { clock, data, handler, versionOf } = handledOn(open)
    const another = (): CommandHandler => commandHandler(data().another().log, clock, deciders)

    test('record what was decided, with who, when and why', async () => {
      const outcome = await handler().handle({ ...listYear('A', 2024, 'a-1'), correlationId: 'visit' })
      expect(outcome).toMatchObject({ outcome: 'recorded', events: [{ type: 'AbnormalOperationsListed' }] })
      expect((await data().log.readStreams(['A/listing'])).get('A/listing')).toMatchObject([
        {
          actor: 'staff:1',
          authority: '150203',
          commandId: 'a-1',
          correlationId: 'visit',
          effectiveOn: '2026-07-01',
          basis: ['measures@2025-04-01:第四条'],
          data: { year: 2024, decision: '昆都仑区市监异列〔2026〕1号' },
        },
      ])
    })

    test('answer what is so already with nothing new, and a lawful no with its provision', async () => {
      expect(await handler().handle(listYear('A', 2024))).toEqual({ outcome: 'unchanged' })
      expect(await handler().handle(listYear('A', 1999))).toEqual({
        outcome: 'refused',
        refusal: beforeRecords({ year: 1999 }, 'measures@2025-04-01:第三条'),
      })
      expect(await versionOf('A/listing')).toBe(1)
    })

    test('with an id are carried out once, however often they come', async () => {
      const first = await handler().handle(listYear('B', 2024, 'b-1'))
      expect(first.outcome).toBe('recorded')
      const { first: from } = first as Extract<Outcome, { outcome: 'recorded' }>
      const repeated = { outcome: 'repeated', first: from, last: from }
      expect(await handler().handle(listYear('B', 2024, 'b-1'))).toEqual(repeated)
      await handler().handle(delistAll('B'))
      expect(await another().handle(listYear('B', 2024, 'b-1')), 'even where it would be new again').toEqual(repeated)
      const refusedNow = await handler().handle({ ...listYear('B', 1999), commandId: 'b-1' })
      expect(refusedNow, 'even where it would be refused').toEqual(repeated)
      await handler().handle(listYear('B', 2024))
      expect(await handler().handle(listYear('B', 2024, 'b-1')), 'and where nothing is left to do').toEqual(repeated)
      const mixed = await handler().handleAll([
        listYear('B', 2026),
        listYear('B', 2027, 'b-1'),
        listYear('B', 1999, 'b-1'),
      ])
      expect(mixed.map(({ outcome }) => outcome)).toEqual(['recorded', 'repeated', 'repeated'])
      const twice = await handler().handleAll([
        listYear('C', 2024, 'c-1'),
        listYear('D', 2024),
        listYear('C', 2023, 'c-1'),
      ])
      expect(twice.map(({ outcome }) => outcome)).toEqual(['recorded', 'recorded', 'repeated'])
      expect(twice[2]).toMatchObject({ first: (twice[0] as { first?: number }).first })
      expect(await versionOf('C/listing')).toBe(1)
    })

    test('with one id sent to two processes at once, are carried out once', async () => {
      const other = another()
      for (let round = 0; round < 10; round += 1) {
        const outcomes = await Promise.all(
          [handler(), other, handler(), other].map((each) =>
            each.handle(listYear(`race-${round}`, 2024, `race-${round}`)),
          ),
        )
        expect(outcomes.map(({ outcome }) => outcome).sort()).toEqual(['recorded', 'repeated', 'repeated', 'repeated'])
      }
    })

    test('of a batch see what those before them did, and are recorded together', async () => {
      const outcomes = await handler().handleAll([
        listYear('E', 2024),
        listYear('E', 2024),
        delistAll('E'),
        listYear('E', 2024),
        delistAll('F'),
      ])
      expect(outcomes.map(({ outcome }) => outcome)).toEqual([
        'recorded',
        'unchanged',
        'recorded',
        'recorded',
        'refused',
      ])
      const positions = outcomes.flatMap((outcome) => ('first' in outcome ? [outcome.first] : []))
      expect(positions).toEqual([0, 1, 2].map((step) => (positions[0] ?? 0) + step))
      expect((await data().log.read((positions[0] ?? 0) - 1, 3)).map(({ stream }) => stream)).toEqual(
        Array(3).fill('E/listing'),
      )
      expect(await handler().handleAll([])).toEqual([])
    })

    describe('together with what follows at once from their events', () => {
      /** An enterprise that is listed for a year is listed for the year before, down to 2022; 1990 is asked for in vain. */
      const downwards: Follow = ({ stream, event }) => {
        if (event.type !== 'AbnormalOperationsListed') return []
        const [year, subject] = [event.data.year ?? 0, subjectOf(stream)]
        return [...(year > 2022 ? [listYear(subject, year - 1)] : []), listYear(`${subject}-too`, 1990)]
      }

      test('are recorded in one piece, with the outcomes of all', async () => {
        const handled = await handler().handleWithFollowing([listYear('I', 2024), listYear('J', 2023)], downwards)
        expect(handled.map(({ request, outcome }) => [request.command.data, outcome.outcome])).toEqual([
          [{ subject: 'I', year: 2024 }, 'recorded'],
          [{ subject: 'J', year: 2023 }, 'recorded'],
          [{ subject: 'I', year: 2023 }, 'recorded'],
          [{ subject: 'I-too', year: 1990 }, 'refused'],
          [{ subject: 'J', year: 2022 }, 'recorded'],
          [{ subject: 'J-too', year: 1990 }, 'refused'],
          [{ subject: 'I', year: 2022 }, 'recorded'],
          [{ subject: 'I-too', year: 1990 }, 'refused'],
          [{ subject: 'J-too', year: 1990 }, 'refused'],
          [{ subject: 'I-too', year: 1990 }, 'refused'],
        ])
        const positions = handled.flatMap(({ outcome }) => ('first' in outcome ? [outcome.first] : []))
        expect(positions).toEqual(positions.map((_, index) => (positions[0] ?? 0) + index))
        const past = await data().log.readStreams(['I/listing', 'I-too/listing'])
        expect(past.get('I/listing')?.map(({ data }) => ('year' in data ? data.year : undefined))).toEqual([
          2024, 2023, 2022,
        ])
        expect(past.has('I-too/listing')).toBe(false)
      })

      test('are decided again when what a following one was decided on has changed', async () => {
        const other = another()
        await handler().handle(listYear('K', 2023))
        let appends = 0
        const late = commandHandler(
          {
            ...data().log,
            append: async (append) => {
              appends += 1
              // Somebody else is quicker by a moment, on a stream that only a following request wants.
              if (appends === 1) await other.handle(listYear('L-next', 2022))
              return data().log.append(append)
            },
          },
          clock,
          deciders,
        )
        const handled = await late.handleWithFollowing([listYear('L', 2024)], ({ stream }) =>
          subjectOf(stream) === 'L' ? [listYear('L-next', 2022), listYear('K', 2022)] : [],
        )
        expect(handled.map(({ outcome }) => outcome.outcome)).toEqual(['recorded', 'unchanged', 'recorded'])
        expect(await Promise.all(['L', 'L-next', 'K'].map((who) => versionOf(`${who}/listing`)))).toEqual([1, 1, 2])
      })
    })

    test('are previewed without being recorded', async () => {
      const head = await data().log.head()
      expect(await handler().preview([listYear('G', 2024), listYear('G', 2024), delistAll('H')])).toEqual([
        'new',
        'unchanged',
        notListed({ subject: 'H' }),
      ])
      expect(await data().log.head()).toBe(head)
    })

    test('are decided on facts that still hold when they are recorded', async () => {
      const subjects = Array.from({ length: 20 }, (_, index) => `fact-${index}`)
      const other = another()
      const listings = subjects.map((subject) => other.handle(listYear(subject, 2001)))
      const raised = handler().handle(beginRecords(2002))
      await Promise.all([...listings, raised])
      const { first: changed } = (await raised) as Extract<Outcome, { outcome: 'recorded' }>
      for (const listing of listings) {
        const outcome = await listing
        if (outcome.outcome === 'recorded') expect(outcome.first).toBeLessThan(changed)
        else expect(outcome).toMatchObject({ outcome: 'refused', refusal: { code: 'before-records' } })
      }
      expect(await handler().handle(listYear('fact-late', 2001))).toMatchObject({ outcome: 'refused' })
    })

    test('number their decisions without a gap or a double, however many processes want the next', async () => {
      const before = await versionOf('昆都仑区市监异移/2026')
      const from = (await data().log.last('昆都仑区市监异列/2026'))?.data as { last: number }
      const processes = [handler(), another(), another()]
      const outcomes = await Promise.all(
        processes.flatMap((process, at) =>
          Array.from({ length: 16 }, (_, index) => process.handle(listYear(`N${at}-${index}`, 2024))),
        ),
      )
      const numbers = outcomes.map(numberOf).sort((a, b) => a - b)
      expect(numbers).toEqual(numbers.map((_, index) => from.last + 1 + index))
      expect(await versionOf('昆都仑区市监异移/2026'), 'the other series stands still').toBe(before)
      const batch = await handler().handleAll(Array.from({ length: 5 }, (_, index) => listYear(`NB-${index}`, 2024)))
      expect(batch.map(numberOf)).toEqual([1, 2, 3, 4, 5].map((step) => (numbers.at(-1) ?? 0) + step))
    })

    test('that were numbered behind one that is not recorded after all are numbered again', async () => {
      const from = (await data().log.last('昆都仑区市监异列/2026'))?.data as { last: number }
      let appends = 0
      const failing = commandHandler(
        {
          ...data().log,
          append: async (append) => {
            appends += 1
            if (appends === 3) throw new Error('the disk is full')
            return data().log.append(append)
          },
        },
        clock,
        deciders,
      )
      const asked = Array.from({ length: 8 }, (_, index) => failing.handle(listYear(`NF-${index}`, 2024)))
      const settled = await Promise.allSettled(asked)
      expect(settled.filter(({ status }) => status === 'rejected')).toHaveLength(1)
      const numbers = settled.flatMap((one) => (one.status === 'fulfilled' ? [numberOf(one.value)] : []))
      expect(numbers.sort((a, b) => a - b)).toEqual(numbers.map((_, index) => from.last + 1 + index))
      expect(appends, 'those behind it are refused once').toBeLessThan(20)
    })

    test('to one subject from many at once are all decided, one after the other', async () => {
      const processes = [handler(), another()]
      const outcomes = await Promise.all(
        Array.from({ length: 30 }, (_, index) => processes[index % 2]?.handle(listYear('hot', 2030 + index))),
      )
      expect(outcomes.map((outcome) => outcome?.outcome)).toEqual(Array(30).fill('recorded'))
      expect(await versionOf('hot/listing')).toBe(30)
    })

    test('under a lease that has passed on record nothing', async () => {
      const old = await data().leases.take('sweep', 'one', 10)
      if (old === undefined) throw new Error('a free lease was not given')
      await data().leases.release(old)
      await data().leases.take('sweep', 'two', 10)
      const head = await data().log.head()
      await expect(handler().handleAll([listYear('fenced', 2024)], old)).rejects.toThrow(Fenced)
      expect(await data().log.head()).toBe(head)
    })
  })
}
