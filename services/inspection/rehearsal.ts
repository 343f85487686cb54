import {
  type Attachments,
  type CommandHandler,
  type Outcome,
  type ReadModels,
  type Refusal,
  refused,
  type Stored,
} from '@mingjian/kernel'
import { commit, type Drawn, run } from './draw/draw.ts'
import { drawPlanOf, isPlan, type Plan, readPlan, stratumFor } from './draw/plan.ts'
import { proofOf, writeProof } from './draw/proof.ts'
import type { Inspector } from './draw/roster.ts'
import { commitmentOf, isHex32 } from './draw/seed.ts'
import type { RecordRehearsal } from './draws/decider.ts'
import { type InspectionObject, inspectionObject } from './projections/inspection-object.ts'
import { inspector } from './projections/inspector.ts'

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

const PAGE = 5000
const ATTEMPTS = 5

/** Commitment, seed, selection and pairing at once, for training and tests: recorded as a rehearsal 演练, and nobody is visited for it. */
export const rehearse = async (
  ports: RehearsalPorts,
  input: RehearsalInput,
): Promise<Rehearsed | readonly Refusal[]> => {
  const plan = readPlan(input.plan)
  if (!isPlan(plan)) return plan
  if (input.nonces.length < 2)
    return [refused('too-few-officials', 'a draw has at least two officials: give --nonce twice')]
  const unfit = input.nonces.find((nonce) => !isHex32(nonce))
  if (unfit !== undefined) return [refused('nonce', `"${unfit}" is not 32 bytes in lower-case hexadecimal`)]

  const library = await freeze(ports.reads, plan)
  if ('code' in library) return [library]
  const { position, lines, offices, inspectors } = library
  const drawPlan = drawPlanOf(plan, [], true)
  const committed = commit(drawPlan, lines, inspectors, ...(drawPlan.sealed ? [input.key] : []))
  if ('code' in committed) return [committed]
  const reveals = input.nonces.map((nonce, index) => ({ official: `演练${index + 1}`, nonce }))
  const commitments = reveals.map(({ official, nonce }) => ({ official, sha256: commitmentOf(nonce) }))
  const drawn = run(committed, commitments, reveals, input.publicValue, (uscc) => offices.get(uscc))
  if ('code' in drawn) return [drawn]

  const proof = writeProof(proofOf(drawn, plan.publicSource.name))
  const outcome = await record(ports, plan, drawn, proof, position, input.actor)
  if (outcome.outcome === 'refused') return [outcome.refusal]
  return { planId: plan.id, selected: drawn.selected.length, populationSize: lines.length, proof }
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
  const command: RecordRehearsal = {
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
      seeded: { reveals: [...reveals], publicSource: plan.publicSource.name, publicValue, seed },
      conducted: {
        selected: selected.length,
        byFloor: selected.filter(({ reason }) => reason === 'floor').length,
        unassigned: selected.filter(({ unassigned }) => unassigned !== undefined).length,
        proofSha256,
      },
    },
  }
  return await handler.handle({ command, actor, authority: plan.departments?.[0] ?? '' })
}

interface Library {
  readonly position: number
  /** `USCC,stratum` of everybody in the plan's scope, by code. */
  readonly lines: readonly string[]
  readonly offices: ReadonlyMap<string, string>
  readonly inspectors: readonly Inspector[]
}

/** Both libraries as of one position of the log; read again when it moved meanwhile. */
const freeze = async (reads: ReadModels, plan: Plan): Promise<Library | Refusal> => {
  for (let attempt = 0; attempt < ATTEMPTS; attempt += 1) {
    const position = await reads.position(inspectionObject.name)
    const lines: string[] = []
    const offices = new Map<string, string>()
    for await (const { key, document } of objectsOf(reads, plan)) {
      const { industrySection, industry, listed, authority } = document
      const lists = listed.map((entry) => entry.slice(0, entry.indexOf('/')))
      const stratum = stratumFor(plan.strata, {
        uscc: key,
        lists,
        ...(industrySection === null ? {} : { industrySection }),
        ...(industry === null ? {} : { industry }),
      })
      if (typeof stratum !== 'string') return stratum
      lines.push(`${key},${stratum}`)
      offices.set(key, authority)
    }
    const inspectors = await inspectorsOf(reads)
    if ((await reads.position(inspectionObject.name)) === position) return { position, lines, offices, inspectors }
  }
  return refused('register-in-motion', 'the register keeps changing while it is being frozen: try again in a moment')
}

async function* objectsOf(reads: ReadModels, { scope }: Plan): AsyncGenerator<Stored<InspectionObject>> {
  const { district, typeCodes, industries, filedReportFor } = scope
  const where = [
    { column: 'living', is: '=', value: true } as const,
    ...(district === undefined ? [] : [{ column: 'district', is: 'prefix', value: district } as const]),
    ...(filedReportFor === undefined ? [] : [{ column: 'filed', is: 'contains', value: filedReportFor } as const]),
  ]
  const ofType = (code: string): boolean => typeCodes === undefined || typeCodes.some((type) => code.startsWith(type))
  const ofIndustry = ({ industry, industrySection }: InspectionObject): boolean =>
    industries === undefined ||
    industries.some(
      (wanted) => `${industrySection ?? ''}${industry ?? ''}`.startsWith(wanted) || (industry ?? '').startsWith(wanted),
    )
  for (let after: readonly unknown[] | undefined; ; ) {
    const page: readonly Stored<InspectionObject>[] = await reads.find(inspectionObject, {
      where,
      limit: PAGE,
      ...(after === undefined ? {} : { after }),
    })
    for (const stored of page) if (ofType(stored.document.typeCode) && ofIndustry(stored.document)) yield stored
    if (page.length < PAGE) return
    after = [page.at(-1)?.key]
  }
}

const inspectorsOf = async (reads: ReadModels): Promise<readonly Inspector[]> => {
  const inspectors: Inspector[] = []
  for (let after: readonly unknown[] | undefined; ; ) {
    const page = await reads.find(inspector, { limit: PAGE, ...(after === undefined ? {} : { after }) })
    inspectors.push(...page.map(({ document }) => document))
    if (page.length < PAGE) return inspectors
    after = [page.at(-1)?.key]
  }
}
