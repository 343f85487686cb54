import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { searchRow } from '../projections/enterprise-search.ts'
import { nameAnalysis } from './analysis.ts'
import type { Reading } from './port.ts'
import { analyse } from './text.ts'

const rowOf = (name: string, oldNames: readonly string[] = []) => {
  const facets = {
    state: '存续',
    district: '150203',
    industrySection: 'F',
    industry: '5213',
    typeCode: '1130',
    lists: [],
  }
  const row = searchRow({ uscc: '91150203MA0N000000', name, oldNames, ...facets })
  return { text: row.searched as string, tokens: new Set(row.tokens as number[]) }
}
type Row = ReturnType<typeof rowOf>

const fits = ({ tokens, words }: Reading, row: Row): boolean =>
  tokens.some((set) => set.every((token) => row.tokens.has(token))) &&
  words.every(
    ({ hints, pattern }) => hints.some((hint) => row.text.includes(hint)) && new RegExp(pattern, 'u').test(row.text),
  )

const readingFor = (q: string, name: string, oldNames: readonly string[] = []): Reading | undefined =>
  nameAnalysis.readings(q).find((reading) => fits(reading, rowOf(name, oldNames)))

/** Why a query finds a name and which part of it: `拼音` of `[泰吉]`. */
const found = (q: string, name: string, ...oldNames: readonly string[]): string | undefined => {
  const reading = readingFor(q, name, oldNames)
  if (reading === undefined) return undefined
  const { why, name: matched, ranges } = nameAnalysis.explain(reading, name, oldNames)
  return `${why}: ${ranges.map(([from, to]) => matched.slice(from, to)).join('…')}`
}

const TAIJI = '包头市泰吉电子商务有限公司'

describe('a name is found', () => {
  test('by any part from two characters on', () => {
    expect(found('泰吉', TAIJI)).toBe('name: 泰吉')
    expect(found('市泰吉电', TAIJI)).toBe('name: 市泰吉电')
    expect(found(TAIJI, TAIJI)).toBe(`name: ${TAIJI}`)
  })
  test('not by one character, which says too little', () => expect(nameAnalysis.readings('泰')).toEqual([]))
  test('by an old name, which is shown', () =>
    expect(found('泰吉', '包头市和泰商贸有限公司', TAIJI)).toBe('old-name: 泰吉'))
  test('by several words wherever they stand', () => expect(found('商务 泰吉', TAIJI)).toBe('name: 泰吉…商务'))
  test('by its abbreviation: place, root and form without what stands between', () => {
    expect(found('包头泰吉', TAIJI)).toBe('name: 包头…泰吉')
    expect(found('泰吉公司', TAIJI)).toBe('name: 泰吉…公司')
    expect(found('包头泰吉公司', '包头市昆都仑区泰吉商贸有限责任公司')).toBe('name: 包头…泰吉…公司')
    expect(found('内蒙古泰吉商贸', '内蒙古自治区泰吉商贸有限公司')).toBe('name: 内蒙古…泰吉商贸')
    expect(nameAnalysis.readings('公司').length).toBe(1)
  })
  test('in any width and case, with any brackets', () => {
    expect(found('abc科技', '包头市ＡＢＣ科技有限公司')).toBe('name: ＡＢＣ科技')
    expect(found('7天', '包头市7天酒店')).toBe('name: 7天')
    expect(found('泰吉(包头市)', '泰吉（包头市）商贸有限公司')).toBe('name: 泰吉（包头市）')
  })
  test('with blanks of its own', () => expect(found('abctech', '包头 ABC Tech 公司')).toBe('name: ABC Tech'))
})

describe('with one typo', () => {
  test.each([
    ['another character', '泰基电子', '泰吉电子'],
    ['a character too many', '泰吉吉电子', '泰吉电子'],
    ['a character too few', '泰电子商', '泰吉电子商'],
    ['two neighbours exchanged', '吉泰电子', '泰吉电子'],
    ['the middle two exchanged', '泰电吉子', '泰吉电子'],
    ['the first character wrong', '秦吉电子', '吉电子'],
    ['the last character wrong', '泰吉电了', '泰吉电'],
  ])('%s', (_, q, part) => expect(found(q, TAIJI)).toBe(`near: ${part}`))
  test('in three characters too', () => expect(found('泰吉典', TAIJI)).toBe('near: 泰吉'))
  test('in a whole name', () => expect(found('包头市泰吉电子商务有限工司', TAIJI)).toBe(`near: ${TAIJI}`))
  test('but not two', () => expect(found('秦基电子', TAIJI)).toBeUndefined())
  test('and not in two characters, which would be any word', () => expect(found('泰基', TAIJI)).toBeUndefined())
})

describe('by its sound', () => {
  test('syllables of characters in a row, words apart', () => {
    expect(found('taiji', TAIJI)).toBe('pinyin: 泰吉')
    expect(found('Baotou TaiJi', TAIJI)).toBe('pinyin: 包头…泰吉')
    expect(found('tai ji', TAIJI)).toBe('pinyin: 泰吉')
    expect(found('baotoutaiji', TAIJI)).toBeUndefined()
  })
  test('a single syllable', () => expect(found('tai', TAIJI)).toBe('pinyin: 泰'))
  test('a single last syllable', () => expect(found('si', TAIJI)).toBe('pinyin: 司'))
  test('read as its word is', () => {
    expect(found('yinhang', '包头农商银行')).toBe('pinyin: 银行')
    expect(found('yinxing', '包头农商银行')).toBeUndefined()
  })
  test('in every usual reading outside words', () => {
    expect(found('lejia', '包头市乐佳商店')).toBe('pinyin: 乐佳')
    expect(found('yuejia', '包头市乐佳商店')).toBe('pinyin: 乐佳')
  })
  test('across punctuation', () => expect(found('taijibaotou', '泰吉（包头）商贸')).toBe('pinyin: 泰吉（包头'))
  test('initials of characters in a row', () => {
    expect(found('btstj', TAIJI)).toBe('initials: 包头市泰吉')
    expect(found('bttj', '包头泰吉商贸')).toBe('initials: 包头泰吉')
    expect(found('bttj', TAIJI)).toBeUndefined()
    expect(found('gs', TAIJI)).toBe('initials: 公司')
  })
  test('initials and syllables of different words', () => expect(found('bt taiji', TAIJI)).toBe('pinyin: 包头…泰吉'))
  test('characters and syllables', () => expect(found('包头 taiji', TAIJI)).toBe('pinyin: 包头…泰吉'))
})

describe('a code', () => {
  const codeOf = (q: string) => nameAnalysis.readings(q)[0]?.code
  test('whole, or its beginning of six characters at least', () => {
    expect(codeOf('91150203MA0N000000')).toBe('91150203MA0N000000')
    expect(codeOf('911502')).toBe('911502')
    expect(codeOf('91150')).toBeUndefined()
  })
  test('in any width and case, with blanks', () => expect(codeOf('９１１５０２０３ ma0n')).toBe('91150203MA0N'))
  test('is no word', () => expect(codeOf('taijishangmao')).toBeUndefined())
})

describe('whatever the name', () => {
  const character = fc.constantFrom(...'包头市泰吉电子商务有限公司昆都仑区银行长重乐佳和美单调大厦绿女ａB7（）')
  const name = fc.array(character, { minLength: 4, maxLength: 24 }).map((characters) => characters.join(''))
  const part = name.chain((whole) =>
    fc.tuple(fc.nat([...whole].length - 3), fc.integer({ min: 2, max: 8 })).map(([start, length]) => ({
      whole,
      start,
      part: [...whole].slice(start, start + length).join(''),
    })),
  )

  test('each part of it finds it, and is the part shown', () =>
    fc.assert(
      fc.property(part, ({ whole, part }) => {
        const reading = nameAnalysis.readings(part).find(({ why }) => why === 'name')
        if (reading === undefined || !fits(reading, rowOf(whole))) return false
        const [range] = nameAnalysis.explain(reading, whole, []).ranges
        return range !== undefined && range[1] - range[0] === part.length
      }),
      { numRuns: 500 },
    ))

  test('each of its readings finds it, by syllables and by initials, as long as no more than three characters have several', () =>
    fc.assert(
      fc.property(part, fc.nat(), ({ whole, start, part }, choice) => {
        const all = analyse(whole).readings
        fc.pre(all.filter(({ length }) => length > 1).length <= 3)
        const readings = all
          .slice(start, start + [...part].length)
          .filter(({ length }) => length > 0)
          .map((some) => some[choice % some.length] ?? '')
        fc.pre(readings.length >= 2 && readings.every((one) => one.length > 1))
        const finds = (q: string): boolean => nameAnalysis.readings(q).some((reading) => fits(reading, rowOf(whole)))
        return finds(readings.join("'")) && finds(readings.map((one) => one.charAt(0)).join(''))
      }),
      { numRuns: 500 },
    ))

  test('a part of it with one typo finds it', () =>
    fc.assert(
      fc.property(
        part,
        fc.nat(),
        fc.constantFrom('other', 'more', 'less', 'exchanged'),
        ({ whole, part }, at, kind) => {
          const characters = [...part].filter((one) => /\p{Script=Han}/u.test(one))
          fc.pre(characters.length === [...part].length && characters.length >= 4)
          const place = at % (characters.length - 1)
          const typed = {
            other: characters.with(place, '犇'),
            more: characters.toSpliced(place, 0, '犇'),
            less: characters.toSpliced(place, 1),
            exchanged: characters.toSpliced(place, 2, characters[place + 1] ?? '', characters[place] ?? ''),
          }[kind]
          return nameAnalysis.readings(typed.join('')).some((reading) => fits(reading, rowOf(whole)))
        },
      ),
      { numRuns: 500 },
    ))

  test('a query is never too long or too strange to be understood', () =>
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 200 }), (q) => {
        for (const { words } of nameAnalysis.readings(q)) for (const { pattern } of words) new RegExp(pattern, 'u')
        return true
      }),
    ))
})
