import { dayOfInstant, oneOf } from '@mingjian/codes'
import { type Refusal, saysTheSame, seriesOf } from '@mingjian/kernel'
import { cite, encodeCitation } from '@mingjian/law'
import type { CheckedItem } from '@mingjian/schemas'
import { basisOn, provisionOn, visitProvisions as provisions } from '../law/visit.ts'
import { INSPECTION_RESULTS, publishResultsBy } from '../law.ts'
import { answererUnsigned, beforeLastItem, enterpriseUnsigned, officersUnsigned } from './refusals.ts'
import { openItems } from './signing.ts'
import { isOnSite, recordHash, type Visit } from './state.ts'
import { step } from './step.ts'

/** The clock of 公示; its name is kept for ever. */
export const PUBLISH = '公示抽查检查结果'

const STATES = ['存续', '注销', '被吊销', '被撤销', '迁出', '已关闭停业或正在组织清算'] as const
const NOTHING_FOUND: string = INSPECTION_RESULTS[0]

const itemsOf = ({ items, checked, assigned }: Visit): readonly CheckedItem[] =>
  items.map(({ itemNo, name, legalBasis, departments }) => {
    const { findings = [], correctBy = null } = checked[itemNo] ?? {}
    const taking = departments.filter((one) => assigned?.departments.includes(one))
    return { itemNo, name, legalBasis, departments: taking.length > 0 ? taking : departments, findings, correctBy }
  })

/** Results of the visit: those of all items; `未发现问题` only where no item has another. */
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

/** 检查结束 */
export const completion = { CompleteVisit: completeVisit }
