import type { Clock } from '@mingjian/schemas'
import type { CivilDate } from './calendar.ts'
import { citationText, decodeCitation } from './law.ts'
import type { ReadModels, Stored } from './ports.ts'
import type { Projection } from './projection.ts'

/** A read model that tells which clocks run for its subject. */
export type ClockModel = Projection<{ readonly clocks: readonly Clock[] }>
export const clockModel = <D extends { readonly clocks: readonly Clock[] }>(model: Projection<D>): ClockModel =>
  model as unknown as ClockModel

/** A line of the deadlines board 时限看板. */
export interface BoardLine {
  readonly by: CivilDate
  readonly overdue: boolean
  /** The enterprise, or the case. */
  readonly subject: string
  readonly what: string
  readonly who: string
  /** In the wording that the clock was started under. */
  readonly basis: string
}

export interface BoardQuery {
  /** A clock whose last day lies before it is overdue. */
  readonly asOf: CivilDate
  /** No clock that runs beyond this day. */
  readonly until: CivilDate
  readonly who?: string | undefined
  readonly overdue?: boolean | undefined
}

const PAGE = 1000

const clocksOf = async (
  reads: Pick<ReadModels, 'find'>,
  model: ClockModel,
  query: BoardQuery,
): Promise<BoardLine[]> => {
  const { asOf, until, who, overdue = false } = query
  const lines: BoardLine[] = []
  for (let after: readonly unknown[] | undefined; ; ) {
    const page: readonly Stored<{ readonly clocks: readonly Clock[] }>[] = await reads.find(model, {
      limit: PAGE,
      ...(after === undefined ? {} : { after }),
    })
    for (const { key, document } of page)
      for (const clock of document.clocks) {
        if (clock.by > until || (who !== undefined && clock.who !== who) || (overdue && clock.by >= asOf)) continue
        const citation = decodeCitation(clock.basis)
        const basis = citation === undefined ? clock.basis : citationText(citation)
        lines.push({ ...clock, subject: key, basis, overdue: clock.by < asOf })
      }
    if (page.length < PAGE) return lines
    after = [page.at(-1)?.key]
  }
}

/** Who must do what by which day, the most pressing first: the running clocks of all acts. */
export const boardOf = async (
  reads: Pick<ReadModels, 'find'>,
  models: readonly ClockModel[],
  query: BoardQuery,
): Promise<readonly BoardLine[]> => {
  const lines = (await Promise.all(models.map((model) => clocksOf(reads, model, query)))).flat()
  const order = ({ by, subject, what }: BoardLine): string => `${by} ${subject} ${what}`
  return lines.toSorted((a, b) => (order(a) < order(b) ? -1 : 1))
}
