import { randomUUID } from 'node:crypto'
import { setTimeout as sleep } from 'node:timers/promises'
import { makeUscc } from '@mingjian/codes'
import { indexedEnterprise } from '@mingjian/credit-query'
import { connectElasticsearch } from '@mingjian/credit-query/adapters'
import { verifyChain } from '@mingjian/kernel/adapters'
import { projections } from '@mingjian/main/modules'
import { configFrom } from '@mingjian/main/run/config'
import { openPlatform, type Platform } from '@mingjian/main/run/platform'
import { afterAll, expect, inject, test } from 'vitest'
import { company, penalty } from '../journeys/examples.ts'
import { messagesOf, settings, untilCaughtUp } from '../journeys/kafka.ts'
import { patience } from '../patience.ts'
import { indexed } from '../search-index.ts'
import { broker, postgres, roles, searchEngine, type Victim } from './supervised.ts'

/** In every run; `FAULT_KILLS=200` for the long one. */
const KILLS = Number(process.env.FAULT_KILLS ?? 10)
const SEED = Number(process.env.FAULT_SEED ?? Math.floor(Math.random() * 1e9))
/** So many that no stream grows beyond what an enterprise lives through. */
const SUBJECTS = Math.max(40, 2 * KILLS)
const WRITERS = 4
const PAUSE_MS = 150
const AUTHORITY = '昆都仑区市场监督管理局'

let state = SEED
const random = (): number => {
  state = (Math.imul(state, 1664525) + 1013904223) >>> 0
  return state / 2 ** 32
}
/** One after the other in an order of chance, so that everything is killed before anything is killed again. */
function* shuffled<T>(all: readonly T[]): Generator<T> {
  for (;;) {
    const left = [...all]
    while (left.length > 0) yield* left.splice(Math.floor(random() * left.length), 1)
  }
}
const codeOf = (index: number): string => makeUscc('91150203', `MA0F${String(index).padStart(4, '0')}`)

/** Commands without end, each repeated under its id until it is answered; says how many were. */
const writing = (platform: Platform) => {
  const answered = new Map<string, number>()
  let going = true
  const command = (writer: number, step: number) => {
    const index = (writer + step * WRITERS) % SUBJECTS
    const uscc = codeOf(index)
    if (step < SUBJECTS / WRITERS)
      return { type: 'EstablishEnterprise', data: { uscc, items: company(`包头市${index}号商贸有限公司`) } }
    if (step % 3 === 0)
      return {
        type: 'RecordPenalty',
        data: { uscc, penalty: penalty(`昆市监罚〔2026〕${writer}-${step}号`, '2026-10-01') },
      }
    return {
      type: 'ChangeRegistration',
      data: { uscc, items: company(`包头市${index}号${step}次商贸有限公司`), on: '2026-06-01' },
    }
  }
  const writers = Array.from({ length: WRITERS }, async (_, writer) => {
    for (let step = 0; going; step += 1) {
      const commandId = `fault/${writer}/${step}`
      for (;;) {
        try {
          const outcome = await platform.handler.handle({
            command: command(writer, step),
            commandId,
            actor: 'import:test',
            authority: AUTHORITY,
          })
          if (outcome.outcome === 'refused') throw new Error(outcome.refusal.text.en)
          if ('first' in outcome) answered.set(commandId, outcome.last - outcome.first + 1)
          break
        } catch {
          await sleep(50)
        }
      }
      await sleep(PAUSE_MS)
    }
  })
  return {
    answered,
    stop: async () => {
      going = false
      await Promise.all(writers)
    },
  }
}

/** What every read model holds, in Postgres and in the index. */
const contents = async (
  { db }: Platform,
  { url, index }: { readonly url: string; readonly index: string },
): Promise<Readonly<Record<string, readonly unknown[]>>> => {
  const found: Record<string, readonly unknown[]> = {}
  for (const { name } of projections) {
    if (name === indexedEnterprise.name) continue
    const rows = await db.query(`select to_jsonb(t) - 'position' from read.${name} t order by key`)
    found[name] = rows.map(([row]) => String(row))
  }
  const client = connectElasticsearch(url)
  await client.indices.refresh({ index })
  found[indexedEnterprise.name] = await indexed(client, index)
  await client.close()
  return found
}

const victims: Victim[] = []
const atEnd: (() => Promise<void>)[] = []
afterAll(async () => {
  for (const end of atEnd.reverse()) await end()
})

test(`after ${KILLS} random kills nothing is lost or done twice, and read models are those that the log gives`, {
  timeout: patience(60 + KILLS * 5),
}, async () => {
  const [database, kafka, elasticsearch] = await Promise.all([postgres(), broker(), searchEngine()])
  const engines = [database.victim, kafka.victim, elasticsearch.victim]
  atEnd.push(async () => {
    await Promise.all(engines.map((engine) => engine.stop()))
  })
  const environment: NodeJS.ProcessEnv = {
    DATABASE_URL: database.url,
    DATA_DIR: `/tmp/mingjian-faults-${randomUUID()}`,
    ELASTICSEARCH_URL: elasticsearch.url,
    ...settings({ kafka: kafka.url, registry: inject('registry') }),
  }
  const config = configFrom(environment)
  const platform = await openPlatform(config)
  atEnd.push(() => platform.close())
  const processes = await Promise.all(
    ['relay', 'relay', 'projections', 'projections', 'reactions', 'projections,reactions'].map((names) =>
      roles(names, environment),
    ),
  )
  atEnd.push(async () => {
    await Promise.all(processes.map((one) => one.stop()))
  })
  victims.push(...processes, ...engines)

  const load = writing(platform)
  const killed: string[] = []
  for (const victim of shuffled(victims)) {
    await sleep(200 + random() * 1500)
    await victim.kill(random() * 1000)
    if (killed.push(victim.name) === KILLS) break
  }
  await Promise.all(victims.map((victim) => victim.up()))
  await sleep(1000)
  await load.stop()
  await untilCaughtUp(platform, config)
  const why = `seed ${SEED}: ${killed.join(', ')}`

  const events = await platform.log.read(0, 1_000_000)
  expect((await verifyChain(platform.db)).fault, why).toBeUndefined()
  const recorded = Map.groupBy(events, ({ commandId }) => commandId)
  for (const [id, count] of load.answered) expect(recorded.get(id)?.length, `${id}, ${why}`).toBe(count)

  const publicised = events.filter(({ type }) => type === 'PenaltyPublicised').length
  expect(publicised, why).toBe(events.filter(({ type }) => type === 'PenaltyDecided').length)

  const where = config.elasticsearch as NonNullable<typeof config.elasticsearch>
  const fed = await contents(platform, where)
  expect(fed[indexedEnterprise.name], why).toHaveLength(SUBJECTS)
  for (const projection of projections) await platform.projector.rebuild(projection, () => {})
  expect(await contents(platform, where), why).toEqual(fed)
  expect(await platform.projector.deadLetters(), why).toEqual([])

  const highest = new Map<number, number>()
  const positions: number[] = []
  for (const { partition, headers } of await messagesOf(
    kafka.url,
    `${config.kafka?.prefix}.events`,
    3,
    events.length,
  )) {
    const position = Number(headers?.position)
    if (position <= (highest.get(partition) ?? 0)) continue
    highest.set(partition, position)
    positions.push(position)
  }
  expect(
    positions.sort((a, b) => a - b),
    why,
  ).toEqual(events.map(({ position }) => position))
})
