import { dayMember, dayOfInstant, nullable, usccMember } from '@mingjian/codes'
import { type Command, type Context, type NewEvent, type Refusal, refused, seriesOf } from '@mingjian/kernel'
import type { SlipItem, SlipOfficer, VisitAssigned, VisitReassigned } from '@mingjian/schemas'
import Type from 'typebox'
import { isValidTeam } from '../law/conduct.ts'
import { basisOn, provisionOn, visitProvisions } from '../law/visit.ts'
import { type Officers, task, text, unfit } from './act.ts'
import { namedOn, type Visit } from './state.ts'

type OfTask<D> = D & { readonly task: string }
/** What the draw, a re-check or a lead makes of an object. */
export type RecordVisit = Command<'RecordVisit', OfTask<VisitAssigned>>
export type RecordReassignment = Command<'RecordReassignment', OfTask<VisitReassigned>>
export type RecordCancellation = Command<'RecordCancellation', OfTask<{ readonly why: string }>>
/** Who goes on a check that was not drawn: chance chooses for the others. */
export type AppointInspectors = Command<
  'AppointInspectors',
  OfTask<{ readonly inspectors: readonly string[]; readonly reason: string }>
>
/** 检查任务单, with what was found in the libraries; a code that was issued before stays. */
export type RecordTaskSlip = Command<
  'RecordTaskSlip',
  OfTask<{ readonly code: string; readonly items: readonly SlipItem[]; readonly officers: readonly SlipOfficer[] }>
>
export type AssignmentCommand =
  | RecordVisit
  | RecordReassignment
  | RecordCancellation
  | AppointInspectors
  | RecordTaskSlip

const BEFORE_THE_END: readonly Visit['stage'][] = ['assigned', 'issued']

const slipOf = (
  { code, items, officers }: RecordTaskSlip['data'],
  visit: Visit,
  { now, authority, facts }: Context<Officers>,
): readonly NewEvent[] | Refusal => {
  const { assigned, stage, inspectors } = visit
  const on = dayOfInstant(now)
  const under = provisionOn(on, visitProvisions.officers)
  if (assigned === null || !BEFORE_THE_END.includes(stage))
    return refused('out-of-order', `The task is ${stage}: a slip comes before the check is completed.`)
  const named = officers.map(({ inspectorId }) => inspectorId)
  if (inspectors.length === 0 && assigned.unassigned !== null)
    return refused('unassigned', `Nobody goes yet: ${assigned.unassigned}`, under)
  if (named.join('\n') !== inspectors.join('\n'))
    return refused('reassigned', `${inspectors.join(', ')} check now: issue the slip again.`, under)
  if (items.length === 0)
    return refused(
      'no-item',
      'A slip names what is checked and on which basis: name items of the list.',
      provisionOn(on, visitProvisions.items),
    )
  const fault = named.map((one) => unfit(one, visit, facts, on)).find((found) => found !== undefined)
  if (fault !== undefined) return fault
  if (!isValidTeam(named.map(() => true)))
    return refused('too-few-officers', 'At least two certified officers check together.', under)
  const same = namedOn(visit).join('\n') === named.join('\n') && JSON.stringify(visit.items) === JSON.stringify(items)
  if (same) return []
  const { uscc, from, to } = assigned
  return [
    {
      type: 'TaskSlipIssued',
      data: { decision: '', code: visit.code ?? code, uscc, items, team: officers, from, to },
      effectiveOn: on,
      basis: basisOn(on, visitProvisions.items, visitProvisions.documents),
      numbered: seriesOf(authority, '检任', on),
    },
  ]
}

export const decideAssignment = (
  command: AssignmentCommand,
  visit: Visit,
  context: Context<Officers>,
): readonly NewEvent[] | Refusal => {
  const { stage, inspectors } = visit
  const act = { effectiveOn: context.today, basis: [] }
  if (command.type === 'RecordVisit') {
    const { task: _, ...assigned } = command.data
    return stage === 'none' ? [{ type: 'VisitAssigned', data: assigned, ...act }] : []
  }
  if (stage === 'none') return refused('unknown-task', `There is no task ${command.data.task}.`)
  switch (command.type) {
    case 'RecordReassignment': {
      const { task: _, ...reassigned } = command.data
      if (
        !BEFORE_THE_END.includes(stage) ||
        !inspectors.includes(reassigned.inspector) ||
        inspectors.includes(reassigned.replacement)
      )
        return []
      return [{ type: 'VisitReassigned', data: reassigned, ...act }]
    }
    case 'RecordCancellation':
      // What has been checked was checked, whatever becomes of the draw.
      return BEFORE_THE_END.includes(stage) ? [{ type: 'VisitCancelled', data: { why: command.data.why }, ...act }] : []
    case 'AppointInspectors': {
      const { inspectors: appointed, reason } = command.data
      if (inspectors.join('\n') === appointed.join('\n')) return []
      const under = provisionOn(context.today, visitProvisions.officers)
      if (visit.assigned?.kind === 'random')
        return refused(
          'drawn',
          'Who checks was drawn: an inspector who can not go is replaced by ReplaceInspector.',
          under,
        )
      if (!BEFORE_THE_END.includes(stage)) return refused('out-of-order', `The task is ${stage}.`, under)
      const team = { ...visit, inspectors: appointed }
      const fault = appointed
        .map((one) => unfit(one, team, context.facts, context.today))
        .find((found) => found !== undefined)
      if (fault !== undefined) return fault
      if (!isValidTeam([...new Set(appointed)].map(() => true)))
        return refused('too-few-officers', 'At least two certified officers check together.', under)
      return [{ type: 'VisitInspectorsAppointed', data: { inspectors: appointed, reason }, ...act }]
    }
    case 'RecordTaskSlip':
      return slipOf(command.data, visit, context)
    default:
      return command satisfies never
  }
}

export const officersOfAssignment = (command: AssignmentCommand): readonly string[] => {
  if (command.type === 'AppointInspectors') return command.data.inspectors
  return command.type === 'RecordTaskSlip' ? command.data.officers.map(({ inspectorId }) => inspectorId) : []
}

const word = Type.String()
const words = Type.Array(word)
const day = dayMember()
const uscc = usccMember()

export const assignmentCommands = {
  RecordVisit: Type.Object({
    ...{ task, uscc, planId: word, planName: word, year: Type.Integer(), items: words, departments: words },
    ...{ from: day, to: day, inspectors: words, unassigned: nullable(word) },
    ...{ kind: Type.Enum(['random', 'recheck', 'directed']), of: nullable(word) },
  }),
  RecordReassignment: Type.Object({ task, inspector: word, replacement: word, reason: word }),
  RecordCancellation: Type.Object({ task, why: word }),
  AppointInspectors: Type.Object({ task, inspectors: Type.Array(text, { minItems: 1, maxItems: 20 }), reason: text }),
  RecordTaskSlip: Type.Object({
    task,
    code: text,
    items: Type.Array(
      Type.Object({
        ...{ itemNo: word, name: word, legalBasis: words, content: word, method: word, departments: words },
        ...{ checklist: words, noticeBeforehand: Type.Boolean() },
      }),
    ),
    officers: Type.Array(Type.Object({ inspectorId: word, department: word, certificateNo: word, validUntil: word })),
  }),
}
