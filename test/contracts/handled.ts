import { type CommandHandler, commandHandler } from '@mingjian/kernel'
import { afterAll, beforeAll } from 'vitest'
import { deciders } from './listing.ts'
import { type Open, type Opened, settableClock } from './opened.ts'

/** Data of its own for a contract, with who handles the commands of the listing on it; both are there once its tests run. */
export const handledOn = (open: Open) => {
  const clock = settableClock()
  let data: Opened
  let handler: CommandHandler
  beforeAll(async () => {
    data = await open(clock)
    handler = commandHandler(data.log, clock, deciders)
  })
  afterAll(() => data.close())
  return {
    clock,
    data: (): Opened => data,
    handler: (): CommandHandler => handler,
    versionOf: async (stream: string): Promise<number> => (await data.log.last(stream))?.version ?? 0,
  }
}
