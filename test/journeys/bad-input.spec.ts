import { readFileSync, truncateSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import {
  answerOf,
  csvOf,
  folder,
  linesOf,
  mingjian,
  type Running,
  removeFolders,
  sample,
  sampleLines,
  start,
} from './command-line.ts'

// A file that can't be imported is one sentence with its line, and nothing of it is imported; a bad row is one reject, and the rest goes on.

const lines = readFileSync(sample('enterprises'), 'utf8').split('\n').slice(0, 40)
const whole = `${lines.join('\n')}\n`
const files = folder()
const register = folder()
let running: Running
let before: unknown

beforeAll(async () => {
  running = await start(register)
  await answerOf(register, ['import', 'enterprises', '-'], { input: whole })
  before = await answerOf(register, ['log', 'verify'])
})
afterAll(async () => {
  await running.stop()
  removeFolders()
})

const written = (name: string, content: string | Buffer): string => {
  const path = join(files, name)
  writeFileSync(path, content)
  return path
}
/** One sentence or two for a person, without a trace of the program. */
const sentence = (said: string): string => {
  expect(said).not.toMatch(/^\s+at |node:internal|Error:|fault of the program/m)
  expect(said.trim().split('\n')).toHaveLength(1)
  return said
}
const refusal = async (file: string, kind = 'enterprises'): Promise<string> => {
  const { code, out, err } = await mingjian(register, ['import', kind, file, '--json'])
  expect([code, out]).toEqual([1, ''])
  return sentence(err)
}

describe('a file that is not imported at all', () => {
  afterAll(async () => expect(await answerOf(register, ['log', 'verify'])).toEqual(before))

  const row = lines[0] ?? ''
  test.each([
    ['its last line is cut off', `${whole}${row.slice(0, 90)}`, /^Line 41 is cut off/],
    ['it is empty', '', /is empty/],
    ['it has blank lines alone', '\n  \r\n\t\n\n', /is empty/],
    ['it is not UTF-8', Buffer.concat([Buffer.from(`${row}\n`), Buffer.of(0xc0, 0xa5, 10)]), /^Line 2 is not UTF-8/],
    ['it is UTF-16', Buffer.from(`\uFEFF${row}`, 'utf16le'), /^Line 1 is not UTF-8/],
    ['it is one JSON array', `[\n${row},\n${row}\n]\n`, /^Line 1 begins a JSON array/],
    ['a quote in CSV ends in the middle of a cell', 'uscc,name\na,b\n"a"b,c\n', /^Line 3 is no row of a CSV file/],
    ['a quote in CSV is never closed', 'uscc,name\na,"b\nc,d\n', /^Line 3 is no row of a CSV file/],
    ['it has a CSV header alone', 'uscc,name\n', /no row below its header/],
  ])('%s', async (what, content, said) => {
    const answer = await refusal(written(`${what}.txt`, content))
    expect(answer).toMatch(said)
    expect(answer).toContain('Nothing was imported.')
  })

  test('a line is of two gigabytes', async () => {
    const file = written('long.jsonl', whole)
    truncateSync(file, 2 * 1024 ** 3)
    expect(await refusal(file)).toMatch(/^Line 41 is longer than 4 MiB/)
  })

  test('it does not exist, or is a folder', async () => {
    expect(await refusal(join(files, 'nothing.jsonl'))).toMatch(/nothing\.jsonl does not exist/)
    expect(await refusal(files)).toMatch(/is a folder/)
  })

  test('the rejects would overwrite it, or can not be written', async () => {
    const file = written('precious.jsonl', whole)
    const over = await mingjian(register, ['import', 'enterprises', file, '--rejects', file])
    expect(over.code).toBe(1)
    expect(sentence(over.err)).toMatch(/is the file to be imported/)
    expect(readFileSync(file, 'utf8')).toBe(whole)
    const nowhere = await mingjian(register, ['import', 'enterprises', file, '--rejects', files])
    expect(nowhere.code).toBe(1)
    expect(sentence(nowhere.err)).toMatch(/can't be written/)
  })
})

describe('a bad row', () => {
  const rejectsOf = async (file: string) => {
    const rejects = join(files, 'rejects.jsonl')
    const { code, out, err } = await mingjian(register, ['import', 'enterprises', file, '--rejects', rejects, '--json'])
    expect(code, err).toBe(2)
    return { summary: JSON.parse(out), rejects: linesOf(readFileSync(rejects, 'utf8')) }
  }

  test('is one reject, whatever stands in its line', async () => {
    const bad = ['{"uscc": "911502', 'null', '[1]', '"text"', '12', '{}']
    const { summary, rejects } = await rejectsOf(
      written('middle.jsonl', [lines[0], ...bad, '', ...lines.slice(1), ''].join('\n')),
    )
    expect(summary).toMatchObject({ read: 46, unchanged: 40, rejected: 6 })
    expect(rejects.map(({ line, code }) => [line, code])).toEqual([
      [2, 'type'],
      [3, 'type'],
      [4, 'type'],
      [5, 'type'],
      [6, 'type'],
      [7, 'missing'],
    ])
    expect(rejects[0].record).toBe('{"uscc": "911502')
  })

  test('of CSV has the number of its line, and cells that the kind asks for', async () => {
    const [one, two, three] = sampleLines('enterprises')
    const { summary, rejects } = await rejectsOf(
      written('rows.csv', csvOf([one, { ...two, capitalWan: 'much', established: '2011/07/28' }, three])),
    )
    expect(summary).toMatchObject({ read: 3, unchanged: 2, rejected: 1 })
    expect(rejects).toMatchObject([{ line: 3, code: 'type', codes: ['type', 'date'], field: 'capitalWan' }])
  })

  test('has a text that can not be kept', async () => {
    const { rejects } = await rejectsOf(
      written(
        'texts.jsonl',
        [1, 2].map((n) => lines[n]?.replace('"name":"', `"name":"\\u${['0000', 'd83d'][n - 1]}`)).join('\n'),
      ),
    )
    expect(rejects).toMatchObject([
      { line: 1, code: 'type', field: 'name' },
      { line: 2, code: 'type', field: 'name' },
    ])
  })

  test('stands twice in the file: the second, if it differs', async () => {
    const [row = ''] = lines
    const file = written('twice.jsonl', [row, row, row.replace('"name":"', '"name":"新')].join('\n'))
    const { summary, rejects } = await rejectsOf(file)
    expect(summary).toMatchObject({ read: 3, unchanged: 2, rejected: 1 })
    expect(rejects).toMatchObject([{ line: 3, code: 'duplicate' }])
  })

  test('is a record of an enterprise that nobody registered', async () => {
    const rejects = join(files, 'unknown.jsonl')
    const { code } = await mingjian(register, [
      ...['import', 'annual-reports', sample('reports'), '--rejects', rejects, '--batch', '500'],
    ])
    expect(code).toBe(2)
    const codes = new Set(linesOf(readFileSync(rejects, 'utf8')).map((reject) => reject.code))
    expect([...codes]).toEqual(['unknown-enterprise'])
  })
})
