import { type CivilDate, dayOfInstant, instantMember, isInstant, minutesLater } from '@mingjian/codes'
import {
  type Context,
  type Facts,
  type NewEvent,
  type PastEvent,
  type Refusal,
  refused,
  streamOf,
} from '@mingjian/kernel'
import type { Provision } from '@mingjian/law'
import Type, { type Static, type TObject, type TProperties } from 'typebox'
import { type InspectorEntry, inspectorAfter } from '../inspectors/entry.ts'
import { provisionOn, visitProvisions } from '../law/visit.ts'
import type { Stage, Visit } from './state.ts'

export type Outcome = readonly NewEvent[] | Refusal

/** The library of inspectors, as far as an act names them. */
export interface Officers {
  readonly entries: ReadonlyMap<string, InspectorEntry>
  /** Whose entry is being read: the later events of a stream don't name them again. */
  readonly reading: string
}

/** Every act names the task and the time at which it was done: the device's, so that it may be sent later. */
export interface Done {
  readonly task: string
  readonly at: string
}

/** One step of a visit. */
export interface VisitAct {
  readonly data: TObject
  readonly stages: readonly Stage[]
  readonly under: Provision
  /** Ids of the library that the act names. */
  readonly officers: (asked: never) => readonly string[]
  /** It is so already, whatever the stage is by now. */
  readonly isDone: (asked: never, visit: Visit) => boolean
  readonly decide: (asked: never, visit: Visit, context: Context<Officers>) => Outcome
}

export const task = Type.String({ minLength: 1, maxLength: 200, description: 'Id of the task.' })
export const at = instantMember('When it was done by the clock of the device; it may be sent later')
export const text = Type.String({ minLength: 1, maxLength: 4000 })
export const officer = Type.String({ minLength: 1, maxLength: 100, description: 'Id of the library of inspectors.' })

/** Clocks of phones that are this far ahead are believed. */
const AHEAD_MINUTES = 10

export const act = <P extends TProperties>(
  fields: P,
  spec: {
    readonly stages: readonly Stage[]
    readonly under: Provision
    readonly officers?: (asked: Static<TObject<P>> & Done) => readonly string[]
    readonly isDone?: (asked: Static<TObject<P>> & Done, visit: Visit) => boolean
    readonly decide: (asked: Static<TObject<P>> & Done, visit: Visit, context: Context<Officers>) => Outcome
  },
): VisitAct => ({
  officers: () => [],
  isDone: () => false,
  ...spec,
  data: Type.Object({ task, at, ...fields }),
})

const OUT_OF_ORDER: Readonly<Record<Stage, string>> = {
  none: '',
  assigned: 'no task slip has been issued yet',
  issued: 'the check has not been completed',
  completed: 'the check is completed and waits for its review',
  passed: 'the result has passed review',
  publicised: 'the result is published',
  cancelled: '',
}

/** Why a step can't be taken now. */
const obstacle = ({ stages, under }: VisitAct, { task: id, at: when }: Done, visit: Visit, now: string) => {
  const { stage, assigned, issuedOn, cancelledWhy } = visit
  if (stage === 'none') return refused('unknown-task', `There is no task ${id}.`)
  if (!isInstant(when)) return refused('no-such-time', `${when} is no time of the calendar.`)
  const day = dayOfInstant(when)
  const provision = provisionOn(day, under)
  if (stage === 'cancelled') return refused('visit-cancelled', `Task ${id} was cancelled: ${cancelledWhy}`, provision)
  if (!stages.includes(stage)) return refused('out-of-order', `Of task ${id}, ${OUT_OF_ORDER[stage]}.`, provision)
  if (when.slice(0, 19) > minutesLater(now, AHEAD_MINUTES).slice(0, 19))
    return refused('in-the-future', `It is not ${when} yet: set the clock of the device, or send it again then.`)
  if (stage !== 'assigned' && day < issuedOn)
    return refused('before-its-time', `The task slip was issued on ${issuedOn} only.`, provision)
  if (assigned !== null && day < assigned.from)
    return refused('before-window', `The check begins on ${assigned.from}.`, provision)
  return undefined
}

export const take = (step: VisitAct, asked: Done, visit: Visit, context: Context<Officers>): Outcome => {
  if (step.isDone(asked as never, visit)) return []
  return obstacle(step, asked, visit, context.now) ?? step.decide(asked as never, visit, context)
}

/** Whether the library gives somebody a certificate in force on that day. */
export const hasCertificate = ({ entries }: Officers, id: string, on: CivilDate): boolean => {
  const entry = entries.get(id)
  if (entry === undefined || entry.removed) return false
  return entry.enrolled.validFrom <= on && on <= entry.enrolled.validUntil
}

/** 执法资格: why this person may not act on that day; nothing where they may. */
export const unfit = (id: string, visit: Visit, officers: Officers, on: CivilDate): Refusal | undefined => {
  const under = provisionOn(on, visitProvisions.officers)
  if (!visit.inspectors.includes(id)) {
    const instead = visit.replaced[id]
    return instead === undefined
      ? refused('not-assigned', `${id} is not among those who check: ${visit.inspectors.join(', ')}.`, under)
      : refused('reassigned', `${id} was replaced by ${instead} in this task.`, under)
  }
  const entry = officers.entries.get(id)
  if (entry === undefined || entry.removed)
    return refused('no-certificate', `${id} is not in the library of inspectors.`, under)
  const { validFrom, validUntil, conflicts } = entry.enrolled
  if (!hasCertificate(officers, id, on))
    return refused('certificate-expired', `The certificate of ${id} is for ${validFrom} to ${validUntil}.`, under)
  const uscc = visit.assigned?.uscc ?? ''
  return conflicts.includes(uscc) || entry.declared.includes(uscc)
    ? refused(
        'conflict-of-interest',
        `${id} has declared a conflict: replace them.`,
        provisionOn(on, visitProvisions.recusal),
      )
    : undefined
}

export const officersNamed: Facts<{ readonly officers: readonly string[] }, Officers> = {
  streams: ({ officers }) => [...new Set(officers)].map((one) => streamOf(one, 'inspector')),
  initial: { entries: new Map(), reading: '' },
  evolve: ({ entries, reading }, event: PastEvent) => {
    const id =
      event.type === 'InspectorEnrolled' || event.type === 'InspectorChanged' ? event.data.inspectorId : reading
    const entry = inspectorAfter(entries.get(id), event)
    return { entries: entry === undefined ? entries : new Map(entries).set(id, entry), reading: id }
  },
}
