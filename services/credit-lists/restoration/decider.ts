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
import { restorationRegime } from '@mingjian/law'
import Type from 'typebox'
import {
  acceptRestorationBy,
  decideRestorationBy,
  RESTORATION_DOCUMENTS,
  type RestorationObject,
  restorationBasis,
  stopShowingBy,
} from '../law.ts'
import { against, handled, reasoned, text } from '../matters.ts'
import { notRegistered } from '../refusals.ts'
import { obstacle, openness, type Restorable } from './conditions.ts'
import { type RestorationFacts, restorationFacts } from './facts.ts'
import { documentsMissing, noRestoration, unknownApplication } from './refusals.ts'

type Stage = 'none' | 'applied' | 'accepted' | 'declined' | 'granted' | 'refused'
interface Application extends Progress<Stage>, Restorable {
  /** Its number among the applications of the enterprise. */
  readonly application: number
  readonly documents: readonly string[]
}
type Applications = readonly Application[]
type Under = Parameters<typeof restorationBasis>[0]

const { common, answer } = handled<Application, RestorationFacts, Under>({
  series: '信修',
  authority: ({ subject }) => subject.authority,
  basis: (on, under, matter) => restorationBasis(under, matter?.kind ?? 'penalty', on),
})

const uscc = usccMember()
const on = dayMember()
const stages = {
  none: { zh: '未申请', en: 'not applied for' },
  applied: { zh: '已申请，待受理', en: 'applied' },
  accepted: { zh: '已受理，待决定', en: 'accepted' },
  declined: { zh: '不予受理', en: 'declined' },
  granted: { zh: '准予修复', en: 'granted' },
  refused: { zh: '不予修复', en: 'refused' },
}

/** 申请: one is handled at a time for a penalty or an entry; once it is answered, another can be made. */
const applying = procedure<Applications, Application, RestorationFacts, Under>()({
  ...common,
  stages,
  named: {
    uscc,
    kind: Type.Enum(['penalty', 'abnormal'] satisfies RestorationObject[]),
    record: Type.String({ minLength: 1, description: 'document number of the penalty, or ground of the entry' }),
    on,
  },
  matter: ({ kind, record }, applications, { subject }) => {
    const open = applications.find(
      (one) => one.kind === kind && one.record === record && (one.stage === 'applied' || one.stage === 'accepted'),
    )
    if (open !== undefined || !subject.known) return open
    return { ...notBegun, application: applications.length + 1, kind, record, documents: [] }
  },
  unknown: notRegistered,
})

const step = procedure<Applications, Application, RestorationFacts, Under>()({
  ...common,
  stages,
  named: { uscc, application: Type.Integer({ minimum: 1 }), on },
  matter: ({ application }, applications) => applications[application - 1],
  unknown: unknownApplication,
})

const lacking = (_: unknown, { documents }: Application, __: unknown, provision: string | undefined) => {
  const kinds = RESTORATION_DOCUMENTS.filter((kind) => !documents.some((document) => document.startsWith(kind)))
  return kinds.length === 0 ? undefined : documentsMissing({ lacking: kinds.join('、') }, provision)
}

const acts = {
  ApplyForRestoration: applying(
    {
      documents: Type.Array(text, {
        description: `what was handed in, each text beginning with its kind: ${RESTORATION_DOCUMENTS.join('、')}`,
      }),
    },
    {
      stages: ['none'],
      once: 'RestorationApplied',
      under: 'application',
      decide: ({ on, documents }, matter, { facts }) => {
        if (restorationRegime(on) === undefined) return noRestoration({ on })
        const closed = openness(matter, on, facts)
        if (closed !== undefined) return closed
        const { application, kind, record } = matter
        const data = { application, kind, record, documents, receivedOn: on, acceptBy: acceptRestorationBy(on) }
        return [
          {
            type: 'RestorationApplied',
            data,
            effectiveOn: on,
            basis: restorationBasis('application', kind, on),
          },
        ]
      },
    },
  ),
  AcceptRestoration: step(
    {},
    answer(
      'applied',
      'RestorationAccepted',
      'acceptance',
      ({ on }, { application, kind }) => ({
        ...{ application, decision: '', acceptedOn: on, decideBy: decideRestorationBy(kind, on) },
      }),
      lacking,
    ),
  ),
  /** 不予受理 */
  DeclineRestoration: step(
    reasoned,
    answer('applied', 'RestorationDeclined', 'acceptance', (asked, { application }, authority) => ({
      application,
      ...against(asked, authority),
      declinedOn: asked.on,
    })),
  ),
  /** 准予修复, with what the officer found. */
  GrantRestoration: step(
    {
      performed: Type.Boolean({ description: '已履行处罚决定的义务' }),
      harmEliminated: Type.Boolean({ description: '已消除危害后果和不良影响' }),
    },
    answer(
      'accepted',
      'RestorationGranted',
      'decision',
      ({ on }, { application, kind, record }) => {
        const regime = restorationRegime(on) ?? '2021'
        return { application, kind, record, decision: '', regime, grantedOn: on, stopBy: stopShowingBy(on) }
      },
      obstacle,
    ),
  ),
  RefuseRestoration: step(
    reasoned,
    answer('accepted', 'RestorationRefused', 'decision', (asked, { application }, authority) => ({
      application,
      ...against(asked, authority),
      refusedOn: asked.on,
    })),
  ),
}

export type RestorationCommand = CommandOf<typeof acts>
type RestorationEvent = EventOf<
  'RestorationApplied' | 'RestorationAccepted' | 'RestorationDeclined' | 'RestorationGranted' | 'RestorationRefused'
>

const LEADS_TO = {
  RestorationAccepted: 'accepted',
  RestorationDeclined: 'declined',
  RestorationGranted: 'granted',
  RestorationRefused: 'refused',
} as const

const evolve = (applications: Applications, event: RestorationEvent): Applications => {
  switch (event.type) {
    case 'RestorationApplied': {
      const { application, kind, record, documents } = event.data
      const before = { ...notBegun, application, kind: kind as RestorationObject, record, documents }
      return [...applications, progressed<Application>(before, { ...before, stage: 'applied' }, event)]
    }
    case 'RestorationAccepted':
    case 'RestorationDeclined':
    case 'RestorationGranted':
    case 'RestorationRefused':
      return movedAt(applications, event.data.application, { stage: LEADS_TO[event.type] }, event)
    default:
      event satisfies never
      return applications
  }
}

export const restoration = aggregate({
  aggregate: 'restoration',
  acts,
  subject: ({ data }) => data.uscc,
  initial: [],
  evolve,
  facts: restorationFacts,
})

export const decider = anyDecider(restoration)
