import type { RecordedEvent } from '@mingjian/kernel'
import { established } from '@mingjian/kernel/given'
import { expect, test } from 'vitest'
import type { Plan } from './draw/plan.ts'
import { type InspectionObject, inspectionObject } from './projections/inspection-object.ts'
import { isInScope } from './scope.ts'

const reportedOn = (effectiveOn: string, complaintId: string) => ({
  type: 'EnterpriseReported',
  data: { complaintId, kind: '举报' },
  effectiveOn,
  basis: [],
})
const after = (...events: readonly object[]) =>
  [established(), ...events].reduce<InspectionObject | undefined>(
    (object, event) => inspectionObject.evolve(object, event as RecordedEvent),
    undefined,
  )

test('who was reported often since the year before is checked by a plan that asks for it', () => {
  const plan = { year: 2026, scope: { complaintsFrom: 2 } } as unknown as Plan
  const chosen = (...days: readonly string[]) => {
    const object = after(...days.map((day) => reportedOn(day, day)))
    return object !== undefined && isInScope(plan)(object)
  }
  expect(chosen('2025-03-01', '2026-02-01')).toBe(true)
  expect(chosen('2026-02-01')).toBe(false)
  expect(chosen('2024-12-31', '2026-02-01')).toBe(false)
})
