import { nullable } from '@mingjian/codes'
import Type from 'typebox'

const text = Type.String()
const whole = Type.Integer()
const day = Type.String({ format: 'date' })
const texts = Type.Array(text)

const wording = {
  itemNo: text,
  name: text,
  legalBasis: Type.Array(text, { description: '检查依据' }),
  subjects: Type.String({ description: '检查对象' }),
  content: Type.String({ description: '检查内容' }),
  method: text,
  level: text,
  departments: texts,
  key: Type.Boolean({ description: '重点检查事项' }),
  ratioLimit: nullable(Type.String({ description: 'Exact share that an ordinary item may reach.' })),
  timesAYear: nullable(whole),
  specialities: texts,
  checklist: Type.Array(text, { description: '检查要点' }),
  noticeBeforehand: Type.Boolean({ description: '提前通知' }),
  since: day,
}

export const inspectionItemAnswer = Type.Object(
  {
    ...wording,
    authority: text,
    removed: nullable(Type.Object({ on: day, why: text })),
    basis: Type.Array(Type.Ref('Basis')),
    earlier: Type.Array(Type.Object(wording), { description: 'Its wordings before.' }),
    position: whole,
  },
  { $id: 'InspectionItem', description: 'An item of the list 随机抽查事项清单.' },
)

const task = {
  taskNo: text,
  batch: Type.Integer({ description: '批次' }),
  name: text,
  items: texts,
  objects: Type.String({ description: '检查对象范围' }),
  directed: Type.Boolean({ description: '定向' }),
  share: Type.String({ description: '抽查比例' }),
  count: Type.Integer({ description: '抽查数量' }),
  method: text,
  from: day,
  to: day,
  lead: Type.String({ description: '牵头部门' }),
  partners: Type.Array(text, { description: '参与部门' }),
}

export const annualPlanAnswer = Type.Object(
  {
    ...{ id: text, year: whole, name: text, authority: text, decision: text },
    filedWith: Type.String({ description: '备案机关' }),
    publishedOn: day,
    basis: Type.Array(Type.Ref('Basis')),
    tasks: Type.Array(Type.Object(task)),
    earlier: Type.Array(Type.Object({ decision: text, publishedOn: day })),
    position: whole,
  },
  { $id: 'AnnualPlan', description: 'A plan of a year 年度抽查计划.' },
)

const checkedItem = Type.Object({
  ...{ itemNo: text, name: text },
  legalBasis: Type.Array(text, { description: '检查依据' }),
  departments: texts,
  findings: Type.Array(
    Type.Object({
      result: Type.String({ description: 'One of the eight 抽查结果.' }),
      detail: Type.String({ description: 'The facts that it rests on.' }),
    }),
  ),
  correctBy: nullable(Type.String({ format: 'date', description: '责令改正 by this day.' })),
})
const found = {
  ...{ completedOn: day, publishedOn: day },
  publishBy: Type.String({ format: 'date', description: 'The last day to publish it.' }),
  results: Type.Array(text, { description: 'Of the eight 抽查结果; several may hold.' }),
  items: Type.Array(checkedItem),
  enterpriseState: Type.String({ description: '企业状态, as found.' }),
  basis: Type.Array(Type.Ref('Basis')),
  position: whole,
}
const kind = Type.Enum(['random', 'recheck', 'directed'], {
  description: '随机抽查, 复查 of what was ordered, or 定向检查 because of a lead.',
})

export const inspectionResultAnswer = Type.Object(
  {
    ...{ task: text, uscc: text, name: text, planId: text, planName: text, year: whole, kind },
    ...{ authority: text, departments: texts, ...found },
  },
  { $id: 'InspectionResult', description: '抽查检查结果, as it is published.' },
)

export const inspectionAnswer = Type.Object(
  {
    ...{ task: text, kind, planId: text, planName: text, year: whole, items: texts, departments: texts },
    ...{ from: day, to: day, drawnOn: nullable(day), authority: text },
    released: nullable(Type.Object({ on: day, why: text }, { description: 'Why it is not carried out.' })),
    result: nullable(Type.Object(found, { description: 'Once it is published.' })),
  },
  { $id: 'Inspection', description: 'An inspection: drawn, or another whose result is published.' },
)

export const inspectionYearAnswer = Type.Object(
  {
    ...{ year: whole, draws: whole, voided: whole },
    improbable: Type.Integer({ description: 'Draws with a test that chance alone would hardly fail.' }),
    selected: whole,
    repeats: Type.Integer({ description: 'Of those selected, drawn before that year.' }),
    unassigned: whole,
    published: Type.Integer({ description: "Published results of that year's draws." }),
    coverage: Type.Array(
      Type.Object({
        ...{ authority: text, reports: whole, after: whole, reached: Type.Number() },
        checked: Type.Integer({ description: 'Enterprises with a published result.' }),
        done: Type.Number({ description: 'checked / reports' }),
      }),
      {
        description:
          "Of each authority's living enterprises with last year's report, how many have been drawn, and of how many the result is published.",
      },
    ),
    tasks: Type.Array(Type.Object({ ...task, planId: text, drawn: whole, done: whole, draws: texts }), {
      description: 'Planned and done.',
    }),
    audits: Type.Array(
      Type.Object({
        ...{ id: text, name: text, level: Type.Number(), improbable: Type.Boolean() },
        tests: Type.Array(
          Type.Object({ dimension: text, statistic: Type.Number(), degrees: whole, probability: Type.Number() }),
        ),
      }),
    ),
  },
  { $id: 'InspectionYear', description: 'The self-audit of a year of draws.' },
)
