import { expect, test } from 'vitest'
import { murmur2, partitionOf } from './partition.ts'

// Vectors of Kafka's own UtilsTest.testMurmur2.
test.each([
  ['21', -973932308],
  ['foobar', -790332482],
  ['a-little-bit-long-string', -985981536],
  ['a-little-bit-longer-string', -1486304829],
  ['lkjh234lh9fiuh90y23oiuhsafujhadof229phr9h19h89h8', -58897971],
  ['abc', 479470107],
])('murmur2 of %s is what Kafka says', (text, hash) => {
  expect(murmur2(new TextEncoder().encode(text))).toBe(hash)
})

test('a subject keeps its partition, and subjects spread over all of them', () => {
  const counts = Array<number>(6).fill(0)
  for (let index = 0; index < 6000; index += 1) {
    const partition = partitionOf(`91150203Y${index.toString(30).padStart(9, '0')}`, 6)
    counts[partition] = (counts[partition] ?? 0) + 1
  }
  expect(Math.min(...counts)).toBeGreaterThan(800)
  expect(partitionOf('昆都仑区市监异列', 6)).toBe(partitionOf('昆都仑区市监异列', 6))
})
