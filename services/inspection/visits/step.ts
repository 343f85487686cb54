import { dayOfInstant, instantMember, isInstant, minutesLater } from '@mingjian/codes'
import { procedure } from '@mingjian/kernel'
import type { Provision } from '@mingjian/law'
import Type from 'typebox'
import { provisionOn } from '../law/visit.ts'
import type { Officers } from './officers.ts'
import { beforeWindow, cancelledTask, noSuchTime, timeToCome, unknownTask } from './refusals.ts'
import type { VisitUnderWay } from './state.ts'

export const task = Type.String({ minLength: 1, maxLength: 200, description: 'Id of the task.' })
export const text = Type.String({ minLength: 1, maxLength: 4000 })
export const officer = Type.String({ minLength: 1, maxLength: 100, description: 'Id of the library of inspectors.' })

/** Clocks of phones that are this far ahead are believed. */
const AHEAD_MINUTES = 10

const common = {
  matter: (_: unknown, visit: VisitUnderWay) => visit,
  stages: {
    none: { zh: '尚无任务', en: 'no task' },
    assigned: { zh: '任务单待签发', en: 'without a task slip' },
    issued: { zh: '检查中', en: 'under way' },
    completed: { zh: '结果待审核', en: 'waiting for its review' },
    passed: { zh: '结果已审核', en: 'reviewed' },
    publicised: { zh: '结果已公示', en: 'published' },
    cancelled: { zh: '已取消', en: 'cancelled' },
  },
  cite: provisionOn,
  unknown: ({ task }: { readonly task: string }) => unknownTask({ task }),
}

/** An act of a visit. It is dated by the clock of the device with which it was done, so that it may be sent later. */
export const step = procedure<VisitUnderWay, VisitUnderWay, Officers, Provision>()({
  ...common,
  named: { task, at: instantMember('When it was done by the clock of the device; it may be sent later') },
  // A clock that is ahead at midnight says a day that has not begun.
  day: ({ at }, { today }) => (isInstant(at) && dayOfInstant(at) < today ? dayOfInstant(at) : today),
  closedTo: ({ task, at }, { stage, cancelledWhy, assigned }, { now }, { under }) => {
    if (!isInstant(at)) return noSuchTime({ at })
    const on = dayOfInstant(at)
    if (stage === 'cancelled') return cancelledTask({ task, why: cancelledWhy }, provisionOn(on, under))
    if (at.slice(0, 19) > minutesLater(now, AHEAD_MINUTES).slice(0, 19)) return timeToCome({ at })
    return assigned !== null && on < assigned.from
      ? beforeWindow({ from: assigned.from }, provisionOn(on, under))
      : undefined
  },
})

/** An act of the office, dated the day it is done. */
export const officeStep = procedure<VisitUnderWay, VisitUnderWay, Officers, Provision>()({
  ...common,
  named: { task },
  day: (_, { today }) => today,
})
