import type { CivilDate } from '@mingjian/codes'
import type { CommandHandler, Follow, Request } from './command-handler.ts'
import type { Command } from './decider.ts'
import type { Fence, PendingEvent, ReadModels, Stored } from './ports.ts'
import type { Filter, Projection } from './projection.ts'
import type { Refusal } from './refusal.ts'

/** One act that is due. */
export interface DueAct {
  readonly command: Command
  readonly authority: string
}

/** What is due on a day. */
export interface Due<D> {
  /** Finds the documents with an act that is due and not done. */
  readonly where: readonly Filter[]
  readonly acts: (document: D, key: string) => readonly DueAct[]
}

/** An act that the law asks for by a day, found in a read model and carried out as a command dated that day. */
export interface Deadline<D, L = undefined> {
  readonly name: string
  readonly readModel: Projection<D>
  /** What its days depend on beside the documents: settings in force. */
  readonly law?: (reads: ReadModels) => Promise<L>
  /** The first day after `after` and up to `asOf` on which something may fall due. */
  readonly next: (reads: ReadModels, after: CivilDate, asOf: CivilDate, law: L) => Promise<CivilDate | undefined>
  readonly due: (day: CivilDate, law: L) => Due<D>
  /**
   * The acts that a fact of that day makes due on the same day by itself. They are recorded together with the fact, without waiting for the
   * read models; those that are refused come up again in `due`.
   */
  readonly atOnce?: (fact: PendingEvent, day: CivilDate) => readonly DueAct[]
}

export type AnyDeadline = Deadline<unknown, unknown>
export const anyDeadline = <D, L>(deadline: Deadline<D, L>): AnyDeadline => deadline as unknown as AnyDeadline

/** The next day of the clocks that a read model keeps in a column. */
export const nextClock =
  <D>(readModel: Projection<D>, column: string, dayOf: (document: D) => CivilDate | undefined) =>
  async (reads: ReadModels, after: CivilDate, asOf: CivilDate): Promise<CivilDate | undefined> => {
    const where: readonly Filter[] = [
      { column, is: '>', value: after },
      { column, is: '<=', value: asOf },
    ]
    const [first] = await reads.find(readModel, { where, order: [{ column }], limit: 1 })
    return first === undefined ? undefined : dayOf(first.document)
  }

export interface SweepTools {
  readonly handler: CommandHandler
  readonly reads: ReadModels
  /** Brings the read models of the deadlines, and the reactions that move them, up to the end of the log. */
  readonly catchUp: () => Promise<void>
  readonly fence?: Fence
  readonly progress?: (day: CivilDate, acts: number) => void
}

export interface Swept {
  readonly acts: number
  readonly rounds: number
  readonly refused: readonly {
    readonly deadline: string
    readonly key: string
    readonly day: CivilDate
    readonly refusal: Refusal
  }[]
}

/** Documents per query. */
const FOUND = 500
/** Documents whose acts are decided and recorded together: few, so that the streams read for them die young in the garbage collector. */
const PAGE = 250
/** Pages under way at once. */
const LANES = 2
/**
 * Acts after which the read models catch up, concurrently with the next acts, so that neither the database nor this process idles: few, so that
 * the folded documents die young in the garbage collector.
 */
const FOLLOWED = 500
/** Acts by which the read models may lag: a process folds its own newest events from memory, which holds only so many. */
const BEHIND = 15_000
const BEFORE_ALL: CivilDate = '1000-01-01'

/**
 * Carries out everything due by a day, day by day in order, so that each act knows the consequences of those before it: a listing of 2024
 * and its removal come before the listing of 2025. Safe to break off and to repeat: a finished act is no longer due.
 */
export const sweep = async (deadlines: readonly AnyDeadline[], asOf: CivilDate, tools: SweepTools): Promise<Swept> => {
  const { reads, catchUp, progress } = tools
  const refused = new Map<string, Swept['refused'][number]>()
  const finished = new Map<AnyDeadline, CivilDate>()
  let acts = 0
  let rounds = 0
  await catchUp()
  for (;;) {
    const laws = await Promise.all(deadlines.map((deadline) => deadline.law?.(reads)))
    const next = await Promise.all(
      deadlines.map((deadline, at) => deadline.next(reads, finished.get(deadline) ?? BEFORE_ALL, asOf, laws[at])),
    )
    const day = next.filter((candidate) => candidate !== undefined).sort()[0]
    if (day === undefined) return { acts, rounds, refused: [...refused.values()] }
    rounds += 1
    const follow = following(deadlines, day)
    const before = acts
    const asked = deadlines.flatMap((deadline, at) => (next[at] === day ? { deadline, law: laws[at] } : []))
    for (const { deadline, law } of asked) {
      acts += await runDay(deadline, day, law, follow, tools, refused)
      progress?.(day, acts)
    }
    // Repeated until a round finds nothing: an act may make another due on the same day.
    if (acts === before) for (const { deadline } of asked) finished.set(deadline, day)
    await catchUp()
  }
}

const requestOf = ({ name }: AnyDeadline, { command, authority }: DueAct): Request => ({
  command,
  authority,
  actor: `deadline:${name}`,
})

const following = (deadlines: readonly AnyDeadline[], day: CivilDate): Follow => {
  const atOnce = deadlines.flatMap((deadline) =>
    deadline.atOnce === undefined ? [] : { deadline, actsOf: deadline.atOnce },
  )
  return (fact) => {
    const { correlationId } = fact.provenance
    const traced = correlationId === undefined ? {} : { correlationId }
    return atOnce.flatMap(({ deadline, actsOf }) =>
      actsOf(fact, day).map((act) => ({ ...requestOf(deadline, act), ...traced })),
    )
  }
}

const runDay = async (
  deadline: AnyDeadline,
  day: CivilDate,
  law: unknown,
  follow: Follow,
  { handler, reads, catchUp, fence }: SweepTools,
  refused: Map<string, Swept['refused'][number]>,
): Promise<number> => {
  const { where, acts: actsOf } = deadline.due(day, law)
  // While the database writes one page, the next is decided: no two pages share a document.
  const pages = new Set<Promise<void>>()
  const followings = new Set<Promise<void>>()
  let acts = 0
  let followed = 0
  /** A rejected promise stays in `underWay` and surfaces at the await below; the empty catch only marks it as handled until then. */
  const begin = (underWay: Set<Promise<void>>, work: Promise<void>): void => {
    const one = work.then(() => void underWay.delete(one))
    one.catch(() => {})
    underWay.add(one)
  }
  const carryOut = async (page: readonly Stored<unknown>[]): Promise<void> => {
    const due = page.flatMap(({ key, document }) => actsOf(document, key).map((act) => ({ key, ...act })))
    // No command ids: the decider itself knows what has been done, and ids would cost a tenth of the time.
    const handled = await handler.handleWithFollowing(
      due.map((act) => requestOf(deadline, act)),
      follow,
      fence,
    )
    for (const [index, { outcome }] of handled.entries()) {
      if (outcome.outcome === 'recorded') acts += 1
      const act = due[index]
      if (outcome.outcome !== 'refused' || act === undefined) continue
      const { key, command } = act
      refused.set(`${deadline.name} ${JSON.stringify(command)}`, {
        deadline: deadline.name,
        key,
        day,
        refusal: outcome.refusal,
      })
    }
    if (acts - followed >= FOLLOWED && followings.size === 0) begin(followings, bringUp())
  }
  const bringUp = async (): Promise<void> => {
    while (acts - followed >= FOLLOWED) {
      const upTo = acts
      await catchUp()
      followed = upTo
    }
  }
  const isFull = (): boolean => pages.size === LANES || (followings.size > 0 && acts - followed >= BEHIND)
  try {
    for (let after: readonly unknown[] | undefined; ; ) {
      const found = await reads.find(deadline.readModel, {
        where,
        limit: FOUND,
        ...(after === undefined ? {} : { after }),
      })
      if (found.length === 0) break
      for (let from = 0; from < found.length; from += PAGE) {
        begin(pages, carryOut(found.slice(from, from + PAGE)))
        while (isFull()) await Promise.race([...pages, ...followings])
      }
      after = [found.at(-1)?.key]
    }
    await Promise.all([...pages, ...followings])
    return acts
  } finally {
    await Promise.allSettled([...pages, ...followings])
  }
}
