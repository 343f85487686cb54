import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import {
  answerOf,
  folder,
  killedBetween,
  linesOf,
  mingjian,
  type Running,
  removeFolders,
  sample,
  start,
} from './command-line.ts'
import { isLawful, JUDGED_YEARS, late, owing } from './sample-register.ts'

// The deadlines of 2024 to 2026, carried out at once on the register of another system.

const AS_OF = '2026-10-31'
const SWEEP = ['sweep', '--as-of', AS_OF]
const register = folder()
let swept = ''

interface Line {
  readonly uscc: string
  readonly list: string
  readonly ground: string
  readonly years: readonly number[]
  readonly listedOn: string
  readonly removedOn?: string
  readonly authority: string
  readonly decision: string | null
  readonly basis: readonly { readonly instrument: string; readonly version: string; readonly article: string }[]
}

const linesFrom = async (data: string, ...options: readonly string[]): Promise<readonly Line[]> => {
  const { code, out, err } = await mingjian(data, ['lists', 'abnormal', ...options])
  expect(code, err).toBe(0)
  return linesOf(out)
}

let inForce: readonly Line[] = []
let history: readonly Line[] = []
let acts: { readonly acts: number; readonly refused: readonly unknown[] }

beforeAll(async () => {
  await answerOf(register, ['import', 'enterprises', sample('enterprises')])
  await answerOf(register, ['import', 'annual-reports', sample('reports')])
  swept = folder(register)
  acts = await answerOf(swept, SWEEP)
  inForce = await linesFrom(swept)
  history = await linesFrom(swept, '--history')
})
afterAll(removeFolders)

const brief = (lines: readonly Line[]) => lines.map(({ uscc, list, ground, years }) => ({ uscc, list, ground, years }))
const bySubject = <T extends { readonly uscc: string }>(lines: readonly T[]) =>
  lines.toSorted((a, b) => (a.uscc < b.uscc ? -1 : 1))

test('every living enterprise that still owes a report is on the list with exactly the years it owes, and nobody else', () => {
  expect(acts.refused).toEqual([])
  expect(owing.size).toBeGreaterThan(200)
  const expected = [...owing].map(([uscc, owed]) => ({ uscc, ground: 'annual_report_missed', ...owed }))
  expect(brief(bySubject(inForce))).toEqual(bySubject(expected))
})

test('each entry names the day, the authority, the decision and the provision', () => {
  for (const { uscc, years, listedOn, authority, decision, basis } of inForce) {
    const [first = 0] = years
    expect(isLawful(listedOn, `${first + 1}-06-30`, 10), `${uscc} ${listedOn}`).toBe(true)
    expect(authority).toMatch(/市场监督管理局$/)
    expect(decision).toMatch(new RegExp(`〔${listedOn.slice(0, 4)}〕\\d+号$`))
    expect(basis.length).toBeGreaterThan(0)
  }
})

test('who filed late was listed within ten working days of the window and removed within five of the filing', () => {
  expect(late.length).toBeGreaterThan(150)
  for (const { uscc, year, filedOn } of late) {
    const entries = history.filter((line) => line.uscc === uscc && line.years.includes(year))
    const what = `${uscc} ${year} filed ${filedOn}: ${entries.map(({ listedOn, removedOn }) => `${listedOn}–${removedOn}`)}`
    expect(entries, what).toHaveLength(1)
    const [{ listedOn, removedOn } = { listedOn: '', removedOn: '' }] = entries
    expect(isLawful(listedOn, `${year + 1}-06-30`, 10), what).toBe(true)
    expect(isLawful(removedOn, filedOn, 5), what).toBe(true)
    // Filed before the authority had listed it: removed after that, never before.
    expect((removedOn ?? '') >= listedOn, what).toBe(true)
  }
})

test('the history is what is in force and what was removed, each year once', () => {
  const ended = history.filter(({ removedOn }) => removedOn !== undefined)
  expect(brief(history.filter(({ removedOn }) => removedOn === undefined))).toEqual(
    expect.arrayContaining(brief(inForce)),
  )
  expect(history).toHaveLength(inForce.length + ended.length)
  const years = history.flatMap((line) => line.years.map((year) => `${line.uscc}/${year}`))
  expect(new Set(years).size).toBe(years.length)
  expect(years).toHaveLength([...owing.values()].flatMap((owed) => owed.years).length + late.length)
})

test('the list of an earlier day is the list of that day', async () => {
  const then = await linesFrom(swept, '--as-of', '2025-06-30')
  const stood = history.filter(
    ({ listedOn, removedOn = '9999' }) => listedOn <= '2025-06-30' && removedOn > '2025-06-30',
  )
  expect(new Set(then.map(({ uscc }) => uscc))).toEqual(new Set(stood.map(({ uscc }) => uscc)))
  for (const { years } of then) expect(years).toEqual([2023])
})

describe('the basis', () => {
  // 施行: 国务院令第777号 2024-05-01; 市场监管总局令第101号 2025-03-18.
  const versionOf = (instrument: string, on: string) =>
    instrument === 'disclosure-regulation' ? (on < '2024-05-01' ? '654' : '777') : on < '2025-03-18' ? 'old' : 'SAMR101'
  test('is the wording in force on the day of the entry', () => {
    for (const { listedOn, basis } of history) {
      for (const { instrument, version } of basis.filter(({ instrument }) =>
        /disclosure-regulation|-rule$/.test(instrument),
      ))
        expect(version.replace(/^SAIC.+/, 'old'), `${instrument} on ${listedOn}`).toBe(versionOf(instrument, listedOn))
    }
  })
  test('is the rule of the kind of subject', () => {
    for (const { list, basis } of history) {
      const rule = list === 'mark' ? 'sole-trader-report-rule' : /^(abnormal-list-rule|cooperative-report-rule)$/
      expect(basis.map(({ instrument }) => instrument).some((instrument) => instrument.match(rule) !== null)).toBe(true)
    }
  })
})

test('repeated, it does nothing', async () => {
  const before = await answerOf(swept, ['log', 'verify'])
  expect(await answerOf(swept, SWEEP)).toEqual({ acts: 0, refused: [] })
  expect(await answerOf(swept, ['log', 'verify'])).toEqual(before)
})

test('killed in the middle and repeated, it ends in the same lists', async () => {
  const from = (await answerOf(folder(register), ['log', 'verify'])).events
  const whole = (await answerOf(swept, ['log', 'verify'])).events
  const data = await killedBetween(() => folder(register), SWEEP, from + Math.floor((whole - from) / 2), whole)
  expect((await answerOf(data, SWEEP)).acts).toBeGreaterThan(0)
  expect(await answerOf(data, ['log', 'verify'])).toEqual({ events: whole, head: expect.any(String) })
  const undecided = (lines: readonly Line[]) => lines.map((line) => ({ ...line, decision: '' }))
  expect(undecided(await linesFrom(data))).toEqual(undecided(inForce))
  expect(undecided(await linesFrom(data, '--history'))).toEqual(undecided(history))
})

describe('with the history of another system', () => {
  const twice = (lines: readonly Line[]) => {
    const years = lines.flatMap(({ uscc, years }) => (years ?? []).map((year) => `${uscc}/${year}`))
    return years.filter((one, index) => years.indexOf(one) !== index)
  }
  const owed = (lines: readonly Line[]) =>
    brief(bySubject(lines.filter(({ uscc, ground }) => owing.has(uscc) && ground === 'annual_report_missed')))

  test('imported before the sweep, nobody is listed twice for a year', async () => {
    const data = folder(register)
    const imported = await answerOf(data, ['import', 'abnormal-history', sample('abnormal')])
    expect(imported).toMatchObject({ read: 550, accepted: 550, rejected: 0 })
    expect(await answerOf(data, ['import', 'abnormal-history', sample('abnormal')])).toMatchObject({ unchanged: 550 })
    expect((await answerOf(data, SWEEP)).refused).toEqual([])
    expect(twice(await linesFrom(data, '--history'))).toEqual([])
    expect(owed(await linesFrom(data))).toEqual(owed(inForce))
  })

  test('nor when it is imported afterwards', async () => {
    const data = folder(swept)
    await answerOf(data, ['import', 'abnormal-history', sample('abnormal')])
    expect(twice(await linesFrom(data, '--history'))).toEqual([])
    expect(owed(await linesFrom(data))).toEqual(owed(inForce))
  })
})

describe('served', () => {
  let running: Running
  beforeAll(async () => {
    running = await start(folder(swept))
  })
  afterAll(async () => {
    expect((await running.stop()).code).toBe(0)
  })

  test('its decisions are numbered without a gap, in each series from one', async () => {
    const numbers = new Map<string, number[]>()
    for (let after = 0, read = 1; read > 0; ) {
      const changes = linesOf((await running.get(`/v1/changes?after=${after}&limit=1000`)).text)
      for (const { data } of changes) {
        const [, series, number] = /^(.+〔\d{4}〕)(\d+)号$/.exec(data.decision ?? '') ?? []
        if (series !== undefined) numbers.set(series, [...(numbers.get(series) ?? []), Number(number)])
      }
      read = changes.length
      after = changes.at(-1)?.position ?? after
    }
    expect(numbers.size).toBeGreaterThanOrEqual(12)
    for (const [series, given] of numbers) expect(given, series).toEqual(given.map((_, index) => index + 1))
    const decided = [...numbers].filter(([series]) => /异[列标]/.test(series)).flatMap(([, given]) => given)
    expect(decided).toHaveLength(history.flatMap(({ years }) => years).length)
  })

  test('every page and answer about a listed enterprise says so', async () => {
    for (const { uscc, list, years, listedOn, decision } of inForce.slice(0, 20)) {
      expect((await running.json(`/v1/enterprises/${uscc}`)).lists).toEqual([
        expect.objectContaining({ list, ground: 'annual_report_missed', listedOn, decision }),
      ])
      const page = (await running.get(`/enterprises/${uscc}`)).text
      expect(page).toContain(list === 'mark' ? '经营异常状态' : '经营异常名录')
      for (const year of years) expect(page).toContain(`${year}`)
    }
  })

  test(`the years judged are ${JUDGED_YEARS[0]} to ${JUDGED_YEARS.at(-1)}`, () => {
    expect([...new Set(history.flatMap(({ years }) => years))].sort()).toEqual(JUDGED_YEARS)
  })
})
