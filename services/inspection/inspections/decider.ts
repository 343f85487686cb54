import { redacted, usccMember } from '@mingjian/codes'
import { actsOn, aggregate, anyDecider, type CommandOf, type EventOf, streamOf } from '@mingjian/kernel'
import Type from 'typebox'
import { basisOn, provisionOn, visitProvisions as provisions } from '../law/visit.ts'
import { cancelledTask, unknownTask } from '../visits/refusals.ts'
import { noVisit, type Visit, type VisitEvent, visitAfter } from '../visits/state.ts'
import { task } from '../visits/step.ts'
import { anotherEnterprise, notPublished, notReviewed } from './refusals.ts'

// What inspections do to an enterprise. Stream `USCC/inspections`.

interface Inspections {
  /** Tasks under way or done. */
  readonly tasks: readonly string[]
  /** Tasks whose result is shown, and where in the feed; undefined for one just decided. */
  readonly published: ReadonlyMap<string, number | undefined>
}
type InspectionsEvent = EventOf<
  | 'InspectionTaskDrawn'
  | 'InspectionTaskReleased'
  | 'InspectionResultPublished'
  | 'InspectionResultWithdrawn'
  | 'PublicRecordRecalled'
>

const act = actsOn<Inspections, Visit>()
const text = Type.String()
const texts = Type.Array(text)
const uscc = usccMember()

const recordTaskDrawn = act(
  {
    ...{ uscc: text, task: text, planId: text, planName: text, year: Type.Integer() },
    ...{ items: texts, departments: texts, from: text, to: text },
  },
  {
    by: 'system',
    decide: ({ uscc: _, ...drawn }, { tasks }, { today }) =>
      tasks.includes(drawn.task)
        ? []
        : [
            {
              type: 'InspectionTaskDrawn',
              data: drawn,
              effectiveOn: today,
              basis: basisOn(today, provisions.draw),
            },
          ],
  },
)

const recordTaskReleased = act(
  { uscc: text, task: text, planId: text, why: text },
  {
    by: 'system',
    decide: ({ uscc: _, ...released }, { tasks }, { today }) =>
      tasks.includes(released.task)
        ? [
            {
              type: 'InspectionTaskReleased',
              data: released,
              effectiveOn: today,
              basis: basisOn(today, provisions.draw),
            },
          ]
        : [],
  },
)

/** 公示: the result of a task that has passed review. */
const publishResult = act(
  { uscc, task },
  {
    decide: (
      { uscc: about, task: id },
      { published },
      { today, facts: { completed, assigned, stage, cancelledWhy } },
    ) => {
      const under = provisionOn(today, provisions.publicity)
      if (published.has(id)) return []
      if (assigned === null) return unknownTask({ task: id })
      if (assigned.uscc !== about) return anotherEnterprise({ task: id, uscc: about }, under)
      if (stage === 'cancelled') return cancelledTask({ task: id, why: cancelledWhy }, under)
      if (completed === null || stage !== 'passed') return notReviewed({}, under)
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
            ...{ task: id, planId, planName, year, kind, departments, completedOn, publishedOn: today, publishBy },
            ...{ results, items, enterpriseState },
          },
          effectiveOn: today,
          basis: basisOn(today, provisions.publicity, provisions.review),
        },
      ]
    },
  },
)

/** 撤回公示: the result was wrong; its task is open again. */
const withdrawResult = act(
  { uscc, task, reason: Type.String({ minLength: 1, maxLength: 2000, description: 'What was wrong; for the file.' }) },
  {
    decide: ({ task: id, reason }, { published }, { today }) => {
      if (!published.has(id)) return notPublished({ task: id })
      const position = published.get(id)
      const basis = basisOn(today, provisions.accuracy)
      return [
        { type: 'InspectionResultWithdrawn', data: { task: id, reason }, effectiveOn: today, basis },
        {
          type: 'PublicRecordRecalled',
          data: {
            ...{ type: 'InspectionResultPublished', record: id, reason: '抽查检查结果更正' },
            positions: position === undefined ? [] : [position],
          },
          effectiveOn: today,
          basis,
        },
      ]
    },
  },
)

const acts = {
  RecordTaskDrawn: recordTaskDrawn,
  RecordTaskReleased: recordTaskReleased,
  PublishInspectionResult: publishResult,
  WithdrawInspectionResult: withdrawResult,
}
export type InspectionCommand = CommandOf<typeof acts>

const evolve = (state: Inspections, event: InspectionsEvent): Inspections => {
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
    case 'PublicRecordRecalled':
      return state
    default:
      event satisfies never
      return state
  }
}

export const inspections = aggregate({
  aggregate: 'inspections',
  acts,
  subject: ({ data }) => data.uscc,
  initial: { tasks: [], published: new Map() } as Inspections,
  evolve,
  facts: {
    streams: ({ type, data }) => (type === 'PublishInspectionResult' ? [streamOf(data.task, 'visit')] : []),
    initial: noVisit,
    evolve: (visit, event) => visitAfter(visit, event as VisitEvent),
  },
})

export const decider = anyDecider(inspections)
