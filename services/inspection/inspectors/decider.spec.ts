import { given } from '@mingjian/kernel/given'
import { expect, test } from 'vitest'
import { type InspectorCommand, inspectors } from './decider.ts'
import { isAway } from './entry.ts'

type EnrolInspector = Extract<InspectorCommand, { readonly type: 'EnrolInspector' }>
const USCC = '91150203Y000000000'
const enrol = (own: Partial<EnrolInspector['data']> = {}): EnrolInspector => ({
  type: 'EnrolInspector',
  data: {
    ...{
      inspectorId: 'K1',
      department: '市监',
      certificateNo: '1502',
      validFrom: '2024-01-01',
      validUntil: '2028-12-31',
    },
    ...{ specialities: [], conflicts: [], ...own },
  },
})
const conflict = (withdrawn: boolean) =>
  ({ type: 'DeclareConflict', data: { inspectorId: 'K1', uscc: USCC, withdrawn } }) as const
const remove = { type: 'RemoveInspector', data: { inspectorId: 'K1', why: '调离' } } as const
const enrolled = given(inspectors).when(enrol())

test('an inspector is enrolled once, and changed when the entry says something else', () => {
  expect(enrolled.types).toEqual(['InspectorEnrolled'])
  expect(enrolled.when(enrol()).outcome).toEqual([])
  expect(enrolled.when(enrol({ validUntil: '2029-12-31' })).types).toEqual(['InspectorChanged'])
})

test('an id with a comma would make two rosters of one', () => {
  expect(given(inspectors).when(enrol({ certificateNo: '1,2' })).refusal).toBe('inspector-id')
  expect(given(inspectors).when(enrol({ validUntil: '2023-12-31' })).refusal).toBe('certificate-term')
})

test('a declared conflict stays until it is withdrawn, through every import', () => {
  const declared = enrolled.when(conflict(false))
  expect(declared.types).toEqual(['InspectorConflictDeclared'])
  expect(declared.when(conflict(false)).outcome).toEqual([])
  expect(declared.when(enrol({ department: '税务' })).when(conflict(false)).outcome).toEqual([])
  expect(declared.when(conflict(true)).types).toEqual(['InspectorConflictDeclared'])
  expect(enrolled.when(conflict(true)).outcome).toEqual([])
})

test('who leaves the library can be enrolled again', () => {
  expect(enrolled.when(remove).types).toEqual(['InspectorRemoved'])
  expect(enrolled.when(remove).when(remove).outcome).toEqual([])
  const otherwise = { ...remove, data: { ...remove.data, why: '退休' } }
  expect(enrolled.when(remove).when(otherwise).refusal).toBe('decided-otherwise')
  expect(enrolled.when(remove).when(enrol()).types).toEqual(['InspectorEnrolled'])
})

test('who is on leave in all of the window is away, who is back for a day of it is not', () => {
  const leave = [{ from: '2026-12-01', to: '2026-12-31' }]
  const entry = { enrolled: enrol().data, declared: [], removed: false, leave }
  expect(isAway(entry, { from: '2026-12-01', to: '2026-12-31' })).toBe(true)
  expect(isAway(entry, { from: '2026-12-10', to: '2027-01-01' })).toBe(false)
})
