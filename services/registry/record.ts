import { dayMember, type Fault, notAfterToday, oneOf, recordKind, textMember, usccMember } from '@mingjian/codes'
import Type from 'typebox'
import type { RecordEnterprise, RegisterState } from './registration/decider.ts'

const STATES: readonly RegisterState[] = ['存续', '吊销，未注销', '吊销，已注销', '注销', '撤销', '迁出']

const text = textMember()
const day = dayMember('a day of the calendar')
const matching = (pattern: string, description: string) => Type.String({ pattern, description })

/** A row of the register 市场主体登记. */
export const enterpriseRecord = recordKind({
  name: 'enterprises',
  noun: 'enterprise',
  members: {
    uscc: usccMember(),
    name: Type.String({ format: 'text', pattern: '\\S', description: 'a name of visible characters' }),
    typeCode: matching('^\\d{4}$', 'a kind code of four digits'),
    type: Type.Optional(text),
    state: oneOf(STATES),
    legalRep: Type.Optional(text),
    capitalWan: Type.Optional(Type.Number({ minimum: 0 })),
    currency: Type.Optional(text),
    established: day,
    approved: Type.Optional(day),
    opFrom: Type.Optional(day),
    opTo: Type.Optional(day),
    endedOn: Type.Optional(day),
    district: matching('^\\d{6}$', 'a region code of six digits'),
    authority: text,
    address: Type.Optional(text),
    industrySection: Type.Optional(matching('^[A-T]$', 'a section letter A to T')),
    industry: Type.Optional(matching('^\\d{2,4}$', 'a code of two to four digits')),
    industryName: Type.Optional(text),
    scope: Type.Optional(text),
  },
  onDay: { established: notAfterToday, endedOn: notAfterToday },
  keyOf: ({ uscc }) => uscc,
  subjectOf: ({ uscc }) => uscc,
  authorityOf: ({ authority }) => authority,
  creates: ['EnterpriseEstablished'],
  faults: ({ established, endedOn }): readonly Fault[] =>
    endedOn !== null && endedOn < established
      ? [{ code: 'range', field: 'endedOn', message: 'lies before the establishment' }]
      : [],
  command: ({ uscc, state, endedOn, ...row }): RecordEnterprise => ({
    type: 'RecordEnterprise',
    data: {
      ...{ uscc, state, endedOn },
      items: {
        name: row.name,
        typeCode: row.typeCode,
        type: row.type ?? '',
        legalRepresentative: row.legalRep,
        capitalWan: row.capitalWan,
        currency: row.currency ?? 'CNY',
        establishedOn: row.established,
        approvedOn: row.approved,
        operatingFrom: row.opFrom,
        operatingTo: row.opTo,
        district: row.district,
        authority: row.authority,
        address: row.address ?? '',
        industrySection: row.industrySection,
        industry: row.industry,
        industryName: row.industryName,
        scope: row.scope,
      },
    },
  }),
})
