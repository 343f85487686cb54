import { redacted, usccMember } from '@mingjian/codes'
import {
  anyDecider,
  type Command,
  type Context,
  type Decider,
  declared,
  type NewEvent,
  type PastEvent,
  type Refusal,
  refused,
  streamOf,
} from '@mingjian/kernel'
import type { InspectionTaskDrawn, InspectionTaskReleased } from '@mingjian/schemas'
import Type from 'typebox'
import { basisOn, provisionOn, visitProvisions } from '../law/visit.ts'
import { noVisit, type Visit, evolve as visitAfter } from '../visits/state.ts'

// What inspections do to an enterprise. Stream `USCC/inspections`.

export type RecordTaskDrawn = Command<'RecordTaskDrawn', InspectionTaskDrawn & { readonly uscc: string }>
export type RecordTaskReleased = Command<'RecordTaskReleased', InspectionTaskReleased & { readonly uscc: string }>
/** 公示: the result of a task that has passed review. */
export type PublishInspectionResult = Command<
  'PublishInspectionResult',
  { readonly uscc: string; readonly task: string }
>
/** 撤回公示: the result was wrong; its task is open again. */
export type WithdrawInspectionResult = Command<
  'WithdrawInspectionResult',
  { readonly uscc: string; readonly task: string; readonly reason: string }
>
type InspectionCommand = RecordTaskDrawn | RecordTaskReleased | PublishInspectionResult | WithdrawInspectionResult

interface Inspections {
  /** Tasks under way or done. */
  readonly tasks: readonly string[]
  /** Tasks whose result is shown, and where in the feed; undefined for one just decided. */
  readonly published: ReadonlyMap<string, number | undefined>
}

const publish = (
  { uscc, task }: PublishInspectionResult['data'],
  { published }: Inspections,
  { today, facts: visit }: Context<Visit>,
): readonly NewEvent[] | Refusal => {
  const { completed, assigned, stage } = visit
  const under = provisionOn(today, visitProvisions.publicity)
  if (published.has(task)) return []
  if (assigned === null) return refused('unknown-task', `There is no task ${task}.`)
  if (assigned.uscc !== uscc) return refused('another-enterprise', `Task ${task} is not about ${uscc}.`, under)
  if (stage === 'cancelled')
    return refused('visit-cancelled', `Task ${task} was cancelled: ${visit.cancelledWhy}`, under)
  if (completed === null || stage !== 'passed')
    return refused('not-reviewed', 'A result is published after somebody who did not check has reviewed it.', under)
  const { planId, planName, year, kind, completedOn, publishBy, results, enterpriseState } = completed
  const items = completed.items.map((item) => ({
    ...item,
    findings: item.findings.map(({ result, detail }) => ({ result, detail: redacted(detail) })),
  }))
  const departments = [...new Set(items.flatMap((item) => item.departments))]
  return [
    {
      type: 'InspectionResultPublished',
      data: {
        ...{ task, planId, planName, year, kind, departments, completedOn, publishedOn: today, publishBy },
        ...{ results, items, enterpriseState },
      },
      effectiveOn: today,
      basis: basisOn(today, visitProvisions.publicity, visitProvisions.review),
    },
  ]
}

const withdraw = (
  { task, reason }: WithdrawInspectionResult['data'],
  { published }: Inspections,
  { today }: Context<Visit>,
): readonly NewEvent[] | Refusal => {
  const position = published.get(task)
  if (!published.has(task)) return refused('not-published', `No result of task ${task} is shown.`)
  const act = { effectiveOn: today, basis: basisOn(today, visitProvisions.accuracy) }
  const positions = position === undefined ? [] : [position]
  return [
    { type: 'InspectionResultWithdrawn', data: { task, reason }, ...act },
    {
      type: 'PublicRecordRecalled',
      data: { type: 'InspectionResultPublished', record: task, positions, reason: '抽查检查结果更正' },
      ...act,
    },
  ]
}

const decide = (
  command: InspectionCommand,
  state: Inspections,
  context: Context<Visit>,
): readonly NewEvent[] | Refusal => {
  if (command.type === 'PublishInspectionResult') return publish(command.data, state, context)
  if (command.type === 'WithdrawInspectionResult') return withdraw(command.data, state, context)
  const { uscc: _, ...of } = command.data
  const known = state.tasks.includes(of.task)
  const act = { effectiveOn: context.today, basis: basisOn(context.today, visitProvisions.draw) }
  switch (command.type) {
    case 'RecordTaskDrawn':
      return known ? [] : [{ type: 'InspectionTaskDrawn', data: of as InspectionTaskDrawn, ...act }]
    case 'RecordTaskReleased':
      return known ? [{ type: 'InspectionTaskReleased', data: of as InspectionTaskReleased, ...act }] : []
    default:
      return command satisfies never
  }
}

const evolve = (state: Inspections, event: PastEvent): Inspections => {
  switch (event.type) {
    case 'InspectionTaskDrawn':
      return { ...state, tasks: [...state.tasks, event.data.task] }
    case 'InspectionTaskReleased':
      return { ...state, tasks: state.tasks.filter((task) => task !== event.data.task) }
    case 'InspectionResultPublished':
      return { ...state, published: new Map(state.published).set(event.data.task, event.position) }
    case 'InspectionResultWithdrawn': {
      const { task } = event.data
      return { ...state, published: new Map([...state.published].filter(([known]) => known !== task)) }
    }
    default:
      return state
  }
}

const text = Type.String()
const texts = Type.Array(text)
const uscc = usccMember()
const task = Type.String({ minLength: 1, maxLength: 200, description: 'Id of the task.' })

export const inspections: Decider<InspectionCommand, Inspections, Visit> = {
  aggregate: 'inspections',
  acts: declared({
    RecordTaskDrawn: Type.Object({
      ...{ uscc: text, task: text, planId: text, planName: text, year: Type.Integer() },
      ...{ items: texts, departments: texts, from: text, to: text },
    }),
    RecordTaskReleased: Type.Object({ uscc: text, task: text, planId: text, why: text }),
    PublishInspectionResult: Type.Object({ uscc, task }),
    WithdrawInspectionResult: Type.Object({
      uscc,
      task,
      reason: Type.String({ minLength: 1, maxLength: 2000, description: 'What was wrong; for the file.' }),
    }),
  }),
  subject: ({ data }) => data.uscc,
  initial: { tasks: [], published: new Map() },
  evolve,
  facts: {
    streams: ({ type, data }) => (type === 'PublishInspectionResult' ? [streamOf(data.task, 'visit')] : []),
    initial: noVisit,
    evolve: visitAfter,
  },
  decide,
}

export const decider = anyDecider(inspections)
