import { type CivilDate, dayMember, formOf, usccMember } from '@mingjian/codes'
import { type Context, type NewEvent, notBegun, type Progress, procedure, type Refusal } from '@mingjian/kernel'
import { encodeCitation, type Registered } from '@mingjian/law'
import type { AbnormalGround } from '@mingjian/schemas'
import Type from 'typebox'
import { isMailTestMet, listBy, listingBasis } from '../law.ts'
import { notRegistered, notYet } from '../refusals.ts'
import { beforeTheLetter, letterAnswered, notLiving, unknownLetter } from './refusals.ts'

/** 专用信函 to the registered address. */
export interface Letter extends Progress<'none' | 'underway' | 'signed' | 'returned'> {
  readonly address: string
  readonly sentOn: CivilDate
  /** It has led to a finding: the next time two new ones are sent. */
  readonly served: boolean
}
export type Letters = ReadonlyMap<string, Letter>

interface AmongOthers extends Letter {
  readonly others: readonly (readonly [string, Letter])[]
}

export const basisOf = (subject: Registered, ground: AbnormalGround, on: CivilDate): readonly string[] =>
  listingBasis(formOf(subject.typeCode), ground, on).map(encodeCitation)

/** Nothing is verified of an enterprise that is unknown or gone. */
export const absent = (
  { uscc, on }: { readonly uscc: string; readonly on: CivilDate },
  ground: AbnormalGround,
  facts: Registered,
): Refusal | undefined => {
  const [provision] = basisOf(facts, ground, on)
  if (!facts.known) return notRegistered({ uscc }, provision)
  return facts.living ? undefined : notLiving({ uscc }, provision)
}

export const uncontactable = (
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

const stages = {
  none: { zh: '未寄出', en: 'not sent' },
  underway: { zh: '已寄出', en: 'underway' },
  signed: { zh: '已签收', en: 'signed' },
  returned: { zh: '已退回', en: 'returned' },
}

const step = procedure<{ readonly letters: Letters }, AmongOthers, Registered, AbnormalGround>()({
  named: {
    uscc: usccMember(),
    letter: Type.String({ minLength: 1, description: 'number of the registered mail' }),
    on: dayMember(),
  },
  matter: ({ letter }, { letters }) => {
    const others = [...letters].filter(([number]) => number !== letter)
    return { ...notBegun, address: '', sentOn: '', served: false, ...letters.get(letter), others }
  },
  day: ({ on }) => on,
  stages,
  cite: (on, ground, _, facts) => basisOf(facts, ground, on)[0],
  unknown: unknownLetter,
  future: notYet,
  early: beforeTheLetter,
  misplaced: ({ letter }, { stage }, _, provision) => letterAnswered({ letter, outcome: stages[stage] }, provision),
  closedTo: (asked, _, { facts }, { under }) => absent(asked, under, facts),
})

/** What follows from a letter that comes back: with the second of two, the enterprise is deemed uncontactable 异常名录办法第九条第二款. */
const foundBy = (
  letter: string,
  sent: AmongOthers,
  on: CivilDate,
  { facts }: Context<Registered>,
): readonly NewEvent[] => {
  // An enterprise that signed for a letter between the two could be reached.
  const pair = sent.others.find(([, other]) => {
    const [first = '', second = ''] = [other.sentOn, sent.sentOn].sort()
    const signed = sent.others.some(
      ([, { stage, sentOn }]) => stage === 'signed' && first <= sentOn && sentOn <= second,
    )
    return (
      other.stage === 'returned' &&
      !other.served &&
      other.address === sent.address &&
      isMailTestMet(first, second, signed)
    )
  })
  // A letter to an address that has been given up since proves nothing.
  if (pair === undefined || sent.address !== facts.address) return []
  return [uncontactable(facts, on, 'letters', [pair[0], letter])]
}

export const letterActs = {
  SendVerificationLetter: step(
    {},
    {
      stages: ['none'],
      once: 'VerificationLetterSent',
      under: 'uncontactable',
      decide: ({ letter, on }, _, { facts }) => {
        const data = { letter, address: facts.address, sentOn: on }
        return [{ type: 'VerificationLetterSent', data, effectiveOn: on, basis: basisOf(facts, 'uncontactable', on) }]
      },
    },
  ),
  ConfirmLetterSigned: step(
    {},
    {
      stages: ['underway'],
      once: 'VerificationLetterSigned',
      under: 'uncontactable',
      decide: ({ letter, on }, _, { facts }) => {
        const data = { letter, signedOn: on }
        return [{ type: 'VerificationLetterSigned', data, effectiveOn: on, basis: basisOf(facts, 'uncontactable', on) }]
      },
    },
  ),
  /** Nobody signed for it. */
  ConfirmLetterReturned: step(
    {},
    {
      stages: ['underway'],
      once: 'VerificationLetterReturned',
      under: 'uncontactable',
      decide: ({ letter, on }, sent, context) => {
        const data = { letter, returnedOn: on }
        const basis = basisOf(context.facts, 'uncontactable', on)
        return [
          { type: 'VerificationLetterReturned', data, effectiveOn: on, basis },
          ...foundBy(letter, sent, on, context),
        ]
      },
    },
  ),
}
