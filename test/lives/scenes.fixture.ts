import { commitmentOf, seedOf } from '@mingjian/inspection/draw'
import { established } from '@mingjian/kernel/given'
import type { RegisteredItems } from '@mingjian/schemas'
import fc, { type Arbitrary } from 'fast-check'
import { DAY_MARK, type Scenes, type Step } from './any-command.fixture.ts'
import { SUBJECTS } from './life.fixture.ts'

// Commands whose parts must fit together to be lawful at all: chance would rarely say them.

const [company = '', trader = ''] = SUBJECTS
const registration = established()
const { items } = registration.type === 'EnterpriseEstablished' ? registration.data : { items: undefined }

const registered: Arbitrary<{ readonly uscc: string; readonly items: RegisteredItems | undefined }> = fc
  .record({
    uscc: fc.constantFrom(company, trader),
    name: fc.constantFrom('包头市某某有限公司', '包头市明远商贸有限公司'),
    address: fc.constantFrom('', '钢铁大街1号'),
  })
  .map(({ uscc, name, address }) => ({
    uscc,
    items: items && {
      ...items,
      ...{ name, address, establishedOn: '2019-03-01' },
      ...(uscc === trader ? { typeCode: '9500', type: '个体工商户', capitalWan: null } : {}),
    },
  }))
const today = `${DAY_MARK}0`

const penalty = fc.record({
  uscc: fc.constantFrom(company, trader),
  penalty: fc.record({
    documentNo: fc.constantFrom('昆市监处罚〔2024〕1号', '昆市监处罚〔2024〕2号'),
    violation: fc.constantFrom('销售过期食品', '虚假宣传'),
    facts: fc.constant(null),
    basis: fc.constant(null),
    kinds: fc.constantFrom(['罚款'], ['警告'], ['罚款', '没收违法所得'], ['吊销许可证件']),
    fineYuan: fc.constantFrom(0, 3_000, 200_000),
    confiscatedYuan: fc.constantFrom(0, 1_500),
    procedure: fc.constantFrom('普通程序', '简易程序'),
    authority: fc.constant('昆都仑区市场监督管理局'),
    decidedOn: fc.constantFrom(today, `${DAY_MARK}-20`),
  }),
})

const setting = fc.record({
  authority: fc.constantFrom('昆都仑区市场监督管理局', '内蒙古自治区市场监督管理局', '国家市场监督管理总局'),
  name: fc.constant('low-fine-ceilings'),
  value: fc.constantFrom({ person: 1_000, organisation: 10_000 }, { person: 3_000, organisation: 30_000 }),
  from: fc.constantFrom(today, '2024-01-01', '2025-01-01', '2026-01-01'),
  to: fc.constantFrom(null, '2025-12-31', '2026-06-30'),
  basis: fc.constant('内市监法〔2026〕1号'),
})

const publicity = fc.record({
  uscc: fc.constantFrom(company, trader),
  documentNo: fc.constantFrom('昆市监处罚〔2024〕1号', '昆市监处罚〔2024〕2号'),
  on: fc.constant(today),
})
const restoration = fc.record({
  uscc: fc.constantFrom(company, trader),
  kind: fc.constantFrom('penalty', 'abnormal'),
  record: fc.constantFrom('昆市监处罚〔2024〕1号', '昆市监处罚〔2024〕2号', 'annual_report_missed', 'uncontactable'),
  documents: fc.constantFrom(['信用修复申请书', '守信承诺书', '履行法定义务、纠正违法行为的材料'], []),
  on: fc.constant(today),
})

const nonce = 'ab'.repeat(32)
const rehearsal = fc
  .record({ planId: fc.constantFrom('plan-1', 'plan-2'), publicValue: fc.constantFrom('3 7 1', '0 0 0') })
  .map(({ planId, publicValue }) => {
    const [populationRoot, rosterRoot] = ['12'.repeat(32), '34'.repeat(32)]
    const sizes = { logPosition: 1, populationSize: 1, perStratum: { 全部: 1 }, rosterSize: 2 }
    const commitments = [{ official: '甲', sha256: commitmentOf(nonce) }]
    const seed = seedOf({ planId, populationRoot, rosterRoot, nonces: [nonce], publicValue })
    return {
      planId,
      committed: { plan: '{}', rehearsal: true, ...sizes, populationRoot, rosterRoot, commitments },
      seeded: { reveals: [{ official: '甲', nonce }], publicSource: '福彩3D', publicValue, seed },
      conducted: { selected: 1, byFloor: 0, unassigned: 0, proofSha256: 'ab'.repeat(32) },
    }
  })

const missedYear = { uscc: company, ground: 'annual_report_missed', year: 2023 } as const
const history = fc
  .constantFrom(null, `${DAY_MARK}12`)
  .map((removedOn) => ({ ...missedYear, on: today, reason: '', removedOn, removalReason: null, rescinded: false }))
const objection = fc
  .constantFrom(today, `${DAY_MARK}-3`)
  .map((on) => ({ ...missedYear, on, statement: '报告已经报送', evidence: [] }))

const serious = { uscc: company, matter: '昆市监案〔2024〕1号', on: today }
const article = fc.constantFrom('5', '11')
const seriousListing = article.map((ground) => ({
  ...serious,
  documentNo: '昆市监处罚〔2024〕1号',
  article: ground,
  serious: true,
  noIntentProved: false,
  restrictedUntil: null,
}))

const item = fc.record({
  itemNo: fc.constant('7'),
  name: fc.constantFrom('年度报告公示信息检查', '登记事项检查'),
  legalBasis: fc.constantFrom(['《企业信息公示暂行条例》第十四条'], []),
  ...{ subjects: fc.constant('企业'), content: fc.constant('公示信息'), method: fc.constant('书面检查') },
  ...{ level: fc.constant('区级'), departments: fc.constant(['昆都仑区市场监督管理局']), key: fc.boolean() },
  ...{ ratioLimit: fc.constantFrom('5/100', null), timesAYear: fc.constantFrom(1, null) },
  specialities: fc.constant([]),
})
const draft = fc.record({ planId: fc.constant('年度计划'), share: fc.constantFrom('3/100', '1/2') }).map((given) => ({
  ...{ planId: given.planId, year: 2024, name: '年度抽查计划' },
  tasks: [
    {
      ...{ taskNo: '1', batch: 1, name: '年报抽查', items: ['7'], objects: '全部企业', directed: false },
      ...{ share: given.share, count: 10, method: '书面检查', from: '2024-03-01', to: '2024-12-31' },
      ...{ lead: '昆都仑区市场监督管理局', partners: ['税务局'] },
    },
  ],
}))

const TASK = 'plan-1-0001'
const at = `${DAY_MARK}0T03:00:00Z`
const OFFICERS = ['K1', 'K2']
const slipItem = {
  ...{ itemNo: '7', name: '登记事项检查', legalBasis: ['《企业信息公示暂行条例》第十四条'], content: '登记事项' },
  ...{ method: '实地核查', departments: ['昆都仑区市场监督管理局'], checklist: ['证照'], noticeBeforehand: false },
}
const certified = { department: '昆都仑区市场监督管理局', validUntil: '2199-12-31' }
const slip = {
  ...{ task: TASK, code: 'ab'.repeat(16), items: [slipItem] },
  officers: OFFICERS.map((inspectorId) => ({ inspectorId, certificateNo: `1502${inspectorId}`, ...certified })),
}
const assigned = {
  ...{ task: TASK, uscc: company, planId: 'plan-1', planName: '抽查', year: 2024, items: ['7'], unassigned: null },
  ...{ departments: ['昆都仑区市场监督管理局'], from: `${DAY_MARK}-1`, to: `${DAY_MARK}60`, inspectors: OFFICERS },
  ...{ kind: 'random', of: null },
}
const enrolled = (inspectorId: string) => ({
  ...{ inspectorId, certificateNo: `1502${inspectorId}`, validFrom: '2019-01-01', specialities: [], conflicts: [] },
  ...certified,
})
const nothing = { answer: '符合', findings: [{ result: '未发现问题', detail: '' }] }
const wrong = { answer: '不符合', findings: [{ result: '发现问题待后续处理', detail: '未亮照经营' }] }
const checked = fc
  .constantFrom(
    nothing,
    wrong,
    { ...nothing, findings: [...nothing.findings, ...wrong.findings] },
    { ...wrong, findings: nothing.findings },
  )
  .map(({ answer, findings }) => ({
    ...{
      task: TASK,
      at,
      itemNo: '7',
      by: 'K1',
      with: ['K2'],
      answers: [{ point: '证照', answer, note: '' }],
      findings,
    },
    correctBy: null,
  }))
const signed = (officer: string) => ({ task: TASK, at, officer })
const review = {
  ...{ task: TASK, at, passed: true, opinion: '同意' },
  followUps: [{ kind: 'case', itemNos: ['7'], violation: '未亮照经营' }],
}

export const scenes: Scenes = {
  EstablishEnterprise: registered,
  ChangeRegistration: registered.map((data) => ({ ...data, on: today })),
  MigrateEnterpriseIn: registered.map((data) => ({ ...data, on: today })),
  RecordEnterprise: fc
    .tuple(registered, fc.constantFrom('存续', '注销', '吊销，未注销', '吊销，已注销', '迁出'))
    .map(([data, state]) => ({ ...data, state, endedOn: state === '存续' ? null : today })),
  NotifySeriousListing: article.map((ground) => ({ ...serious, article: ground, facts: '使用过期原料' })),
  ReceiveSeriousListingStatement: fc.constant({ ...serious, statement: '已经整改' }),
  ConsentToSeriousListing: fc.constant({ ...serious, by: '包头市市场监督管理局', consentNo: '包市监同意〔2024〕1号' }),
  ListSeriousViolation: seriousListing,
  ApplyForEarlyRemoval: fc.constant({ ...serious, documents: ['申请书'] }),
  AcceptEarlyRemoval: fc.constant(serious),
  RemoveSeriousViolation: fc.constant({ ...serious, harmEliminated: true }),
  ReinstateSeriousViolation: fc.constant({ ...serious, reason: '材料虚假' }),
  RecordAbnormalHistory: history,
  FileAbnormalObjection: objection,
  DraftInspectionPlan: draft,
  ListInspectionItem: item.map((one) => ({ item: one, from: today })),
  ReviewInspectionPlan: fc.constant({ planId: '年度计划', passed: true, opinion: '' }),
  PublishInspectionPlan: fc.constant({ planId: '年度计划' }),
  RecordPenalty: penalty,
  SetLegalSetting: setting,
  ApplyForRestoration: restoration,
  PublicisePenalty: publicity,
  RecordRehearsal: rehearsal,
  EnterPremises: fc.constantFrom(OFFICERS, ['K1']).map((officers) => ({ task: TASK, at, officers })),
  RecordEntryScan: fc.constant({ task: TASK, at, code: slip.code }),
  CheckItem: checked,
  SignAsOfficer: fc.constantFrom('K1', 'K2').map(signed),
  SignAsEnterprise: fc.constant({ task: TASK, at, capacity: '负责人', signatureSha256: null }),
  CompleteVisit: fc.constant({ task: TASK, at, enterpriseState: '存续' }),
  ReviewInspectionResult: fc.constantFrom('K1', 'R1').map((reviewer) => ({ ...review, reviewer })),
  RecordTaskSlip: fc.constant(slip),
  RecordVisit: fc.constant(assigned),
  PublishInspectionResult: fc.constant({ uscc: company, task: TASK }),
  WithdrawInspectionResult: fc.constant({ uscc: company, task: TASK, reason: '有误' }),
}

const step = (type: string, data: unknown, advance = 0): Step => ({ type, data, advance, borrow: [] })
const shownNo = '昆市监处罚〔2024〕1号'

const issued: readonly Step[] = [
  ...OFFICERS.map((id) => ({ type: 'EnrolInspector', data: enrolled(id), advance: 0, borrow: [] })),
  { type: 'RecordVisit', data: assigned, advance: 0, borrow: [] },
  { type: 'RecordTaskSlip', data: slip, advance: 0, borrow: [] },
]

/** What a life begins with where the acts of a decider need a long story before them, by aggregate. */
export const beginnings: Readonly<Record<string, readonly Step[]>> = {
  visit: issued,
  inspections: [
    ...issued,
    step('EnterPremises', { task: TASK, at, officers: OFFICERS }),
    step('CheckItem', {
      ...signed(''),
      itemNo: '7',
      by: 'K1',
      with: ['K2'],
      answers: [{ point: '证照', answer: '符合', note: '' }],
      findings: nothing.findings,
    }),
    step('SignAsOfficer', signed('K1')),
    step('SignAsOfficer', signed('K2')),
    step('SignAsEnterprise', { task: TASK, at, capacity: '负责人' }),
    step('CompleteVisit', { task: TASK, at, enterpriseState: '存续' }),
    step('ReviewInspectionResult', { ...review, reviewer: 'R1', followUps: [] }),
  ],
  objections: [step('FileObjection', { uscc: company, position: 1, statement: '登记有误', evidence: [], on: today })],
  restoration: [
    step('RecordPenalty', {
      uscc: company,
      penalty: {
        ...{ documentNo: shownNo, violation: '虚假宣传', facts: null, basis: null, kinds: ['罚款'], fineYuan: 60_000 },
        ...{ confiscatedYuan: 0, procedure: '普通程序', authority: '昆都仑区市场监督管理局', decidedOn: today },
        ...{ caseId: null, actEndedOn: null, heavier: false, restrictionYears: 0, performed: false },
      },
    }),
    step('PublicisePenalty', { uscc: company, documentNo: shownNo, on: today }),
    step('ApplyForRestoration', { uscc: company, kind: 'penalty', record: shownNo, documents: [], on: today }, 190),
  ],
}
