import type { Fault, RecordKind } from '@mingjian/codes'
import type { InspectorCommand } from './inspectors/decider.ts'

/** A row of the library of inspectors 执法检查人员名录库. */
export const inspectorRecord: RecordKind = {
  name: 'inspectors',
  noun: 'inspector',
  fields: {
    inspectorId: { kind: 'text', required: true },
    department: { kind: 'text', required: true },
    certificateNo: { kind: 'text', required: true },
    validFrom: { kind: 'date', required: true },
    validUntil: { kind: 'date', required: true },
    specialities: { kind: 'texts' },
    conflicts: { kind: 'texts' },
  },
  keyOf: (record) => record.inspectorId as string,
  subjectOf: (record) => record.inspectorId as string,
  authorityOf: (record) => record.department as string,
  creates: ['InspectorEnrolled'],
  // The draw writes `id,certificate,date` lines and hashes them: a comma or a line end inside would make two rosters of one.
  faults: (record): readonly Fault[] => [
    ...['inspectorId', 'certificateNo']
      .filter((field) => /[,\r\n]/.test(record[field] as string))
      .map((field): Fault => ({ code: 'range', field, message: 'has a comma or a line end' })),
    ...((record.validUntil as string) < (record.validFrom as string)
      ? [{ code: 'range', field: 'validUntil', message: 'lies before validFrom' } as const]
      : []),
  ],
  command: (record): InspectorCommand => {
    const get = <T>(name: string): T => record[name] as T
    return {
      type: 'RecordInspector',
      data: {
        inspectorId: get('inspectorId'),
        department: get('department'),
        certificateNo: get('certificateNo'),
        validFrom: get('validFrom'),
        validUntil: get('validUntil'),
        specialities: get<readonly string[] | null>('specialities') ?? [],
        conflicts: get<readonly string[] | null>('conflicts') ?? [],
      },
    }
  },
}
