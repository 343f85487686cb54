import { expect, test } from 'vitest'
import { probabilityOf } from './chi-square.ts'

// Printed tables of the chi-square distribution, upper tail.
test.each([
  [3.841, 1, 0.05],
  [6.635, 1, 0.01],
  [10.828, 1, 0.001],
  [9.488, 4, 0.05],
  [18.307, 10, 0.05],
  [29.588, 10, 0.001],
  [43.773, 30, 0.05],
  [149.449, 100, 0.001],
])('a chi-square of %d with %d degrees of freedom has the probability %d', (statistic, degrees, probability) => {
  expect(probabilityOf(statistic, degrees)).toBeCloseTo(probability, 4)
})

test('without a difference, or without anything to compare, chance explains all', () => {
  expect(probabilityOf(0, 5)).toBe(1)
  expect(probabilityOf(12, 0)).toBe(1)
})
