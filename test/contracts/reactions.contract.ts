import { advanceReactions, commandHandler } from '@mingjian/kernel'
import { describe, expect, test } from 'vitest'
import { handledOn } from './handled.ts'
import { beginRecords, deciders, delistAll, followUp, listYear } from './listing.ts'
import type { Adapters, Open } from './opened.ts'

/** What reactions promise on any implementation of the ports. */
export const reactionsContract = (name: string, open: Open): void => {
  describe(`reactions ${name}`, () => {
    const { clock, data, handler, versionOf } = handledOn(open)
    const advance = async ({ log, checkpoints }: Pick<Adapters, 'log' | 'checkpoints'>, own = handler()) =>
      advanceReactions([followUp], await log.head(), { log, checkpoints, handler: own })

    test('are carried out once each, name their cause, and a refused one is parked', async () => {
      while ((await advance(data())) > 0);
      await handler().handleAll([listYear('Q', 2020), listYear('R', 2019)])
      const [cause] = await data().log.readSubject('Q')
      while ((await advance(data())) > 0);
      expect((await data().log.readSubject('Q')).slice(1)).toMatchObject([
        {
          actor: 'reaction:follow-up',
          authority: '150203',
          data: { year: 2021 },
          commandId: `reaction:follow-up/${cause?.position}/0`,
          causationId: String(cause?.position),
        },
      ])
      expect(await versionOf('R/listing')).toBe(1)
      expect(await data().projector.deadLetters()).toEqual([
        {
          consumer: 'reaction:follow-up',
          key: `reaction:follow-up/${cause?.position}/1`,
          position: cause?.position,
          reason: 'ListYear: before-records 没有1990年的记录 no records of 1990',
        },
      ])
      expect(await data().checkpoints.get('reaction:follow-up')).toBe(await data().log.head())
      expect(await advance(data())).toBe(0)
    })

    test('are carried out by several reactions, and what concerns none of them is passed over', async () => {
      const delisted = { ...followUp, name: 'on-delisting', events: ['AbnormalOperationsDelisted' as const] }
      const tools = { log: data().log, checkpoints: data().checkpoints, handler: handler() }
      await handler().handle(beginRecords(2000))
      while ((await advanceReactions([followUp, delisted], await data().log.head(), tools)) > 0);
      const head = await data().log.head()
      for (const { name } of [followUp, delisted]) expect(await data().checkpoints.get(`reaction:${name}`)).toBe(head)
      await handler().handleAll([beginRecords(2000), listYear('S', 2020), beginRecords(2000)])
      while ((await advanceReactions([followUp, delisted], await data().log.head(), tools)) > 0);
      expect(await versionOf('S/listing')).toBe(2)
      for (const { name } of [followUp, delisted])
        expect(await data().checkpoints.get(`reaction:${name}`)).toBe(await data().log.head())
    })

    test('are not repeated after a crash between the record and the checkpoint', async () => {
      await handler().handle(listYear('T', 2020))
      const crashing = { ...data().checkpoints, set: () => Promise.reject(new Error('crashed')) }
      await expect(advance({ log: data().log, checkpoints: crashing })).rejects.toThrow('crashed')
      expect(await versionOf('T/listing')).toBe(2)
      // Delisted meanwhile: carried out again, the command would list it again.
      await handler().handle(delistAll('T'))
      while ((await advance(data())) > 0);
      expect(await versionOf('T/listing')).toBe(3)
    })

    test('are carried out once by two processes, and replayed from the start do nothing', async () => {
      await handler().handleAll(Array.from({ length: 20 }, (_, index) => listYear(`U${index}`, 2020)))
      const other = data().another()
      await Promise.all([advance(data()), advance(other, commandHandler(other.log, clock, deciders)), advance(data())])
      while ((await advance(data())) > 0);
      for (let index = 0; index < 20; index += 1) expect(await versionOf(`U${index}/listing`)).toBe(2)
      const head = await data().log.head()
      const fromStart = { ...data().checkpoints, get: async () => 0 }
      await advance({ log: data().log, checkpoints: fromStart })
      expect(await data().log.head()).toBe(head)
    })
  })
}
