import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { complain, logger } from './logger.ts'

beforeEach(() => {
  vi.useFakeTimers()
})
afterEach(() => {
  vi.useRealTimers()
})

test('what keeps failing is said at once, and again only after some minutes', () => {
  const error = vi.spyOn(logger, 'error').mockImplementation(() => {})
  for (let second = 0; second < 600; second += 1) {
    complain('Kafka does not answer.')
    if (second === 200) complain('The database does not answer.')
    vi.advanceTimersByTime(1000)
  }
  expect(error.mock.calls.flat()).toEqual([
    'Kafka does not answer.',
    'The database does not answer.',
    'Kafka does not answer.',
  ])
})
