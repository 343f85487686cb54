import { normaliseUscc } from '@mingjian/codes'
import type { Page, PageOf } from '@mingjian/http'
import { cursorOf, placeOf } from '@mingjian/http'
import { anyProjection, type Filter, type Projection, type ReadModels, type Stored } from '@mingjian/kernel'
import { type InspectionYear, inspectionYear } from './inspection-year.ts'
import { type AnnualPlan, annualPlan } from './projections/annual-plan.ts'
import { draw } from './projections/draw.ts'
import { enterprise } from './projections/enterprise.ts'
import { checkedIn, type EnterpriseInspections, enterpriseInspections } from './projections/enterprise-inspections.ts'
import { type InspectionResult, inspectionResult } from './projections/inspection-result.ts'
import { type PublicItem, publicItem } from './projections/public-item.ts'

/** A published result with the name of the enterprise. */
export interface NamedResult extends InspectionResult {
  readonly name: string
}

/** Which results; days are those of publication, both included. */
export interface ResultFilters {
  readonly result?: string | undefined
  readonly authority?: string | undefined
  readonly uscc?: string | undefined
  readonly year?: number | undefined
  /** Id of a draw. */
  readonly plan?: string | undefined
  readonly from?: string | undefined
  readonly to?: string | undefined
}

/** What the public may ask of random inspections beside the draws. */
export interface InspectionQueries {
  /** The item list in force, by number. */
  items(page: PageOf): Promise<Page<PublicItem> | 'unknown-cursor'>
  /** By id. */
  annualPlans(page: PageOf): Promise<Page<AnnualPlan> | 'unknown-cursor'>
  inspections(uscc: string): Promise<EnterpriseInspections | undefined>
  /** Published results, newest first. */
  results(filters: ResultFilters, page: PageOf): Promise<Page<NamedResult> | 'unknown-cursor'>
  /** All of them, newest first. Constant memory. */
  allResults(filters: ResultFilters): AsyncIterable<NamedResult>
  inspectionYear(year: number): Promise<InspectionYear>
  /** Years with an annual plan or a draw, newest first. */
  inspectionYears(): Promise<readonly number[]>
}

const PAGE = 500
const FIRST_DAY = '1000-01-01'

const filtersOf = ({ result, authority, uscc, year, plan, from = FIRST_DAY, to }: ResultFilters): readonly Filter[] => [
  { column: 'published_on', is: '>=', value: from },
  ...(to === undefined ? [] : [{ column: 'published_on', is: '<=' as const, value: to }]),
  ...(result === undefined ? [] : [{ column: 'results', is: 'contains' as const, value: result }]),
  ...(authority === undefined ? [] : [{ column: 'authority', is: '=' as const, value: authority }]),
  ...(uscc === undefined ? [] : [{ column: 'uscc', is: '=' as const, value: normaliseUscc(uscc) }]),
  ...(plan === undefined ? [] : [{ column: 'plan_id', is: '=' as const, value: plan }]),
  ...(year === undefined ? [] : [{ column: 'year', is: '=' as const, value: year }]),
]

export const inspectionQueries = (reads: ReadModels): InspectionQueries => {
  const pageOf = async <D>(
    of: Projection<D>,
    { limit, cursor }: PageOf,
    listed: boolean,
  ): Promise<Page<D> | 'unknown-cursor'> => {
    const after = cursor === undefined ? undefined : placeOf(cursor, ['string'])
    if (cursor !== undefined && after === undefined) return 'unknown-cursor'
    const stored = await reads.find(of, {
      where: listed ? [{ column: 'listed', is: '=', value: true }] : [],
      limit: limit + 1,
      ...(after === undefined ? {} : { after }),
    })
    const last = stored[limit - 1]
    return {
      items: stored.slice(0, limit).map(({ document }) => document),
      ...(stored.length > limit && last !== undefined ? { next: cursorOf([last.key]) } : {}),
    }
  }

  const ofYear = async <D>(of: Projection<D>, year?: number): Promise<readonly D[]> => {
    const found: D[] = []
    for (let after: readonly unknown[] | undefined; ; ) {
      const page: readonly Stored<D>[] = await reads.find(of, {
        where: year === undefined ? [] : [{ column: 'year', is: '=', value: year }],
        limit: PAGE,
        ...(after === undefined ? {} : { after }),
      })
      found.push(...page.map(({ document }) => document))
      if (page.length < PAGE) return found
      after = [page.at(-1)?.key]
    }
  }

  const resultsFrom = async (
    filters: ResultFilters,
    limit: number,
    after: readonly unknown[] | undefined,
  ): Promise<{ readonly items: readonly NamedResult[]; readonly last: readonly [string, string] | undefined }> => {
    const stored = await reads.find(inspectionResult, {
      where: filtersOf(filters),
      order: [{ column: 'published_on', descending: true }],
      limit,
      ...(after === undefined ? {} : { after }),
    })
    const shown = stored.flatMap(({ document }) => document.shown ?? [])
    const names = await Promise.all(shown.map(async ({ uscc }) => (await reads.get(enterprise, uscc))?.document.name))
    const last = stored.at(-1)
    return {
      items: shown.map((result, at) => ({ ...result, name: names[at] ?? '' })),
      last: last === undefined ? undefined : [last.document.shown?.publishedOn ?? '', last.key],
    }
  }

  return {
    results: async (filters, { limit, cursor }) => {
      const after = cursor === undefined ? undefined : placeOf(cursor, ['string', 'string'])
      if (cursor !== undefined && (after === undefined || !/^\d{4}-\d{2}-\d{2}$/.test(after[0])))
        return 'unknown-cursor'
      const { items } = await resultsFrom(filters, limit + 1, after)
      const last = items[limit - 1]
      return {
        items: items.slice(0, limit),
        ...(items.length > limit && last !== undefined ? { next: cursorOf([last.publishedOn, last.task]) } : {}),
      }
    },
    allResults: async function* (filters) {
      for (let after: readonly unknown[] | undefined; ; ) {
        const { items, last } = await resultsFrom(filters, PAGE, after)
        yield* items
        if (last === undefined || items.length < PAGE) return
        after = last
      }
    },
    items: (page) => pageOf(publicItem, page, true),
    annualPlans: (page) => pageOf(annualPlan, page, false),
    inspections: async (uscc) => (await reads.get(enterpriseInspections, normaliseUscc(uscc)))?.document,
    inspectionYear: async (year) => {
      const [draws, plans] = await Promise.all([ofYear(draw, year), ofYear(annualPlan, year)])
      const real = draws.filter(({ rehearsal }) => !rehearsal).toSorted((a, b) => a.position - b.position)
      return inspectionYear(year, real, plans, {
        published: async (planId) =>
          reads.count(anyProjection(inspectionResult), [
            { column: 'plan_id', is: '=', value: planId },
            { column: 'published_on', is: '>=', value: FIRST_DAY },
          ]),
        checked: async (authority) =>
          reads.count(anyProjection(enterpriseInspections), [
            { column: 'checked', is: 'contains', value: checkedIn(year, authority) },
          ]),
      })
    },
    inspectionYears: async () => {
      const [draws, plans] = await Promise.all([ofYear(draw), ofYear(annualPlan)])
      const years = [
        ...draws.filter(({ rehearsal }) => !rehearsal).flatMap(({ plan }) => plan.year ?? []),
        ...plans.map(({ year }) => year),
      ]
      return [...new Set(years)].toSorted((a, b) => b - a)
    },
  }
}
