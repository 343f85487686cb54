import { makeUscc } from '@mingjian/codes'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { company, penalty, report, soleTrader } from './examples.ts'
import type { Description } from './openapi.ts'
import { type Journey, startJourney } from './platform.ts'
import { published } from './visit.ts'

const COMPANY = makeUscc('91150203', 'MA0PRX01')
const TRADER = makeUscc('92150203', 'MA0PRX02')
const IDENTITY = '15020319760615000X'
const OLD_IDENTITY = '150203760615001'
const MOBILE = '13847212345'
const PERSON = '欧阳雪松'
const INSPECTOR = 'INSPECTOR-77'
const FIGURE = 987_654_321

const NEVER: readonly (readonly [string, RegExp])[] = [
  ['an identity number', /15020319760615|150203760615001/],
  ['a mobile number', /1[\s-]?3[\s-]?8[\s-]?4[\s-]?7[\s-]?2[\s-]?1[\s-]?2[\s-]?3[\s-]?4[\s-]?5/],
  ['the legal representative', /欧阳/],
  ['an inspector', /INSPECTOR-77|CERT-77/],
  ['the facts of a penalty', /巡查记录本/],
  ['a figure that was kept back', /987654321/],
  ['a token or an actor', /a token of staff|import:test/],
]

/** What stands for the other members of a path. */
const OTHERS: Readonly<Record<string, string>> = {
  ...{ '{id}': 'none', '{year}': '2026', '{position}': '1', '{path}': 'entries/000.p/1' },
  ...{ '{task}': 'visit-1', '{code}': '0'.repeat(32), '{sha256}': '0'.repeat(64) },
}

let journey: Journey
let answers: ReadonlyMap<string, string>

/** A live stream's first bytes, up to its silence. */
const streamed = async (address: string): Promise<string> => {
  const leaving = new AbortController()
  const response = await fetch(`${address}/v1/changes?after=0`, {
    headers: { accept: 'text/event-stream' },
    signal: leaving.signal,
  })
  const reader = (response.body ?? new ReadableStream<Uint8Array>()).getReader()
  const decoder = new TextDecoder()
  let text = ''
  while (!text.includes('DrawConducted') && !text.includes('PenaltyPublicised'))
    text += decoder.decode((await reader.read()).value, { stream: true })
  leaving.abort()
  return text
}

beforeAll(async () => {
  journey = await startJourney()
  const person = { legalRepresentative: PERSON }
  await journey.act('EstablishEnterprise', { uscc: COMPANY, items: company('包头市青山物流有限公司', person) })
  await journey.act('EstablishEnterprise', { uscc: TRADER, items: soleTrader('昆都仑区鹿城理发店', person) })
  await journey.act('ChangeRegistration', {
    uscc: COMPANY,
    items: company('包头市青山物流有限公司', { legalRepresentative: `${PERSON}二` }),
    on: '2023-05-01',
  })
  const kept = {
    phone: `+86${MOBILE}`,
    email: `${MOBILE}@example.com`,
    figuresPublic: false,
    assetsYuan: FIGURE,
    revenueYuan: FIGURE,
  }
  for (const uscc of [COMPANY, TRADER]) {
    await journey.act('SubmitAnnualReport', { uscc, year: 2024, filedOn: '2025-03-01', report: report(kept) })
    const named = {
      violation: `当事人经营者${PERSON}（身份证号${IDENTITY}，电话${MOBILE}）销售过期食品`,
      facts: `经查，${PERSON}，身份证号${IDENTITY}，手机138-4721-2345，有巡查记录本为证`,
      basis: `《中华人民共和国食品安全法》第一百二十四条；旧证${OLD_IDENTITY}；联系 138 4721 2345`,
    }
    const [ordinary, summary] = [
      penalty(`昆市监处罚〔2026〕${uscc.slice(-2)}号`, '2026-10-28', named),
      penalty(`昆市监当罚〔2026〕${uscc.slice(-2)}号`, '2026-10-28', named),
    ]
    await journey.record({ type: 'RecordPenalty', data: { uscc, penalty: ordinary } })
    await journey.record({ type: 'RecordPenalty', data: { uscc, penalty: { ...summary, procedure: '简易程序' } } })
  }
  await journey.record({
    type: 'RecordInspector',
    data: {
      inspectorId: INSPECTOR,
      department: '执法一队',
      certificateNo: 'CERT-77',
      validFrom: '2025-01-01',
      validUntil: '2030-01-01',
      specialities: [],
      conflicts: [COMPANY],
    },
  })
  await published(journey, COMPANY)
  await journey.sweep('2026-10-31')

  const description = (await journey.get('/openapi.json')).body as Description
  const routes = Object.entries(description.paths).filter(([, operations]) => 'get' in operations)
  const paths = routes.flatMap(([path]) =>
    path.includes('{uscc}')
      ? [COMPANY, TRADER].flatMap((uscc) => [
          path.replace('{uscc}', uscc),
          ...(path.endsWith('/enterprises/{uscc}') ? [`${path.replace('{uscc}', uscc)}?asOf=2026-11-01`] : []),
        ])
      : path.includes('{list}')
        ? ['abnormal', 'serious'].map((list) => path.replace('{list}', list))
        : [path.replace(/\{\w+\}/g, (name) => OTHERS[name] ?? name)],
  )
  const asked = [
    ...paths,
    `/v1/enterprises?q=${encodeURIComponent('青山')}`,
    `/v1/enterprises?q=${encodeURIComponent(PERSON)}`,
    '/',
  ]
  const pages = [COMPANY, TRADER].map((uscc) => `/enterprises/${uscc}`)
  const found = new Map<string, string>()
  for (const path of [...asked, ...pages]) {
    const { status, text } = await journey.get(path)
    // 401: what only staff may ask.
    expect([200, 401, 404], path).toContain(status)
    found.set(path, text.replace(encodeURIComponent(PERSON), ''))
  }
  found.set('the live stream', await streamed(journey.address))
  answers = found
})
afterAll(() => journey.end())

describe('in no public answer', () => {
  test.each(NEVER)('is %s', (_, pattern) => {
    for (const [path, text] of answers) expect(text.match(pattern)?.[0], path).toBeUndefined()
  })
})

test('and yet they say what the law wants said', () => {
  const penalties = answers.get(`/v1/enterprises/${COMPANY}/penalties`) ?? ''
  expect(penalties).toContain('销售过期食品')
  expect(penalties).toContain('〔身份证号已隐去〕')
  expect(penalties).toContain('第一百二十四条')
  expect(answers.get(`/v1/enterprises/${COMPANY}/annual-reports`)).toContain('138****2345')
  expect(answers.get(`/v1/enterprises/${TRADER}/annual-reports`)).not.toContain('phone')
  expect(answers.get('/v1/changes')).toContain('包头市青山物流有限公司')
  expect(answers.get('/v1/changes')).toContain('PenaltyPublicised')
})

test('a penalty of the summary procedure is not public at all', () => {
  for (const [path, text] of answers) expect(text, path).not.toContain('昆市监当罚')
})

test('no answer to a wrong request gives a person away either', async () => {
  const wrong = await journey.act('RevokeLicence', { uscc: COMPANY }, { authorization: '' })
  for (const [, pattern] of NEVER) expect(wrong.text).not.toMatch(pattern)
})
