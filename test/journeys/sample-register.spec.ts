import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import {
  answerOf,
  csvOf,
  folder,
  killedBetween,
  linesOf,
  mingjian,
  removeFolders,
  sample,
  sampleLines,
} from './command-line.ts'

// A register that this project did not make, taken over by the command line as a stranger uses it.

const FILES = [
  ['enterprises', 'enterprises', 3000],
  ['annual-reports', 'reports', 5204],
  ['penalties', 'penalties', 136],
  ['inspectors', 'inspectors', 48],
] as const

const counts = (read: number, more: object) => ({
  read,
  accepted: 0,
  changed: 0,
  unchanged: 0,
  rejected: 0,
  warnings: 0,
  ...more,
})

const register = folder()
const first: Record<string, unknown> = {}
let enterpriseEvents = 0

beforeAll(async () => {
  for (const [kind, file] of FILES) {
    first[kind] = await answerOf(register, ['import', kind, sample(file)])
    if (kind === 'enterprises') enterpriseEvents = (await answerOf(register, ['log', 'verify'])).events
  }
})
afterAll(removeFolders)

describe('the sample register', () => {
  test.each(FILES)('%s: every record is accepted', (kind, _, read) => {
    expect(first[kind]).toEqual(counts(read, { accepted: read }))
  })

  test('imported again, by four commands at the same time, changes nothing', async () => {
    const before = await answerOf(register, ['log', 'verify'])
    const again = await Promise.all(FILES.map(([kind, file]) => answerOf(register, ['import', kind, sample(file)])))
    expect(again).toEqual(FILES.map(([, , read]) => counts(read, { unchanged: read })))
    expect(await answerOf(register, ['log', 'verify'])).toEqual(before)
  })

  test('a record that differs is the change that it brings', async () => {
    const data = folder(register)
    const file = join(folder(), 'moved.jsonl')
    const [enterprise] = sampleLines('enterprises').filter(({ state }) => state === '存续')
    writeFileSync(file, JSON.stringify({ ...enterprise, address: '内蒙古自治区包头市昆都仑区钢铁大街8号' }))
    expect(await answerOf(data, ['import', 'enterprises', file])).toEqual(counts(1, { changed: 1 }))
    expect(await answerOf(data, ['import', 'enterprises', file])).toEqual(counts(1, { unchanged: 1 }))
  })

  test('every line of the dirty file gets its verdict', async () => {
    const verdicts: Readonly<Record<string, string | undefined>> = {
      accept: undefined,
      'accept-normalised': undefined,
      'reject-or-warn-subject-check': undefined,
      'reject-length': 'uscc-length',
      'reject-alphabet': 'uscc-alphabet',
      'reject-check-character': 'uscc-check',
    }
    const truth = sampleLines('dirty_truth')
    const expected = truth.map(({ line, verdict }) => [line, verdict in verdicts ? verdicts[verdict] : verdict])
    const rejects = join(folder(), 'rejects.jsonl')
    const { code, out, err } = await mingjian(folder(register), [
      ...['import', 'enterprises', sample('dirty'), '--rejects', rejects, '--json'],
    ])
    expect(code).toBe(2)
    const refused = linesOf(readFileSync(rejects, 'utf8'))
    const codeOf = new Map(refused.map((reject) => [reject.line, reject.code]))
    expect(truth.map(({ line }) => [line, codeOf.get(line)])).toEqual(expected)
    const records = readFileSync(sample('dirty'), 'utf8').split('\n')
    for (const { line, codes, code, field, message, record } of refused) {
      expect(codes[0]).toBe(code)
      expect([typeof field, typeof message]).toEqual(['string', 'string'])
      if (typeof record === 'object') expect(record).toEqual(JSON.parse(records[line - 1] ?? ''))
    }
    const warned = truth.filter(({ verdict }) => verdict === 'reject-or-warn-subject-check')
    const same = truth.filter(({ verdict }) => verdict.startsWith('accept'))
    expect(JSON.parse(out)).toEqual(
      counts(truth.length, {
        accepted: warned.length,
        unchanged: same.length,
        rejected: refused.length,
        warnings: warned.length,
      }),
    )
    for (const { line } of warned) expect(err).toContain(`line ${line}: warning uscc-subject`)
  })

  test('--strict takes the warning for a fault', async () => {
    const rejects = join(folder(), 'rejects.jsonl')
    const { code } = await mingjian(folder(register), [
      ...['import', 'enterprises', sample('dirty'), '--strict', '--rejects', rejects],
    ])
    expect(code).toBe(2)
    expect(linesOf(readFileSync(rejects, 'utf8')).filter((reject) => reject.code === 'uscc-subject')).toHaveLength(5)
  })
})

test('as CSV with a byte order mark it is the same register, and standard input the same as a file', async () => {
  const data = folder()
  const file = join(folder(), 'enterprises.csv')
  writeFileSync(file, `\uFEFF${csvOf(sampleLines('enterprises'))}`)
  expect(await answerOf(data, ['import', 'enterprises', file])).toEqual(counts(3000, { accepted: 3000 }))
  const input = readFileSync(sample('enterprises'))
  expect(await answerOf(data, ['import', 'enterprises', '-'], { input })).toEqual(counts(3000, { unchanged: 3000 }))
  expect((await answerOf(data, ['log', 'verify'])).events).toBe(enterpriseEvents)
})

test('an import that is killed in the middle goes on when it is repeated, and nothing is doubled', async () => {
  const IMPORT = ['import', 'enterprises', sample('enterprises'), '--batch', '50']
  const data = await killedBetween(() => folder(), IMPORT, 700, enterpriseEvents)
  const { accepted, unchanged, read } = await answerOf(data, ['import', 'enterprises', sample('enterprises')])
  expect(read).toBe(3000)
  expect(accepted + unchanged).toBe(3000)
  expect(unchanged).toBeGreaterThan(0)
  const verified = await answerOf(data, ['log', 'verify'])
  expect(verified).toEqual({ events: enterpriseEvents, head: expect.any(String) })
})

test('the launcher is the same program, and says on standard output nothing but the answer', async () => {
  const { code, out } = await mingjian(folder(register), ['lag', '--json'], { by: 'launcher' })
  expect(code).toBe(0)
  expect(Object.keys(JSON.parse(out))).toContain('enterprise')
})
