import { atLeast, type Fault, notAfterToday, oneOfWords, pattern, type RecordKind } from '@mingjian/codes'
import type { RegisteredItems } from '@mingjian/schemas'
import type { RecordEnterprise, RegisterState } from './registration/decider.ts'

const STATES: readonly RegisterState[] = ['存续', '吊销，未注销', '吊销，已注销', '注销', '撤销', '迁出']

const nonEmpty = (value: string): string | undefined => (value.trim() === '' ? 'is blank' : undefined)

/** A row of the register 市场主体登记. */
export const enterpriseRecord: RecordKind = {
  name: 'enterprises',
  noun: 'enterprise',
  fields: {
    uscc: { kind: 'uscc', required: true },
    name: { kind: 'text', required: true, range: nonEmpty },
    typeCode: { kind: 'text', required: true, range: pattern(/^\d{4}$/, 'a kind code of four digits') },
    type: { kind: 'text' },
    state: { kind: 'text', required: true, range: oneOfWords(STATES) },
    legalRep: { kind: 'text' },
    capitalWan: { kind: 'number', range: atLeast(0) },
    currency: { kind: 'text' },
    established: { kind: 'date', required: true, range: notAfterToday },
    approved: { kind: 'date' },
    opFrom: { kind: 'date' },
    opTo: { kind: 'date' },
    endedOn: { kind: 'date', range: notAfterToday },
    district: { kind: 'text', required: true, range: pattern(/^\d{6}$/, 'a region code of six digits') },
    authority: { kind: 'text', required: true },
    address: { kind: 'text' },
    industrySection: { kind: 'text', range: pattern(/^[A-T]$/, 'a section letter A to T') },
    industry: { kind: 'text', range: pattern(/^\d{2,4}$/, 'a code of two to four digits') },
    industryName: { kind: 'text' },
    scope: { kind: 'text' },
  },
  keyOf: (record) => record.uscc as string,
  subjectOf: (record) => record.uscc as string,
  authorityOf: (record) => record.authority as string,
  creates: ['EnterpriseEstablished'],
  faults: ({ established, endedOn }): readonly Fault[] =>
    endedOn !== null && (endedOn as string) < (established as string)
      ? [{ code: 'range', field: 'endedOn', message: 'lies before the establishment' }]
      : [],
  command: (record): RecordEnterprise => {
    const get = <T>(name: string): T => record[name] as T
    const items: RegisteredItems = {
      name: get('name'),
      typeCode: get('typeCode'),
      type: get<string | null>('type') ?? '',
      legalRepresentative: get('legalRep'),
      capitalWan: get('capitalWan'),
      currency: get<string | null>('currency') ?? 'CNY',
      establishedOn: get('established'),
      approvedOn: get('approved'),
      operatingFrom: get('opFrom'),
      operatingTo: get('opTo'),
      district: get('district'),
      authority: get('authority'),
      address: get<string | null>('address') ?? '',
      industrySection: get('industrySection'),
      industry: get('industry'),
      industryName: get('industryName'),
      scope: get('scope'),
    }
    return {
      type: 'RecordEnterprise',
      data: { uscc: get('uscc'), items, state: get('state'), endedOn: get('endedOn') },
    }
  },
}
