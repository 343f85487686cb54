import { dayOfInstant, fileMember, nullable } from '@mingjian/codes'
import { type Refusal, refused, seriesOf } from '@mingjian/kernel'
import { cite, encodeCitation } from '@mingjian/law'
import type { CheckedItem } from '@mingjian/schemas'
import Type from 'typebox'
import { basisOn, provisionOn, visitProvisions } from '../law/visit.ts'
import { INSPECTION_RESULTS, publishResultsBy } from '../law.ts'
import { act, type Outcome, officer, text, unfit, type VisitAct } from './act.ts'
import { isOnSite, recordHash, type Visit } from './state.ts'

/** The clock of 公示; its name is kept for ever. */
export const PUBLISH = '公示抽查检查结果'

const STATES = ['存续', '注销', '被吊销', '被撤销', '迁出', '已关闭停业或正在组织清算'] as const
const NOTHING_FOUND: string = INSPECTION_RESULTS[0]

const openItems = (visit: Visit, on: string): Refusal | undefined => {
  const open = visit.items.filter(({ itemNo }) => visit.checked[itemNo] === undefined).map(({ itemNo }) => itemNo)
  return open.length === 0
    ? undefined
    : refused('items-open', `Not checked yet: ${open.join(', ')}.`, provisionOn(on, visitProvisions.record))
}

const signAsOfficer = act(
  { officer },
  {
    stages: ['issued'],
    under: visitProvisions.record,
    officers: (asked) => [asked.officer],
    decide: ({ officer: signer, at: signedAt }, visit, { facts }): Outcome => {
      const on = dayOfInstant(signedAt)
      const fault = openItems(visit, on) ?? unfit(signer, visit, facts, on)
      if (fault !== undefined) return fault
      const recordSha256 = recordHash(visit)
      if (visit.signatures[signer] === recordSha256) return []
      const certificateNo = facts.entries.get(signer)?.enrolled.certificateNo ?? ''
      return [
        {
          type: 'VisitSignedByOfficer',
          data: { officer: signer, certificateNo, signedAt, recordSha256 },
          effectiveOn: on,
          basis: basisOn(on, visitProvisions.record),
        },
      ]
    },
  },
)

const signAsEnterprise = act(
  {
    capacity: Type.Enum(['法定代表人', '负责人', '经营者', '受委托人', '现场工作人员'], {
      description: 'Of who signed.',
    }),
    signatureSha256: Type.Optional(nullable(fileMember('SHA-256 of the image of the signature.'))),
  },
  {
    stages: ['issued'],
    under: visitProvisions.record,
    decide: ({ at: signedAt, capacity, signatureSha256 = null }, visit): Outcome => {
      const on = dayOfInstant(signedAt)
      const recordSha256 = recordHash(visit)
      if (visit.enterprise?.how === 'signed' && visit.enterprise.recordSha256 === recordSha256) return []
      return (
        openItems(visit, on) ?? [
          {
            type: 'VisitSignedByEnterprise',
            data: { capacity: String(capacity), signedAt, signatureSha256, recordSha256 },
            effectiveOn: on,
            basis: basisOn(on, visitProvisions.record),
          },
        ]
      )
    },
  },
)

const noteRefusal = act(
  {
    kind: Type.Unsafe<'refused' | 'absent'>(
      Type.Enum(['refused', 'absent'], { description: 'Refused to sign, or nobody was there to.' }),
    ),
    reason: text,
    witness: nullable(Type.String({ minLength: 1, description: '见证人; without one, evidence shows the refusal.' })),
    by: officer,
  },
  {
    stages: ['issued'],
    under: visitProvisions.record,
    officers: ({ by }) => [by],
    decide: ({ at: notedAt, kind, reason, witness, by }, visit, { facts }): Outcome => {
      const on = dayOfInstant(notedAt)
      const recordSha256 = recordHash(visit)
      if (visit.enterprise?.how === kind && visit.enterprise.recordSha256 === recordSha256) return []
      const fault = openItems(visit, on) ?? unfit(by, visit, facts, on)
      if (fault !== undefined) return fault
      if (witness === null && Object.keys(visit.evidence).length === 0)
        return refused(
          'witness-missing',
          'That nobody signed is shown by a witness, or by evidence that was taken.',
          provisionOn(on, visitProvisions.record),
        )
      return [
        {
          type: 'VisitSignatureRefused',
          data: { kind, reason, witness, notedAt, recordSha256 },
          effectiveOn: on,
          basis: basisOn(on, visitProvisions.record),
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

/** Of the visit: whatever its items found; nothing found only where none of them found anything. */
const resultsOf = (items: readonly CheckedItem[]): readonly string[] => {
  const found = new Set(items.flatMap(({ findings }) => findings.map(({ result }) => result)))
  if (found.size > 1) found.delete(NOTHING_FOUND)
  return INSPECTION_RESULTS.filter((result) => found.has(result))
}

const completeVisit = act(
  { enterpriseState: Type.Enum([...STATES], { description: '企业状态, as found.' }) },
  {
    stages: ['issued'],
    under: visitProvisions.record,
    officers: () => [],
    isDone: ({ at }, { completed, stage }) => stage !== 'issued' && completed?.completedAt === at,
    decide: ({ at: completedAt, enterpriseState }, visit, { authority }): Outcome => {
      const on = dayOfInstant(completedAt)
      const { assigned, signatures, enterprise } = visit
      if (assigned === null) return []
      const open = openItems(visit, on)
      if (open !== undefined) return open
      const recordSha256 = recordHash(visit)
      const answers = Object.values(visit.checked)
      const last =
        answers
          .map(({ checkedAt }) => checkedAt.slice(0, 19))
          .sort()
          .at(-1) ?? ''
      if (completedAt.slice(0, 19) < last)
        return refused(
          'before-its-time',
          `The last item was checked at ${last}Z.`,
          provisionOn(on, visitProvisions.record),
        )
      const officers = visit.inspectors.filter((one) => signatures[one] === recordSha256)
      if (officers.length < 2)
        return refused(
          'signatures-missing',
          `At least two officers sign the record as it is: so far ${officers.join(', ') || 'nobody'} did.`,
          provisionOn(on, visitProvisions.officers),
        )
      const unsigned = answers.find(({ by }) => visit.inspectors.includes(by) && !officers.includes(by))
      if (unsigned !== undefined)
        return refused(
          'signatures-missing',
          `${unsigned.by} answered item ${unsigned.itemNo}, and signs the record too.`,
          provisionOn(on, visitProvisions.officers),
        )
      const answered = enterprise?.recordSha256 === recordSha256
      if (isOnSite(visit) && !answered)
        return refused(
          'enterprise-unsigned',
          'The enterprise signs the record as it is, or it is noted why not (NoteSignatureRefused).',
          provisionOn(on, visitProvisions.record),
        )
      const items = itemsOf(visit)
      const publishBy = publishResultsBy(on)
      const { uscc, planId, planName, year, kind } = assigned
      return [
        {
          type: 'VisitCompleted',
          data: {
            ...{ decision: '', uscc, planId, planName, year, kind, completedOn: on, completedAt },
            ...{
              enterpriseState: String(enterpriseState),
              results: resultsOf(items),
              items,
              officers,
              recordSha256,
              publishBy,
            },
            signature: answered && enterprise !== null ? enterprise.how : 'not-needed',
            clocks: [
              {
                ...{ what: PUBLISH, who: authority, by: publishBy },
                basis: encodeCitation(
                  cite(visitProvisions.publicity.instrument, visitProvisions.publicity.article, on),
                ),
              },
            ],
          },
          effectiveOn: on,
          basis: basisOn(on, visitProvisions.record, visitProvisions.results),
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
} satisfies Readonly<Record<string, VisitAct>>
