import type { Coverage, DrawAudited, PlannedTask } from '@mingjian/schemas'
import type { AnnualPlan } from './projections/annual-plan.ts'
import type { Draw } from './projections/draw.ts'

/** A task of an annual plan beside what has been drawn for it. */
export interface TaskDone extends PlannedTask {
  readonly planId: string
  readonly drawn: number
  /** Of these, with a published result. */
  readonly done: number
  readonly draws: readonly string[]
}

/** How the draws of a year went: what was planned and done, how much of the floor is reached, how probable each draw is. */
export interface InspectionYear {
  readonly year: number
  readonly draws: number
  readonly voided: number
  /** Draws with a test that chance alone would hardly fail. */
  readonly improbable: number
  readonly selected: number
  /** Of those selected, drawn before that year. */
  readonly repeats: number
  readonly unassigned: number
  /** Published results of that year's draws. */
  readonly published: number
  /** By authority, with the newest draw. */
  readonly coverage: readonly (Omit<Coverage, 'before' | 'year'> & {
    readonly authority: string
    readonly reached: number
    /** Enterprises with a published result of that year. */
    readonly checked: number
    /** checked / reports */
    readonly done: number
  })[]
  readonly tasks: readonly TaskDone[]
  readonly audits: readonly (DrawAudited & { readonly id: string; readonly name: string })[]
}

const sum = (draws: readonly Draw[], of: (result: NonNullable<Draw['result']>) => number): number =>
  draws.reduce((total, { result }) => total + (result === null ? 0 : of(result)), 0)

const carriesOut = ({ plan }: Draw, id: string, taskNo: string): boolean => {
  const of = plan.annualPlan as { readonly id: string; readonly taskNo: string } | undefined
  return of?.id === id && of.taskNo === taskNo
}

/** How much of what was drawn has been carried out to the end: results that are published. */
export interface YearDone {
  readonly published: (planId: string) => Promise<number>
  readonly checked: (authority: string) => Promise<number>
}

/** `draws`: those of the year that are no rehearsals, oldest first. */
export const inspectionYear = async (
  year: number,
  draws: readonly Draw[],
  plans: readonly AnnualPlan[],
  { published, checked }: YearDone,
): Promise<InspectionYear> => {
  const conducted = draws.filter(({ stage }) => stage === 'conducted')
  const newest = new Map<string, Coverage>()
  for (const { authority, coverage } of conducted) if (coverage !== null) newest.set(authority, coverage)
  const done = new Map(await Promise.all(conducted.map(async ({ id }) => [id, await published(id)] as const)))
  const doneOf = (own: readonly Draw[]): number => own.reduce((total, { id }) => total + (done.get(id) ?? 0), 0)
  const coverage = Array.from(newest, async ([authority, { reports, after }]) => {
    const enterprises = await checked(authority)
    const share = { reached: after / Math.max(1, reports), done: enterprises / Math.max(1, reports) }
    return { authority, reports, after, checked: enterprises, ...share }
  })
  return {
    year,
    draws: conducted.length,
    // One that was started again counts with those that it replaced.
    voided: draws.reduce(
      (total, { voided, earlier }) =>
        total + (voided === null ? 0 : 1) + earlier.filter((before) => before.voided !== null).length,
      0,
    ),
    improbable: conducted.filter(({ audit }) => audit?.improbable === true).length,
    selected: sum(conducted, ({ selected }) => selected),
    repeats: sum(conducted, ({ repeats }) => repeats),
    unassigned: sum(conducted, ({ unassigned }) => unassigned),
    published: doneOf(conducted),
    coverage: await Promise.all(coverage),
    tasks: plans.flatMap(({ id, tasks }) =>
      tasks.map((task) => {
        const own = conducted.filter((one) => carriesOut(one, id, task.taskNo))
        const drawn = sum(own, ({ selected }) => selected)
        return { ...task, planId: id, drawn, done: doneOf(own), draws: own.map((one) => one.id) }
      }),
    ),
    audits: conducted.flatMap(({ id, plan, audit }) =>
      audit === null ? [] : [{ ...audit, id, name: plan.name ?? id }],
    ),
  }
}
