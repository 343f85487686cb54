import type { CivilDate } from '@mingjian/codes'
import {
  type NewEvent,
  type Progress,
  type Refusal,
  refusal,
  type Sentence,
  type Step,
  seriesOf,
} from '@mingjian/kernel'
import { reviewOf } from '@mingjian/law'
import type { EventData, EventType } from '@mingjian/schemas'
import Type from 'typebox'
import { notYet } from './refusals.ts'

// Objections 异议 and applications 申请 alike: an enterprise hands them in, they are numbered in its stream, and the authority answers.

export const text = Type.String({ minLength: 1 })
export const reasoned = { reason: text }

const beforeTheStepBefore = refusal('before-the-step-before', {
  zh: '上一步骤于{stageOn}办理，本步骤不能早于该日。',
  en: 'It stands there since {stageOn}.',
})

interface Dated {
  readonly on: CivilDate
}

/** In which series matters of a kind are answered, by which authority, and under which provisions. */
interface Handling<M, F, U> {
  readonly series: string
  readonly authority: (facts: F) => string
  readonly basis: (on: CivilDate, under: U, matter: M | undefined, facts: F) => readonly string[]
}

/** What the procedures of these matters have in common, and how they are answered. */
export const handled = <M extends Progress<string>, F, U>({ series, authority, basis }: Handling<M, F, U>) => ({
  common: {
    day: ({ on }: Dated) => on,
    future: notYet,
    early: beforeTheStepBefore,
    cite: (...[on, under, matter, facts]: Parameters<Handling<M, F, U>['basis']>) => basis(on, under, matter, facts)[0],
  },
  /** An answer is a decision in writing, numbered, that is made once at its stage; `unless` something stands in its way. */
  answer: <T extends EventType, D extends Dated>(
    stage: M['stage'],
    once: T,
    under: U,
    dataOf: (asked: D, matter: M, authority: string) => EventData[T],
    unless: (asked: D, matter: M, facts: F, provision: string | undefined) => Refusal | undefined = () => undefined,
  ): Step<D, M, F, U> => ({
    stages: [stage],
    once,
    under,
    decide: (asked, matter, { facts }) => {
      const { on } = asked
      const cited = basis(on, under, matter, facts)
      const obstacle = unless(asked, matter, facts, cited[0])
      if (obstacle !== undefined) return obstacle
      const by = authority(facts)
      const data = dataOf(asked, matter, by)
      return [{ type: once, data, effectiveOn: on, basis: cited, numbered: seriesOf(by, series, on) } as NewEvent]
    },
  }),
})

/** What an answer against the enterprise says: why, and how it can be contested. */
export const against = ({ on, reason }: Dated & { readonly reason: string }, authority: string) => ({
  decision: '',
  reason,
  remedy: reviewOf(authority, on),
})

export type ObjectionStage = 'none' | 'filed' | 'accepted' | 'declined' | 'upheld' | 'dismissed' | 'corrected'
export const objectionStages: Readonly<Record<ObjectionStage, Sentence>> = {
  none: { zh: '未提出', en: 'not filed' },
  filed: { zh: '已提出，待受理', en: 'filed' },
  accepted: { zh: '已受理，核实中', en: 'accepted' },
  declined: { zh: '不予受理', en: 'declined' },
  upheld: { zh: '异议成立', en: 'upheld' },
  dismissed: { zh: '异议不成立', en: 'dismissed' },
  corrected: { zh: '已更正', en: 'corrected' },
}

export const unknownObjection = refusal('unknown-objection', {
  zh: '{uscc}没有提出过第{objection}号异议。',
  en: '{uscc} has filed no objection {objection}.',
})
