import { type CivilDate, dayMember, formOf, usccMember } from '@mingjian/codes'
import {
  anyDecider,
  type Command,
  type Context,
  type Decider,
  declared,
  type NewEvent,
  type PastEvent,
  type Refusal,
  refused,
} from '@mingjian/kernel'
import { encodeCitation, type Registered, registered } from '@mingjian/law'
import type { AbnormalGround } from '@mingjian/schemas'
import Type from 'typebox'
import { isMailTestMet, listBy, listingBasis } from '../law.ts'

interface Letter {
  readonly uscc: string
  /** Number of the registered mail. */
  readonly letter: string
  readonly on: CivilDate
}
/** 专用信函 to the registered address. */
export type SendVerificationLetter = Command<'SendVerificationLetter', Letter>
export type ConfirmLetterSigned = Command<'ConfirmLetterSigned', Letter>
/** Nobody signed for it. With the second such letter the enterprise is deemed uncontactable. */
export type ConfirmLetterReturned = Command<'ConfirmLetterReturned', Letter>
/** An inspection found nobody at the registered address. */
export type FindUncontactable = Command<
  'FindUncontactable',
  { readonly uscc: string; readonly on: CivilDate; readonly reference: string }
>
/** What was published hides or distorts the truth. */
export type FindFalseInformation = Command<
  'FindFalseInformation',
  { readonly uscc: string; readonly on: CivilDate; readonly information: string; readonly reference: string }
>
type VerificationCommand =
  | SendVerificationLetter
  | ConfirmLetterSigned
  | ConfirmLetterReturned
  | FindUncontactable
  | FindFalseInformation

interface Sent {
  readonly address: string
  readonly sentOn: CivilDate
  readonly outcome: 'underway' | 'signed' | 'returned'
  /** It has led to a finding: the next time two new ones are sent. */
  readonly served: boolean
}
interface Verifications {
  readonly letters: ReadonlyMap<string, Sent>
  /** What was verified 查实, as `ground/day`. */
  readonly found: ReadonlySet<string>
}

const basisOf = (subject: Registered, ground: AbnormalGround, on: CivilDate): readonly string[] =>
  listingBasis(formOf(subject.typeCode), ground, on).map(encodeCitation)

const uncontactable = (
  subject: Registered,
  verifiedOn: CivilDate,
  by: 'letters' | 'inspection',
  references: readonly string[],
): NewEvent => ({
  type: 'EnterpriseFoundUncontactable',
  data: { verifiedOn, by, references, listBy: listBy(verifiedOn) },
  effectiveOn: verifiedOn,
  basis: basisOf(subject, 'uncontactable', verifiedOn),
})

const returned = (
  { letter, on }: Letter,
  sent: Sent,
  { letters }: Verifications,
  subject: Registered,
): readonly NewEvent[] => {
  const fact: NewEvent = {
    type: 'VerificationLetterReturned',
    data: { letter, returnedOn: on },
    effectiveOn: on,
    basis: basisOf(subject, 'uncontactable', on),
  }
  // Whoever signed for a letter between the two could be reached.
  const others = [...letters].filter(([number]) => number !== letter)
  const pair = others.find(([, other]) => {
    const [first = '', second = ''] = [other.sentOn, sent.sentOn].sort()
    const signed = others.some(([, { outcome, sentOn }]) => outcome === 'signed' && first <= sentOn && sentOn <= second)
    return (
      other.outcome === 'returned' &&
      !other.served &&
      other.address === sent.address &&
      isMailTestMet(first, second, signed)
    )
  })
  // A letter to an address that has been given up since proves nothing.
  if (pair === undefined || sent.address !== subject.address) return [fact]
  return [fact, uncontactable(subject, on, 'letters', [pair[0], letter])]
}

const decide = (
  command: VerificationCommand,
  state: Verifications,
  { today, facts }: Context<Registered>,
): readonly NewEvent[] | Refusal => {
  const { uscc, on } = command.data
  const ground = command.type === 'FindFalseInformation' ? 'false_information' : 'uncontactable'
  const basis = basisOf(facts, ground, on)
  if (!facts.known) return refused('unknown-enterprise', `${uscc} is not registered here.`, basis[0])
  if (!facts.living) return refused('not-living', `${uscc} is no longer in operation.`, basis[0])
  if (on > today) return refused('decision-in-the-future', `Nothing can be verified on ${on} yet.`, basis[0])
  switch (command.type) {
    case 'SendVerificationLetter': {
      const { letter } = command.data
      if (state.letters.has(letter)) return []
      const data = { letter, address: facts.address, sentOn: on }
      return [{ type: 'VerificationLetterSent', data, effectiveOn: on, basis }]
    }
    case 'ConfirmLetterSigned':
    case 'ConfirmLetterReturned': {
      const { letter } = command.data
      const sent = state.letters.get(letter)
      const outcome = command.type === 'ConfirmLetterSigned' ? 'signed' : 'returned'
      if (sent === undefined) return refused('unknown-letter', `No letter ${letter} was sent to ${uscc}.`, basis[0])
      if (sent.outcome === outcome) return []
      if (sent.outcome !== 'underway')
        return refused('letter-answered', `Letter ${letter} has been ${sent.outcome}.`, basis[0])
      if (on < sent.sentOn)
        return refused('before-the-letter', `Letter ${letter} was sent on ${sent.sentOn}.`, basis[0])
      if (outcome === 'returned') return returned(command.data, sent, state, facts)
      return [{ type: 'VerificationLetterSigned', data: { letter, signedOn: on }, effectiveOn: on, basis }]
    }
    case 'FindUncontactable':
      return state.found.has(`uncontactable/${on}`)
        ? []
        : [uncontactable(facts, on, 'inspection', [command.data.reference])]
    case 'FindFalseInformation': {
      const { information, reference } = command.data
      if (state.found.has(`false_information/${on}`)) return []
      const data = { verifiedOn: on, information, reference, listBy: listBy(on) }
      return [{ type: 'FalseInformationFound', data, effectiveOn: on, basis }]
    }
    default:
      return command satisfies never
  }
}

const answered = (state: Verifications, letter: string, outcome: Sent['outcome']): Verifications => {
  const sent = state.letters.get(letter)
  return sent === undefined ? state : { ...state, letters: new Map(state.letters).set(letter, { ...sent, outcome }) }
}

const evolve = (state: Verifications, event: PastEvent): Verifications => {
  switch (event.type) {
    case 'VerificationLetterSent': {
      const { letter, address, sentOn } = event.data
      return {
        ...state,
        letters: new Map(state.letters).set(letter, { address, sentOn, outcome: 'underway', served: false }),
      }
    }
    case 'VerificationLetterSigned':
      return answered(state, event.data.letter, 'signed')
    case 'VerificationLetterReturned':
      return answered(state, event.data.letter, 'returned')
    case 'EnterpriseFoundUncontactable':
      return {
        letters: new Map([...state.letters].map(([number, sent]) => [number, { ...sent, served: true }])),
        found: new Set(state.found).add(`uncontactable/${event.effectiveOn}`),
      }
    case 'FalseInformationFound':
      return { ...state, found: new Set(state.found).add(`false_information/${event.effectiveOn}`) }
    default:
      return state
  }
}

const uscc = usccMember()
const on = dayMember()
const text = Type.String({ minLength: 1 })
const letter = Type.Object({
  uscc,
  letter: Type.String({ minLength: 1, description: 'number of the registered mail' }),
  on,
})

export const verifications: Decider<VerificationCommand, Verifications, Registered> = {
  aggregate: 'verifications',
  acts: declared({
    SendVerificationLetter: letter,
    ConfirmLetterSigned: letter,
    ConfirmLetterReturned: letter,
    FindUncontactable: Type.Object({ uscc, on, reference: text }),
    FindFalseInformation: Type.Object({ uscc, on, information: text, reference: text }),
  }),
  subject: ({ data }) => data.uscc,
  initial: { letters: new Map(), found: new Set() },
  evolve,
  facts: registered,
  decide,
}

export const decider = anyDecider(verifications)
