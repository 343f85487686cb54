import { nullable } from '@mingjian/codes'
import Type from 'typebox'
import { REGISTRATION_STATES } from '../projections/registration-state.ts'

// What answers look like. They are serialised by these schemas, so a member that isn't here is not sent.

const text = Type.String()
const whole = Type.Integer()
const day = Type.String({ format: 'date' })

export const basis = Type.Object(
  {
    instrument: text,
    version: text,
    article: text,
    text: Type.String({ description: 'The provision as people cite it.' }),
  },
  { $id: 'Basis', description: 'A provision 依据 in the wording of the day of the act.' },
)
const basisList = Type.Array(Type.Ref('Basis'))

export const remedy = Type.Object(
  {
    reconsiderationTo: text,
    reconsiderationBy: day,
    litigationBy: day,
    objectionBy: nullable(Type.String({ format: 'date', description: 'Null for a decision that knows no objection.' })),
  },
  { $id: 'Remedy', description: '救济途径: where and until when a decision may be contested.' },
)
const remedyOrNone = nullable(Type.Ref('Remedy'))

const list = Type.Enum(['abnormal', 'mark', 'serious'], {
  description:
    'The list of abnormal operations 经营异常名录, the abnormal mark of a sole trader 标记, the list of serious violations 严重违法失信名单.',
})
const decision = nullable(
  Type.String({ description: 'Document number 文号; null where a history taken over does not say.' }),
)
const years = Type.Array(whole, { description: 'Report years, where the ground is missed reports.' })

const ofSeriousViolation = {
  matter: nullable(Type.String({ description: 'Which entry of the list of serious violations.' })),
  documentNo: nullable(Type.String({ description: 'The penalty that it goes with.' })),
  until: nullable(Type.String({ format: 'date', description: 'Last day on the list, where it has a term.' })),
  measures: Type.Array(text, { description: '惩戒措施提示' }),
  wayOff: nullable(Type.String({ description: '移出条件和程序, where the decision tells them.' })),
}

const listed = {
  list,
  ground: Type.String({ description: '列入事由; of the list of serious violations the article of the rule' }),
  reason: text,
  years,
  listedOn: day,
  authority: text,
  decision,
  basis: basisList,
  remedy: remedyOrNone,
  ...ofSeriousViolation,
  decisions: Type.Array(Type.Object({ year: nullable(whole), listedOn: day, decision, remedy: remedyOrNone }), {
    description: 'Every decision behind this ground; the first is also in front.',
  }),
}
export const listing = Type.Object(listed, {
  $id: 'Listing',
  description: 'A ground for which an enterprise is on a list.',
})
export const listedEnterprise = Type.Object({ uscc: text, name: text, ...listed }, { $id: 'ListedEnterprise' })

const enterpriseMembers = {
  uscc: Type.String({ description: '统一社会信用代码' }),
  name: text,
  formerNames: Type.Array(text),
  state: Type.Enum([...REGISTRATION_STATES], { description: '登记状态' }),
  type: text,
  typeCode: Type.String({ description: '企业类型代码' }),
  established: day,
  ended: nullable(Type.String({ format: 'date', description: 'Day on which it ceased or left; null while it lives.' })),
  approved: nullable(day),
  operatingFrom: nullable(day),
  operatingTo: nullable(Type.String({ format: 'date', description: 'Null is without limit.' })),
  district: Type.String({ description: 'GB/T 2260' }),
  authority: Type.String({ description: '登记机关' }),
  address: Type.String({ description: '住所 or 经营场所' }),
  capitalWan: nullable(Type.Number({ description: '注册资本, 万元' })),
  currency: text,
  industrySection: nullable(Type.String({ description: 'GB/T 4754, one letter' })),
  industry: nullable(Type.String({ description: 'GB/T 4754, four digits' })),
  industryName: nullable(text),
  scope: nullable(Type.String({ description: '经营范围' })),
  lists: Type.Array(Type.Ref('Listing'), { description: 'Lists that it is on.' }),
  removedListings: Type.Integer({ description: 'How often it was on a list before and has been removed.' }),
  lastReport: nullable(Type.Integer({ description: 'Newest year reported.' })),
  position: Type.Integer({ description: 'Position in the log of the last event that changed it.' }),
}
export const enterpriseAnswer = Type.Object(enterpriseMembers, { $id: 'Enterprise' })
export const foundEnterprise = Type.Object(
  {
    ...enterpriseMembers,
    match: Type.Optional(
      Type.Object(
        {
          why: Type.Enum(['code', 'name', 'old-name', 'pinyin', 'initials', 'near']),
          name: Type.String({ description: 'The name that matched, which may be an old one.' }),
          ranges: Type.Array(Type.Array(whole, { minItems: 2, maxItems: 2 }), {
            description: 'Parts of that name that matched, [from, to): offsets in UTF-16 units.',
          }),
        },
        { description: 'Absent when nothing was searched for.' },
      ),
    ),
  },
  { $id: 'FoundEnterprise' },
)

export const listEntry = Type.Object(
  {
    list,
    ground: text,
    year: nullable(whole),
    reason: text,
    listedOn: day,
    authority: text,
    decision,
    basis: basisList,
    remedy: remedyOrNone,
    ...ofSeriousViolation,
    removal: nullable(
      Type.Object(
        {
          kind: Type.Enum(['removed', 'rescinded'], { description: '移出, or 撤销 where the entry was an error.' }),
          on: day,
          reason: text,
          authority: text,
          decision,
          basis: basisList,
        },
        { description: '移出 or 恢复; null while it is in force.' },
      ),
    ),
  },
  { $id: 'ListEntry', description: 'One decision to list or mark, with its end once it has one.' },
)

export const timelineItem = Type.Object(
  {
    on: day,
    event: text,
    title: Type.String({ description: 'In the language that is asked for.' }),
    text: Type.String({ description: 'In the language that is asked for, but for what was written by people.' }),
    authority: text,
    decision: nullable(text),
    documentSha256: nullable(
      Type.String({
        description: 'Of the document that /v1/documents/{decision} answers; null where none was issued here.',
      }),
    ),
    basis: basisList,
    remedy: remedyOrNone,
    until: nullable(Type.String({ format: 'date', description: 'Last day on which it is shown.' })),
    recordedAt: Type.String({ format: 'date-time' }),
    position: whole,
  },
  { $id: 'TimelineItem', description: 'One act or fact, and why.' },
)

const reported = {
  address: text,
  postcode: text,
  phone: text,
  email: text,
  operating: Type.Boolean(),
  investments: Type.Array(text),
  paidInWan: Type.Number(),
  equityChange: Type.Boolean(),
  hasWebsite: Type.Boolean(),
  websites: Type.Array(text),
  employees: whole,
  insured: whole,
  assetsYuan: Type.Number(),
  liabilitiesYuan: Type.Number(),
  revenueYuan: Type.Number(),
  profitYuan: Type.Number(),
  taxYuan: Type.Number(),
  guarantees: whole,
}
export const reportedItems = Type.Object(
  {
    ...Object.fromEntries(Object.entries(reported).map(([name, schema]) => [name, Type.Optional(nullable(schema))])),
    employeesPublic: Type.Optional(Type.Boolean()),
    figuresPublic: Type.Optional(Type.Boolean()),
  },
  { $id: 'ReportedItems', description: 'What is public of a report (条例第九条): an absent member is not.' },
)

export const publicReport = Type.Object(
  {
    year: whole,
    filedOn: day,
    late: Type.Boolean({ description: 'After 30 June of the following year.' }),
    items: Type.Ref('ReportedItems'),
    corrections: Type.Array(Type.Object({ correctedOn: day, before: Type.Ref('ReportedItems') }), {
      description: 'What was shown before each correction stays visible (条例第十二条).',
    }),
  },
  { $id: 'AnnualReport' },
)
export const missedReport = Type.Object({ year: whole, since: day }, { $id: 'MissedReport' })

export const penalty = Type.Object(
  {
    documentNo: text,
    violation: text,
    summary: text,
    penaltyBasis: nullable(text),
    kinds: Type.Array(text),
    fineYuan: Type.Number(),
    confiscatedYuan: Type.Number(),
    authority: text,
    decidedOn: day,
    from: Type.String({ format: 'date', description: 'First day of publicity.' }),
    until: Type.String({ format: 'date', description: 'Last day of publicity.' }),
    dishonesty: nullable(
      Type.Enum(['轻微', '一般', '严重'], {
        description: '失信等级: how long it is shown, and from when credit may be restored.',
      }),
    ),
    restorableFrom: nullable(
      Type.String({
        format: 'date',
        description:
          'First day on which restoration of credit 信用修复 can be applied for; null for what never ends early.',
      }),
    ),
  },
  { $id: 'Penalty', description: '行政处罚公示: persons in it are redacted.' },
)
