import type { RecordedEvent } from '@mingjian/kernel'
import { expect, test } from 'vitest'
import { reactions } from './reactions.ts'

const event = (type: RecordedEvent['type'], data: object): RecordedEvent =>
  ({
    ...{ type, data, position: 7, stream: 'p1/draw', version: 3, subject: 'p1', effectiveOn: '2026-11-30', basis: [] },
    ...{ recordedAt: '2026-11-30T13:20:00Z', actor: 'staff', authority: '市监', commandId: null, correlationId: null },
    causationId: null,
  }) as unknown as RecordedEvent
const following = (cause: RecordedEvent) =>
  reactions.filter(({ events }) => events.includes(cause.type)).flatMap(({ react }) => react(cause))

const drawn = (due: readonly (readonly string[])[]) =>
  event('InspectionObjectsDrawn', {
    ...{ planName: '抽查', year: 2026, items: ['1', '2'], departments: [], from: '2026-12-01', to: '2026-12-31' },
    objects: [
      { task: 't1', uscc: 'A', inspectors: ['K1', 'K2'], unassigned: null },
      { task: 't2', uscc: 'B', inspectors: [], unassigned: '1 of 2 inspectors eligible' },
    ],
    due,
  })

test('each object drawn becomes a task of its inspectors, and stands in the file of the enterprise', () => {
  expect(following(drawn([]))).toMatchObject([
    { type: 'RecordVisit', data: { task: 't1', uscc: 'A', planId: 'p1', inspectors: ['K1', 'K2'], items: ['1', '2'] } },
    { type: 'RecordTaskDrawn', data: { task: 't1', uscc: 'A', items: ['1', '2'] } },
    { type: 'RecordVisit', data: { task: 't2', unassigned: '1 of 2 inspectors eligible' } },
    { type: 'RecordTaskDrawn', data: { task: 't2', uscc: 'B' } },
  ])
})

test('a visit is for the items that are due there', () => {
  const visits = following(drawn([['2'], ['1', '2']])).filter(({ type }) => type === 'RecordVisit')
  expect(visits).toMatchObject([{ data: { items: ['2'] } }, { data: { items: ['1', '2'] } }])
})

test('what a void draw had drawn is not inspected', () => {
  const voided = event('DrawVoided', { why: '有误', stage: 'conducted', released: [{ task: 't1', uscc: 'A' }] })
  expect(following(voided)).toMatchObject([
    { type: 'RecordCancellation', data: { task: 't1', why: '抽取作废：有误' } },
    { type: 'RecordTaskReleased', data: { task: 't1', uscc: 'A', planId: 'p1' } },
  ])
})

test('who goes instead is told of the visit', () => {
  const replaced = { task: 't1', uscc: 'A', inspector: 'K1', replacement: 'K3', reason: '请假', proofSha256: '' }
  expect(following(event('InspectorReplaced', replaced))).toEqual([
    { type: 'RecordReassignment', data: { task: 't1', inspector: 'K1', replacement: 'K3', reason: '请假' } },
  ])
})
