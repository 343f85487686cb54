import { type CivilDate, dayMember, formOf, nullable, usccMember } from '@mingjian/codes'
import {
  anyDecider,
  type Command,
  type Context,
  type Decider,
  declared,
  type Facts,
  type NewEvent,
  type PastEvent,
  type Refusal,
  refused,
  seriesOf,
  streamOf,
} from '@mingjian/kernel'
import { encodeCitation, type Registered, registered, reviewOf } from '@mingjian/law'
import type { AbnormalGround } from '@mingjian/schemas'
import Type from 'typebox'
import type { Entered } from '../abnormal-operations/entries.ts'
import {
  acceptObjectionBy,
  answerObjectionBy,
  correctBy,
  groundText,
  objectionBasis,
  objectionLastDay,
} from '../law.ts'
import { type Standing, stepObstacle, withStep } from '../steps.ts'

/** 异议, in writing and with evidence, by whoever was listed or marked. */
export type FileAbnormalObjection = Command<
  'FileAbnormalObjection',
  Pick<Entered, 'ground' | 'year'> & {
    readonly uscc: string
    readonly on: CivilDate
    readonly statement: string
    readonly evidence: readonly string[]
  }
>
interface Answer {
  readonly uscc: string
  readonly objection: number
  readonly on: CivilDate
}
export type AcceptAbnormalObjection = Command<'AcceptAbnormalObjection', Answer>
export type RefuseAbnormalObjection = Command<'RefuseAbnormalObjection', Answer & { readonly reason: string }>
/** Verified: the entry was an error, and is rescinded. */
export type UpholdAbnormalObjection = Command<'UpholdAbnormalObjection', Answer & { readonly reason: string }>
export type DismissAbnormalObjection = Command<'DismissAbnormalObjection', Answer & { readonly reason: string }>
type ObjectionCommand =
  | FileAbnormalObjection
  | AcceptAbnormalObjection
  | RefuseAbnormalObjection
  | UpholdAbnormalObjection
  | DismissAbnormalObjection

type Stage = 'filed' | 'accepted' | 'refused' | 'upheld' | 'dismissed'
interface Objection extends Entered, Standing<Stage> {}
interface ObjectionFacts extends Registered {
  readonly listed: readonly Entered[]
}

const sameEntry = (one: Entered, other: Entered): boolean =>
  one.ground === other.ground && one.year === other.year && one.listedOn === other.listedOn

const basisOf = ({ typeCode }: Registered, on: CivilDate): readonly string[] =>
  objectionBasis(formOf(typeCode), on).map(encodeCitation)

const file = (
  { data }: FileAbnormalObjection,
  objections: readonly Objection[],
  { today, facts }: Context<ObjectionFacts>,
): readonly NewEvent[] | Refusal => {
  const { uscc, on, statement, evidence } = data
  const basis = basisOf(facts, on)
  const entry = facts.listed.findLast(({ ground, year }) => ground === data.ground && year === data.year)
  if (entry === undefined) return refused('not-listed', `${uscc} has no such entry.`, basis[0])
  if (objections.some((objection) => sameEntry(objection, entry))) return []
  const { listedOn } = entry
  if (on > today) return refused('decision-in-the-future', `Nothing can be filed on ${on} yet.`)
  if (on < listedOn) return refused('before-the-listing', `The entry is of ${listedOn}.`, basis[0])
  if (on > objectionLastDay(listedOn))
    return refused('objection-too-late', `The objection could be filed until ${objectionLastDay(listedOn)}.`, basis[0])
  const objection = objections.length + 1
  const filed = { objection, ...entry, statement, evidence, filedOn: on, acceptBy: acceptObjectionBy(on) }
  return [{ type: 'AbnormalObjectionFiled', data: filed, effectiveOn: on, basis }]
}

type AnswerCommand = Exclude<ObjectionCommand, FileAbnormalObjection>

/** From which stage each answer is given, and to which it leads. */
const STAGES: Readonly<Record<AnswerCommand['type'], readonly [Stage, Stage]>> = {
  AcceptAbnormalObjection: ['filed', 'accepted'],
  RefuseAbnormalObjection: ['filed', 'refused'],
  UpholdAbnormalObjection: ['accepted', 'upheld'],
  DismissAbnormalObjection: ['accepted', 'dismissed'],
}

const answered = (command: AnswerCommand, standing: Objection, facts: ObjectionFacts): NewEvent => {
  const { objection, on } = command.data
  const { ground, year, listedOn } = standing
  const act = { effectiveOn: on, basis: basisOf(facts, on), numbered: seriesOf(facts.authority, '异议', on) }
  const remedy = reviewOf(facts.authority, on)
  switch (command.type) {
    case 'AcceptAbnormalObjection': {
      const data = { objection, decision: '', acceptedOn: on, verifyBy: answerObjectionBy(on) }
      return { ...act, type: 'AbnormalObjectionAccepted', data }
    }
    case 'RefuseAbnormalObjection':
      return {
        ...act,
        type: 'AbnormalObjectionRefused',
        data: { objection, decision: '', reason: command.data.reason, remedy },
      }
    case 'UpholdAbnormalObjection': {
      const found = { decision: '', reason: command.data.reason, verifiedOn: on, correctBy: correctBy(on) }
      return { ...act, type: 'AbnormalObjectionUpheld', data: { objection, ground, year, listedOn, ...found } }
    }
    case 'DismissAbnormalObjection':
      return {
        ...act,
        type: 'AbnormalObjectionDismissed',
        data: { objection, decision: '', reason: command.data.reason, remedy },
      }
    default:
      return command satisfies never
  }
}

const decide = (
  command: ObjectionCommand,
  objections: readonly Objection[],
  context: Context<ObjectionFacts>,
): readonly NewEvent[] | Refusal => {
  if (command.type === 'FileAbnormalObjection') return file(command, objections, context)
  const { today, facts } = context
  const { uscc, objection, on } = command.data
  const [provision] = basisOf(facts, on)
  const standing = objections[objection - 1]
  if (standing === undefined)
    return refused('unknown-objection', `${uscc} has filed no objection ${objection}.`, provision)
  const obstacle = stepObstacle(standing, STAGES[command.type], { on, today, provision })
  if (obstacle === 'taken') return []
  if (obstacle !== undefined) return obstacle
  return [answered(command, standing, facts)]
}

const evolve = (objections: readonly Objection[], event: PastEvent): readonly Objection[] => {
  const step = (objection: number, stage: Stage): readonly Objection[] =>
    withStep(objections, objection, stage, event.effectiveOn)
  switch (event.type) {
    case 'AbnormalObjectionFiled': {
      const { ground, year, listedOn, filedOn } = event.data
      return [...objections, { ground, year, listedOn, stage: 'filed', since: filedOn }]
    }
    case 'AbnormalObjectionAccepted':
      return step(event.data.objection, 'accepted')
    case 'AbnormalObjectionRefused':
      return step(event.data.objection, 'refused')
    case 'AbnormalObjectionUpheld':
      return step(event.data.objection, 'upheld')
    case 'AbnormalObjectionDismissed':
      return step(event.data.objection, 'dismissed')
    default:
      return objections
  }
}

/** The entries that it may be about. */
const facts: Facts<ObjectionCommand, ObjectionFacts> = {
  streams: (command) => [...registered.streams(command), streamOf(command.data.uscc, 'abnormal-operations')],
  initial: { ...registered.initial, listed: [] },
  evolve: (known, event) => {
    if (event.type !== 'AbnormalOperationsListed' && event.type !== 'AbnormalStateMarked')
      return { ...known, ...registered.evolve(known, event) }
    const { ground, year } = event.data
    return { ...known, listed: [...known.listed, { ground, year, listedOn: event.effectiveOn }] }
  },
}

const uscc = usccMember()
const on = dayMember()
const text = Type.String({ minLength: 1 })
const answer = { uscc, objection: Type.Integer({ minimum: 1 }), on }

export const abnormalObjections: Decider<ObjectionCommand, readonly Objection[], ObjectionFacts> = {
  aggregate: 'abnormal-objections',
  acts: declared({
    FileAbnormalObjection: Type.Object({
      uscc,
      ground: Type.Enum(Object.keys(groundText) as AbnormalGround[], { description: '列入事由 of the entry' }),
      year: nullable(Type.Integer()),
      on,
      statement: text,
      evidence: Type.Array(text),
    }),
    AcceptAbnormalObjection: Type.Object(answer),
    RefuseAbnormalObjection: Type.Object({ ...answer, reason: text }),
    UpholdAbnormalObjection: Type.Object({ ...answer, reason: text }),
    DismissAbnormalObjection: Type.Object({ ...answer, reason: text }),
  }),
  subject: ({ data }) => data.uscc,
  initial: [],
  evolve,
  facts,
  decide,
}

export const decider = anyDecider(abnormalObjections)
