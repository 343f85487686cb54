import { describe, expect, test } from 'vitest'
import { fold, rootStart } from './spelling.ts'

const folded = (text: string): string => fold(text).characters.join('')

describe('names are compared without regard to', () => {
  test('width, case and blanks', () => expect(folded('ＡＢＣ 科技１号')).toBe('abc科技1号'))
  test('the kind of brackets and dots', () =>
    expect(folded('泰吉（包头）【新】〔一〕•乌云・其其格')).toBe('泰吉(包头)(新)(一)·乌云·其其格'))
})

test('each character keeps its place in the original', () => {
  const { characters, from, to } = fold('Ａ 𠮷野')
  expect(characters).toEqual(['a', '𠮷', '野'])
  expect(from).toEqual([0, 2, 4])
  expect(to).toEqual([1, 4, 5])
})

describe('the root 字号 begins after the places', () => {
  const rootOf = (name: string): string => [...name].slice(rootStart([...name])).join('')
  test.each([
    ['包头市泰吉商贸有限公司', '泰吉商贸有限公司'],
    ['包头市昆都仑区泰吉商贸有限公司', '泰吉商贸有限公司'],
    ['内蒙古自治区包头市泰吉商贸有限公司', '泰吉商贸有限公司'],
    ['内蒙古泰吉商贸有限公司', '泰吉商贸有限公司'],
    ['包头泰吉商贸有限公司', '泰吉商贸有限公司'],
    ['泰吉（包头市）商贸有限公司', '泰吉（包头市）商贸有限公司'],
  ])('in %s', (name, root) => expect(rootOf(name)).toBe(root))
  test('and may itself be the short name of a place elsewhere', () =>
    expect(rootOf('包头市中山商贸有限公司')).toBe('中山商贸有限公司'))
  test('but a supermarket is no city', () => expect(rootOf('惠民超市')).toBe('惠民超市'))
  test('and is never taken away whole', () => expect(rootOf('包头市')).toBe('包头市'))
})
