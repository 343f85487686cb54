import { addDays } from '@mingjian/codes'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import {
  articleText,
  citationText,
  cite,
  citeAll,
  confidenceOn,
  decodeCitation,
  encodeCitation,
  inForce,
  isLawOn,
  leastSure,
  type Provision,
  valueOn,
  versionText,
  wordingOn,
} from './citations.ts'
import {
  abnormalListRule,
  companyLaw,
  disclosureRegulation,
  instruments,
  penaltyLaw,
  seriousListRule,
} from './instruments.ts'

describe('the wording in force', () => {
  test.each([
    [disclosureRegulation, '2014-09-30', undefined],
    [disclosureRegulation, '2014-10-01', '654'],
    [disclosureRegulation, '2024-04-30', '654'],
    [disclosureRegulation, '2024-05-01', '777'],
    [seriousListRule, '2016-03-31', undefined],
    [seriousListRule, '2021-08-31', 'SAIC83'],
    [seriousListRule, '2021-09-01', 'SAMR44'],
    [penaltyLaw, '1999-01-01', '2017'],
    [penaltyLaw, '2021-07-14', '2017'],
    [penaltyLaw, '2021-07-15', '2021'],
  ])(
    'of %o on %s is %s: the new text from its first day, the old one through the day before',
    (instrument, on, version) => {
      expect(inForce(instrument, on)?.version).toBe(version)
    },
  )

  test('is the nearest, for a day that has none', () => {
    expect(wordingOn(disclosureRegulation, '2010-01-01').version).toBe('654')
    expect(wordingOn(disclosureRegulation, '2099-01-01').version).toBe('777')
  })

  test('decides what holds', () => {
    expect(valueOn(penaltyLaw, { 2017: 50, 2021: 200 }, '2021-07-14')).toBe(50)
    expect(valueOn(penaltyLaw, { 2017: 50, 2021: 200 }, '2021-07-15')).toBe(200)
    expect(() => valueOn(penaltyLaw, { 2017: 50 }, '2021-07-15')).toThrow(RangeError)
  })
})

describe('the catalogue', () => {
  const wordings = instruments.flatMap(({ id, versions }) => versions.map((version) => ({ id, ...version })))

  test('names each instrument once and each of its versions once', () => {
    const names = wordings.map(({ id, version }) => `${id}@${version}`)
    expect(new Set(names).size).toBe(names.length)
    expect(new Set(instruments.map(({ id }) => id)).size).toBe(instruments.length)
  })

  test('has no day with two wordings, and no gap between two', () => {
    for (const { id, versions } of instruments) {
      versions.slice(1).forEach((version, at) => {
        expect([id, version.from]).toEqual([id, addDays(versions[at]?.to ?? '', 1)])
      })
      expect(versions.at(-1)).not.toHaveProperty('to')
    }
  })

  test('says why, wherever a date or text is still to be verified', () => {
    const silent = wordings.filter(({ confidence, note }) => confidence === 'to-verify' && note === undefined)
    expect(silent.map(({ id }) => id)).toEqual([])
  })

  test('has every instrument of the timeline', () => {
    const titles = wordings.map(versionText)
    for (const title of [
      '企业信息公示暂行条例@654(2014-10-01..2024-04-30)',
      '企业信息公示暂行条例@777(2024-05-01..)',
      '工商行政管理行政处罚信息公示暂行规定@SAIC71(2014-10-01..2021-08-31)',
      '市场监督管理行政处罚信息公示规定@SAMR45(2021-09-01..)',
      '市场监督管理信用修复管理办法@国市监信规〔2021〕3号(2021-09-01..2025-12-24)',
      '市场监督管理信用修复管理办法@SAMR-2025(2025-12-25..)',
      '失信行为纠正后的信用信息修复管理办法（试行）@NDRC58(2023-05-01..2026-03-31)',
      '信用修复管理办法@NDRC36(2026-04-01..)',
      '行政处罚法@2017(..2021-07-14)',
      '行政复议法@2023(2024-01-01..)',
      '市场监督管理投诉举报处理暂行办法@SAMR20(2020-01-01..2026-04-14)',
      '行政执法监督条例@2025(2026-02-01..)',
    ]) {
      expect(titles).toContain(title)
    }
  })
})

describe('a citation', () => {
  const listing: Provision = {
    instrument: disclosureRegulation,
    article: { 654: '17.1.1', 777: '18.1' },
    confidence: { 654: 'certain', 777: 'likely' },
  }

  test('takes the article of the wording of the day', () => {
    expect(cite(listing.instrument, listing.article, '2024-04-30')).toEqual({
      instrument: 'disclosure-regulation',
      version: '654',
      article: '17.1.1',
    })
    expect(cite(listing.instrument, listing.article, '2024-05-01')).toMatchObject({ version: '777', article: '18.1' })
  })

  test('leaves out what was not law that day', () => {
    const onlyNew: Provision = { instrument: companyLaw, article: { 2023: '251' }, confidence: 'certain' }
    expect(citeAll([listing, onlyNew], '2024-06-30').map(encodeCitation)).toEqual(['disclosure-regulation@777:18.1'])
    expect(citeAll([listing, onlyNew], '2024-07-01').map(encodeCitation)).toEqual([
      'disclosure-regulation@777:18.1',
      'company-law@2023:251',
    ])
    expect(isLawOn(listing, '2014-09-30')).toBe(false)
  })

  test.each([
    ['disclosure-regulation@654:17.1', '《企业信息公示暂行条例》(国务院令第654号)第十七条第一款'],
    ['disclosure-regulation@654:17.1.2', '《企业信息公示暂行条例》(国务院令第654号)第十七条第一款第二项'],
    ['abnormal-list-rule@SAIC68:4.0.4', '《企业经营异常名录管理暂行办法》(国家工商行政管理总局令第68号)第四条第四项'],
    ['company-law@2023:251', '《公司法》(2023年修订)第二百五十一条'],
    ['risk-class-opinion@国市监信发〔2022〕6号:分类实施监管', /号\)分类实施监管$/],
    ['civil-code@2020:203', '《民法典》第二百零三条'],
    ['withdrawn-text@1:2', 'withdrawn-text@1:2'],
  ])('%s reads as a lawyer writes it', (encoded, text) => {
    const citation = decodeCitation(encoded)
    expect(citation && citationText(citation)).toMatch(text)
  })

  test.each([
    ['8', '第八条'],
    ['10', '第十条'],
    ['19.2', '第十九条第二款'],
    ['20', '第二十条'],
    ['100', '第一百条'],
    ['101', '第一百零一条'],
    ['110', '第一百一十条'],
    ['1259', '第一千二百五十九条'],
    ['1001', '第一千零一条'],
    ['第五十二条（条号待核）', '第五十二条（条号待核）'],
  ])('article %s is %s', (article, text) => {
    expect(articleText(article)).toBe(text)
  })

  test('reads back from the log, with any article', () => {
    const wordings = instruments.flatMap(({ id, versions }) =>
      versions.map(({ version }) => ({ instrument: id, version })),
    )
    fc.assert(
      fc.property(fc.constantFrom(...wordings), fc.string(), (wording, article) => {
        expect(decodeCitation(encodeCitation({ ...wording, article }))).toEqual({ ...wording, article })
      }),
    )
  })

  test.each(['', 'x', 'x@1', '@1:2', 'x@:2', 'x:1@2'])('%j is none', (text) => {
    expect(decodeCitation(text)).toBeUndefined()
  })
})

describe('confidence', () => {
  const missed: Provision = {
    instrument: abnormalListRule,
    article: '6',
    confidence: { SAIC68: 'certain', SAMR101: 'likely' },
  }

  test('follows the wording, and is to be verified while its first day is a working value', () => {
    expect(confidenceOn(missed, '2025-03-17')).toBe('certain')
    expect(confidenceOn(missed, '2025-03-18')).toBe('to-verify')
    expect(confidenceOn(missed, '2025-04-29')).toBe('to-verify')
    expect(confidenceOn(missed, '2025-04-30')).toBe('likely')
  })

  test('of several is that of the least sure', () => {
    expect(leastSure([])).toBe('certain')
    expect(leastSure(['certain', 'likely'])).toBe('likely')
    expect(leastSure(['to-verify', 'certain'])).toBe('to-verify')
  })
})
