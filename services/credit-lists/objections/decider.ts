import {
  anyDecider,
  type Context,
  type Decider,
  declared,
  type NewEvent,
  type PastEvent,
  type Refusal,
  refused,
  seriesOf,
} from '@mingjian/kernel'
import { reviewOf } from '@mingjian/law'
import type { EventType } from '@mingjian/schemas'
import { acceptRecordObjectionBy, correctRecordBy, recordObjectionBasis, verifyRecordObjectionBy } from '../law.ts'
import { type Standing, stepObstacle, withStep } from '../steps.ts'
import { commands, type FileObjection, type ObjectionCommand, type StepCommand } from './commands.ts'
import { type PublicRecord, type PublicRecords, publicRecords } from './records.ts'

type Stage = 'filed' | 'accepted' | 'declined' | 'upheld' | 'dismissed' | 'corrected'
interface Objection extends PublicRecord, Standing<Stage> {
  readonly position: number
}

/** Those entries have an objection of their own, with terms of their own 异常名录办法第十六条. */
const ELSEWHERE: ReadonlySet<EventType> = new Set<EventType>(['AbnormalOperationsListed', 'AbnormalStateMarked'])

const file = (
  { data }: FileObjection,
  objections: readonly Objection[],
  { today, facts }: Context<PublicRecords>,
): readonly NewEvent[] | Refusal => {
  const { uscc, position, statement, evidence, on } = data
  const basis = recordObjectionBasis(on)
  if (objections.some((objection) => objection.position === position)) return []
  const known = facts.records.get(position)
  if (known === undefined)
    return refused('not-public', `At ${position} there is no record of ${uscc} that is public.`, basis[0])
  if (ELSEWHERE.has(known.type))
    return refused('other-procedure', 'An entry of this list is objected to by FileAbnormalObjection.', basis[0])
  if (on > today) return refused('decision-in-the-future', `Nothing can be filed on ${on} yet.`)
  const objection = objections.length + 1
  const acceptBy = acceptRecordObjectionBy(on)
  const filed = { objection, position, ...known, statement, evidence, filedOn: on, acceptBy }
  return [{ type: 'ObjectionFiled', data: filed, effectiveOn: on, basis }]
}

const STEPS: Readonly<Record<StepCommand['type'], readonly [Stage, Stage]>> = {
  AcceptObjection: ['filed', 'accepted'],
  DeclineObjection: ['filed', 'declined'],
  UpholdObjection: ['accepted', 'upheld'],
  DismissObjection: ['accepted', 'dismissed'],
  CorrectObjectedRecord: ['upheld', 'corrected'],
}

const taken = (command: StepCommand, standing: Objection, { subject }: PublicRecords): NewEvent => {
  const { objection, on } = command.data
  const basis = recordObjectionBasis(on)
  const act = { effectiveOn: on, basis, numbered: seriesOf(subject.authority, '异议', on) }
  const answer = { objection, decision: '' }
  const remedy = reviewOf(subject.authority, on)
  switch (command.type) {
    case 'AcceptObjection':
      return {
        ...act,
        type: 'ObjectionAccepted',
        data: { ...answer, acceptedOn: on, verifyBy: verifyRecordObjectionBy(on) },
      }
    case 'DeclineObjection':
      return {
        ...act,
        type: 'ObjectionDeclined',
        data: { ...answer, reason: command.data.reason, declinedOn: on, remedy },
      }
    case 'UpholdObjection': {
      const { type, position, record } = standing
      const found = { reason: command.data.reason, upheldOn: on, correctBy: correctRecordBy(on) }
      return { ...act, type: 'ObjectionUpheld', data: { ...answer, type, position, record, ...found } }
    }
    case 'DismissObjection':
      return {
        ...act,
        type: 'ObjectionDismissed',
        data: { ...answer, reason: command.data.reason, dismissedOn: on, remedy },
      }
    case 'CorrectObjectedRecord': {
      const data = { objection, how: command.data.how, correctedOn: on }
      return { type: 'ObjectedRecordCorrected', data, effectiveOn: on, basis }
    }
    default:
      return command satisfies never
  }
}

const decide = (
  command: ObjectionCommand,
  objections: readonly Objection[],
  context: Context<PublicRecords>,
): readonly NewEvent[] | Refusal => {
  if (command.type === 'FileObjection') return file(command, objections, context)
  const { uscc, objection, on } = command.data
  const [provision] = recordObjectionBasis(on)
  const standing = objections[objection - 1]
  if (standing === undefined)
    return refused('unknown-objection', `${uscc} has filed no objection ${objection}.`, provision)
  const obstacle = stepObstacle(standing, STEPS[command.type], { on, today: context.today, provision })
  if (obstacle === 'taken') return []
  return obstacle ?? [taken(command, standing, context.facts)]
}

const evolve = (objections: readonly Objection[], event: PastEvent): readonly Objection[] => {
  switch (event.type) {
    case 'ObjectionFiled': {
      const { type, record, position, filedOn } = event.data
      return [...objections, { type: type as EventType, record, position, stage: 'filed', since: filedOn }]
    }
    case 'ObjectionAccepted':
      return withStep(objections, event.data.objection, 'accepted', event.data.acceptedOn)
    case 'ObjectionDeclined':
      return withStep(objections, event.data.objection, 'declined', event.data.declinedOn)
    case 'ObjectionUpheld':
      return withStep(objections, event.data.objection, 'upheld', event.data.upheldOn)
    case 'ObjectionDismissed':
      return withStep(objections, event.data.objection, 'dismissed', event.data.dismissedOn)
    case 'ObjectedRecordCorrected':
      return withStep(objections, event.data.objection, 'corrected', event.data.correctedOn)
    default:
      return objections
  }
}

export const objections: Decider<ObjectionCommand, readonly Objection[], PublicRecords> = {
  aggregate: 'objections',
  acts: declared(commands),
  subject: ({ data }) => data.uscc,
  initial: [],
  evolve,
  facts: publicRecords,
  decide,
}

export const decider = anyDecider(objections)
