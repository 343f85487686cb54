import { given } from '@mingjian/kernel/given'
import { expect, test } from 'vitest'
import { ratings } from './decider.ts'

const authority = '昆都仑区市场监督管理局'
const hashes = Array.from({ length: 12 }, (_, n) => n.toString(16).repeat(64))
const prepared = given(ratings).when({ type: 'RecordRatingCodes', data: { authority, hashes } })
const release = (of: readonly string[]) =>
  ({
    type: 'RecordRatings',
    data: { authority, ratings: of.map((codeSha256) => ({ codeSha256, scores: [5, 5, 5, 5] })) },
  }) as const

test('fewer than ten ratings are not released: they would tell whose they are', () => {
  expect(prepared.when(release(hashes.slice(0, 9))).refusal).toBe('too-few-ratings')
  expect(prepared.when(release(hashes.slice(0, 10))).types).toEqual(['InspectionRatingsReleased'])
})

test('a rating counts once, however often it is sent', () => {
  const released = prepared.when(release(hashes.slice(0, 10)))
  expect(released.when(release(hashes.slice(0, 10))).outcome).toEqual([])
  expect(released.when(release(hashes)).refusal).toBe('too-few-ratings')
})

test('a code that was never printed rates nothing', () =>
  expect(prepared.when(release(['f'.repeat(64)])).outcome).toEqual([]))

test('they are told in the order of their codes, not in that of their coming', () => {
  const [event] = prepared.when(release(hashes.toReversed())).events
  expect(event?.data).toMatchObject({ ratings: hashes.map((codeSha256) => ({ codeSha256 })) })
})
