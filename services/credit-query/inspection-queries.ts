import { normaliseUscc, type Projection, type ReadModels, type Stored } from '@mingjian/kernel'
import { cursorOf, placeOf } from './cursor.ts'
import { type InspectionYear, inspectionYear } from './inspection-year.ts'
import { type AnnualPlan, annualPlan } from './projections/annual-plan.ts'
import { draw } from './projections/draw.ts'
import { type EnterpriseInspections, enterpriseInspections } from './projections/enterprise-inspections.ts'
import { type PublicItem, publicItem } from './projections/public-item.ts'
import type { Page, PageOf } from './queries.ts'

/** What the public may ask of random inspections beside the draws. */
export interface InspectionQueries {
  /** The item list in force, by number. */
  items(page: PageOf): Promise<Page<PublicItem> | 'unknown-cursor'>
  /** By id. */
  annualPlans(page: PageOf): Promise<Page<AnnualPlan> | 'unknown-cursor'>
  inspections(uscc: string): Promise<EnterpriseInspections | undefined>
  inspectionYear(year: number): Promise<InspectionYear>
  /** Years with an annual plan or a draw, newest first. */
  inspectionYears(): Promise<readonly number[]>
}

const PAGE = 500

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

  return {
    items: (page) => pageOf(publicItem, page, true),
    annualPlans: (page) => pageOf(annualPlan, page, false),
    inspections: async (uscc) => (await reads.get(enterpriseInspections, normaliseUscc(uscc)))?.document,
    inspectionYear: async (year) => {
      const [draws, plans] = await Promise.all([ofYear(draw, year), ofYear(annualPlan, year)])
      const real = draws.filter(({ rehearsal }) => !rehearsal).toSorted((a, b) => a.position - b.position)
      return inspectionYear(year, real, plans)
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
