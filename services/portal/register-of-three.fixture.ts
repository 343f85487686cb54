import type {
  Draw,
  Enterprise,
  EnterpriseInspections,
  EnterpriseRecord,
  FoundEnterprise,
  InspectionYear,
  ListedEnterprise,
  Listing,
  PublicItem,
  PublicQueries,
  SetVersion,
} from '@mingjian/credit-query'

import { asShipped } from '@mingjian/law'

// A register of three, with everything that a page can show of them and a hostile text wherever one fits.

export const TODAY = '2026-11-23'
export const OFFICE = '昆都仑区市场监督管理局'
export const HOSTILE = '<script>alert("x")</script>\'&公司'

const remedy = {
  reconsiderationTo: '昆都仑区人民政府',
  reconsiderationBy: '2026-12-31',
  litigationBy: '2027-05-08',
  objectionBy: '2026-08-01',
}
const basis = [
  {
    instrument: 'abnormal-list-rule',
    version: 'SAMR101',
    article: '4.0.1',
    text: '《企业经营异常名录管理办法》(国家市场监督管理总局令第101号)第四条第一项',
  },
]
const listing: Listing = {
  list: 'abnormal',
  ground: 'annual_report_missed',
  reason: '未依照《企业信息公示暂行条例》第八条规定的期限公示年度报告',
  years: [2025],
  listedOn: '2026-07-01',
  authority: OFFICE,
  decision: '昆都仑区市监异列〔2026〕17号',
  basis,
  remedy,
  decisions: [{ year: 2025, listedOn: '2026-07-01', decision: '昆都仑区市监异列〔2026〕17号', remedy }],
  ...{ matter: null, documentNo: null, until: null, measures: [], wayOff: null },
}

const enterprise = (uscc: string, name: string, lists: readonly Listing[] = []): Enterprise => ({
  uscc,
  name,
  formerNames: [],
  state: '存续',
  type: '其他有限责任公司',
  typeCode: '1190',
  established: '2015-03-02',
  ended: null,
  approved: null,
  operatingFrom: null,
  operatingTo: null,
  district: '150203',
  authority: OFFICE,
  address: '钢铁大街1号',
  capitalWan: 100,
  currency: 'CNY',
  industrySection: 'F',
  industry: '5211',
  industryName: '百货零售',
  scope: null,
  lists,
  removedListings: 0,
  lastReport: 2024,
  position: 7,
})

export const CLEAN = '91150203Y000000082'
export const LISTED = '91150203Y00079190F'
export const SOLE = '92150203Y00158382U'
const register = new Map(
  [
    enterprise(CLEAN, HOSTILE),
    enterprise(LISTED, '包头市某某商贸有限公司', [listing]),
    {
      ...enterprise(SOLE, '昆都仑区某某小吃店', [{ ...listing, list: 'mark' }]),
      type: '个体工商户',
      typeCode: '9500',
    } satisfies Enterprise,
  ].map((one) => [one.uscc, one]),
)

const fileOf = ({ uscc, state, typeCode }: Enterprise): EnterpriseRecord => ({
  uscc,
  state,
  typeCode,
  annualReports: [
    {
      year: 2024,
      filedOn: '2025-07-09',
      late: true,
      items: { address: HOSTILE, operating: true, employees: null, employeesPublic: false, figuresPublic: false },
      corrections: [],
    },
  ],
  missedReports: [{ year: 2025, since: '2026-07-01' }],
  penalties: [
    {
      documentNo: '昆市监罚〔2026〕3号',
      violation: '未明码标价',
      summary: HOSTILE,
      penaltyBasis: null,
      kinds: ['罚款'],
      fineYuan: 12_000,
      confiscatedYuan: 0,
      authority: OFFICE,
      decidedOn: '2026-03-02',
      from: '2026-03-05',
      until: '2029-03-05',
      dishonesty: '一般',
    },
  ],
  lists: [],
  timeline: [
    {
      on: '2026-07-01',
      event: 'AbnormalOperationsListed',
      title: '列入经营异常名录',
      text: HOSTILE,
      english: { title: 'Entered in the list of abnormal operations', text: HOSTILE },
      authority: OFFICE,
      decision: '昆都仑区市监异列〔2026〕17号',
      documentSha256: 'ab'.repeat(32),
      basis,
      remedy,
      until: null,
      recordedAt: '2026-07-01T01:30:00Z',
      position: 1234,
    },
  ],
  position: 1234,
})

const draw: Draw = {
  id: 'plan 1',
  plan: { id: 'plan 1', name: '年报抽查', rates: { 一般: '3/100' }, floor: '3/100', inspectorsPerObject: 2 },
  rehearsal: true,
  stage: 'conducted',
  authority: '',
  committedOn: TODAY,
  logPosition: 99,
  population: { size: 60, root: 'a'.repeat(64), perStratum: { 一般: 60 }, excluded: { deregistered: 3 } },
  roster: { size: 4, root: 'b'.repeat(64) },
  commitments: [{ official: '演练1', sha256: 'c'.repeat(64) }],
  seed: {
    reveals: [{ official: '演练1', nonce: '1'.repeat(64) }],
    publicSource: '演练',
    publicValue: HOSTILE,
    witness: HOSTILE,
    seed: 'd'.repeat(64),
    seededOn: TODAY,
  },
  revealed: [{ official: '演练1', nonce: '1'.repeat(64) }],
  failedReveals: [{ official: HOSTILE, nonce: '2'.repeat(64), on: TODAY }],
  coverage: { year: 2026, reports: 60, before: 0, after: 2 },
  result: { selected: 2, byFloor: 0, unassigned: 1, repeats: 0, proofSha256: 'e'.repeat(64), conductedOn: TODAY },
  audit: {
    tests: [{ dimension: 'district', statistic: 20.1, degrees: 2, probability: 0.00004 }],
    level: 0.001,
    improbable: true,
  },
  replacements: [{ task: 'plan 1-1', uscc: CLEAN, inspector: 'K001', replacement: 'K003', reason: HOSTILE }],
  voided: null,
  earlier: [{ rehearsal: false, committedOn: TODAY, seed: null, proofSha256: null, voided: HOSTILE }],
  position: 101,
}
const proof = {
  selected: [
    { uscc: CLEAN, stratum: '一般', reason: 'stratum', ticket: '0.1', inspectors: ['K001', 'K002'] },
    { uscc: LISTED, stratum: '一般', reason: 'floor', ticket: '0.2', unassigned: '可派人员不足' },
  ],
}

const found: readonly FoundEnterprise[] = [...register.values()].map((one, place) => ({
  ...one,
  match:
    place === 0
      ? { why: 'name', name: HOSTILE, ranges: [[0, 8]] }
      : { why: 'old-name', name: '旧名商贸行', ranges: [[2, 4]] },
}))
const listed: readonly ListedEnterprise[] = [...register.values()].flatMap(({ uscc, name, lists }) =>
  lists.map((one) => ({ uscc, name, ...one })),
)

/** Pages of one, whose cursors are their places. */
const onePage = <T>(items: readonly T[], cursor: string | undefined) => {
  const at = Number(cursor ?? 0)
  if (!Number.isSafeInteger(at)) return 'unknown-cursor' as const
  return { items: items.slice(at, at + 1), ...(at + 1 < items.length ? { next: String(at + 1) } : {}) }
}

const version: SetVersion = {
  value: { person: 5_000, organisation: 50_000 },
  from: '2021-09-01',
  to: null,
  basis: HOSTILE,
  confidence: 'to-verify',
  reason: HOSTILE,
  authority: null,
}

const item: PublicItem = {
  ...{ itemNo: '7', name: HOSTILE, legalBasis: [HOSTILE], subjects: HOSTILE, content: HOSTILE, method: '书面检查' },
  ...{
    level: '区级',
    departments: [OFFICE],
    key: false,
    ratioLimit: '5/100',
    timesAYear: null,
    specialities: [],
    checklist: [],
    noticeBeforehand: false,
  },
  ...{ authority: OFFICE, since: TODAY, removed: null, basis, earlier: [], position: 7 },
}
const inspected: EnterpriseInspections = {
  uscc: LISTED,
  inspections: [
    {
      ...{ task: 'plan 1-1', planId: 'plan 1', planName: HOSTILE, year: 2026, items: [HOSTILE], departments: [OFFICE] },
      ...{ from: TODAY, to: TODAY, drawnOn: TODAY, authority: OFFICE, released: { on: TODAY, why: HOSTILE } },
      ...{ kind: 'random', result: null },
    },
  ],
  position: 9,
}
const year: InspectionYear = {
  published: 0,
  ...{ year: 2026, draws: 1, voided: 1, improbable: 1, selected: 2, repeats: 0, unassigned: 1 },
  coverage: [{ authority: OFFICE, reports: 60, after: 2, reached: 2 / 60, checked: 1, done: 1 / 60 }],
  tasks: [
    {
      ...{ taskNo: '1', batch: 1, name: HOSTILE, items: ['7'], objects: HOSTILE, directed: true, share: '3/100' },
      ...{ count: 2, method: '书面检查', from: TODAY, to: TODAY, lead: OFFICE, partners: [HOSTILE] },
      ...{ planId: HOSTILE, drawn: 2, done: 1, draws: ['plan 1'] },
    },
  ],
  audits: [
    {
      ...{ id: 'plan 1', name: HOSTILE, level: 0.001, improbable: true },
      tests: [{ dimension: 'size', statistic: 20.1, degrees: 2, probability: 0.00004 }],
    },
  ],
}

export const queries: PublicQueries = {
  enterprise: async (uscc) => register.get(uscc),
  enterpriseText: async () => undefined,
  record: async (uscc) => {
    const one = register.get(uscc)
    return one && fileOf(one)
  },
  search: async ({ q, cursor }) => {
    if (q === '坏') throw new Error('the index is gone')
    return q === '无' ? { items: [] } : onePage(found, cursor)
  },
  counts: async () => ({
    total: 1234,
    exact: false,
    by: {
      state: new Map([['存续', 1200]]),
      list: new Map(),
      district: new Map(),
      industry: new Map(),
      type: new Map(),
    },
  }),
  list: async (_, { cursor }) => onePage(listed, cursor),
  lists: async function* () {},
  draws: async ({ cursor }) => onePage([draw], cursor),
  draw: async (id) => (id === draw.id ? draw : undefined),
  proof: async () => ({ sha256: 'e'.repeat(64), bytes: Buffer.from(JSON.stringify(proof)) }),
  settings: async () => ({
    authority: OFFICE,
    items: [
      {
        name: 'low-fine-ceilings',
        title: '较低数额罚款',
        level: 'province',
        provision: basis,
        inForce: version,
        versions: [version],
        history: [{ ...version, authority: OFFICE, recordedAt: '2026-07-01T01:30:00Z', position: 9 }],
      },
    ],
  }),
  law: async () => asShipped,
  items: async ({ cursor }) => onePage([item], cursor),
  annualPlans: async () => ({ items: [] }),
  results: async () => ({ items: [] }),
  allResults: async function* () {},
  inspections: async (uscc) => (uscc === LISTED ? inspected : undefined),
  inspectionYear: async () => year,
  inspectionYears: async () => [2026],
  statistics: async () => ({
    enterprises: { total: 20_000, byState: [{ state: '存续', count: 14_888 }] },
    lists: { abnormal: 1112, mark: 1888, serious: 0 },
    draw: { id: draw.id, rehearsal: true, population: 60, selected: 2, share: 2 / 60, floor: 0.03 },
    position: 101,
  }),
}
