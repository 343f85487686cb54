import { preparedAct, type Refusal } from '@mingjian/kernel'
import type { DrawConducted, InspectionObjectsDrawn } from '@mingjian/schemas'
import Type from 'typebox'
import { auditOf } from '../audit/audit.ts'
import { type Drawn, run } from '../draw/draw.ts'
import { usccOf } from '../draw/population.ts'
import { proofOf, writeProof } from '../draw/proof.ts'
import { enteredLate, runBarred } from './ceremony.ts'
import type { DrawCommand } from './decider.ts'
import { alikeAt, committedAgain, type Frozen, officesOf, readFrozen } from './frozen.ts'
import { committedAt, drawIn } from './past.ts'
import { notOpened } from './refusals.ts'
import { type Ceremony, revealsOf } from './state.ts'

/** Seed, selection and pairing of a draw whose nonces are all revealed; the same at every repetition. */
export const drawnAgain = (ceremony: Ceremony, frozen: Frozen, publicValue: string): Drawn | Refusal =>
  run(committedAgain(ceremony, frozen), ceremony.commitments, revealsOf(ceremony) ?? [], publicValue, officesOf(frozen))

const conductedOf = ({ committed, selected }: Drawn, frozen: Frozen, { coverage }: Ceremony['opened']) => {
  const picked = new Set(selected.map(({ uscc }) => uscc))
  let repeats = 0
  let fresh = 0
  for (const [index, line] of committed.population.lines.entries()) {
    if (!picked.has(usccOf(line))) continue
    const { repeat, counted } = alikeAt(frozen, index)
    if (repeat) repeats += 1
    else if (counted) fresh += 1
  }
  return {
    selected: selected.length,
    byFloor: selected.filter(({ reason }) => reason === 'floor').length,
    unassigned: selected.filter(({ unassigned }) => unassigned !== undefined).length,
    repeats,
    coverage: { ...coverage, after: coverage.before + fresh },
  } satisfies Omit<DrawConducted, 'proofSha256'>
}

const IN_AN_EVENT = 500

/** The objects drawn as tasks, numbered in the order of their tickets; the seed tells those of a redraw apart. */
const tasksOf = (
  { committed, seed, selected }: Drawn,
  frozen: Frozen,
  { plan }: Ceremony,
): readonly InspectionObjectsDrawn[] => {
  const places = new Map(committed.population.lines.map((line, index) => [usccOf(line), index]))
  const objects = selected.map(({ uscc, inspectors = [], unassigned = null }, place) => ({
    task: `${plan.id}-${seed.slice(0, 8)}-${String(place + 1).padStart(4, '0')}`,
    uscc,
    inspectors: [...inspectors],
    unassigned,
  }))
  const due = selected.map(({ uscc }) => [...alikeAt(frozen, places.get(uscc) ?? 0).due])
  const { name: planName, year, items = [], departments = [], window } = plan
  const of = { planName, year, items: [...items], departments: [...departments], ...window }
  return Array.from({ length: Math.ceil(objects.length / IN_AN_EVENT) }, (_, page) => ({
    ...of,
    objects: objects.slice(IN_AN_EVENT * page, IN_AN_EVENT * (page + 1)),
    due: items.length === 0 ? [] : due.slice(IN_AN_EVENT * page, IN_AN_EVENT * (page + 1)),
  }))
}

/** Draws: the public value makes the seed, and everything else follows from what is fixed. */
export const runDraw = preparedAct(
  'RunDraw',
  {
    planId: Type.String({ minLength: 1 }),
    publicValue: Type.String({
      minLength: 1,
      maxLength: 1000,
      description: 'As the source gave it: lottery, dice, a signature of drand.',
    }),
    witness: Type.Optional(Type.String({ minLength: 1, maxLength: 100, description: 'Who saw the value come out.' })),
  },
  async (
    { planId, publicValue, witness = null },
    { log, attachments, clock, enteredAt },
  ): Promise<DrawCommand | Refusal> => {
    const { ceremony } = await drawIn(log, planId)
    if (ceremony === undefined) return notOpened({ planId })
    const repeated = ceremony.run?.publicValue === publicValue.trim()
    const entered = await enteredAt((await committedAt(log, planId)) ?? 0)
    const barred = repeated
      ? undefined
      : (runBarred(ceremony, publicValue, { now: clock.now() }) ?? enteredLate(ceremony, entered))
    if (barred !== undefined) return barred
    const frozen = await readFrozen(attachments, ceremony)
    const drawn = drawnAgain(ceremony, frozen, publicValue)
    if ('code' in drawn) return drawn
    const proof = writeProof(proofOf(drawn, ceremony.plan.publicSource.name))
    const proofSha256 = await attachments.put(new TextEncoder().encode(proof))
    return {
      type: 'RecordDrawRun',
      data: {
        planId,
        publicValue,
        witness,
        seed: drawn.seed,
        conducted: { ...conductedOf(drawn, frozen, ceremony.opened), proofSha256 },
        audited: auditOf(drawn, (index) => alikeAt(frozen, index)),
        drawn: tasksOf(drawn, frozen, ceremony),
      },
    }
  },
)
