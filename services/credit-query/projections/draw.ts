import type { CivilDate, Projection, RecordedEvent } from '@mingjian/kernel'

/** What the public may know of a plan: all of it, since what is secret of a sealed one is not in the log. */
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
  readonly seed: string
  readonly seededOn: CivilDate
}

export interface DrawResult {
  readonly selected: number
  /** Of these, added to reach the floor. */
  readonly byFloor: number
  readonly unassigned: number
  /** Of the public proof file. */
  readonly proofSha256: string
  readonly conductedOn: CivilDate
}

/** A draw from its commitment to its result. Members are null until it has come so far. */
export interface Draw {
  readonly id: string
  readonly plan: PublicPlan
  readonly rehearsal: boolean
  readonly stage: 'committed' | 'seeded' | 'conducted'
  readonly authority: string
  readonly committedOn: CivilDate
  readonly logPosition: number
  readonly population: {
    readonly size: number
    readonly root: string
    readonly perStratum: Readonly<Record<string, number>>
  }
  readonly roster: { readonly size: number; readonly root: string }
  readonly commitments: readonly { readonly official: string; readonly sha256: string }[]
  readonly seed: DrawSeed | null
  readonly result: DrawResult | null
  /** Draws of the same plan before this one; a draw is never deleted by the next. */
  readonly earlier: readonly {
    readonly rehearsal: boolean
    readonly committedOn: CivilDate
    readonly seed: string | null
    readonly proofSha256: string | null
  }[]
  readonly position: number
}

const evolve = (before: Draw | undefined, event: RecordedEvent): Draw | undefined => {
  const { position, effectiveOn } = event
  switch (event.type) {
    case 'DrawCommitted': {
      const { plan, rehearsal, logPosition, commitments, ...frozen } = event.data
      return {
        id: event.subject,
        plan: JSON.parse(plan) as PublicPlan,
        rehearsal,
        stage: 'committed',
        authority: event.authority,
        committedOn: effectiveOn,
        logPosition,
        population: { size: frozen.populationSize, root: frozen.populationRoot, perStratum: frozen.perStratum },
        roster: { size: frozen.rosterSize, root: frozen.rosterRoot },
        commitments,
        seed: null,
        result: null,
        earlier: before === undefined ? [] : [...before.earlier, summaryOf(before)],
        position,
      }
    }
    case 'DrawSeeded':
      return before && { ...before, stage: 'seeded', seed: { ...event.data, seededOn: effectiveOn }, position }
    case 'DrawConducted':
      return before && { ...before, stage: 'conducted', result: { ...event.data, conductedOn: effectiveOn }, position }
    default:
      return before
  }
}

const summaryOf = ({ rehearsal, committedOn, seed, result }: Draw): Draw['earlier'][number] => ({
  rehearsal,
  committedOn,
  seed: seed?.seed ?? null,
  proofSha256: result?.proofSha256 ?? null,
})

export const draw: Projection<Draw> = {
  name: 'draw',
  version: 1,
  events: ['DrawCommitted', 'DrawSeeded', 'DrawConducted'],
  evolve,
  columns: { stage: 'text not null' },
  row: ({ stage }) => ({ stage }),
  indexes: [],
}
