import type { PastEvent } from '@mingjian/kernel'
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

/** A draw from its opening on. */
export interface Ceremony {
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
  readonly replacements: readonly Replacement[]
}

export interface Draw {
  /** Seeds of all draws and rehearsals of the plan so far. */
  readonly seeds: readonly string[]
  /** The rehearsal whose events are being read. */
  readonly rehearsing: boolean
  /** The draw that counts; none before it is opened, and after it is void. */
  readonly ceremony: Ceremony | undefined
  readonly voids: number
}

export const initial: Draw = { seeds: [], rehearsing: false, ceremony: undefined, voids: 0 }

export const stageOf = ({ run, commitments }: Ceremony): 'opened' | 'committed' | 'conducted' => {
  if (run !== undefined) return 'conducted'
  return commitments.length < 2 ? 'opened' : 'committed'
}

/** In the order of the commitments; undefined while one is missing. */
export const revealsOf = ({ commitments, revealed }: Ceremony): readonly Reveal[] | undefined => {
  const reveals = commitments.flatMap(({ official }) => {
    const nonce = revealed.get(official)
    return nonce === undefined ? [] : [{ official, nonce }]
  })
  return reveals.length < commitments.length ? undefined : reveals
}

const ceremonyAfter = (ceremony: Ceremony | undefined, event: PastEvent): Ceremony | undefined => {
  if (event.type === 'DrawOpened') {
    const plan = JSON.parse(event.data.plan) as Ceremony['plan']
    return { opened: event.data, plan, commitments: [], revealed: new Map(), drawn: [], replacements: [] }
  }
  if (ceremony === undefined) return undefined
  switch (event.type) {
    case 'DrawNonceCommitted':
      return { ...ceremony, commitments: [...ceremony.commitments, event.data] }
    case 'DrawNonceRevealed':
      return { ...ceremony, revealed: new Map(ceremony.revealed).set(event.data.official, event.data.nonce) }
    case 'DrawSeeded': {
      const { seed, publicValue, witness } = event.data
      return { ...ceremony, run: { seed, publicValue, witness, proofSha256: '' } }
    }
    case 'DrawConducted': {
      const { coverage, proofSha256 } = event.data
      const opened = coverage === null ? ceremony.opened : { ...ceremony.opened, coverage }
      return withProof({ ...ceremony, opened }, proofSha256)
    }
    case 'InspectionObjectsDrawn': {
      const drawn = event.data.objects.map(({ task, uscc }) => ({ task, uscc }))
      return { ...ceremony, drawn: [...ceremony.drawn, ...drawn] }
    }
    case 'InspectorReplaced': {
      const { proofSha256, ...replacement } = event.data
      return { ...withProof(ceremony, proofSha256), replacements: [...ceremony.replacements, replacement] }
    }
    case 'DrawVoided':
      return undefined
    default:
      return ceremony
  }
}

const withProof = (ceremony: Ceremony, proofSha256: string): Ceremony =>
  ceremony.run === undefined ? ceremony : { ...ceremony, run: { ...ceremony.run, proofSha256 } }

/** A rehearsal's commitment, seed and result stand together, and are no part of the draw that counts. */
export const evolve = (state: Draw, event: PastEvent): Draw => {
  const seeds = event.type === 'DrawSeeded' ? [...state.seeds, event.data.seed] : state.seeds
  if (event.type === 'DrawCommitted') return { ...state, rehearsing: event.data.rehearsal }
  if (state.rehearsing) return { ...state, seeds, rehearsing: event.type !== 'DrawConducted' }
  return {
    ...state,
    seeds,
    ceremony: ceremonyAfter(state.ceremony, event),
    voids: state.voids + (event.type === 'DrawVoided' ? 1 : 0),
  }
}
