import { type CivilDate, dayMember } from '@mingjian/codes'
import type { Context } from '@mingjian/kernel'
import Type, { type Static, type TObject, type TProperties } from 'typebox'
import type { Outcome, Step } from '../step.ts'
import type { ComplaintFacts } from './facts.ts'
import type { Complaint } from './state.ts'

export interface Named {
  readonly complaintId: string
  readonly on: CivilDate
}
export type ComplaintStep = Step<Complaint, ComplaintFacts>

export const complaintId = Type.String({
  pattern: '^COMPLAINT-[0-9A-Za-z-]{1,48}$',
  description: 'COMPLAINT- and up to 48 letters, digits and dashes',
})
const named = { complaintId, on: dayMember('the day of the act') }

export const complaintStep = <P extends TProperties>(
  fields: P,
  definition: Omit<ComplaintStep, 'data' | 'decide'> & {
    readonly decide: (asked: Static<TObject<P>> & Named, state: Complaint, context: Context<ComplaintFacts>) => Outcome
  },
): ComplaintStep => ({ ...definition, data: Type.Object({ ...named, ...fields }) }) as ComplaintStep
