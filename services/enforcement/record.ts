import { atLeast, notAfterToday, type RecordKind } from '@mingjian/codes'
import type { PenaltyCommand } from './penalties/decider.ts'

/** A row of penalty decisions 行政处罚决定. */
export const penaltyRecord: RecordKind = {
  name: 'penalties',
  noun: 'penalty',
  fields: {
    uscc: { kind: 'uscc', required: true },
    name: { kind: 'text' },
    docNo: { kind: 'text', required: true },
    violation: { kind: 'text', required: true },
    facts: { kind: 'text' },
    basis: { kind: 'text' },
    kinds: {
      kind: 'texts',
      required: true,
      range: (kinds: readonly string[]) => (kinds.length === 0 ? 'names no kind of penalty' : undefined),
    },
    fineYuan: { kind: 'number', range: atLeast(0) },
    confiscatedYuan: { kind: 'number', range: atLeast(0) },
    procedure: { kind: 'text' },
    authority: { kind: 'text', required: true },
    decidedOn: { kind: 'date', required: true, range: notAfterToday },
  },
  keyOf: (record) => record.docNo as string,
  subjectOf: (record) => record.uscc as string,
  authorityOf: (record) => record.authority as string,
  creates: ['PenaltyDecided'],
  command: (record): PenaltyCommand => {
    const get = <T>(name: string): T => record[name] as T
    return {
      type: 'RecordPenalty',
      data: {
        uscc: get('uscc'),
        penalty: {
          documentNo: get('docNo'),
          violation: get('violation'),
          facts: get('facts'),
          basis: get('basis'),
          kinds: get('kinds'),
          fineYuan: get<number | null>('fineYuan') ?? 0,
          confiscatedYuan: get<number | null>('confiscatedYuan') ?? 0,
          // A record that doesn't say stays inside: only the ordinary procedure is published.
          procedure: get<string | null>('procedure') ?? '简易程序',
          authority: get('authority'),
          decidedOn: get('decidedOn'),
          caseId: null,
          actEndedOn: null,
          heavier: false,
          restrictionYears: 0,
          performed: false,
          seriousArticle: null,
        },
      },
    }
  },
}
