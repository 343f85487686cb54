import { type CivilDate, dayOfInstant, fileMember, nullable, oneOf } from '@mingjian/codes'
import { type Refusal, saysTheSame } from '@mingjian/kernel'
import Type from 'typebox'
import { basisOn, provisionOn, visitProvisions as provisions } from '../law/visit.ts'
import { unfit } from './officers.ts'
import { itemsOpen, witnessMissing } from './refusals.ts'
import { recordHash, type Visit } from './state.ts'
import { officer, step, text } from './step.ts'

/** Why the record can't be signed yet: an item without an answer. */
export const openItems = (visit: Visit, on: CivilDate): Refusal | undefined => {
  const open = visit.items.filter(({ itemNo }) => visit.checked[itemNo] === undefined).map(({ itemNo }) => itemNo)
  return open.length === 0 ? undefined : itemsOpen({ items: open.join('、') }, provisionOn(on, provisions.record))
}

const signAsOfficer = step(
  { officer },
  {
    stages: ['issued'],
    under: provisions.record,
    once: 'VisitSignedByOfficer',
    // A signature is for the record, whenever it was given.
    done: (visit, { officer: signer }) => visit.signatures[signer] === recordHash(visit),
    same: () => true,
    decide: ({ officer: signer, at: signedAt }, visit, { facts }) => {
      const on = dayOfInstant(signedAt)
      const fault = openItems(visit, on) ?? unfit(signer, visit, facts, on)
      if (fault !== undefined) return fault
      const certificateNo = facts.entries.get(signer)?.enrolled.certificateNo ?? ''
      return [
        {
          type: 'VisitSignedByOfficer',
          data: { officer: signer, certificateNo, signedAt, recordSha256: recordHash(visit) },
          effectiveOn: on,
          basis: basisOn(on, provisions.record),
        },
      ]
    },
  },
)

/** Whether this is what is known of the enterprise's signature under the record as it is. */
const isAnswered = (visit: Visit, how: 'signed' | 'refused' | 'absent'): boolean =>
  visit.enterprise?.how === how && visit.enterprise.recordSha256 === recordHash(visit)

const signAsEnterprise = step(
  {
    capacity: oneOf(['法定代表人', '负责人', '经营者', '受委托人', '现场工作人员'], 'Of who signed.'),
    signatureSha256: Type.Optional(nullable(fileMember('SHA-256 of the image of the signature.'))),
  },
  {
    stages: ['issued'],
    under: provisions.record,
    once: 'VisitSignedByEnterprise',
    done: (visit) => isAnswered(visit, 'signed'),
    same: saysTheSame,
    decide: ({ at: signedAt, capacity, signatureSha256 = null }, visit) => {
      const on = dayOfInstant(signedAt)
      return (
        openItems(visit, on) ?? [
          {
            type: 'VisitSignedByEnterprise',
            data: { capacity, signedAt, signatureSha256, recordSha256: recordHash(visit) },
            effectiveOn: on,
            basis: basisOn(on, provisions.record),
          },
        ]
      )
    },
  },
)

const noteRefusal = step(
  {
    kind: oneOf(['refused', 'absent'], 'Refused to sign, or nobody was there to.'),
    reason: text,
    witness: nullable(Type.String({ minLength: 1, description: '见证人; without one, evidence shows the refusal.' })),
    by: officer,
  },
  {
    stages: ['issued'],
    under: provisions.record,
    once: 'VisitSignatureRefused',
    done: (visit, { kind }) => isAnswered(visit, kind),
    same: saysTheSame,
    decide: ({ at: notedAt, kind, reason, witness, by }, visit, { facts }) => {
      const on = dayOfInstant(notedAt)
      const fault = openItems(visit, on) ?? unfit(by, visit, facts, on)
      if (fault !== undefined) return fault
      if (witness === null && Object.keys(visit.evidence).length === 0)
        return witnessMissing({}, provisionOn(on, provisions.record))
      return [
        {
          type: 'VisitSignatureRefused',
          data: { kind, reason, witness, notedAt, recordSha256: recordHash(visit) },
          effectiveOn: on,
          basis: basisOn(on, provisions.record),
        },
      ]
    },
  },
)

/** 签字 */
export const signing = {
  SignAsOfficer: signAsOfficer,
  SignAsEnterprise: signAsEnterprise,
  NoteSignatureRefused: noteRefusal,
}
