import { dayMember, notAfterToday, recordKind, textMember, usccMember } from '@mingjian/codes'
import Type from 'typebox'
import type { PenaltyCommand } from './penalties/decider.ts'

const text = textMember()
const yuan = Type.Optional(Type.Number({ minimum: 0 }))

/** A row of penalty decisions 行政处罚决定. */
export const penaltyRecord = recordKind({
  name: 'penalties',
  noun: 'penalty',
  members: {
    uscc: usccMember(),
    name: Type.Optional(text),
    docNo: text,
    violation: text,
    facts: Type.Optional(text),
    basis: Type.Optional(text),
    kinds: Type.Array(text, { minItems: 1, description: 'a list that names a kind of penalty' }),
    fineYuan: yuan,
    confiscatedYuan: yuan,
    procedure: Type.Optional(text),
    authority: text,
    decidedOn: dayMember('a day of the calendar'),
  },
  onDay: { decidedOn: notAfterToday },
  keyOf: ({ docNo }) => docNo,
  subjectOf: ({ uscc }) => uscc,
  authorityOf: ({ authority }) => authority,
  creates: ['PenaltyDecided'],
  command: ({ uscc, docNo, name: _, fineYuan, confiscatedYuan, procedure, ...own }): PenaltyCommand => ({
    type: 'RecordPenalty',
    data: {
      uscc,
      penalty: {
        ...own,
        documentNo: docNo,
        fineYuan: fineYuan ?? 0,
        confiscatedYuan: confiscatedYuan ?? 0,
        // A record that doesn't say stays inside: only the ordinary procedure is published.
        procedure: procedure ?? '简易程序',
        caseId: null,
        actEndedOn: null,
        heavier: false,
        restrictionYears: 0,
        performed: false,
        seriousArticle: null,
      },
    },
  }),
})
