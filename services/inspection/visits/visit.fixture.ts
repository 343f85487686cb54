import type { PastEvent } from '@mingjian/kernel'
import type { VisitCommand } from './decider.ts'

type RecordVisit = Extract<VisitCommand, { readonly type: 'RecordVisit' }>
type RecordTaskSlip = Extract<VisitCommand, { readonly type: 'RecordTaskSlip' }>

/** A visit of two officers for one item of a site check, as specifications need one. */
export const TASK = 'p1-0001'
export const USCC = '91150203MA0LAW0114'
export const OFFICERS = ['K1', 'K2']
export const at = (time: string): string => `2026-11-20T${time}Z`

export const enrolled = (inspectorId: string, own: { readonly validUntil?: string } = {}): PastEvent => ({
  type: 'InspectorEnrolled',
  data: {
    ...{ inspectorId, department: '市监', certificateNo: `1502${inspectorId}`, validFrom: '2020-01-01' },
    ...{ validUntil: '2030-01-01', specialities: [], conflicts: [], ...own },
  },
  effectiveOn: '2020-01-01',
  basis: [],
})

export const assigned = (own: Partial<RecordVisit['data']> = {}): RecordVisit => ({
  type: 'RecordVisit',
  data: {
    ...{ task: TASK, uscc: USCC, planId: 'p1', planName: '抽查', year: 2026, items: ['7'], departments: ['市监'] },
    ...{ from: '2026-11-01', to: '2026-12-31', inspectors: OFFICERS, unassigned: null, kind: 'random', of: null },
    ...own,
  },
})

export const slip = (
  own: Partial<RecordTaskSlip['data']['items'][number]> = {},
  officers: readonly string[] = OFFICERS,
): RecordTaskSlip => ({
  type: 'RecordTaskSlip',
  data: {
    ...{ task: TASK, code: 'ab'.repeat(16) },
    items: [
      {
        ...{ itemNo: '7', name: '登记事项检查', legalBasis: ['条例第十四条'], content: '', method: '实地核查' },
        ...{ departments: ['市监'], checklist: ['证照', '住所'], noticeBeforehand: false, ...own },
      },
    ],
    officers: officers.map((inspectorId) => ({
      ...{ inspectorId, department: '市监', certificateNo: `1502${inspectorId}`, validUntil: '2030-01-01' },
    })),
  },
})

/** An act of the visit at some time of the day. */
export const act = (type: VisitCommand['type'], time: string, data: object = {}): VisitCommand =>
  ({ type, data: { task: TASK, at: at(time), ...data } }) as unknown as VisitCommand

export const answers = (second = '符合') => [
  { point: '证照', answer: '符合', note: '' },
  { point: '住所', answer: second, note: '' },
]
export const NOTHING = [{ result: '未发现问题', detail: '' }]
export const check = (time: string, own: object = {}): VisitCommand =>
  act('CheckItem', time, { itemNo: '7', by: 'K1', with: ['K2'], answers: answers(), findings: NOTHING, ...own })
export const enter = act('EnterPremises', '01:00:00', { officers: OFFICERS })
export const sign = (officer: string, time: string): VisitCommand => act('SignAsOfficer', time, { officer })
export const signedByEnterprise = (time: string): VisitCommand => act('SignAsEnterprise', time, { capacity: '负责人' })
export const complete = act('CompleteVisit', '03:00:00', { enterpriseState: '存续' })
export const review = (own: object = {}): VisitCommand =>
  act('ReviewInspectionResult', '03:30:00', { reviewer: 'R1', passed: true, opinion: '', ...own })
