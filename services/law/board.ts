import { type CivilDate, isUsccShaped } from '@mingjian/codes'
import type { Filter, Projection, ReadModels, Stored } from '@mingjian/kernel'
import type { Clock } from '@mingjian/schemas'
import { citationText, decodeCitation } from './citations.ts'

/** A line of the deadlines board 时限看板. */
export interface BoardLine {
  readonly by: CivilDate
  readonly overdue: boolean
  /** The enterprise, the case or the task; empty where very many share the clock. */
  readonly subject: string
  /** The enterprise that it is about, where there is one. */
  readonly uscc: string | null
  readonly what: string
  readonly who: string
  /** In the wording that the clock was started under. */
  readonly basis: string
  /** Of how many subjects it is the clock. */
  readonly count: number
}

export interface BoardQuery {
  /** A clock whose last day lies before it is overdue. */
  readonly asOf: CivilDate
  /** No clock that runs beyond this day. */
  readonly until: CivilDate
  readonly who?: string | undefined
  readonly overdue?: boolean | undefined
}

export type BoardReads = Pick<ReadModels, 'find' | 'get' | 'countBy'>

/** A source of running clocks up to a day; it may return more than the query asks for. */
export type ClockModel = (reads: BoardReads, query: BoardQuery) => Promise<readonly BoardLine[]>

const PAGE = 1000
/** The enterprise that the matter is about. */
const PARTY = '当事人'

interface Clocks {
  readonly clocks: readonly Clock[]
  readonly uscc?: string
}

const textOf = (basis: string): string => {
  const citation = decodeCitation(basis)
  return citation === undefined ? basis : citationText(citation)
}

/** A read model that holds the running clocks of its subject. `first`: its column with the earliest last day. */
export const clockModel = <D extends Clocks>(model: Projection<D>, first?: string): ClockModel =>
  derivedClockModel(model, ({ clocks }) => clocks, first)

/** The same for a read model whose clocks are derived from its documents at the query. */
export const derivedClockModel =
  <D>(model: Projection<D>, clocksOf: (document: D) => readonly Clock[], first?: string): ClockModel =>
  async (reads, { asOf, until }) => {
    const where: readonly Filter[] = first === undefined ? [] : [{ column: first, is: '<=', value: until }]
    const lines: BoardLine[] = []
    for (let after: readonly unknown[] | undefined; ; ) {
      const page: readonly Stored<D>[] = await reads.find(model, {
        where,
        limit: PAGE,
        ...(after === undefined ? {} : { after }),
      })
      for (const { key, document } of page) {
        const { uscc: named } = document as { readonly uscc?: string }
        const uscc = named ?? (isUsccShaped(key) ? key : null)
        for (const { what, who, by, basis } of clocksOf(document))
          lines.push({
            ...{ by, overdue: by < asOf, subject: key, uscc, what, who: who === PARTY ? (uscc ?? who) : who },
            ...{ basis: textOf(basis), count: 1 },
          })
      }
      if (page.length < PAGE) return lines
      after = [page.at(-1)?.key]
    }
  }

/** Who must do what by which day, the most pressing first: the running clocks of all acts. */
export const boardOf = async (
  reads: BoardReads,
  models: readonly ClockModel[],
  query: BoardQuery,
): Promise<readonly BoardLine[]> => {
  const { until, who, overdue = false } = query
  const lines = (await Promise.all(models.map((model) => model(reads, query)))).flat()
  const order = ({ by, subject, what }: BoardLine): string => `${by} ${subject} ${what}`
  return lines
    .filter((line) => line.by <= until && (who === undefined || line.who === who) && (!overdue || line.overdue))
    .toSorted((a, b) => (order(a) < order(b) ? -1 : 1))
}

/** The kind of act: what a clock is for, without the number and the ground of the one matter. */
export const actOf = ({ what }: Pick<BoardLine, 'what'>): string => /^[^\s：:（(]+/.exec(what)?.[0] ?? what

/** How many clocks these lines stand for. */
export const clocksIn = (lines: readonly BoardLine[]): number => lines.reduce((sum, { count }) => sum + count, 0)
