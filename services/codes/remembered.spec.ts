import { expect, test } from 'vitest'
import { remembered } from './remembered.ts'

test('a result is computed once, until enough other texts displace it', () => {
  const asked: string[] = []
  const lengthOf = remembered((text) => asked.push(text) && text.length, 2)
  expect(['a', 'bb', 'a', 'bb'].map(lengthOf)).toEqual([1, 2, 1, 2])
  expect(asked).toEqual(['a', 'bb'])
  expect(['ccc', 'a', 'ccc'].map(lengthOf)).toEqual([3, 1, 3])
  expect(asked).toEqual(['a', 'bb', 'ccc', 'a'])
})
