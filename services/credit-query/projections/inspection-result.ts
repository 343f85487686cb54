import type { CivilDate } from '@mingjian/codes'
import type { Projection, RecordedEvent } from '@mingjian/kernel'
import type { CheckedItem, VisitCompleted, VisitResultPublicised } from '@mingjian/schemas'
import { type Basis, basisOf } from '../citation.ts'

/** 抽查检查结果, as it is published. */
export interface InspectionResult {
  readonly task: string
  readonly uscc: string
  readonly planId: string
  readonly planName: string
  readonly year: number
  /** random, recheck or directed */
  readonly kind: string
  readonly authority: string
  readonly departments: readonly string[]
  readonly completedOn: CivilDate
  readonly publishedOn: CivilDate
  /** The last day to publish it. */
  readonly publishBy: CivilDate
  readonly results: readonly string[]
  readonly items: readonly CheckedItem[]
  readonly enterpriseState: string
  readonly basis: readonly Basis[]
  /** Of its publication, as the feed and the public log name it. */
  readonly position: number
}

/** A task on its way to its result: shown once it is published. */
interface TaskResult {
  readonly completed: VisitCompleted | null
  readonly shown: InspectionResult | null
}

const shownOf = (
  completed: VisitCompleted,
  event: RecordedEvent,
  { publishedOn, position }: VisitResultPublicised,
): InspectionResult => {
  const { uscc, planId, planName, year, kind, completedOn, publishBy, results, items, enterpriseState } = completed
  return {
    ...{ task: event.subject, uscc, planId, planName, year, kind, authority: event.authority },
    departments: [...new Set(items.flatMap(({ departments }) => departments))],
    ...{ completedOn, publishedOn, publishBy, results, items, enterpriseState },
    basis: basisOf(event.basis),
    position,
  }
}

const evolve = (before: TaskResult | undefined, event: RecordedEvent): TaskResult | undefined => {
  switch (event.type) {
    case 'VisitCompleted':
      return { completed: event.data, shown: null }
    case 'VisitResultPublicised': {
      const completed = before?.completed ?? null
      return completed === null ? before : { completed, shown: shownOf(completed, event, event.data) }
    }
    case 'VisitResultReopened':
      return before && { ...before, shown: null }
    default:
      return before
  }
}

export const inspectionResult: Projection<TaskResult> = {
  name: 'inspection_result',
  version: 1,
  events: ['VisitCompleted', 'VisitResultPublicised', 'VisitResultReopened'],
  evolve,
  columns: {
    ...{ published_on: 'date', authority: 'text', uscc: 'text not null', plan_id: 'text not null' },
    ...{ year: 'int not null', results: 'text[] not null', completed: 'boolean not null' },
  },
  row: ({ completed, shown }) => ({
    ...{ published_on: shown?.publishedOn ?? null, authority: shown?.authority ?? null },
    ...{ uscc: completed?.uscc ?? '', plan_id: completed?.planId ?? '', year: completed?.year ?? 0 },
    ...{ results: completed?.results ?? [], completed: completed !== null },
  }),
  indexes: ['(published_on desc, key)', '(plan_id)', '(year)'],
}
