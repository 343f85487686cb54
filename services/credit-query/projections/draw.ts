import type { CivilDate } from '@mingjian/codes'
import type { Projection, RecordedEvent } from '@mingjian/kernel'
import type { Coverage, DrawAudited, DrawOpened, InspectorReplaced } from '@mingjian/schemas'

/** What the public may know of a plan: all of it, since what is secret of a sealed one is not in the log. Whom it excludes is in the proof. */
export interface PublicPlan {
  readonly id: string
  readonly name?: string
  readonly year?: number
  readonly floor?: string
  readonly inspectorsPerObject?: number
  readonly window?: { readonly from: CivilDate; readonly to: CivilDate }
  readonly sealed?: boolean
  readonly [member: string]: unknown
}

export interface DrawSeed {
  readonly reveals: readonly { readonly official: string; readonly nonce: string }[]
  readonly publicSource: string
  readonly publicValue: string
  readonly witness: string | null
  readonly seed: string
  readonly seededOn: CivilDate
}

export interface DrawResult {
  readonly selected: number
  /** Of these, added to reach the floor. */
  readonly byFloor: number
  readonly unassigned: number
  /** Of those selected, drawn before this year. */
  readonly repeats: number
  /** Of the public proof file. */
  readonly proofSha256: string
  readonly conductedOn: CivilDate
}

export type Stage = 'opened' | 'committed' | 'seeded' | 'conducted' | 'void'

/** A draw from its opening to its result. Members are null until it has come so far. */
export interface Draw {
  readonly id: string
  readonly plan: PublicPlan
  readonly rehearsal: boolean
  readonly stage: Stage
  readonly authority: string
  /** Of the first commitment that fixes the draw; until then the day on which it was opened. */
  readonly committedOn: CivilDate
  readonly logPosition: number
  readonly population: {
    readonly size: number
    readonly root: string
    readonly perStratum: Readonly<Record<string, number>>
    /** In the plan's scope but not to be drawn, by reason. */
    readonly excluded: Readonly<Record<string, number>>
  }
  readonly roster: { readonly size: number; readonly root: string }
  readonly commitments: readonly { readonly official: string; readonly sha256: string }[]
  /** Nonces disclosed so far. */
  readonly revealed: readonly { readonly official: string; readonly nonce: string }[]
  /** Nonces shown that were not the ones committed. */
  readonly failedReveals: readonly { readonly official: string; readonly nonce: string; readonly on: CivilDate }[]
  /** How much of the year's floor is reached: planned, and once it has been run, really. */
  readonly coverage: Coverage | null
  readonly seed: DrawSeed | null
  readonly result: DrawResult | null
  readonly audit: DrawAudited | null
  readonly replacements: readonly Omit<InspectorReplaced, 'proofSha256'>[]
  readonly voided: { readonly why: string; readonly on: CivilDate } | null
  /** Draws of the same plan before this one; a draw is never deleted by the next. */
  readonly earlier: readonly {
    readonly rehearsal: boolean
    readonly committedOn: CivilDate
    readonly seed: string | null
    readonly proofSha256: string | null
    /** Why it was voided, if it was. */
    readonly voided: string | null
  }[]
  readonly position: number
}

type Frozen = Pick<
  DrawOpened,
  'plan' | 'logPosition' | 'populationSize' | 'populationRoot' | 'perStratum' | 'rosterSize' | 'rosterRoot'
>

const begun = (
  before: Draw | undefined,
  { subject, authority, effectiveOn, position }: RecordedEvent,
  { plan: text, logPosition, ...frozen }: Frozen,
): Draw => {
  const { excluded = [], ...plan } = JSON.parse(text) as PublicPlan & { readonly excluded?: readonly Excluded[] }
  return {
    id: subject,
    plan,
    rehearsal: false,
    stage: 'opened',
    authority,
    committedOn: effectiveOn,
    logPosition,
    population: {
      size: frozen.populationSize,
      root: frozen.populationRoot,
      perStratum: frozen.perStratum,
      excluded: countedBy(excluded),
    },
    roster: { size: frozen.rosterSize, root: frozen.rosterRoot },
    commitments: [],
    revealed: [],
    failedReveals: [],
    coverage: null,
    seed: null,
    result: null,
    audit: null,
    replacements: [],
    voided: null,
    earlier: before === undefined ? [] : [...before.earlier, summaryOf(before)],
    position,
  }
}

interface Excluded {
  readonly reason: string
}
const countedBy = (excluded: readonly Excluded[]): Readonly<Record<string, number>> => {
  const counts: Record<string, number> = {}
  for (const { reason } of excluded) counts[reason] = (counts[reason] ?? 0) + 1
  return counts
}

const evolve = (before: Draw | undefined, event: RecordedEvent): Draw | undefined => {
  if (event.type === 'DrawOpened') return { ...begun(before, event, event.data), coverage: event.data.coverage }
  if (event.type === 'DrawCommitted') {
    const { rehearsal, commitments } = event.data
    // A rehearsal is committed, seeded and conducted at once, without having been opened.
    const draw = before === undefined || rehearsal ? begun(before, event, event.data) : before
    return {
      ...draw,
      rehearsal,
      stage: 'committed',
      commitments,
      committedOn: event.effectiveOn,
      position: event.position,
    }
  }
  return before && { ...before, ...changeBy(before, event), position: event.position }
}

const changeBy = (before: Draw, event: RecordedEvent): Partial<Draw> => {
  const { effectiveOn } = event
  switch (event.type) {
    case 'DrawNonceCommitted':
      return { commitments: [...before.commitments, event.data] }
    case 'DrawNonceRevealed':
      return { revealed: [...before.revealed, event.data] }
    case 'DrawRevealFailed':
      return { failedReveals: [...before.failedReveals, { ...event.data, on: effectiveOn }] }
    case 'DrawSeeded':
      return { stage: 'seeded', seed: { ...event.data, seededOn: effectiveOn } }
    case 'DrawConducted': {
      const { coverage, ...result } = event.data
      return { stage: 'conducted', coverage, result: { ...result, conductedOn: effectiveOn } }
    }
    case 'DrawAudited':
      return { audit: event.data }
    case 'InspectorReplaced': {
      const { proofSha256, ...replacement } = event.data
      return {
        replacements: [...before.replacements, replacement],
        ...(before.result === null ? {} : { result: { ...before.result, proofSha256 } }),
      }
    }
    case 'DrawVoided':
      return { stage: 'void', voided: { why: event.data.why, on: effectiveOn } }
    default:
      return {}
  }
}

const summaryOf = ({ rehearsal, committedOn, seed, result, voided }: Draw): Draw['earlier'][number] => ({
  rehearsal,
  committedOn,
  seed: seed?.seed ?? null,
  proofSha256: result?.proofSha256 ?? null,
  voided: voided?.why ?? null,
})

export const draw: Projection<Draw> = {
  name: 'draw',
  version: 4,
  events: [
    'DrawOpened',
    'DrawNonceCommitted',
    'DrawCommitted',
    'DrawNonceRevealed',
    'DrawRevealFailed',
    'DrawSeeded',
    'DrawConducted',
    'DrawAudited',
    'InspectorReplaced',
    'DrawVoided',
  ],
  evolve,
  columns: { stage: 'text not null', year: 'int' },
  row: ({ stage, plan }) => ({ stage, year: plan.year ?? null }),
  indexes: [],
}
