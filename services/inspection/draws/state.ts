import type { CivilDate } from '@mingjian/codes'
import { type EventOf, notBegun, type Progress, progressed } from '@mingjian/kernel'
import type { DrawOpened } from '@mingjian/schemas'
import type { DrawPlan } from '../draw/draw.ts'
import type { Plan } from '../draw/plan.ts'
import type { Commitment, Reveal } from '../draw/seed.ts'

export interface Replacement {
  readonly task: string
  readonly uscc: string
  readonly inspector: string
  readonly replacement: string
  readonly reason: string
}

/** A draw from its opening on: committed from the second official on, conducted when it has been run. */
export interface Ceremony extends Progress<'opened' | 'committed' | 'conducted'> {
  readonly opened: DrawOpened
  readonly plan: Plan & DrawPlan
  /** In the order in which they were made, which is the order of the seed. */
  readonly commitments: readonly Commitment[]
  /** By official, those that opened their commitment. */
  readonly revealed: ReadonlyMap<string, string>
  readonly run?: {
    readonly seed: string
    readonly publicValue: string
    readonly witness: string | null
    readonly proofSha256: string
  }
  readonly drawn: readonly { readonly task: string; readonly uscc: string }[]
  readonly replacements: readonly (Replacement & { readonly on: CivilDate })[]
}

export interface Draw {
  /** Seeds of all draws and rehearsals of the plan so far. */
  readonly seeds: readonly string[]
  /** The rehearsal whose events are being read. */
  readonly rehearsing: boolean
  /** The draw that counts; none before it is opened, and after it is void. */
  readonly ceremony: Ceremony | undefined
  /** The last draw that was voided. */
  readonly voided: EventOf<'DrawVoided'> | undefined
}

export const initial: Draw = { seeds: [], rehearsing: false, ceremony: undefined, voided: undefined }

export type DrawEvent = EventOf<
  | 'DrawOpened'
  | 'DrawNonceCommitted'
  | 'DrawCommitted'
  | 'DrawNonceRevealed'
  | 'DrawRevealFailed'
  | 'DrawSeeded'
  | 'DrawConducted'
  | 'DrawAudited'
  | 'InspectionObjectsDrawn'
  | 'InspectorReplaced'
  | 'DrawVoided'
>

/** In the order of the commitments; undefined while one is missing. */
export const revealsOf = ({ commitments, revealed }: Ceremony): readonly Reveal[] | undefined => {
  const reveals = commitments.flatMap(({ official }) => {
    const nonce = revealed.get(official)
    return nonce === undefined ? [] : [{ official, nonce }]
  })
  return reveals.length < commitments.length ? undefined : reveals
}

const opened = ({ data, effectiveOn }: EventOf<'DrawOpened'>): Ceremony => {
  const plan = JSON.parse(data.plan) as Ceremony['plan']
  const nothingYet = { commitments: [], revealed: new Map(), drawn: [], replacements: [] }
  return { ...notBegun, stage: 'opened', stageOn: effectiveOn, opened: data, plan, ...nothingYet }
}

const withProof = (ceremony: Ceremony, proofSha256: string): Ceremony =>
  ceremony.run === undefined ? ceremony : { ...ceremony, run: { ...ceremony.run, proofSha256 } }

const moved = (ceremony: Ceremony, event: Exclude<DrawEvent, EventOf<'DrawOpened' | 'DrawVoided'>>): Ceremony => {
  switch (event.type) {
    case 'DrawNonceCommitted': {
      const commitments = [...ceremony.commitments, event.data]
      return { ...ceremony, commitments, stage: commitments.length < 2 ? 'opened' : 'committed' }
    }
    case 'DrawNonceRevealed':
      return { ...ceremony, revealed: new Map(ceremony.revealed).set(event.data.official, event.data.nonce) }
    case 'DrawSeeded': {
      const { seed, publicValue, witness } = event.data
      return { ...ceremony, stage: 'conducted', run: { seed, publicValue, witness, proofSha256: '' } }
    }
    case 'DrawConducted': {
      const { coverage, proofSha256 } = event.data
      return withProof(
        coverage === null ? ceremony : { ...ceremony, opened: { ...ceremony.opened, coverage } },
        proofSha256,
      )
    }
    case 'InspectionObjectsDrawn': {
      const drawn = event.data.objects.map(({ task, uscc }) => ({ task, uscc }))
      return { ...ceremony, drawn: [...ceremony.drawn, ...drawn] }
    }
    case 'InspectorReplaced': {
      const { proofSha256, ...replacement } = event.data
      const replacements = [...ceremony.replacements, { ...replacement, on: event.effectiveOn }]
      return { ...withProof(ceremony, proofSha256), replacements }
    }
    case 'DrawCommitted':
    case 'DrawRevealFailed':
    case 'DrawAudited':
      return ceremony
    default:
      event satisfies never
      return ceremony
  }
}

const ceremonyAfter = (ceremony: Ceremony | undefined, event: DrawEvent): Ceremony | undefined => {
  if (event.type === 'DrawOpened') return opened(event)
  if (event.type === 'DrawVoided' || ceremony === undefined) return undefined
  return progressed(ceremony, moved(ceremony, event), event)
}

/** A rehearsal's commitment, seed and result stand together, and are no part of the draw that counts. */
export const evolve = (state: Draw, event: DrawEvent): Draw => {
  const seeds = event.type === 'DrawSeeded' ? [...state.seeds, event.data.seed] : state.seeds
  if (event.type === 'DrawCommitted') return { ...state, rehearsing: event.data.rehearsal }
  if (state.rehearsing) return { ...state, seeds, rehearsing: event.type !== 'DrawConducted' }
  const ceremony = ceremonyAfter(state.ceremony, event)
  return { ...state, seeds, ceremony, voided: event.type === 'DrawVoided' ? event : state.voided }
}
