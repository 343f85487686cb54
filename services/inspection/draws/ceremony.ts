import { type Context, type NewEvent, type Refusal, refused } from '@mingjian/kernel'
import { canonicalJson } from '@mingjian/proofs'
import type {
  DrawAudited,
  DrawConducted,
  DrawOpened,
  InspectionObjectsDrawn,
  InspectorReplaced,
} from '@mingjian/schemas'
import { publicValueFault, type ValueTime, valueTimeOf } from '../draw/public-source.ts'
import { checkReveals, commitmentOf, seedOf } from '../draw/seed.ts'
import { type Ceremony, type Draw, revealsOf, stageOf } from './state.ts'
import { isToCome, mayBeKnown } from './value-time.ts'

// The steps of a draw in their order (draw protocol 1 §2–5): open, commit, reveal, run; and void, at any time.

type Decided = readonly NewEvent[] | Refusal
type Now = Pick<Context<unknown>, 'today' | 'now'>

const at = ({ today }: Now) => ({ effectiveOn: today, basis: [] })

/** Anything that JSON can carry has been a time when the draw was opened. */
const valueTime = ({ plan }: Ceremony): ValueTime => {
  const time = valueTimeOf(plan.publicSource.at)
  if (time === undefined) throw new RangeError(`${plan.publicSource.at} is no time`)
  return time
}

export const notOpened = (planId: string): Refusal =>
  refused('not-opened', `No draw of plan ${planId} is open: open it with its plan first.`)

const drawn = (planId: string): Refusal =>
  refused('already-drawn', `Plan ${planId} has been drawn: void that draw, which stays in sight, to draw again.`)

const officialsOf = (commitments: Ceremony['commitments']): string =>
  commitments.map(({ official }) => official).join('、')
const silentIn = ({ commitments, revealed }: Ceremony) => commitments.filter(({ official }) => !revealed.has(official))

const waitingFor = (ceremony: Ceremony): string => {
  const silent = silentIn(ceremony)
  return silent.length > 0 ? `${officialsOf(silent)} still has to` : 'run the draw when the public value is out'
}

/** The public value decides last: whoever may know it can no longer promise or disclose anything. */
const valueIsKnown = (ceremony: Ceremony, what: string, now: Now): Refusal | undefined => {
  const { name, at: time } = ceremony.plan.publicSource
  return mayBeKnown(valueTime(ceremony), now.now)
    ? refused('too-late', `${what} comes before the public value (${name}, ${time}); void the draw and open it anew.`)
    : undefined
}

/** Both libraries as a plan froze them. */
export interface Opening {
  readonly planId: string
  readonly plan: Pick<Ceremony['plan'], 'publicSource'> & Readonly<Record<string, unknown>>
  readonly frozen: Omit<DrawOpened, 'plan'>
}

export const open = ({ planId, plan, frozen }: Opening, { ceremony }: Draw, now: Now): Decided => {
  if (ceremony !== undefined) {
    if (ceremony.opened.planSha256 !== frozen.planSha256)
      return refused(
        'plan-changed',
        `The draw of plan ${planId} is open, and its plan can't change: void it to draw by another.`,
      )
    return ceremony.run === undefined ? [] : drawn(planId)
  }
  const { at: time } = plan.publicSource
  const value = valueTimeOf(time)
  if (value === undefined)
    return refused(
      'public-source-date',
      `"${time}" is neither a day nor a time of one: write 2026-11-30 or 2026-11-30T21:15.`,
    )
  if (mayBeKnown(value, now.now))
    return refused('public-value-exists', `The public value is of ${time}, which is past: name one still to come.`)
  return [{ type: 'DrawOpened', data: { plan: canonicalJson(plan), ...frozen }, ...at(now) }]
}

export const commitNonce = (
  { planId, official, sha256 }: { readonly planId: string; readonly official: string; readonly sha256: string },
  { ceremony }: Draw,
  now: Now,
): Decided => {
  if (ceremony === undefined) return notOpened(planId)
  const { commitments, revealed, opened } = ceremony
  const own = commitments.find((commitment) => commitment.official === official)
  if (own !== undefined)
    return own.sha256 === sha256
      ? []
      : refused(
          'already-committed',
          `${official} has committed to another nonce, and that stands: reveal that one, or void the draw and open it anew.`,
        )
  if (ceremony.run !== undefined) return drawn(planId)
  if (revealed.size > 0)
    return refused(
      'reveal-begun',
      'The first nonce has been revealed: nobody commits any more. Go on with those who have, or void the draw and open it anew.',
    )
  if (commitments.some((commitment) => commitment.sha256 === sha256))
    return refused('commitment-copied', 'Another official has committed to the same: each draws a nonce of his own.')
  const late = valueIsKnown(ceremony, 'A commitment', now)
  if (late !== undefined) return late
  const all = [...commitments, { official, sha256 }]
  const committed: NewEvent = { type: 'DrawNonceCommitted', data: { official, sha256 }, ...at(now) }
  if (all.length < 2) return [committed]
  const { logPosition, populationSize, populationRoot, perStratum, rosterSize, rosterRoot } = opened
  const frozen = { logPosition, populationSize, populationRoot, perStratum, rosterSize, rosterRoot }
  return [
    committed,
    // Said anew with every further official, so that one event has all that is fixed.
    {
      type: 'DrawCommitted',
      data: { plan: opened.plan, rehearsal: false, ...frozen, commitments: all },
      ...at(now),
    },
  ]
}

export const revealNonce = (
  { planId, official, nonce }: { readonly planId: string; readonly official: string; readonly nonce: string },
  { ceremony }: Draw,
  now: Now,
): Decided => {
  if (ceremony === undefined) return notOpened(planId)
  if (ceremony.run !== undefined) return drawn(planId)
  if (stageOf(ceremony) === 'opened')
    return refused(
      'too-few-officials',
      'At least two officials commit before the first reveals: let another one commit.',
    )
  const commitment = ceremony.commitments.find((one) => one.official === official)
  if (commitment === undefined)
    return refused(
      'reveal-unasked',
      `${official} has committed to nothing: those reveal who have, ${officialsOf(ceremony.commitments)}.`,
    )
  if (ceremony.revealed.has(official))
    return refused('already-revealed', `${official} has revealed already; ${waitingFor(ceremony)}.`)
  const late = valueIsKnown(ceremony, 'A reveal', now)
  if (late !== undefined) return late
  if (commitmentOf(nonce) === commitment.sha256)
    return [{ type: 'DrawNonceRevealed', data: { official, nonce }, ...at(now) }]
  const answeredAs = refused(
    'nonce-mismatch',
    `This is not the nonce that ${official} committed to. The attempt is recorded: reveal the nonce promised, or void the draw and open it anew.`,
  )
  return [{ type: 'DrawRevealFailed', data: { official, nonce }, ...at(now), answeredAs }]
}

/** What the run of a draw was given and found. */
export interface Run {
  readonly planId: string
  readonly publicValue: string
  readonly witness: string | null
  readonly seed: string
  readonly conducted: DrawConducted
  readonly audited: DrawAudited
  readonly drawn: readonly InspectionObjectsDrawn[]
}

/** Why a draw can't be run on this value now. */
export const runBarred = (ceremony: Ceremony, publicValue: string, { now }: Pick<Now, 'now'>): Refusal | undefined => {
  if (ceremony.run !== undefined)
    return refused(
      'already-drawn',
      `Plan ${ceremony.plan.id} has been drawn with the value "${ceremony.run.publicValue}": void that draw, which stays in sight, to draw again.`,
    )
  if (stageOf(ceremony) === 'opened')
    return refused(
      'too-few-officials',
      'At least two officials commit before a draw is run: let them commit and reveal first.',
    )
  const { name, at: time } = ceremony.plan.publicSource
  const silent = silentIn(ceremony)
  if (silent.length > 0)
    return refused(
      'reveal-missing',
      `${officialsOf(silent)} has not revealed the nonce: reveal it before the public value, or void the draw and open it anew.`,
    )
  if (isToCome(valueTime(ceremony), now))
    return refused(
      'value-too-early',
      `The public value of ${name} comes out at ${time}: it can't exist yet. Run the draw then.`,
    )
  return publicValueFault(ceremony.plan.publicSource, publicValue)
}

/** What was promised stands in the public log before the value exists, or nobody could tell that it wasn't made to fit (draw protocol 1 §2.5). */
export const enteredLate = (ceremony: Ceremony, enteredAt: string | undefined): Refusal | undefined => {
  if (enteredAt === undefined)
    return refused('not-entered', 'The commitments are not in the public log yet: start the platform, and repeat this.')
  const { name, at: time } = ceremony.plan.publicSource
  return mayBeKnown(valueTime(ceremony), enteredAt)
    ? refused(
        'entered-late',
        `The commitments entered the public log at ${enteredAt}, not before the public value (${name}, ${time}); void the draw and open it anew.`,
      )
    : undefined
}

export const run = (found: Run, { ceremony }: Draw, now: Now): Decided => {
  if (ceremony === undefined) return notOpened(found.planId)
  const publicValue = found.publicValue.trim()
  if (ceremony.run?.publicValue === publicValue) return []
  const barred = runBarred(ceremony, publicValue, now)
  if (barred !== undefined) return barred
  const reveals = revealsOf(ceremony) ?? []
  const unopened = checkReveals(ceremony.commitments, reveals)
  if (unopened !== undefined) return unopened
  const { populationRoot, rosterRoot } = ceremony.opened
  const nonces = reveals.map(({ nonce }) => nonce)
  const seed = seedOf({ planId: found.planId, populationRoot, rosterRoot, nonces, publicValue })
  if (seed !== found.seed)
    return refused('seed-differs', `This draw has the seed ${seed}, not ${found.seed}: run it again.`)
  const publicSource = ceremony.plan.publicSource.name
  return [
    {
      type: 'DrawSeeded',
      data: { reveals: [...reveals], publicSource, publicValue, seed, witness: found.witness },
      ...at(now),
    },
    { type: 'DrawConducted', data: found.conducted, ...at(now) },
    { type: 'DrawAudited', data: found.audited, ...at(now) },
    ...found.drawn.map((data): NewEvent => ({ type: 'InspectionObjectsDrawn', data, ...at(now) })),
  ]
}

export const voidDraw = (
  { planId, why }: { readonly planId: string; readonly why: string },
  { ceremony, voids }: Draw,
  now: Now,
): Decided => {
  if (ceremony === undefined) return voids > 0 ? [] : notOpened(planId)
  const data = { why, stage: stageOf(ceremony), released: [...ceremony.drawn] }
  return [{ type: 'DrawVoided', data, ...at(now) }]
}

/** Why an inspector may be replaced; a list, because it is published and a free text could tell more of a person than that. */
export const REPLACEMENT_REASONS = ['应当回避', '请假', '调离', '执法证件失效', '其他公务'] as const

export const replace = (
  { planId, ...replaced }: InspectorReplaced & { readonly planId: string },
  { ceremony }: Draw,
  now: Now,
): Decided => {
  if (ceremony === undefined) return notOpened(planId)
  if (ceremony.run === undefined)
    return refused('not-conducted', `The draw of plan ${planId} has not been run yet: run it first.`)
  const { task, inspector } = replaced
  if (!ceremony.drawn.some((drawn) => drawn.task === task))
    return refused('not-drawn', `${task} is no task of this draw: name one of its own.`)
  if (ceremony.replacements.some((one) => one.task === task && one.inspector === inspector)) return []
  return [{ type: 'InspectorReplaced', data: replaced, ...at(now) }]
}
