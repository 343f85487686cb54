import { dayMember, usccMember } from '@mingjian/codes'
import {
  aggregate,
  anyDecider,
  type CommandOf,
  type EventOf,
  movedAt,
  notBegun,
  type Progress,
  procedure,
  progressed,
} from '@mingjian/kernel'
import type { EventType } from '@mingjian/schemas'
import Type from 'typebox'
import { acceptRecordObjectionBy, correctRecordBy, recordObjectionBasis, verifyRecordObjectionBy } from '../law.ts'
import { against, handled, type ObjectionStage, objectionStages, reasoned, text, unknownObjection } from '../matters.ts'
import { type PublicRecord, type PublicRecords, publicRecords } from './records.ts'
import { notPublic, otherProcedure } from './refusals.ts'

interface Objection extends Progress<ObjectionStage>, PublicRecord {
  /** Its number among the objections of the enterprise. */
  readonly objection: number
  readonly position: number
}
type Objections = readonly Objection[]

const { common, answer } = handled<Objection, PublicRecords, typeof recordObjectionBasis>({
  series: '异议',
  authority: ({ subject }) => subject.authority,
  basis: (on, under) => under(on),
})

const uscc = usccMember()
const on = dayMember()
/** 提出异议: to a public record, named by its position in the log as the feed and the timeline show it. */
const filing = procedure<Objections, Objection, PublicRecords, typeof recordObjectionBasis>()({
  ...common,
  stages: objectionStages,
  named: {
    uscc,
    position: Type.Integer({ minimum: 1, description: 'of the public record, as the feed and the timeline show it' }),
    on,
  },
  matter: ({ position }, objections, { records }) => {
    const record = records.get(position)
    return (
      objections.find((objection) => objection.position === position) ??
      (record && { ...notBegun, ...record, objection: objections.length + 1, position })
    )
  },
  unknown: notPublic,
})

const step = procedure<Objections, Objection, PublicRecords, typeof recordObjectionBasis>()({
  ...common,
  stages: objectionStages,
  named: { uscc, objection: Type.Integer({ minimum: 1 }), on },
  matter: ({ objection }, objections) => objections[objection - 1],
  unknown: unknownObjection,
})

/** These entries have an objection of their own, with its own terms 异常名录办法第十六条. */
const ELSEWHERE: ReadonlySet<EventType> = new Set<EventType>(['AbnormalOperationsListed', 'AbnormalStateMarked'])

const acts = {
  FileObjection: filing(
    { statement: text, evidence: Type.Array(text) },
    {
      stages: ['none'],
      once: 'ObjectionFiled',
      under: recordObjectionBasis,
      decide: ({ on, statement, evidence }, { objection, position, type, record }) => {
        const basis = recordObjectionBasis(on)
        if (ELSEWHERE.has(type)) return otherProcedure({}, basis[0])
        const named = { objection, position, type, record }
        const data = { ...named, statement, evidence, filedOn: on, acceptBy: acceptRecordObjectionBy(on) }
        return [{ type: 'ObjectionFiled', data, effectiveOn: on, basis }]
      },
    },
  ),
  AcceptObjection: step(
    {},
    answer('filed', 'ObjectionAccepted', recordObjectionBasis, ({ on }, { objection }) => ({
      objection,
      decision: '',
      acceptedOn: on,
      verifyBy: verifyRecordObjectionBy(on),
    })),
  ),
  DeclineObjection: step(
    reasoned,
    answer('filed', 'ObjectionDeclined', recordObjectionBasis, (asked, { objection }, authority) => ({
      objection,
      ...against(asked, authority),
      declinedOn: asked.on,
    })),
  ),
  UpholdObjection: step(
    reasoned,
    answer(
      'accepted',
      'ObjectionUpheld',
      recordObjectionBasis,
      ({ on, reason }, { objection, type, position, record }) => ({
        ...{ objection, type, position, record },
        ...{ decision: '', reason, upheldOn: on, correctBy: correctRecordBy(on) },
      }),
    ),
  ),
  DismissObjection: step(
    reasoned,
    answer('accepted', 'ObjectionDismissed', recordObjectionBasis, (asked, { objection }, authority) => ({
      objection,
      ...against(asked, authority),
      dismissedOn: asked.on,
    })),
  ),
  /** 更正: what was wrong has been put right by the act that the matter calls for. */
  CorrectObjectedRecord: step(
    { how: text },
    {
      stages: ['upheld'],
      once: 'ObjectedRecordCorrected',
      under: recordObjectionBasis,
      decide: ({ objection, on, how }) => {
        const data = { objection, how, correctedOn: on }
        return [{ type: 'ObjectedRecordCorrected', data, effectiveOn: on, basis: recordObjectionBasis(on) }]
      },
    },
  ),
}

export type ObjectionCommand = CommandOf<typeof acts>
type ObjectionEvent = EventOf<
  | 'ObjectionFiled'
  | 'ObjectionAccepted'
  | 'ObjectionDeclined'
  | 'ObjectionUpheld'
  | 'ObjectionDismissed'
  | 'ObjectedRecordCorrected'
>

const LEADS_TO = {
  ObjectionAccepted: 'accepted',
  ObjectionDeclined: 'declined',
  ObjectionUpheld: 'upheld',
  ObjectionDismissed: 'dismissed',
  ObjectedRecordCorrected: 'corrected',
} as const

const evolve = (objections: Objections, event: ObjectionEvent): Objections => {
  switch (event.type) {
    case 'ObjectionFiled': {
      const { objection, position, type, record } = event.data
      const before = { ...notBegun, objection, position, type: type as EventType, record }
      return [...objections, progressed<Objection>(before, { ...before, stage: 'filed' }, event)]
    }
    case 'ObjectionAccepted':
    case 'ObjectionDeclined':
    case 'ObjectionUpheld':
    case 'ObjectionDismissed':
    case 'ObjectedRecordCorrected':
      return movedAt(objections, event.data.objection, { stage: LEADS_TO[event.type] }, event)
    default:
      event satisfies never
      return objections
  }
}

export const objections = aggregate({
  aggregate: 'objections',
  acts,
  subject: ({ data }) => data.uscc,
  initial: [],
  evolve,
  facts: publicRecords,
})

export const decider = anyDecider(objections)
