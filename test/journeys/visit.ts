import { systemClock } from '@mingjian/kernel/adapters'
import type { Journey } from './platform.ts'

/** A check of papers from its assignment to the published result, as other tests need one. */
export const published = async (
  journey: Pick<Journey, 'record'>,
  uscc: string,
): Promise<{ readonly task: string; readonly code: string }> => {
  const [task, code, today, at] = ['visit-1', 'ab'.repeat(16), systemClock.today(), systemClock.now()]
  const officers = ['V1', 'V2']
  const item = { itemNo: 'V7', name: '公示信息检查', legalBasis: ['条例第十四条'], content: '', method: '书面检查' }
  const slip = { ...item, departments: ['市监'], checklist: [], noticeBeforehand: false }
  for (const inspectorId of officers)
    await journey.record({
      type: 'EnrolInspector',
      data: {
        ...{ inspectorId, department: '市监', certificateNo: `1502${inspectorId}`, validFrom: '2020-01-01' },
        ...{ validUntil: '2199-12-31', specialities: [], conflicts: [] },
      },
    })
  const assigned = {
    ...{ task, uscc, planId: 'plan', planName: '抽查', year: 2026, items: ['V7'], departments: [], from: today },
    ...{ to: today, inspectors: officers, unassigned: null, kind: 'random', of: null },
  }
  const team = officers.map((id) => ({
    ...{ inspectorId: id, department: '市监', certificateNo: `1502${id}`, validUntil: '2199-12-31' },
  }))
  const answers = [{ point: '公示信息检查', answer: '符合', note: '' }]
  const findings = [{ result: '未发现问题', detail: '' }]
  for (const [type, data] of [
    ['RecordVisit', assigned],
    ['RecordTaskSlip', { code, items: [slip], officers: team }],
    ['CheckItem', { at, itemNo: 'V7', by: 'V1', with: ['V2'], answers, findings }],
    ['SignAsOfficer', { at, officer: 'V1' }],
    ['SignAsOfficer', { at, officer: 'V2' }],
    ['CompleteVisit', { at, enterpriseState: '存续' }],
    ['ReviewInspectionResult', { at, reviewer: 'V3', passed: true, opinion: '' }],
    ['PublishInspectionResult', { uscc }],
  ] as const) {
    const outcome = await journey.record({ type, data: { task, ...data } })
    if (outcome.outcome !== 'recorded') throw new Error(`${type}: ${JSON.stringify(outcome)}`)
  }
  return { task, code }
}
