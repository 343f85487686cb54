import type { PublicQueries } from '@mingjian/credit-query'
import { pointsOf, type VisitTask, visit } from '@mingjian/inspection'
import type { Filter, ReadModels } from '@mingjian/kernel'
import type { StaffPages } from '@mingjian/portal'

const MOST = 200

/** Tasks of inspection as the pages of staff show them: those to be carried out first, by their last day; then those to be reviewed and published. */
export const staffVisits = (
  reads: ReadModels,
  queries: Pick<PublicQueries, 'enterprise'>,
): Pick<StaffPages, 'tasks' | 'visit'> => {
  const headOf = async ({ task, uscc, stage, assigned }: VisitTask) => {
    const enterprise = await queries.enterprise(uscc)
    return {
      ...{ task, uscc, stage, name: enterprise?.name ?? uscc, address: enterprise?.address ?? null },
      ...{ planName: assigned?.planName ?? '', from: assigned?.from ?? '', to: assigned?.to ?? '' },
    }
  }
  const found = (officer: string | undefined, which: Filter) =>
    reads.find(visit, {
      where: [
        which,
        ...(officer === undefined ? [] : [{ column: 'inspectors', is: 'contains' as const, value: officer }]),
      ],
      order: [{ column: 'last_day' }],
      limit: MOST,
    })
  return {
    tasks: async (officer) => {
      const pages = await Promise.all([
        found(officer, { column: 'open', is: '=', value: true }),
        found(officer, { column: 'stage', is: '=', value: 'completed' }),
        found(officer, { column: 'stage', is: '=', value: 'passed' }),
      ])
      return Promise.all(
        pages.flat().map(async ({ document }) => ({ ...(await headOf(document)), inspectors: document.inspectors })),
      )
    },
    visit: async (task) => {
      const stored = await reads.get(visit, task)
      if (stored === undefined) return undefined
      const { inspectors, team, slipNo, code, items, evidence } = stored.document
      const onSlip = new Map(team.map((one) => [one.inspectorId, one]))
      return {
        ...(await headOf(stored.document)),
        officers: inspectors.map((id) => {
          const { department = '', certificateNo = '', validUntil = '' } = onSlip.get(id) ?? {}
          return { id, department, certificateNo, validUntil }
        }),
        ...{ slipNo: slipNo === '' ? null : slipNo, code },
        items: items.map((item) => ({ ...item, points: pointsOf(item) })),
        evidence: Object.values(evidence).map(({ sha256, description, takenAt }) => ({ sha256, description, takenAt })),
      }
    },
  }
}
