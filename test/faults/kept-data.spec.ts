import { rmSync } from 'node:fs'
import { postgresEventLog, prepare, stepsOf, UnusableData, verifyChain } from '@mingjian/kernel/adapters'
import { FUNCTIONS } from '@mingjian/kernel/adapters/postgres/tables'
import { tables } from '@mingjian/main/modules'
import { afterAll, beforeAll, describe, expect, inject, test } from 'vitest'
import { freshDatabase, type TestDatabase } from '../postgres.ts'
import { recordHistory } from './history.ts'

const steps = stepsOf(tables)
const clock = { now: () => '2026-07-01T08:00:00.120Z' }
let database: TestDatabase
beforeAll(async () => {
  database = await freshDatabase(inject('postgres'))
  await recordHistory(postgresEventLog(database.db, clock), 60)
})
afterAll(() => database.drop())

test('a log that was dumped and restored has the same positions, the same chain, and goes on', async () => {
  const restored = await freshDatabase(inject('postgres'))
  const { db } = database
  // Files on the server's side: the one place that every server can write to.
  const [row] = await db.query('show data_directory')
  const tables = ['log.event', 'log.consumer', 'log.attachment']
  for (const table of tables) {
    const file = `${row?.[0]}/${new URL(database.url).pathname.slice(1)}.${table}`
    await db.query(`copy ${table} to '${file}'`)
    await restored.db.query(`copy ${table} from '${file}'`)
    rmSync(file, { force: true })
  }
  const [before, after] = [postgresEventLog(db, clock), postgresEventLog(restored.db, clock)]
  expect(await after.read(0, 1000)).toEqual(await before.read(0, 1000))
  expect(await verifyChain(restored.db)).toEqual(await verifyChain(db))
  expect(await after.commands(['id-1', 'id-3'])).toEqual(await before.commands(['id-1', 'id-3']))
  const next = (commandId: string) =>
    after.append({
      expected: new Map(),
      events: [
        {
          stream: 'new/registration',
          event: { type: 'LicenceRevoked', data: { reason: null, remedy: null }, effectiveOn: '2026-07-02', basis: [] },
          provenance: { actor: 'a', authority: 'b', commandId },
        },
      ],
    })
  expect(await next('id-1')).toEqual({ outcome: 'known-command' })
  expect(await next('id-new')).toEqual({ outcome: 'recorded', first: 61, last: 61 })
  expect((await verifyChain(restored.db)).fault).toBeUndefined()
  await restored.drop()
})

describe('the chain shows', () => {
  /** What is found after these statements, which are then undone. */
  const faultAfter = async (...statements: string[]) => {
    const undone = new Error('undone')
    let found: object = {}
    const tampering = database.db.transaction(async (tx) => {
      for (const statement of statements) await tx.query(statement)
      const { fault, events } = await verifyChain(tx)
      found = { ...fault, events }
      throw undone
    })
    await expect(tampering).rejects.toBe(undone)
    return found
  }

  test('nothing where nothing was touched, and how far it has come', async () => {
    const seen: number[] = []
    const check = await verifyChain(database.db, (position) => seen.push(position))
    expect(check).toEqual({ events: 60, head: expect.stringMatching(/^[0-9a-f]{64}$/) })
    expect(seen.at(-1)).toBe(60)
  })

  const changed = { position: 31, what: 'not as it was recorded', events: 30 }
  test.each([
    ['payload', `payload || '\\x00'`],
    ['actor', `'another'`],
    ['authority', `'150207'`],
    ['basis', `'no'`],
    ['type', `'LicenceRestored'`],
    ['stream', `'9115020X/registration'`],
    ['version', '999'],
    ['effective_on', 'effective_on + 1'],
    ['recorded_at', `recorded_at + interval '1 ms'`],
    ['command_id', `'id-x'`],
    ['correlation_id', `'c'`],
    ['causation_id', `'7'`],
    ['schema', 'schema + 1'],
    ['hash', 'sha256(hash)'],
  ])('a changed %s', async (column, value) => {
    expect(await faultAfter(`update log.event set ${column} = ${value} where position = 31`)).toEqual(changed)
  })

  test('a removed event, and one removed with the gap closed', async () => {
    expect(await faultAfter('delete from log.event where position = 31')).toEqual({
      position: 31,
      what: 'missing',
      events: 30,
    })
    expect(
      await faultAfter(
        'delete from log.event where position = 31',
        'update log.event set position = position - 1000 where position > 31',
        'update log.event set position = position + 999 where position < 0',
      ),
    ).toEqual(changed)
  })

  test('two events swapped in place', async () => {
    expect(
      await faultAfter(
        'update log.event set position = 0 where position = 31',
        'update log.event set position = 31 where position = 40',
        'update log.event set position = 40 where position = 0',
      ),
    ).toEqual(changed)
  })

  test('an event put before the first', async () => {
    expect(
      await faultAfter(
        `insert into log.event select 0, 'x/y', 1, type, effective_on, recorded_at, actor, authority, basis, null, null, null, schema, payload, hash from log.event where position = 1`,
      ),
    ).toEqual({ position: 0, what: 'not part of the log', events: 0 })
  })
})

test('data that a newer Mingjian wrote is refused with a sentence, and stays as it is', async () => {
  await database.db.query('update log.platform set version = version + 1')
  const refused = prepare(database.db, tables)
  await expect(refused).rejects.toThrow(UnusableData)
  await expect(refused).rejects.toThrow(/^This data was written by a newer Mingjian .* update the program, .*\.$/)
  await database.db.query('update log.platform set version = version - 1')
  expect(await postgresEventLog(database.db, clock).head()).toBe(60)
})

test('tables are made once, however many processes start on an empty database at once', async () => {
  const empty = await freshDatabase(inject('postgres'), { bare: true })
  await Promise.all(Array.from({ length: 5 }, () => prepare(empty.open(1), tables)))
  expect(await postgresEventLog(empty.db, clock).head()).toBe(0)
  await empty.drop()
})

test('data of the first version is brought up to date with everything it holds, and a platform that stops half-way leaves it as it was', async () => {
  const { db, drop } = await freshDatabase(inject('postgres'), { bare: true })
  await db.query(steps[0] ?? '')
  await db.query('update log.platform set version = 1')
  await db.query(FUNCTIONS.slice(0, FUNCTIONS.indexOf('-- The position up to which')))
  await recordHistory(postgresEventLog(db, clock), 20)
  const before = await verifyChain(db)
  await db.query('create schema public_log')
  await expect(prepare(db, tables), 'something is in the way').rejects.toThrow(/already exists/)
  expect((await db.query('select version from log.platform'))[0]).toEqual([1])
  await db.query('drop schema public_log')
  await prepare(db, tables)
  await prepare(db, tables)
  expect((await db.query('select version from log.platform'))[0]).toEqual([steps.length])
  expect(await verifyChain(db)).toEqual(before)
  await drop()
})
