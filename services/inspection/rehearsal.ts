import {
  type Attachments,
  type CommandHandler,
  type Outcome,
  type ReadModels,
  type Refusal,
  refusal,
} from '@mingjian/kernel'
import { commit, type Drawn, run } from './draw/draw.ts'
import { drawPlanOf, isPlan, type Plan, readPlan } from './draw/plan.ts'
import { proofOf, writeProof } from './draw/proof.ts'
import { commitmentOf, isHex32 } from './draw/seed.ts'
import type { DrawCommand } from './draws/decider.ts'
import { officesOf } from './draws/frozen.ts'
import { basisOf } from './draws/plan-basis.ts'
import { freeze } from './library.ts'

const tooFewNonces = refusal('too-few-officials', {
  zh: '抽取应当有两名以上人员参加：请两次给出 --nonce。',
  en: 'a draw has at least two officials: give --nonce twice',
})
const malformedNonce = refusal('nonce', {
  zh: '“{nonce}”不是小写十六进制的32字节。',
  en: '"{nonce}" is not 32 bytes in lower-case hexadecimal',
})

export interface RehearsalPorts {
  readonly reads: ReadModels
  readonly attachments: Attachments
  readonly handler: CommandHandler
}

export interface RehearsalInput {
  /** PLAN.json as it was read. */
  readonly plan: unknown
  /** One of each official, 32 bytes in hexadecimal. */
  readonly nonces: readonly string[]
  readonly publicValue: string
  /** 32 random bytes in hexadecimal, for a plan whose strata are sealed. */
  readonly key: string
  readonly actor: string
}

export interface Rehearsed {
  readonly planId: string
  readonly selected: number
  readonly populationSize: number
  /** The proof file (draw protocol 1 §7). */
  readonly proof: string
}

/** Commitment, seed, selection and pairing at once, for training and tests: recorded as a rehearsal 演练, and nobody is visited for it. */
export const rehearse = async (
  ports: RehearsalPorts,
  input: RehearsalInput,
): Promise<Rehearsed | readonly Refusal[]> => {
  const given = readPlan(input.plan)
  if (!isPlan(given)) return given
  if (input.nonces.length < 2) return [tooFewNonces({})]
  const unfit = input.nonces.find((nonce) => !isHex32(nonce))
  if (unfit !== undefined) return [malformedNonce({ nonce: unfit })]

  const basis = await basisOf(ports.reads, given)
  if ('code' in basis) return [basis]
  const { plan } = basis
  const authority = plan.departments?.[0] ?? ''
  const library = await freeze(ports.reads, basis, authority)
  if ('code' in library) return [library]
  const { position, objects, excluded, inspectors, away } = library
  const drawPlan = drawPlanOf(plan, { excluded, away, rehearsal: true })
  const committed = commit(drawPlan, objects, inspectors, ...(drawPlan.sealed ? [input.key] : []))
  if ('code' in committed) return [committed]
  const reveals = input.nonces.map((nonce, index) => ({ official: `演练${index + 1}`, nonce }))
  const commitments = reveals.map(({ official, nonce }) => ({ official, sha256: commitmentOf(nonce) }))
  const drawn = run(committed, commitments, reveals, input.publicValue, officesOf(library))
  if ('code' in drawn) return [drawn]

  const proof = writeProof(proofOf(drawn, plan.publicSource.name))
  const outcome = await record(ports, plan, drawn, proof, position, input.actor)
  if (outcome.outcome === 'refused') return [outcome.refusal]
  return { planId: plan.id, selected: drawn.selected.length, populationSize: objects.length, proof }
}

const record = async (
  { attachments, handler }: RehearsalPorts,
  plan: Plan,
  { committed, commitments, reveals, publicValue, seed, selected }: Drawn,
  proof: string,
  logPosition: number,
  actor: string,
): Promise<Outcome> => {
  const { population, roster } = committed
  // The file first: an event never names what isn't there.
  const proofSha256 = await attachments.put(Buffer.from(proof))
  const command: DrawCommand = {
    type: 'RecordRehearsal',
    data: {
      planId: plan.id,
      committed: {
        plan: JSON.stringify(committed.plan),
        rehearsal: true,
        logPosition,
        populationSize: population.lines.length,
        populationRoot: population.root,
        perStratum: Object.fromEntries(population.strata.map((name, place) => [name, population.sizes[place] ?? 0])),
        rosterSize: roster.lines.length,
        rosterRoot: roster.root,
        commitments: [...commitments],
      },
      seeded: { reveals: [...reveals], publicSource: plan.publicSource.name, publicValue, seed, witness: null },
      conducted: {
        selected: selected.length,
        byFloor: selected.filter(({ reason }) => reason === 'floor').length,
        unassigned: selected.filter(({ unassigned }) => unassigned !== undefined).length,
        proofSha256,
        // A rehearsal adds nothing to what a year has reached.
        coverage: null,
        repeats: 0,
      },
    },
  }
  return await handler.handle({ command, actor, authority: plan.departments?.[0] ?? '' })
}
