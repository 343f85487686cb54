import { expect, test } from 'vitest'
import type { RecordedEvent } from './event.ts'
import { anyProjection, fold } from './projection.ts'

const revoked = (position: number, subject: string, reason: string): RecordedEvent => ({
  type: 'LicenceRevoked',
  data: { reason, remedy: null },
  effectiveOn: '2026-07-01',
  basis: [],
  position,
  stream: `${subject}/registration`,
  version: position,
  subject,
  recordedAt: '2026-07-01T00:00:00.000Z',
  actor: 'staff:1',
  authority: '150203',
  commandId: null,
  correlationId: null,
  causationId: null,
})

/** The reasons up to now; `forget` removes the document, `same` changes nothing, `bad` can't be folded, `no row` has no columns. */
const reasons = anyProjection<readonly string[]>({
  name: 'reasons',
  version: 1,
  events: ['LicenceRevoked'],
  evolve: (before, event) => {
    const reason = event.type === 'LicenceRevoked' ? (event.data.reason ?? '') : ''
    if (reason === 'bad') throw new Error('cannot be folded')
    if (reason === 'same') return before
    return reason === 'forget' ? undefined : [...(before ?? []), reason]
  },
  columns: { last: 'text' },
  row: (document) => {
    if (document.includes('no row')) throw new Error('has no row')
    return { last: document.at(-1) }
  },
  indexes: [],
})

test('a page folds each subject from the document it had, to the position of its last change', () => {
  const events = [revoked(1, 'A', 'x'), revoked(2, 'B', 'y'), revoked(3, 'A', 'z'), revoked(4, 'A', 'same')]
  expect(fold(reasons, events, new Map([['B', ['w']]]))).toEqual({
    folded: [
      { key: 'A', position: 3, document: ['x', 'z'], row: { last: 'z' } },
      { key: 'B', position: 2, document: ['w', 'y'], row: { last: 'y' } },
    ],
    poisoned: [],
  })
})

test('a document may be removed, and what changes nothing is not written', () => {
  const documents = new Map([['A', ['x']]])
  expect(fold(reasons, [revoked(1, 'A', 'forget'), revoked(2, 'B', 'forget')], documents).folded).toEqual([
    { key: 'A', position: 1, document: undefined, row: {} },
  ])
})

test('an event that fails leaves its subject as it was before it, and the rest goes on', () => {
  const events = [revoked(1, 'A', 'x'), revoked(2, 'A', 'bad'), revoked(3, 'A', 'y'), revoked(4, 'B', 'z')]
  expect(fold(reasons, events, new Map())).toEqual({
    folded: [
      { key: 'A', position: 1, document: ['x'], row: { last: 'x' } },
      { key: 'B', position: 4, document: ['z'], row: { last: 'z' } },
    ],
    poisoned: [{ key: 'A', position: 2, reason: 'cannot be folded' }],
  })
})

test('a document without a row is reported and not written', () => {
  expect(fold(reasons, [revoked(1, 'A', 'no row')], new Map())).toEqual({
    folded: [],
    poisoned: [{ key: 'A', position: 1, reason: 'has no row' }],
  })
})
