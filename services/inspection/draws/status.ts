import type { EventLog } from '@mingjian/kernel'
import type { Coverage } from '@mingjian/schemas'
import { drawIn } from './past.ts'
import type { Replacement } from './state.ts'

/** Where a draw stands, and what it waits for. */
export interface DrawStatus {
  readonly planId: string
  readonly stage: 'none' | 'opened' | 'committed' | 'conducted' | 'void'
  readonly next: string
  readonly population?: {
    readonly size: number
    readonly root: string
    readonly perStratum: Readonly<Record<string, number>>
  }
  readonly roster?: { readonly size: number; readonly root: string }
  readonly excluded?: number
  readonly commitments?: readonly { readonly official: string; readonly sha256: string; readonly revealed: boolean }[]
  readonly publicSource?: { readonly name: string; readonly at: string }
  readonly coverage?: Coverage
  readonly warnings?: readonly string[]
  readonly seed?: string
  readonly selected?: number
  readonly proofSha256?: string
  readonly replacements?: readonly Replacement[]
}

/** Of the draw that counts; `void` where the last one was voided and none is open. */
export const statusOf = async (log: Pick<EventLog, 'readStreams'>, planId: string): Promise<DrawStatus> => {
  const { ceremony, voided } = await drawIn(log, planId)
  if (ceremony === undefined)
    return { planId, stage: voided === undefined ? 'none' : 'void', next: 'draw open PLAN.json' }
  const { stage, opened, plan, commitments, revealed, run, drawn } = ceremony
  const replacements = ceremony.replacements.map(({ on: _, ...replacement }) => replacement)
  const silent = commitments.filter(({ official }) => !revealed.has(official)).map(({ official }) => official)
  const next = {
    opened: 'draw commit: at least two officials',
    committed:
      silent.length > 0 ? `draw reveal: ${silent.join('、')}` : `draw run: the value of ${plan.publicSource.name}`,
    conducted: 'draw proof',
  }[stage]
  return {
    planId,
    stage,
    next,
    population: { size: opened.populationSize, root: opened.populationRoot, perStratum: opened.perStratum },
    roster: { size: opened.rosterSize, root: opened.rosterRoot },
    excluded: plan.excluded?.length ?? 0,
    commitments: commitments.map(({ official, sha256 }) => ({ official, sha256, revealed: revealed.has(official) })),
    publicSource: plan.publicSource,
    coverage: opened.coverage,
    warnings: opened.warnings,
    ...(run === undefined
      ? {}
      : { seed: run.seed, selected: drawn.length, proofSha256: run.proofSha256, replacements }),
  }
}
