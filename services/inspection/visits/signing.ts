import { type CivilDate, dayOfInstant, fileMember, nullable, oneOf } from '@mingjian/codes'
import { type Refusal, saysTheSame, seriesOf } from '@mingjian/kernel'
import { cite, encodeCitation } from '@mingjian/law'
import type { CheckedItem } from '@mingjian/schemas'
import Type from 'typebox'
import { basisOn, provisionOn, visitProvisions as provisions } from '../law/visit.ts'
import { INSPECTION_RESULTS, publishResultsBy } from '../law.ts'
import { unfit } from './officers.ts'
import {
  answererUnsigned,
  beforeLastItem,
  enterpriseUnsigned,
  itemsOpen,
  officersUnsigned,
  witnessMissing,
} from './refusals.ts'
import { isOnSite, recordHash, type Visit } from './state.ts'
import { officer, step, text } from './step.ts'

/** The clock of 公示; its name is kept for ever. */
export const PUBLISH = '公示抽查检查结果'

const STATES = ['存续', '注销', '被吊销', '被撤销', '迁出', '已关闭停业或正在组织清算'] as const
const NOTHING_FOUND: string = INSPECTION_RESULTS[0]

const openItems = (visit: Visit, on: CivilDate): Refusal | undefined => {
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

const itemsOf = ({ items, checked, assigned }: Visit): readonly CheckedItem[] =>
  items.map(({ itemNo, name, legalBasis, departments }) => {
    const { findings = [], correctBy = null } = checked[itemNo] ?? {}
    const taking = departments.filter((one) => assigned?.departments.includes(one))
    return { itemNo, name, legalBasis, departments: taking.length > 0 ? taking : departments, findings, correctBy }
  })

/** Of the visit: all that its items found; nothing found only where none of them found anything. */
const resultsOf = (items: readonly CheckedItem[]): readonly string[] => {
  const found = new Set(items.flatMap(({ findings }) => findings.map(({ result }) => result)))
  if (found.size > 1) found.delete(NOTHING_FOUND)
  return INSPECTION_RESULTS.filter((result) => found.has(result))
}

const signersOf = (visit: Visit, record: string): readonly string[] =>
  visit.inspectors.filter((one) => visit.signatures[one] === record)

/** Why a record can't be closed: an open item, a time before the last of them, a signature that is missing. */
const unfinished = (completedAt: string, visit: Visit, record: string): Refusal | undefined => {
  const on = dayOfInstant(completedAt)
  const open = openItems(visit, on)
  if (open !== undefined) return open
  const answers = Object.values(visit.checked)
  const times = answers.map(({ checkedAt }) => checkedAt.slice(0, 19)).sort()
  const last = times.at(-1) ?? ''
  if (completedAt.slice(0, 19) < last) return beforeLastItem({ last }, provisionOn(on, provisions.record))
  const signers = signersOf(visit, record)
  const underOfficers = provisionOn(on, provisions.officers)
  if (signers.length < 2) {
    const signed = signers.length === 0 ? { zh: '无', en: 'nobody' } : signers.join('、')
    return officersUnsigned({ signed }, underOfficers)
  }
  const unsigned = answers.find(({ by }) => visit.inspectors.includes(by) && !signers.includes(by))
  if (unsigned !== undefined) return answererUnsigned({ officer: unsigned.by, itemNo: unsigned.itemNo }, underOfficers)
  return isOnSite(visit) && visit.enterprise?.recordSha256 !== record
    ? enterpriseUnsigned({}, provisionOn(on, provisions.record))
    : undefined
}

const completeVisit = step(
  { enterpriseState: oneOf(STATES, '企业状态, as found.') },
  {
    stages: ['issued'],
    under: provisions.record,
    once: 'VisitCompleted',
    same: ({ at: completedAt, enterpriseState }, recorded) => saysTheSame({ completedAt, enterpriseState }, recorded),
    decide: ({ at: completedAt, enterpriseState }, visit, { authority }) => {
      const on = dayOfInstant(completedAt)
      const { assigned, enterprise } = visit
      if (assigned === null) return []
      const recordSha256 = recordHash(visit)
      const fault = unfinished(completedAt, visit, recordSha256)
      if (fault !== undefined) return fault
      const { uscc, planId, planName, year, kind } = assigned
      const items = itemsOf(visit)
      const publishBy = publishResultsBy(on)
      const { instrument, article } = provisions.publicity
      return [
        {
          type: 'VisitCompleted',
          data: {
            ...{ decision: '', uscc, planId, planName, year, kind, completedOn: on, completedAt, enterpriseState },
            ...{ results: resultsOf(items), items, officers: signersOf(visit, recordSha256), recordSha256, publishBy },
            signature: enterprise?.recordSha256 === recordSha256 ? enterprise.how : 'not-needed',
            clocks: [
              { what: PUBLISH, who: authority, by: publishBy, basis: encodeCitation(cite(instrument, article, on)) },
            ],
          },
          effectiveOn: on,
          basis: basisOn(on, provisions.record, provisions.results),
          numbered: seriesOf(authority, '检录', on),
        },
      ]
    },
  },
)

/** 签字、检查结束 */
export const signing = {
  SignAsOfficer: signAsOfficer,
  SignAsEnterprise: signAsEnterprise,
  NoteSignatureRefused: noteRefusal,
  CompleteVisit: completeVisit,
}
