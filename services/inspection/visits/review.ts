import { type CivilDate, dayOfInstant, redacted } from '@mingjian/codes'
import { type NewEvent, refused } from '@mingjian/kernel'
import type { CheckedItem, InspectionFollowUpDecided, VisitCompleted } from '@mingjian/schemas'
import Type from 'typebox'
import { basisOn, provisionOn, visitProvisions } from '../law/visit.ts'
import { INSPECTION_RESULTS } from '../law.ts'
import { act, type Outcome, text, type VisitAct } from './act.ts'
import type { Visit } from './state.ts'

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
      basis: basisOn(on, visitProvisions.results),
    }))
}

const reviewResult = act(
  {
    reviewer: Type.String({ minLength: 1, maxLength: 100, description: 'Id of who reviews.' }),
    passed: Type.Boolean(),
    opinion: Type.String({ maxLength: 4000 }),
    followUps: Type.Optional(
      Type.Array(
        Type.Union([
          Type.Object({ kind: Type.Literal('case'), itemNos: Type.Array(text, { minItems: 1 }), violation: text }),
          Type.Object({
            kind: Type.Literal('transfer'),
            itemNos: Type.Array(text, { minItems: 1 }),
            to: Type.String({ minLength: 1, description: 'The department.' }),
          }),
        ]),
        { maxItems: 20, description: 'A case is filed, or a matter handed to another department.' },
      ),
    ),
  },
  {
    stages: ['completed'],
    under: visitProvisions.review,
    isDone: ({ reviewer, passed }, visit) =>
      visit.reviewer === reviewer && (passed ? visit.stage === 'passed' : visit.stage === 'issued'),
    decide: ({ at, reviewer, passed, opinion, followUps = [] }, visit): Outcome => {
      const on = dayOfInstant(at)
      const under = provisionOn(on, visitProvisions.review)
      const { completed } = visit
      if (completed === null) return []
      if (visit.everyone.includes(reviewer))
        return refused('own-result', `${reviewer} has checked, and does not review the result.`, under)
      if (on < completed.completedOn)
        return refused('before-its-time', `The check was completed on ${completed.completedOn}.`, under)
      const reviewed: NewEvent = {
        type: 'VisitResultReviewed',
        data: { passed, reviewer, reviewedOn: on, opinion },
        effectiveOn: on,
        basis: basisOn(on, visitProvisions.review),
      }
      if (!passed) return [reviewed]
      const stranger = followUps
        .flatMap(({ itemNos }) => itemNos)
        .find((no) => completed.items.every(({ itemNo }) => itemNo !== no))
      if (stranger !== undefined) return refused('other-item', `Item ${stranger} is not on the task slip.`, under)
      const pending = completed.items.find(
        ({ itemNo, findings }) =>
          findings.some(({ result }) => result === PENDING) &&
          followUps.every(({ itemNos }) => !itemNos.includes(itemNo)),
      )
      if (pending !== undefined)
        return refused(
          'follow-up-missing',
          `Of item ${pending.itemNo} something is still to be dealt with: say whether a case is filed or who takes it over.`,
          under,
        )
      const asked = followUps.map((one): FollowUp => {
        const facts = redacted(factsOf(completed.items, one.itemNos))
        const { kind, itemNos } = one
        return {
          ...{ kind, itemNos, facts, correctBy: null },
          violation: one.kind === 'case' ? one.violation : null,
          to: one.kind === 'transfer' ? one.to : null,
        }
      })
      return [reviewed, ...decided(visit, asked, on)]
    },
  },
)

/** 审核、后续处理 */
export const review = { ReviewInspectionResult: reviewResult } satisfies Readonly<Record<string, VisitAct>>
