import { dayMember, type Fault, recordKind, textMember } from '@mingjian/codes'
import Type from 'typebox'
import type { InspectorCommand } from './inspectors/decider.ts'

const text = textMember()
const day = dayMember('a day of the calendar')

/** A row of the library of inspectors 执法检查人员名录库. */
export const inspectorRecord = recordKind({
  name: 'inspectors',
  noun: 'inspector',
  members: {
    inspectorId: text,
    department: text,
    certificateNo: text,
    validFrom: day,
    validUntil: day,
    specialities: Type.Optional(Type.Array(text)),
    conflicts: Type.Optional(Type.Array(text)),
  },
  keyOf: ({ inspectorId }) => inspectorId,
  subjectOf: ({ inspectorId }) => inspectorId,
  authorityOf: ({ department }) => department,
  creates: ['InspectorEnrolled'],
  // The draw writes `id,certificate,date` lines and hashes them: a comma or a line end inside would make two rosters of one.
  faults: ({ inspectorId, certificateNo, validFrom, validUntil }): readonly Fault[] => [
    ...Object.entries({ inspectorId, certificateNo })
      .filter(([, value]) => /[,\r\n]/.test(value))
      .map(([field]): Fault => ({ code: 'range', field, message: 'has a comma or a line end' })),
    ...(validUntil < validFrom
      ? [{ code: 'range', field: 'validUntil', message: 'lies before validFrom' } as const]
      : []),
  ],
  command: ({ specialities, conflicts, ...own }): InspectorCommand => ({
    type: 'RecordInspector',
    data: { ...own, specialities: specialities ?? [], conflicts: conflicts ?? [] },
  }),
})
