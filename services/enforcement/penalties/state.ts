import type { CivilDate } from '@mingjian/codes'
import type { EventOf } from '@mingjian/kernel'
import type { PenaltyDecided, PenaltyOverturned } from '@mingjian/schemas'
import { isPublished } from '../law.ts'

/** What the public sees, or saw, of a decision. */
export interface Publicity {
  /** Where the feed carries it; none while it is only decided. */
  readonly position: number | undefined
  readonly from: CivilDate
  readonly until: CivilDate
  /** What is shown of the decision has been recorded otherwise since. */
  readonly outdated: boolean
  readonly over: false | 'ended' | 'withdrawn'
}
type Publicities = ReadonlyMap<string, Publicity>

/** The penalties of an enterprise, by document. */
export interface Penalties {
  readonly decided: ReadonlyMap<string, PenaltyDecided>
  readonly publicity: Publicities
  readonly performed: ReadonlySet<string>
  readonly overturned: ReadonlyMap<string, PenaltyOverturned>
}

export const noPenalties: Penalties = {
  decided: new Map(),
  publicity: new Map(),
  performed: new Set(),
  overturned: new Map(),
}

export type PenaltyEvent = EventOf<
  | 'PenaltyDecided'
  | 'PenaltyPerformed'
  | 'PenaltyOverturned'
  | 'PenaltyPublicised'
  | 'PenaltyPublicityEnded'
  | 'PenaltyPublicityWithdrawn'
  | 'PublicRecordRecalled'
>

/** Whether a decision is to be shown that is not, or not as it stands. */
export const awaitsPublicity = ({ publicity, overturned }: Penalties, penalty: PenaltyDecided): boolean => {
  const shown = publicity.get(penalty.documentNo)
  return (
    (shown === undefined || shown.outdated) &&
    !overturned.has(penalty.documentNo) &&
    isPublished(penalty, penalty.decidedOn)
  )
}

/** Whether a decision is recorded as it stands already, in these members. */
export const isRecordedSo = (
  known: PenaltyDecided,
  now: PenaltyDecided,
  members = Object.keys(now) as readonly (keyof PenaltyDecided)[],
): boolean => members.every((member) => JSON.stringify(known[member]) === JSON.stringify(now[member]))

const changed = (publicity: Publicities, documentNo: string, change: Partial<Publicity>): Publicities => {
  const before = publicity.get(documentNo)
  return before === undefined ? publicity : new Map(publicity).set(documentNo, { ...before, ...change })
}

const SHOWN: readonly (keyof PenaltyDecided)[] = [
  'violation',
  'basis',
  'kinds',
  'fineYuan',
  'confiscatedYuan',
  'procedure',
  'authority',
  'decidedOn',
  'restrictionYears',
]
/** What was restored or has run its time is over for good, however another system writes it. */
const afterDecision = ({ decided, publicity }: Penalties, penalty: PenaltyDecided): Publicities => {
  const { documentNo } = penalty
  const known = decided.get(documentNo)
  if (known === undefined || publicity.get(documentNo)?.over === 'ended') return publicity
  return isRecordedSo(known, penalty, SHOWN) ? publicity : changed(publicity, documentNo, { outdated: true })
}

export const evolve = (state: Penalties, event: PenaltyEvent): Penalties => {
  switch (event.type) {
    case 'PenaltyDecided': {
      const { documentNo } = event.data
      // What is recorded once more stands as it was changed.
      const overturned = new Map(state.overturned)
      overturned.delete(documentNo)
      const decided = new Map(state.decided).set(documentNo, event.data)
      return { ...state, publicity: afterDecision(state, event.data), decided, overturned }
    }
    case 'PenaltyPerformed':
      return { ...state, performed: new Set(state.performed).add(event.data.documentNo) }
    case 'PenaltyOverturned':
      return { ...state, overturned: new Map(state.overturned).set(event.data.documentNo, event.data) }
    case 'PenaltyPublicised': {
      const { documentNo, from, until } = event.data
      const shown: Publicity = { position: event.position, from, until, outdated: false, over: false }
      return { ...state, publicity: new Map(state.publicity).set(documentNo, shown) }
    }
    case 'PenaltyPublicityEnded':
      return { ...state, publicity: changed(state.publicity, event.data.documentNo, { over: 'ended' }) }
    case 'PenaltyPublicityWithdrawn':
      return { ...state, publicity: changed(state.publicity, event.data.documentNo, { over: 'withdrawn' }) }
    case 'PublicRecordRecalled':
      return state
    default:
      event satisfies never
      return state
  }
}
