import { addDays, type CivilDate, type Uscc } from '@mingjian/codes'
import type { Command } from '@mingjian/kernel'
import { AUTHORITY, type DemoEnterprise } from './enterprise.ts'
import type { DemoInspector } from './inspector.ts'
import { demoEnterprises, demoInspectors } from './register.ts'

const VISITED = 24
const ITEM = {
  ...{ itemNo: 'D1', name: '公示信息检查', legalBasis: ['《企业信息公示暂行条例》第十四条'] },
  ...{ content: '年度报告公示信息与实际情况是否一致', method: '书面检查', departments: [AUTHORITY] },
  ...{ checklist: ['联系方式', '资产状况'], noticeBeforehand: false },
}
const WRONG = { result: '发现问题已责令改正', detail: '年度报告公示的联系电话已经停用' }

const finding = (index: number): { readonly result: string; readonly detail: string } => {
  if (index % 8 === 5) return WRONG
  return { result: index % 12 === 9 ? '未发现开展本次抽查涉及的经营活动' : '未发现问题', detail: '' }
}

const isFree = ({ department, validUntil, conflicts }: DemoInspector, until: CivilDate): boolean =>
  department === AUTHORITY && validUntil >= until && conflicts.length === 0

const codeOf = (index: number): string => String(index).padStart(32, '0')

/** A directed check of papers of some enterprises, from the task to the published result, as of a moment. */
export function* demoVisits(at: string, today: CivilDate): Generator<Command> {
  const to = addDays(today, 20)
  const [first, second, third] = demoInspectors().filter((inspector) => isFree(inspector, to))
  if (first === undefined || second === undefined || third === undefined) return
  const living = demoEnterprises().filter(({ state }: DemoEnterprise) => state === '存续')
  for (const [index, { uscc }] of living.take(VISITED).toArray().entries())
    yield* visit(index, uscc, [first, second], third.inspectorId, at, today)
}

function* visit(
  index: number,
  uscc: Uscc,
  team: readonly [DemoInspector, DemoInspector],
  reviewer: string,
  at: string,
  today: CivilDate,
): Generator<Command> {
  const task = `demo-${today.slice(0, 4)}-${String(index + 1).padStart(2, '0')}`
  const [one, other] = team.map(({ inspectorId }) => inspectorId)
  const found = finding(index)
  const isWrong = found === WRONG
  const answers = ITEM.checklist.map((point, place) => ({
    ...{ point, answer: isWrong && place === 0 ? '不符合' : '符合', note: '' },
  }))
  const steps: readonly (readonly [type: string, data: object])[] = [
    [
      'RecordVisit',
      {
        ...{ uscc, planId: `demo-${today.slice(0, 4)}-directed`, planName: '公示信息定向抽查（演示数据）' },
        ...{ year: Number(today.slice(0, 4)), items: [ITEM.itemNo], departments: [AUTHORITY], from: today },
        ...{ to: addDays(today, 20), inspectors: [one, other], unassigned: null, kind: 'directed', of: null },
      },
    ],
    [
      'RecordTaskSlip',
      {
        ...{ code: codeOf(index + 1), items: [ITEM] },
        officers: team.map(({ inspectorId, department, certificateNo, validUntil }) => ({
          ...{ inspectorId, department, certificateNo, validUntil },
        })),
      },
    ],
    [
      'CheckItem',
      {
        ...{ at, itemNo: ITEM.itemNo, by: one, with: [other], answers, findings: [found] },
        correctBy: isWrong ? addDays(today, 30) : null,
      },
    ],
    ['SignAsOfficer', { at, officer: one }],
    ['SignAsOfficer', { at, officer: other }],
    ['CompleteVisit', { at, enterpriseState: '存续' }],
    ['ReviewInspectionResult', { at, reviewer, passed: true, opinion: '' }],
    ['PublishInspectionResult', { uscc }],
  ]
  for (const [type, data] of steps) yield { type, data: { task, ...data } }
}
