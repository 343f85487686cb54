import { type CivilDate, dayMember } from '@mingjian/codes'
import {
  anyDecider,
  type Command,
  type Context,
  type Decider,
  declared,
  type NewEvent,
  type Refusal,
} from '@mingjian/kernel'
import Type from 'typebox'
import { basisOn, visitProvisions } from '../law/visit.ts'
import { type Done, type Officers, officersNamed, take, task, type VisitAct } from './act.ts'
import { type AssignmentCommand, assignmentCommands, decideAssignment, officersOfAssignment } from './assignment.ts'
import { conduct } from './conduct.ts'
import { review } from './review.ts'
import { PUBLISH, signing } from './signing.ts'
import { evolve, noVisit, type Visit } from './state.ts'

// The task of an object: who goes, for which items, what was found, who reviewed it. Stream `TASK/visit`.

const ACTS = { ...conduct, ...signing, ...review } satisfies Readonly<Record<string, VisitAct>>
type ActName = keyof typeof ACTS

type Taken = { readonly [N in ActName]: Command<N, Done> }[ActName]
/** The result stands in the file of the enterprise. */
export type RecordPublication = Command<
  'RecordPublication',
  { readonly task: string; readonly publishedOn: CivilDate; readonly position: number }
>
/** It stands there no longer. */
export type RecordResultWithdrawal = Command<
  'RecordResultWithdrawal',
  { readonly task: string; readonly reason: string }
>
type VisitCommand = AssignmentCommand | Taken | RecordPublication | RecordResultWithdrawal

const isTaken = (command: VisitCommand): command is Taken => command.type in ACTS
const isAssignment = (command: VisitCommand): command is AssignmentCommand => command.type in assignmentCommands

const decide = (command: VisitCommand, visit: Visit, context: Context<Officers>): readonly NewEvent[] | Refusal => {
  if (isTaken(command)) return take(ACTS[command.type], command.data, visit, context)
  if (isAssignment(command)) return decideAssignment(command, visit, context)
  const { today: effectiveOn } = context
  if (command.type === 'RecordPublication') {
    const { publishedOn, position } = command.data
    if (visit.stage !== 'passed') return []
    const basis = basisOn(publishedOn, visitProvisions.publicity, visitProvisions.review)
    return [{ type: 'VisitResultPublicised', data: { publishedOn, position, stops: [PUBLISH] }, effectiveOn, basis }]
  }
  const { reason } = command.data
  return visit.stage === 'publicised' ? [{ type: 'VisitResultReopened', data: { reason }, effectiveOn, basis: [] }] : []
}

const word = Type.String()

export const visits: Decider<VisitCommand, Visit, Officers> = {
  aggregate: 'visit',
  acts: declared({
    ...assignmentCommands,
    ...(Object.fromEntries(Object.entries(ACTS).map(([name, { data }]) => [name, data])) as {
      readonly [N in ActName]: (typeof ACTS)[N]['data']
    }),
    RecordPublication: Type.Object({
      task,
      publishedOn: dayMember(),
      position: Type.Integer(),
    }),
    RecordResultWithdrawal: Type.Object({ task, reason: word }),
  }),
  subject: ({ data }) => data.task,
  initial: noVisit,
  evolve,
  facts: {
    ...officersNamed,
    streams: (command) => {
      if (isTaken(command))
        return officersNamed.streams({ officers: ACTS[command.type].officers(command.data as never) }, '')
      return isAssignment(command) ? officersNamed.streams({ officers: officersOfAssignment(command) }, '') : []
    },
  },
  decide,
}

export const decider = anyDecider(visits)
