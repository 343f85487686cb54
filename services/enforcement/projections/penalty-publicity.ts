import { addDays, type CivilDate } from '@mingjian/codes'
import type { DutyClock, Projection, RecordedEvent } from '@mingjian/kernel'
import { encodeCitation, lastDay } from '@mingjian/law'
import { endOfPublicityBasis, isPublished, publicityBasis, WITHDRAW, withdrawalBasis } from '../law.ts'
import { publicityDay } from '../penalties/publicity.ts'

interface Shown {
  readonly decidedOn: CivilDate
  readonly authority: string
  readonly published: boolean
  /** Last day of publicity; null before it, and once it is over. */
  readonly until: CivilDate | null
  readonly overturnedOn: CivilDate | null
}

/** The publicity of an enterprise's penalties: what is shown until when, and what has to be done by when. */
export interface PenaltyPublicity {
  readonly penalties: Readonly<Record<string, Shown>>
  readonly clocks: readonly DutyClock[]
  /** The next day on which something is to be done. */
  readonly dueOn: CivilDate | null
  readonly authority: string
}

const clocksOf = (documentNo: string, shown: Shown): readonly DutyClock[] => {
  const { decidedOn, authority: who, published, until, overturnedOn } = shown
  const clock = (what: string, by: CivilDate, [basis]: ReturnType<typeof publicityBasis>): DutyClock => ({
    what: `${what} ${documentNo}`,
    who,
    by,
    basis: basis === undefined ? '' : encodeCitation(basis),
  })
  if (overturnedOn !== null)
    return until === null
      ? []
      : [clock('撤回处罚信息公示', lastDay(overturnedOn, WITHDRAW), withdrawalBasis(overturnedOn))]
  if (!published) return [clock('公示处罚信息', publicityDay(decidedOn), publicityBasis(decidedOn))]
  return until === null ? [] : [clock('停止公示处罚信息', addDays(until, 1), endOfPublicityBasis('term-over', until))]
}

const next = (penalties: PenaltyPublicity['penalties']): PenaltyPublicity => {
  const clocks = Object.entries(penalties).flatMap(([documentNo, shown]) => clocksOf(documentNo, shown))
  const [first] = clocks.toSorted((a, b) => (a.by < b.by ? -1 : 1))
  return { penalties, clocks, dueOn: first?.by ?? null, authority: first?.who ?? '' }
}

const evolve = (before: PenaltyPublicity | undefined, event: RecordedEvent): PenaltyPublicity | undefined => {
  const penalties = before?.penalties ?? {}
  const changed = (documentNo: string, change: Partial<Shown>): PenaltyPublicity | undefined => {
    const known = penalties[documentNo]
    return known === undefined ? before : next({ ...penalties, [documentNo]: { ...known, ...change } })
  }
  switch (event.type) {
    case 'PenaltyDecided': {
      const { documentNo, decidedOn, authority } = event.data
      if (!isPublished(event.data, decidedOn)) return before
      const { published = false, until = null } = penalties[documentNo] ?? {}
      return next({ ...penalties, [documentNo]: { decidedOn, authority, published, until, overturnedOn: null } })
    }
    case 'PenaltyPublicised':
      return changed(event.data.documentNo, { published: true, until: event.data.until })
    case 'PenaltyOverturned':
      return changed(event.data.documentNo, { overturnedOn: event.data.decidedOn })
    case 'PenaltyPublicityEnded':
    case 'PenaltyPublicityWithdrawn':
      return changed(event.data.documentNo, { published: true, until: null })
    default:
      return before
  }
}

export const penaltyPublicity: Projection<PenaltyPublicity> = {
  name: 'penalty_publicity',
  version: 1,
  events: [
    'PenaltyDecided',
    'PenaltyPublicised',
    'PenaltyOverturned',
    'PenaltyPublicityEnded',
    'PenaltyPublicityWithdrawn',
  ],
  evolve,
  columns: { due_on: 'date' },
  row: ({ dueOn }) => ({ due_on: dueOn }),
  indexes: ['(due_on, key) where due_on is not null'],
}
