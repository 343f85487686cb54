import { setTimeout as sleep } from 'node:timers/promises'
import { anyDeadline, anyProjection, type CommandHandler, subjectOf, sweep } from '@mingjian/kernel'
import { describe, expect, test } from 'vitest'
import { handledOn } from './handled.ts'
import { expiry, listYear, type Standing, standing } from './listing.ts'
import type { Open, Opened } from './opened.ts'

/** What deadlines promise on any implementation of the ports. */
export const deadlinesContract = (name: string, open: Open): void => {
  describe(`deadlines ${name}`, () => {
    const { data, handler, versionOf } = handledOn(open)
    const typed = standing('due_standing')
    const projection = anyProjection(typed)
    const deadline = anyDeadline(expiry(typed))
    const tools = (own: Pick<CommandHandler, 'handleWithFollowing'> = handler()) => ({
      handler: { ...handler(), ...own },
      reads: data().reads,
      catchUp: async () => {
        while ((await data().projector.advance(projection)) > 0);
      },
    })

    test('are carried out day by day up to the day asked for, and once', async () => {
      await handler().handleAll([listYear('X', 2022), listYear('Y', 2023), listYear('Z', 2023), listYear('late', 2030)])
      await data().projector.rebuild(projection, () => {})
      const days: string[] = []
      const done = await sweep([deadline], '2025-07-01', { ...tools(), progress: (day) => days.push(day) })
      expect(done.refused).toEqual([])
      expect([...days]).toEqual([...days].sort())
      const events = await Promise.all(['X', 'Y', 'Z'].map((who) => data().log.last(`${who}/listing`)))
      expect(events).toMatchObject(Array(3).fill({ actor: 'deadline:expiry', version: 2 }))
      expect(events[0]?.position).toBeLessThan(events[1]?.position ?? 0)
      expect(await versionOf('late/listing')).toBe(1)
      expect((await sweep([deadline], '2025-07-01', tools())).acts).toBe(0)
    })

    test('bring what follows on the same day with them, and what is refused of that is asked for where it is found', async () => {
      await handler().handleAll([listYear('M', 2018), listYear('O', 2018)])
      await tools().catchUp()
      const again = (subject: string, year: number) => ({
        command: listYear(subject, year).command,
        authority: '150203',
      })
      const DAY = '2020-07-01'
      const relisted = (subject: string) => [again(subject, subject === 'M' ? 2040 : 1990)]
      const relisting = anyDeadline<Standing, undefined>({
        name: 'relisting',
        readModel: typed,
        next: async (_reads, after) => (after < DAY ? DAY : undefined),
        // Found once the read model has seen that O is off the list; M is on it again by then.
        due: () => ({
          where: [{ column: 'latest', is: 'null' }],
          acts: (_, subject) => (subject === 'O' ? relisted(subject) : []),
        }),
        atOnce: ({ stream, event }, day) =>
          event.type === 'AbnormalOperationsDelisted' && day === DAY ? relisted(subjectOf(stream)) : [],
      })
      const traced: CommandHandler['handleWithFollowing'] = (requests, ...how) =>
        handler().handleWithFollowing(
          requests.map((request) => ({ ...request, correlationId: 'sweep' })),
          ...how,
        )
      const done = await sweep([deadline, relisting], DAY, tools({ handleWithFollowing: traced }))
      expect(done).toMatchObject({
        acts: 3,
        refused: [{ deadline: 'relisting', key: 'O', refusal: { code: 'before-records' } }],
      })
      const past = await data().log.readStreams(['M/listing', 'O/listing'])
      expect(past.get('M/listing')?.slice(1)).toMatchObject([
        { actor: 'deadline:expiry', correlationId: 'sweep' },
        { actor: 'deadline:relisting', correlationId: 'sweep' },
      ])
      expect(past.get('O/listing')?.slice(1)).toMatchObject([{ actor: 'deadline:expiry' }])
    })

    test('are finished by the next run when one is broken off', async () => {
      const subjects = Array.from({ length: 12 }, (_, index) => `V${index}`)
      await handler().handleAll(subjects.map((subject, index) => listYear(subject, 2025 + (index % 3))))
      let calls = 0
      const failing: CommandHandler['handleWithFollowing'] = async (...asked) => {
        calls += 1
        const handled = await handler().handleWithFollowing(...asked)
        if (calls === 2) throw new Error('the process ended')
        return handled
      }
      await expect(sweep([deadline], '2029-12-31', tools({ handleWithFollowing: failing }))).rejects.toThrow(
        'the process ended',
      )
      await sweep([deadline], '2029-12-31', tools())
      for (const subject of subjects) expect(await versionOf(`${subject}/listing`)).toBe(2)
    })

    test('end with what failed, also while more is being looked for', async () => {
      await handler().handleAll([listYear('W', 2021)])
      const slow = {
        ...data().reads,
        find: async (...asked: Parameters<Opened['reads']['find']>) => {
          await sleep(20)
          return data().reads.find(...asked)
        },
      } as Opened['reads']
      const failing: CommandHandler['handleWithFollowing'] = async () => {
        throw new Error('the database went away')
      }
      const broken = { ...tools({ handleWithFollowing: failing }), reads: slow }
      await expect(sweep([deadline], '2029-12-31', broken)).rejects.toThrow('the database went away')
      await sweep([deadline], '2029-12-31', tools())
      expect(await versionOf('W/listing')).toBe(2)
    })

    test('are followed by read models meanwhile, and end with what failed there', async () => {
      const subjects = Array.from({ length: 4000 }, (_, index) => `F${index}`)
      await handler().handleAll(subjects.map((subject) => listYear(subject, 2021)))
      await tools().catchUp()
      let asked = 0
      let calls = 0
      const counting: CommandHandler['handleWithFollowing'] = (requests, ...how) => {
        asked += requests.length
        return handler().handleWithFollowing(requests, ...how)
      }
      const broken = {
        ...tools({ handleWithFollowing: counting }),
        catchUp: async () => {
          calls += 1
          if (calls === 1) return tools().catchUp()
          expect(asked).toBeLessThan(subjects.length)
          throw new Error('a read model can not follow')
        },
      }
      await expect(sweep([deadline], '2029-12-31', broken)).rejects.toThrow('a read model can not follow')
      expect(calls).toBe(2)
      await sweep([deadline], '2029-12-31', tools())
      for (const subject of subjects.slice(-10)) expect(await versionOf(`${subject}/listing`)).toBe(2)
    })

    test('wait for read models that have fallen far behind', async () => {
      const subjects = Array.from({ length: 17_000 }, (_, index) => `G${index}`)
      await handler().handleAll(subjects.map((subject) => listYear(subject, 2021)))
      await tools().catchUp()
      let asked = 0
      const counting: CommandHandler['handleWithFollowing'] = (requests, ...how) => {
        asked += requests.length
        return handler().handleWithFollowing(requests, ...how)
      }
      const ahead: number[] = []
      const slow = async (): Promise<void> => {
        for (let before = -1; before !== asked; await sleep(100)) before = asked
        ahead.push(asked)
        await tools().catchUp()
      }
      await sweep([deadline], '2029-12-31', { ...tools({ handleWithFollowing: counting }), catchUp: slow })
      expect(ahead.find((acts) => acts > 0)).toBeLessThan(subjects.length)
      expect(asked).toBe(subjects.length)
      for (const subject of subjects.slice(-10)) expect(await versionOf(`${subject}/listing`)).toBe(2)
    })
  })
}
