import { dayMember, nullable, usccMember } from '@mingjian/codes'
import { actsOn, type NewEvent, saysTheSame, seriesOf } from '@mingjian/kernel'
import { canonicalJson } from '@mingjian/proofs'
import Type from 'typebox'
import { basisOn, provisionOn, visitProvisions as provisions } from '../law/visit.ts'
import { PUBLISH } from './completion.ts'
import { type Officers, unfitTeam } from './officers.ts'
import { drawnByChance, nobodyGoes, noItem, othersGo, unknownTask } from './refusals.ts'
import { namedOn, type Visit, type VisitUnderWay } from './state.ts'
import { officeStep, task, text } from './step.ts'

const act = actsOn<VisitUnderWay, Officers>()
const word = Type.String()
const words = Type.Array(word)
const BEFORE_THE_END: readonly Visit['stage'][] = ['assigned', 'issued']

/** What the draw, a re-check or a lead makes of an object. */
const recordVisit = act(
  {
    ...{ task, uscc: usccMember(), planId: word, planName: word, year: Type.Integer(), items: words },
    ...{ departments: words, from: dayMember(), to: dayMember(), inspectors: words, unassigned: nullable(word) },
    ...{ kind: Type.Enum(['random', 'recheck', 'directed']), of: nullable(word) },
  },
  {
    by: 'system',
    decide: ({ task: _, ...assigned }, { stage }, { today }) =>
      stage === 'none' ? [{ type: 'VisitAssigned', data: assigned, effectiveOn: today, basis: [] }] : [],
  },
)

/** A later event of the draw changes a task that is still to be checked, and no other. */
const ofTheDraw = (id: string, { stage }: Visit, event: NewEvent | undefined) => {
  if (stage === 'none') return unknownTask({ task: id })
  // A check that was completed stands, even when its draw is voided.
  return event !== undefined && BEFORE_THE_END.includes(stage) ? [event] : []
}

const recordReassignment = act(
  { task, inspector: word, replacement: word, reason: word },
  {
    by: 'system',
    decide: ({ task: id, ...reassigned }, visit, { today }) => {
      const { inspector, replacement } = reassigned
      const goes = visit.inspectors.includes(inspector) && !visit.inspectors.includes(replacement)
      const event: NewEvent = { type: 'VisitReassigned', data: reassigned, effectiveOn: today, basis: [] }
      return ofTheDraw(id, visit, goes ? event : undefined)
    },
  },
)

const recordCancellation = act(
  { task, why: word },
  {
    by: 'system',
    decide: ({ task: id, why }, visit, { today }) =>
      ofTheDraw(id, visit, { type: 'VisitCancelled', data: { why }, effectiveOn: today, basis: [] }),
  },
)

const sameTeam = (one: readonly string[], other: readonly string[]): boolean => one.join('\n') === other.join('\n')

/** Who goes on a check that was not drawn: chance chooses for the others. */
const appointInspectors = officeStep(
  { inspectors: Type.Array(text, { minItems: 1, maxItems: 20 }), reason: text },
  {
    stages: BEFORE_THE_END,
    under: provisions.officers,
    once: 'VisitInspectorsAppointed',
    done: ({ inspectors }, { inspectors: appointed }) => sameTeam(inspectors, appointed),
    same: saysTheSame,
    decide: ({ inspectors, reason }, visit, { facts, today }) => {
      if (sameTeam(visit.inspectors, inspectors)) return []
      if (visit.assigned?.kind === 'random') return drawnByChance({}, provisionOn(today, provisions.officers))
      return (
        unfitTeam(inspectors, { ...visit, inspectors }, facts, today) ?? [
          { type: 'VisitInspectorsAppointed', data: { inspectors, reason }, effectiveOn: today, basis: [] },
        ]
      )
    },
  },
)

const slipItem = Type.Object({
  ...{ itemNo: word, name: word, legalBasis: words, content: word, method: word, departments: words },
  ...{ checklist: words, noticeBeforehand: Type.Boolean() },
})
const slipOfficer = Type.Object({ inspectorId: word, department: word, certificateNo: word, validUntil: word })

/** 检查任务单, with items and officers as the libraries have them; a code that was issued before stays. */
const recordTaskSlip = officeStep(
  { code: text, items: Type.Array(slipItem), officers: Type.Array(slipOfficer) },
  {
    by: 'system',
    stages: BEFORE_THE_END,
    under: provisions.documents,
    decide: ({ code, items, officers }, visit, { today: on, authority, facts }) => {
      const { assigned, inspectors } = visit
      if (assigned === null) return []
      const under = provisionOn(on, provisions.officers)
      const named = officers.map(({ inspectorId }) => inspectorId)
      if (inspectors.length === 0 && assigned.unassigned !== null)
        return nobodyGoes({ why: assigned.unassigned }, under)
      if (!sameTeam(named, inspectors)) return othersGo({ inspectors: inspectors.join('、') }, under)
      if (items.length === 0) return noItem({}, provisionOn(on, provisions.items))
      const fault = unfitTeam(named, visit, facts, on)
      if (fault !== undefined) return fault
      if (sameTeam(namedOn(visit), named) && canonicalJson(visit.items) === canonicalJson(items)) return []
      const { uscc, from, to } = assigned
      return [
        {
          type: 'TaskSlipIssued',
          data: { decision: '', code: visit.code ?? code, uscc, items, team: officers, from, to },
          effectiveOn: on,
          basis: basisOn(on, provisions.items, provisions.documents),
          numbered: seriesOf(authority, '检任', on),
        },
      ]
    },
  },
)

/** The result stands in the file of the enterprise. */
const recordPublication = act(
  { task, publishedOn: dayMember(), position: Type.Integer() },
  {
    by: 'system',
    decide: ({ publishedOn, position }, { stage }, { today }) =>
      stage !== 'passed'
        ? []
        : [
            {
              type: 'VisitResultPublicised',
              data: { publishedOn, position, stops: [PUBLISH] },
              effectiveOn: today,
              basis: basisOn(publishedOn, provisions.publicity, provisions.review),
            },
          ],
  },
)

/** It stands there no longer. */
const recordResultWithdrawal = act(
  { task, reason: word },
  {
    by: 'system',
    decide: ({ reason }, { stage }, { today }) =>
      stage === 'publicised' ? [{ type: 'VisitResultReopened', data: { reason }, effectiveOn: today, basis: [] }] : [],
  },
)

/** 派发、指派、任务单: what the draw, the office and the file of the enterprise do to a task. */
export const assignment = {
  RecordVisit: recordVisit,
  RecordReassignment: recordReassignment,
  RecordCancellation: recordCancellation,
  AppointInspectors: appointInspectors,
  RecordTaskSlip: recordTaskSlip,
  RecordPublication: recordPublication,
  RecordResultWithdrawal: recordResultWithdrawal,
}
