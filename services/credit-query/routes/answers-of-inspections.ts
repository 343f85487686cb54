import Type from 'typebox'
import { nullable } from './nullable.ts'

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

export const inspectionAnswer = Type.Object(
  {
    ...{ task: text, planId: text, planName: text, year: whole, items: texts, departments: texts },
    ...{ from: day, to: day, drawnOn: day, authority: text },
    released: nullable(Type.Object({ on: day, why: text }, { description: 'Why it is not carried out.' })),
  },
  { $id: 'Inspection', description: 'A random inspection for which the enterprise was drawn.' },
)

export const inspectionYearAnswer = Type.Object(
  {
    ...{ year: whole, draws: whole, voided: whole },
    improbable: Type.Integer({ description: 'Draws with a test that chance alone would hardly fail.' }),
    selected: whole,
    repeats: Type.Integer({ description: 'Of those selected, drawn before that year.' }),
    unassigned: whole,
    coverage: Type.Array(Type.Object({ authority: text, reports: whole, after: whole, reached: Type.Number() }), {
      description: "Of each authority's living enterprises with last year's report, how many have been drawn.",
    }),
    tasks: Type.Array(Type.Object({ ...task, planId: text, drawn: whole, draws: texts }), {
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
