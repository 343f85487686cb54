import { type CivilDate, dayOfInstant, redacted } from '@mingjian/codes'
import { type NewEvent, saysTheSame } from '@mingjian/kernel'
import type { CheckedItem, InspectionFollowUpDecided, VisitCompleted } from '@mingjian/schemas'
import Type, { type Static } from 'typebox'
import { basisOn, provisionOn, visitProvisions as provisions } from '../law/visit.ts'
import { INSPECTION_RESULTS } from '../law.ts'
import { followUpMissing, itemNotOnSlip, ownResult } from './refusals.ts'
import type { Visit } from './state.ts'
import { step, text } from './step.ts'

type FollowUp = Pick<InspectionFollowUpDecided, 'kind' | 'itemNos' | 'facts' | 'violation' | 'to' | 'correctBy'>

/** What the law makes follow from a result by itself. */
const BY_RESULT: Readonly<Record<string, FollowUp['kind']>> = {
  [INSPECTION_RESULTS[1]]: 'order_disclosure',
  [INSPECTION_RESULTS[2]]: 'false_information',
  [INSPECTION_RESULTS[3]]: 'uncontactable',
  [INSPECTION_RESULTS[4]]: 'recheck',
}
const PENDING: string = INSPECTION_RESULTS[7]

const joined = (facts: readonly string[]): string => [...new Set(facts)].join('；')

const byLaw = ({ items }: VisitCompleted): readonly FollowUp[] => {
  const found = items.flatMap(({ itemNo, findings, correctBy }) =>
    findings.flatMap(({ result, detail: facts }) => {
      const kind = BY_RESULT[result]
      return kind === undefined ? [] : [{ kind, itemNo, facts, correctBy: kind === 'recheck' ? correctBy : null }]
    }),
  )
  return [...Map.groupBy(found, ({ kind, correctBy }) => `${kind}/${correctBy ?? ''}`).values()].flatMap((alike) => {
    const [{ kind, correctBy } = { kind: 'recheck', correctBy: null }] = alike
    const of = { itemNos: alike.map(({ itemNo }) => itemNo), facts: joined(alike.map(({ facts }) => facts)) }
    return [{ kind, ...of, violation: null, to: null, correctBy }] as readonly FollowUp[]
  })
}

const factsOf = (items: readonly CheckedItem[], itemNos: readonly string[]): string =>
  joined(
    items
      .filter(({ itemNo }) => itemNos.includes(itemNo))
      .flatMap(({ findings }) => findings.map(({ detail }) => detail).filter((detail) => detail !== '')),
  )

const decided = (visit: Visit, asked: readonly FollowUp[], on: CivilDate): readonly NewEvent[] => {
  const { completed, assigned, followUps } = visit
  if (completed === null || assigned === null) return []
  const known = new Set(followUps.map(({ kind, facts, to, correctBy }) => JSON.stringify([kind, facts, to, correctBy])))
  return [...byLaw(completed), ...asked]
    .filter(({ kind, facts, to, correctBy }) => !known.has(JSON.stringify([kind, facts, to, correctBy])))
    .map((one, place) => ({
      type: 'InspectionFollowUpDecided' as const,
      data: {
        followUp: followUps.length + place + 1,
        ...one,
        ...{ uscc: completed.uscc, checkedOn: completed.completedOn, planId: assigned.planId },
        ...{ planName: assigned.planName, year: assigned.year, departments: assigned.departments },
        inspectors: visit.inspectors,
      },
      effectiveOn: on,
      basis: basisOn(on, provisions.results),
    }))
}

/** 立案、移交: what the reviewer decides beside what follows by law. */
const followUp = Type.Union([
  Type.Object({ kind: Type.Literal('case'), itemNos: Type.Array(text, { minItems: 1 }), violation: text }),
  Type.Object({
    kind: Type.Literal('transfer'),
    itemNos: Type.Array(text, { minItems: 1 }),
    to: Type.String({ minLength: 1, description: 'The department.' }),
  }),
])

const askedFor = ({ items }: VisitCompleted, one: Static<typeof followUp>): FollowUp => {
  const { kind, itemNos } = one
  return {
    ...{ kind, itemNos, facts: redacted(factsOf(items, itemNos)), correctBy: null },
    violation: one.kind === 'case' ? one.violation : null,
    to: one.kind === 'transfer' ? one.to : null,
  }
}

const isDecided = ({ followUps }: Visit, { kind, itemNos, violation, to }: FollowUp): boolean =>
  followUps.some(
    (known) =>
      known.kind === kind &&
      known.itemNos.join('\n') === itemNos.join('\n') &&
      known.violation === violation &&
      known.to === to,
  )

const reviewResult = step(
  {
    reviewer: Type.String({ minLength: 1, maxLength: 100, description: 'Id of who reviews.' }),
    passed: Type.Boolean(),
    opinion: Type.String({ maxLength: 4000 }),
    followUps: Type.Optional(
      Type.Array(followUp, { maxItems: 20, description: 'A case is filed, or a matter handed to another department.' }),
    ),
  },
  {
    stages: ['completed'],
    under: provisions.review,
    once: 'VisitResultReviewed',
    // A result that was returned is under way, and may pass once the check is completed again.
    done: ({ stage, last }, { passed }) =>
      stage === 'issued' ? !passed && last.VisitResultReviewed?.data.passed === false : stage !== 'completed',
    same: ({ at, followUps = [], ...asked }, recorded, visit) =>
      saysTheSame({ ...asked, reviewedOn: dayOfInstant(at) }, recorded) &&
      (!asked.passed ||
        followUps.every((one) => visit.completed !== null && isDecided(visit, askedFor(visit.completed, one)))),
    decide: ({ at, reviewer, passed, opinion, followUps = [] }, visit) => {
      const on = dayOfInstant(at)
      const under = provisionOn(on, provisions.review)
      const { completed } = visit
      if (completed === null) return []
      if (visit.everyone.includes(reviewer)) return ownResult({ reviewer }, under)
      const reviewed: NewEvent = {
        type: 'VisitResultReviewed',
        data: { passed, reviewer, reviewedOn: on, opinion },
        effectiveOn: on,
        basis: basisOn(on, provisions.review),
      }
      if (!passed) return [reviewed]
      const covered = followUps.flatMap(({ itemNos }) => itemNos)
      const stranger = covered.find((no) => completed.items.every(({ itemNo }) => itemNo !== no))
      if (stranger !== undefined) return itemNotOnSlip({ itemNo: stranger }, under)
      const pending = completed.items.find(
        ({ itemNo, findings }) => findings.some(({ result }) => result === PENDING) && !covered.includes(itemNo),
      )
      if (pending !== undefined) return followUpMissing({ itemNo: pending.itemNo }, under)
      return [
        reviewed,
        ...decided(
          visit,
          followUps.map((one) => askedFor(completed, one)),
          on,
        ),
      ]
    },
  },
)

/** 审核、后续处理 */
export const review = { ReviewInspectionResult: reviewResult }
