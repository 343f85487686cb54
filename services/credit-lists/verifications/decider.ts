import { dayMember, usccMember } from '@mingjian/codes'
import {
  actsOn,
  aggregate,
  anyDecider,
  askedAgain,
  type CommandOf,
  type EventOf,
  notBegun,
  progressed,
  saysTheSame,
} from '@mingjian/kernel'
import { type Registered, registered } from '@mingjian/law'
import { listBy } from '../law.ts'
import { text } from '../matters.ts'
import { notYet } from '../refusals.ts'
import { absent, basisOf, type Letter, type Letters, letterActs, uncontactable } from './letters.ts'

type Finding = EventOf<'EnterpriseFoundUncontactable' | 'FalseInformationFound'>
interface Verifications {
  readonly letters: Letters
  /** What was verified 查实. */
  readonly found: readonly Finding[]
}

const uscc = usccMember()
const on = dayMember()
const act = actsOn<Verifications, Registered>()

const acts = {
  ...letterActs,
  /** An inspection found nobody at the registered address. */
  FindUncontactable: act(
    { uscc, on, reference: text },
    {
      decide: (asked, { found }, context) => {
        const { on, reference } = asked
        const { facts, today } = context
        const refusal = absent(asked, 'uncontactable', facts)
        if (refusal !== undefined) return refusal
        const [provision] = basisOf(facts, 'uncontactable', on)
        if (on > today) return notYet({ on }, provision)
        const before = found.find(
          ({ type, effectiveOn }) => type === 'EnterpriseFoundUncontactable' && effectiveOn === on,
        )
        if (before?.type === 'EnterpriseFoundUncontactable')
          return askedAgain(before.data.references.includes(reference), on, context, provision)
        return [uncontactable(facts, on, 'inspection', [reference])]
      },
    },
  ),
  /** What was published hides or distorts the truth. */
  FindFalseInformation: act(
    { uscc, on, information: text, reference: text },
    {
      decide: (asked, { found }, context) => {
        const { on, information, reference } = asked
        const { facts, today } = context
        const refusal = absent(asked, 'false_information', facts)
        if (refusal !== undefined) return refusal
        const basis = basisOf(facts, 'false_information', on)
        if (on > today) return notYet({ on }, basis[0])
        const before = found.find(({ type, effectiveOn }) => type === 'FalseInformationFound' && effectiveOn === on)
        if (before !== undefined) return askedAgain(saysTheSame(asked, before), on, context, basis[0])
        const data = { verifiedOn: on, information, reference, listBy: listBy(on) }
        return [{ type: 'FalseInformationFound', data, effectiveOn: on, basis }]
      },
    },
  ),
}

export type VerificationCommand = CommandOf<typeof acts>
type LetterEvent = EventOf<'VerificationLetterSent' | 'VerificationLetterSigned' | 'VerificationLetterReturned'>

const withLetter = (state: Verifications, event: LetterEvent, moved: Partial<Letter>): Verifications => {
  const { letter } = event.data
  const before = state.letters.get(letter) ?? { ...notBegun, address: '', sentOn: '', served: false }
  return { ...state, letters: new Map(state.letters).set(letter, progressed(before, { ...before, ...moved }, event)) }
}

const evolve = (state: Verifications, event: LetterEvent | Finding): Verifications => {
  switch (event.type) {
    case 'VerificationLetterSent': {
      const { address, sentOn } = event.data
      return withLetter(state, event, { stage: 'underway', address, sentOn })
    }
    case 'VerificationLetterSigned':
      return withLetter(state, event, { stage: 'signed' })
    case 'VerificationLetterReturned':
      return withLetter(state, event, { stage: 'returned' })
    case 'EnterpriseFoundUncontactable':
      return {
        letters: new Map([...state.letters].map(([number, sent]) => [number, { ...sent, served: true }])),
        found: [...state.found, event],
      }
    case 'FalseInformationFound':
      return { ...state, found: [...state.found, event] }
    default:
      event satisfies never
      return state
  }
}

export const verifications = aggregate({
  aggregate: 'verifications',
  acts,
  subject: ({ data }) => data.uscc,
  initial: { letters: new Map(), found: [] },
  evolve,
  facts: registered,
})

export const decider = anyDecider(verifications)
