import { pinyin } from 'pinyin-pro'
import { describe, expect, test } from 'vitest'
import { readingsAt, SYLLABLES, segmentations } from './pinyin.ts'
import { rootStart } from './spelling.ts'

const readingsOf = (name: string): readonly string[] => {
  const characters = [...name]
  return characters.map((_, index) => readingsAt(characters, index, rootStart(characters)).join('/'))
}

describe('a character with several readings', () => {
  test('has the one of its word', () => {
    expect(readingsOf('包头银行')).toEqual(['bao', 'tou', 'yin', 'hang'])
    expect(readingsOf('重庆火锅').slice(0, 2)).toEqual(['chong', 'qing'])
    expect(readingsOf('音乐厅').slice(0, 2)).toEqual(['yin', 'yue'])
    expect(readingsOf('厦门').slice(0, 1)).toEqual(['xia'])
  })
  test('has all usual ones outside a word', () => {
    expect(readingsOf('泰行')).toEqual(['tai', 'xing/hang'])
    expect(readingsOf('乐佳')).toEqual(['le/yue', 'jia'])
  })
  test('is not read as of a word across the place and the root', () =>
    expect(readingsOf('包头市长兴商贸')[3]).toBe('chang/zhang'))
  test('is read as the places of this district are', () =>
    expect(readingsOf('昆都仑区')).toEqual(['kun', 'du', 'lun', 'qu']))
})

test('ü is written v', () => expect(readingsOf('绿女')).toEqual(['lv', 'nv']))
test('letters and digits read as themselves, punctuation not at all', () =>
  expect(readingsOf('a7(鑫)')).toEqual(['a', '7', '', 'xin', '']))

test('every syllable that the dictionary gives a common character is known', () => {
  const known = new Set(SYLLABLES)
  const read = Array.from({ length: 0x9fa6 - 0x4e00 }, (_, offset) => String.fromCharCode(0x4e00 + offset))
  const unknown = new Set(
    read
      .map((character) => pinyin(character, { toneType: 'none', type: 'array', v: true })[0] ?? '')
      .filter((one) => /^[a-z]+$/.test(one) && !known.has(one)),
  )
  // Interjections 呣 and 嗯 alone have no vowel.
  expect([...unknown].filter((one) => /[aeiouv]/.test(one))).toEqual([])
})

describe('letters are read as full syllables', () => {
  const ways = (letters: string): readonly string[] => segmentations(letters).map((way) => way.join(' '))
  test('in every way, the fewest syllables first', () => {
    expect(ways('taiji')).toEqual(['tai ji'])
    expect(ways('xian')).toEqual(['xian', 'xi an'])
    expect(ways('fangan')).toEqual(['fang an', 'fan gan'])
  })
  test('but not across an apostrophe', () => expect(ways("xi'an")).toEqual(['xi an']))
  test('with ü as v, ü or as passports write it', () => {
    expect(ways('lvdi')).toEqual(['lv di'])
    expect(ways('lüdi')).toEqual(['lv di'])
    expect(ways('lyudi')).toEqual(['lv di'])
  })
  test('or not at all', () => expect(ways('bttj')).toEqual([]))
})
