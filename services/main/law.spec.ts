import { readFileSync } from 'node:fs'
import { isCivilDate } from '@mingjian/codes'
import { decodeCitation, type Setting, settingFaults, wordingOf } from '@mingjian/law'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { type Case, checkCases, dayOfVersion, evaluate, lawCheck, lawEval, lawList, lawSettings } from './law.ts'
import { rules, settings } from './modules.ts'

const read = (name: string): string => readFileSync(new URL(`./vectors/${name}`, import.meta.url), 'utf8')
const cases = JSON.parse(read('law-cases.json')) as readonly Case[]
const vocabulary = JSON.parse(read('law-vocabulary.json')) as Readonly<
  Record<string, { given: Record<string, string[]>; expect: Record<string, string[]> }>
>
const resultOf = (name: string, given: Readonly<Record<string, unknown>>, on?: string): unknown => {
  const outcome = evaluate(name, given, on)
  return 'result' in outcome ? outcome.result : outcome
}

describe('the worked cases', () => {
  test.each(cases)('$id $rule', (worked) => {
    expect(checkCases([worked]).failures).toEqual([])
  })

  test('all 282 are answered as the law has it', () => {
    expect(checkCases(cases)).toEqual({ passed: 282, failures: [] })
  })

  test('each of their rules answers every member that may be asked of it', () => {
    const unanswered = Object.entries(vocabulary).flatMap(([name, { expect: asked }]) => {
      const results = cases.filter((c) => c.rule === name).map((c) => resultOf(name, c.given) as object)
      return Object.keys(asked).filter((member) => !results.some((result) => member in result))
    })
    expect(unanswered).toEqual([])
  })

  test('the wording that a case names gives the day where its facts have none', () => {
    expect(dayOfVersion('行政处罚法@2017(..2021-07-14)')).toBe('2021-07-14')
    expect(dayOfVersion('行政处罚法@2021(2021-07-15..)')).toBe('2021-07-15')
    expect(dayOfVersion('行政处罚法@2021 第42条 / 抽查暂行办法')).toBe('2021-07-15')
    expect(dayOfVersion('公司法@2024-07-01')).toBe('2024-07-01')
    expect(dayOfVersion('local plan')).toBeUndefined()
  })
})

// Days on which something changes or ends: versions, holidays, month ends, the years without announced holidays.
const EDGES = [
  '2014-09-30',
  '2014-10-01',
  '2015-06-30',
  '2017-10-01',
  '2020-02-29',
  '2020-06-30',
  '2021-07-14',
  '2021-07-15',
  '2021-08-31',
  '2021-09-01',
  '2023-01-31',
  '2023-12-31',
  '2024-01-01',
  '2024-04-30',
  '2024-05-01',
  '2025-03-17',
  '2025-03-18',
  '2025-12-24',
  '2025-12-25',
  '2026-04-15',
  '2026-12-31',
  '2031-05-31',
]
const aDay = fc.oneof(
  fc.constantFrom(...EDGES),
  fc
    .date({ min: new Date('2014-01-01'), max: new Date('2030-12-31'), noInvalidDate: true })
    .map((d) => d.toISOString().slice(0, 10)),
)

/** Values of a member: of its kinds and words in the vocabulary, and those it has in the worked cases. */
const valuesOf = (rule: string, member: string, kinds: readonly string[]): fc.Arbitrary<unknown> => {
  const seen = cases.filter((c) => c.rule === rule && member in c.given).map((c) => c.given[member])
  const byKind: Readonly<Record<string, fc.Arbitrary<unknown>>> = {
    date: aDay,
    boolean: fc.boolean(),
    number: fc.oneof(fc.integer({ min: 0, max: 12 }), fc.integer({ min: 0, max: 300_000 })),
    null: fc.constant(null),
  }
  return fc.oneof(...kinds.map((kind) => byKind[kind] ?? fc.constantFrom(...seen, ...(isKind(kind) ? [] : [kind]))))
}
const isKind = (word: string): boolean => ['string', 'array', 'object'].includes(word)

describe('every rule', () => {
  const questions = Object.entries(vocabulary).map(([name, { given }]) => ({ name, given }))

  test.each(questions)(
    '$name answers or asks for what is missing, whatever lawful facts it is given',
    ({ name, given }) => {
      const members = Object.entries(given)
      const facts = fc.record(
        Object.fromEntries(members.map(([member, kinds]) => [member, valuesOf(name, member, kinds)])),
        { requiredKeys: [] },
      )
      fc.assert(
        fc.property(facts, fc.constantFrom(...EDGES), (asked, on) => {
          const outcome = evaluate(name, asked, on)
          if (!('result' in outcome)) {
            expect(outcome).toMatchObject({ code: 'given', text: { en: expect.stringContaining(':') } })
            expect('member' in outcome && outcome.member.split('.')[0]).toBeOneOf(
              rules.find((r) => r.name === name)?.members as string[],
            )
            return
          }
          expect(Object.values(outcome.result)).not.toContain(undefined)
          expect(JSON.stringify(outcome.result)).not.toMatch(/NaN|undefined|Infinity/)
          expect(outcome.trace.length).toBeGreaterThan(0)
          expect(outcome.trace.join()).not.toMatch(/NaN|undefined/)
          for (const citation of outcome.basis) expect(wordingOf(citation)).toBeDefined()
        }),
        { numRuns: 200 },
      )
    },
  )

  test('answers the worked cases with dates that are dates', () => {
    for (const { rule, given } of cases) {
      for (const value of Object.values(resultOf(rule, given) as object)) {
        if (typeof value === 'string' && /^\d{4}-/.test(value)) expect(isCivilDate(value)).toBe(true)
      }
    }
  })

  test('names the member that is of the wrong kind', () => {
    for (const { rule, given } of cases) {
      for (const member of Object.keys(given)) {
        expect(resultOf(rule, { ...given, [member]: Number.NaN })).toMatchObject({ code: 'given', member })
      }
    }
  })

  test('names a member when it is told nothing', () => {
    const answered = rules.filter(({ name }) => !('code' in (resultOf(name, {}) as object)))
    expect(answered.map(({ name }) => name)).toEqual([])
  })

  test('cites what the log can keep and read again', () => {
    for (const { rule, given } of cases) {
      const outcome = evaluate(rule, given)
      if (!('result' in outcome)) throw new Error(rule)
      for (const { instrument, version, article } of outcome.basis) {
        expect(decodeCitation(`${instrument}@${version}:${article}`)).toEqual({ instrument, version, article })
      }
    }
  })
})

test('every shipped setting is one that could be taken', () => {
  expect(settings.map((setting) => [setting.name, settingFaults(setting)])).toEqual(
    settings.map(({ name }) => [name, []]),
  )
})

describe('law eval', () => {
  test('prints the result, what it rests on, how it got there and how sure it is', () => {
    const { text, exitCode } = lawEval('immediate_info.deadline', '{"formed_on":"2024-09-10"}')
    expect(exitCode).toBe(0)
    expect(JSON.parse(text)).toEqual({
      result: { publish_by: '2024-10-14' },
      basis: [
        {
          instrument: '企业信息公示暂行条例',
          article: '第十条第一款',
          version: '企业信息公示暂行条例@777(2024-05-01..)',
          citation: 'disclosure-regulation@777:10.1',
        },
      ],
      trace: ['自2024-09-10起算，当日不计，20个工作日届满于2024-10-14'],
      confidence: 'certain',
    })
  })

  test('says which setting it applied, how sure that is and what it rests on', () => {
    const asked = '{"penalty":"罚款","amount":100000,"subject":"法人"}'
    expect(JSON.parse(lawEval('hearing.right', asked, '2026-11-23').text)).toMatchObject({
      confidence: 'likely',
      settings: [{ name: 'hearing-thresholds', value: { organisation: 100_000 }, confidence: 'likely' }],
    })
    const raised = <T>(shipped: Setting<T>): Setting<T> =>
      shipped.name === 'hearing-thresholds'
        ? ({
            ...shipped,
            versions: [
              {
                value: { person: 20_000, organisation: 200_000 },
                from: '2026-01-01',
                basis: '自治区规定',
                confidence: 'certain',
                setBy: '内蒙古自治区市场监督管理局',
              },
            ],
          } as unknown as Setting<T>)
        : shipped
    expect(JSON.parse(lawEval('hearing.right', asked, '2026-11-23', raised).text)).toMatchObject({
      result: { must_inform_hearing_right: false },
      settings: [{ setBy: '内蒙古自治区市场监督管理局', basis: '自治区规定' }],
    })
  })

  test('says which facts it did not use', () => {
    const { text } = lawEval('immediate_info.deadline', '{"formed_on":"2024-09-10","formed":"2024-09-11"}')
    expect(JSON.parse(text).trace.at(-1)).toBe('未采用：formed（本规则的事实：formed_on）')
  })

  test('applies the wording of the day it is asked about', () => {
    const fine = '{"subject":"公民","fine":100}'
    expect(JSON.parse(lawEval('penalty.summary_allowed', fine, '2021-07-14').text).result).toEqual({
      summary_procedure_allowed: false,
    })
    expect(JSON.parse(lawEval('penalty.summary_allowed', fine, '2021-07-15').text).result).toEqual({
      summary_procedure_allowed: true,
    })
  })

  test.each([
    ['no rule of that name', 'no.such_rule', '{}', undefined, 'unknown-rule'],
    ['no JSON', 'calendar.is_workday', '{', undefined, 'given'],
    ['a list', 'calendar.is_workday', '[]', undefined, 'given'],
    ['a day that is none', 'calendar.is_workday', '{"date":"2023-02-29"}', undefined, 'given'],
    ['an unlawful day of the law', 'calendar.is_workday', '{"date":"2023-03-01"}', '2023-02-29', 'on'],
  ])('refuses %s', (_what, name, given, on, code) => {
    const { text, exitCode } = lawEval(name, given, on)
    expect(exitCode).toBe(1)
    expect(JSON.parse(text)).toMatchObject({ code })
  })
})

describe('law check', () => {
  const right = '{"id":"A","rule":"calendar.is_workday","given":{"date":"2024-02-09"},"expect":{"workday":true}}'
  const wrong = '{"id":"B","rule":"calendar.is_workday","given":{"date":"2024-02-10"},"expect":{"workday":true}}'

  test('counts what agrees and shows what does not', () => {
    expect(lawCheck(`[${right},${wrong}]`, false)).toEqual({
      text: 'B calendar.is_workday: expected {"workday":true}, got {"workday":false}\n1 passed, 1 failed',
      exitCode: 1,
    })
    expect(lawCheck(`[${right}]`, false)).toEqual({ text: '1 passed, 0 failed', exitCode: 0 })
  })

  test('reads one case a line as well, and answers as JSON', () => {
    expect(JSON.parse(lawCheck(`${right}\n${wrong}\n`, true).text)).toMatchObject({ passed: 1, failed: 1 })
    expect(lawCheck(right, false).text).toBe('1 passed, 0 failed')
  })

  test('an unknown rule is a failure, a file of something else an error', () => {
    expect(lawCheck('[{"id":"C","rule":"no.such","given":{},"expect":{"a":1}}]', false).text).toContain(
      '0 passed, 1 failed',
    )
    expect(JSON.parse(lawCheck('[{"rule":"x"}]', false).text)).toMatchObject({ code: 'file' })
    expect(JSON.parse(lawCheck('"text"', false).text)).toMatchObject({ code: 'file' })
  })
})

test('law list names every rule with its question, and as JSON its members and provisions', () => {
  expect(lawList(false).text.split('\n')).toHaveLength(112)
  const listed = JSON.parse(lawList(true).text) as readonly { name: string }[]
  expect(listed.map(({ name }) => name).sort()).toEqual(Object.keys(vocabulary).sort())
  expect(listed.find(({ name }) => name === 'immediate_info.deadline')).toEqual({
    name: 'immediate_info.deadline',
    question: '即时信息最迟何日公示',
    given: ['formed_on'],
    provisions: [{ instrument: '企业信息公示条例', article: '第十条第一款', confidence: 'certain' }],
  })
})

test('law settings shows what an authority may set, and law list which rule applies it', () => {
  expect(lawSettings(false).text.split('\n').length).toBeGreaterThanOrEqual(settings.length)
  const shown = JSON.parse(lawSettings(true).text) as readonly { readonly name: string }[]
  expect(shown.find(({ name }) => name === 'low-fine-ceilings')).toMatchObject({
    setBy: 'province',
    provision: { article: '第十三条' },
    versions: [{ value: { person: 5_000, organisation: 50_000 }, confidence: 'to-verify' }],
  })
  const applied = (JSON.parse(lawList(true).text) as readonly { readonly settings?: readonly string[] }[]).flatMap(
    ({ settings = [] }) => settings,
  )
  expect(applied).toContain('report-window-exceptions')
})
