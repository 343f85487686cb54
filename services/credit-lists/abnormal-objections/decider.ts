import { dayMember, formOf, nullable, usccMember } from '@mingjian/codes'
import {
  aggregate,
  anyDecider,
  type CommandOf,
  type EventOf,
  type Facts,
  movedAt,
  notBegun,
  type Progress,
  procedure,
  progressed,
  streamOf,
} from '@mingjian/kernel'
import { encodeCitation, type Registered, registered } from '@mingjian/law'
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
import { against, handled, type ObjectionStage, objectionStages, reasoned, text, unknownObjection } from '../matters.ts'
import { beforeTheListing, notListed, objectionTooLate } from './refusals.ts'

interface Objection extends Progress<ObjectionStage>, Entered {
  /** Its number among the objections of the enterprise. */
  readonly objection: number
}
type Objections = readonly Objection[]
interface ObjectionFacts extends Registered {
  /** The entries that it may be about. */
  readonly listed: readonly Entered[]
}

const { common, answer } = handled<Objection, ObjectionFacts, typeof objectionBasis>({
  series: '异议',
  authority: ({ authority }) => authority,
  basis: (on, under, _, { typeCode }) => under(formOf(typeCode), on).map(encodeCitation),
})

const uscc = usccMember()
const on = dayMember()
const sameEntry = (one: Entered, other: Entered): boolean =>
  one.ground === other.ground && one.year === other.year && one.listedOn === other.listedOn

/** 提出异议, in writing and with evidence, by the enterprise that was listed or marked. */
const filing = procedure<Objections, Objection, ObjectionFacts, typeof objectionBasis>()({
  ...common,
  stages: objectionStages,
  named: {
    uscc,
    ground: Type.Enum(Object.keys(groundText) as AbnormalGround[], { description: '列入事由 of the entry' }),
    year: nullable(Type.Integer()),
    on,
  },
  matter: ({ ground, year }, objections, { listed }) => {
    const entry = listed.findLast((one) => one.ground === ground && one.year === year)
    return (
      entry &&
      (objections.find((objection) => sameEntry(objection, entry)) ?? {
        ...notBegun,
        ...entry,
        objection: objections.length + 1,
      })
    )
  },
  unknown: notListed,
})

const step = procedure<Objections, Objection, ObjectionFacts, typeof objectionBasis>()({
  ...common,
  stages: objectionStages,
  named: { uscc, objection: Type.Integer({ minimum: 1 }), on },
  matter: ({ objection }, objections) => objections[objection - 1],
  unknown: unknownObjection,
})

const acts = {
  FileAbnormalObjection: filing(
    { statement: text, evidence: Type.Array(text) },
    {
      stages: ['none'],
      once: 'AbnormalObjectionFiled',
      under: objectionBasis,
      decide: ({ on, statement, evidence }, { objection, ground, year, listedOn }, { facts }) => {
        const basis = objectionBasis(formOf(facts.typeCode), on).map(encodeCitation)
        const by = objectionLastDay(listedOn)
        if (on < listedOn) return beforeTheListing({ listedOn }, basis[0])
        if (on > by) return objectionTooLate({ by }, basis[0])
        const entry = { objection, ground, year, listedOn }
        const data = { ...entry, statement, evidence, filedOn: on, acceptBy: acceptObjectionBy(on) }
        return [{ type: 'AbnormalObjectionFiled', data, effectiveOn: on, basis }]
      },
    },
  ),
  AcceptAbnormalObjection: step(
    {},
    answer('filed', 'AbnormalObjectionAccepted', objectionBasis, ({ on }, { objection }) => ({
      ...{ objection, decision: '', acceptedOn: on, verifyBy: answerObjectionBy(on) },
    })),
  ),
  RefuseAbnormalObjection: step(
    reasoned,
    answer('filed', 'AbnormalObjectionRefused', objectionBasis, (asked, { objection }, authority) => ({
      objection,
      ...against(asked, authority),
    })),
  ),
  /** Verified: the entry was an error, and is rescinded. */
  UpholdAbnormalObjection: step(
    reasoned,
    answer(
      'accepted',
      'AbnormalObjectionUpheld',
      objectionBasis,
      ({ on, reason }, { objection, ground, year, listedOn }) => ({
        ...{ objection, ground, year, listedOn },
        ...{ decision: '', reason, verifiedOn: on, correctBy: correctBy(on) },
      }),
    ),
  ),
  DismissAbnormalObjection: step(
    reasoned,
    answer('accepted', 'AbnormalObjectionDismissed', objectionBasis, (asked, { objection }, authority) => ({
      objection,
      ...against(asked, authority),
    })),
  ),
}

export type AbnormalObjectionCommand = CommandOf<typeof acts>
type ObjectionEvent = EventOf<
  | 'AbnormalObjectionFiled'
  | 'AbnormalObjectionAccepted'
  | 'AbnormalObjectionRefused'
  | 'AbnormalObjectionUpheld'
  | 'AbnormalObjectionDismissed'
>

const LEADS_TO = {
  AbnormalObjectionAccepted: 'accepted',
  AbnormalObjectionRefused: 'declined',
  AbnormalObjectionUpheld: 'upheld',
  AbnormalObjectionDismissed: 'dismissed',
} as const

const evolve = (objections: Objections, event: ObjectionEvent): Objections => {
  switch (event.type) {
    case 'AbnormalObjectionFiled': {
      const { objection, ground, year, listedOn } = event.data
      const before = { ...notBegun, objection, ground, year, listedOn }
      return [...objections, progressed<Objection>(before, { ...before, stage: 'filed' }, event)]
    }
    case 'AbnormalObjectionAccepted':
    case 'AbnormalObjectionRefused':
    case 'AbnormalObjectionUpheld':
    case 'AbnormalObjectionDismissed':
      return movedAt(objections, event.data.objection, { stage: LEADS_TO[event.type] }, event)
    default:
      event satisfies never
      return objections
  }
}

const facts: Facts<{ readonly data: { readonly uscc: string } }, ObjectionFacts> = {
  streams: (command) => [...registered.streams(command), streamOf(command.data.uscc, 'abnormal-operations')],
  initial: { ...registered.initial, listed: [] },
  evolve: (known, event) => {
    if (event.type !== 'AbnormalOperationsListed' && event.type !== 'AbnormalStateMarked')
      return { ...known, ...registered.evolve(known, event) }
    const { ground, year } = event.data
    return { ...known, listed: [...known.listed, { ground, year, listedOn: event.effectiveOn }] }
  },
}

export const abnormalObjections = aggregate({
  aggregate: 'abnormal-objections',
  acts,
  subject: ({ data }) => data.uscc,
  initial: [],
  evolve,
  facts,
})

export const decider = anyDecider(abnormalObjections)
