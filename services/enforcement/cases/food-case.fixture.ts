import { type CivilDate, makeUscc } from '@mingjian/codes'
import { isRefusal, type PastEvent } from '@mingjian/kernel'
import { established, type Given, given } from '@mingjian/kernel/given'
import { type CaseCommand, cases } from './decider.ts'

// An invented case: a company has sold food that had expired, worth 8,000 yuan.

export const AUTHORITY = '昆都仑区市场监督管理局'
export const PARTY = makeUscc('91150203', 'MA0FD001')
export const CASE = 'CASE-2026-0001'
export const OFFICERS = ['K101', 'K102']

export const inspector = (inspectorId: string, more: Readonly<Record<string, unknown>> = {}): PastEvent =>
  ({
    type: 'InspectorEnrolled',
    data: {
      inspectorId,
      department: AUTHORITY,
      certificateNo: `1502031${inspectorId}`,
      validFrom: '2022-01-01',
      validUntil: '2030-12-31',
      specialities: ['食品'],
      conflicts: [],
      ...more,
    },
    effectiveOn: '2022-01-01',
    basis: [],
  }) as PastEvent

export const facts: readonly PastEvent[] = [established(), ...OFFICERS.map((id) => inspector(id))]

/** A command against the party, by two officers where the act is theirs. */
export const step = (
  type: CaseCommand['type'],
  on: CivilDate,
  data: Readonly<Record<string, unknown>> = {},
): CaseCommand => ({ type, data: { caseId: CASE, uscc: PARTY, on, ...data } }) as CaseCommand

const file = (n: number): string => String(n).padStart(64, '0')
export const penalty = { kinds: ['罚款', '没收违法所得'], fineYuan: 90_000, confiscatedYuan: 20_000 }
const heavy = { kinds: ['罚款', '没收违法所得', '责令停产停业'], fineYuan: 100_000, confiscatedYuan: 20_000 }

const conclusion = (sanction: typeof penalty) => ({
  officers: OFFICERS,
  facts: '当事人销售超过保质期的食品，货值8000元',
  violation: '经营超过保质期的食品',
  proposal: '给予处罚',
  ...sanction,
  majorPublicInterest: false,
  complex: false,
})
export const decided = {
  officers: OFFICERS,
  facts: '当事人销售超过保质期的食品，货值8000元，违法所得20000元',
  penaltyBasis: '《中华人民共和国食品安全法》第一百二十四条第一款',
  ...penalty,
  restrictionYears: 0,
  benchmark: 'food-124-small',
  base: 0,
  band: '从重',
  factors: ['两年内再次违法', '货值较大'],
  departure: null,
  sameActAs: null,
}

export const open = step('OpenCase', '2026-06-01', {
  source: '监督检查',
  sourceRef: null,
  violation: '经营超过保质期的食品',
  receivedOn: '2026-06-01',
})
export const fileCase = step('FileCase', '2026-06-05', {
  officers: OFFICERS,
  discoveredOn: '2026-06-01',
  actEndedOn: '2026-06-01',
  lifeHealthOrFinance: false,
  grounds: '现场发现过期食品，符合立案条件',
  approvedBy: '局长',
})
export const evidence = step('CollectEvidence', '2026-06-08', {
  officers: OFFICERS,
  kind: '现场笔录',
  sha256: file(1),
  description: '货架上的过期食品',
  place: '钢铁大街1号',
  takenAt: '2026-06-08T10:30',
})
export const conclude = step('ConcludeInvestigation', '2026-06-22', conclusion(penalty))
export const concludeHeavy = step('ConcludeInvestigation', '2026-06-22', conclusion(heavy))
export const notice = step('GiveNotice', '2026-06-24', { facts: '拟处罚的事实、理由、依据' })
export const statement = step('HearStatement', '2026-06-26', {
  statement: '过期食品未售出',
  adopted: false,
  answer: '不影响经营的认定',
})
export const askForHearing = step('RequestHearing', '2026-06-26')
export const arrangeHearing = step('ArrangeHearing', '2026-06-29', {
  hearingOn: '2026-07-15',
  place: '三楼会议室',
  chair: 'K200',
  openToPublic: true,
})
export const holdHearing = step('HoldHearing', '2026-07-15', { chair: 'K200', recordSha256: file(2) })
export const askForReview = step('RequestLegalReview', '2026-07-16')
export const passReview = step('GiveLegalReview', '2026-07-20', {
  reviewer: 'L001',
  qualified: true,
  agrees: true,
  opinion: '事实清楚，证据确凿，适用依据正确',
})
export const discuss = step('DiscussCollectively', '2026-07-21', {
  members: ['局长', '副局长甲', '副局长乙'],
  about: '处罚决定',
  conclusion: '同意',
})
export const decide = step('DecideCase', '2026-07-22', decided)
export const decideHeavy = step('DecideCase', '2026-07-22', { ...decided, ...heavy })
export const serve = step('ServeDecision', '2026-07-24', { way: '直接送达', confirmed: false, receiptSha256: file(3) })
export const pay = step('ReceivePayment', '2026-08-05', {
  receiptNo: '2026-1',
  fineYuan: 90_000,
  confiscatedYuan: 20_000,
  surchargeYuan: 0,
})
export const close = step('CloseCase', '2026-08-10', { result: '已履行' })

/** A case without a hearing: the company answers and pays. */
export const light = [open, fileCase, evidence, conclude, notice, statement, decide, serve, pay, close]
/** The same with a suspension of business: heard, reviewed, discussed. */
export const heavyCase = [
  open,
  fileCase,
  evidence,
  concludeHeavy,
  notice,
  askForHearing,
  arrangeHearing,
  holdHearing,
  askForReview,
  passReview,
  discuss,
  decideHeavy,
  serve,
]
/** Put right at once: nothing is imposed. */
export const mildCase = [
  open,
  fileCase,
  evidence,
  step('OrderCorrection', '2026-06-09', { officers: OFFICERS, what: '下架过期食品', correctBy: '2026-06-12' }),
  step('CheckCorrection', '2026-06-11', { officers: OFFICERS, followed: true, finding: '已下架' }),
  conclude,
  step('WaivePenalty', '2026-07-01', { ground: '首违不罚', reason: '初次违法，后果轻微', education: '已教育' }),
]
/** Perhaps a crime: the police are asked. */
export const referredCase = [
  open,
  fileCase,
  evidence,
  step('ReportSuspectedCrime', '2026-06-10', { officers: OFFICERS, crime: '销售伪劣产品罪', report: '报告' }),
  step('DecideReferral', '2026-06-11', {
    approved: true,
    decidedBy: '局长',
    decidedAt: '2026-06-11T09:00',
    reason: '涉嫌犯罪',
  }),
  step('ReferCase', '2026-06-12', { police: '昆都仑区公安分局', transferredAt: '2026-06-12T08:30' }),
]

export const nothing: Given<CaseCommand> = given(cases, { facts })
export const withFacts = (...more: readonly PastEvent[]) => given(cases, { facts: [...facts, ...more] })
export const after = (steps: readonly CaseCommand[], so = nothing) => steps.reduce((past, next) => past.when(next), so)
/** After the steps before one of them, some left out. */
export const before = (steps: readonly CaseCommand[], next: CaseCommand, ...without: readonly CaseCommand[]) =>
  after(steps.slice(0, steps.indexOf(next)).filter((one) => !without.includes(one)))
export const changed = (command: CaseCommand, data: Readonly<Record<string, unknown>>): CaseCommand =>
  ({ ...command, data: { ...command.data, ...data } }) as CaseCommand
export const provisionOf = ({ outcome }: Given<CaseCommand>): string | undefined =>
  isRefusal(outcome) ? outcome.provision : undefined
