import { fileMember, nullable } from '@mingjian/codes'
import { type Context, type NewEvent, procedure, type Refusal } from '@mingjian/kernel'
import Type from 'typebox'
import { publicValueFault, type ValueTime, valueTimeOf } from '../draw/public-source.ts'
import { checkReveals, commitmentOf, seedOf } from '../draw/seed.ts'
import { conducted, count, planId, text } from './members.ts'
import * as refusals from './refusals.ts'
import { type Ceremony, type Draw, revealsOf } from './state.ts'
import { isToCome, mayBeKnown } from './value-time.ts'

// The steps of a draw in their order (draw protocol 1 §2–5): commit, reveal, run; and the replacements that follow.

type Now = Pick<Context<unknown>, 'now'>

/** All that JSON can carry has been a time when the draw was opened. */
const valueTime = ({ plan }: Ceremony): ValueTime => {
  const time = valueTimeOf(plan.publicSource.at)
  if (time === undefined) throw new RangeError(`${plan.publicSource.at} is no time`)
  return time
}

const officialsOf = (commitments: Ceremony['commitments']): string =>
  commitments.map(({ official }) => official).join('、')
const silentIn = ({ commitments, revealed }: Ceremony) => commitments.filter(({ official }) => !revealed.has(official))

/** What a draw with a new reveal waits for. */
const next = (ceremony: Ceremony) => {
  const officials = officialsOf(silentIn(ceremony))
  return officials === ''
    ? { zh: '公共随机值产生后即可抽取', en: 'run the draw when the public value is out' }
    : { zh: `尚待${officials}公布`, en: `${officials} still has to` }
}

/** The public value decides last: who may know it can no longer promise or disclose anything. */
const valueIsKnown = (
  ceremony: Ceremony,
  what: { readonly zh: string; readonly en: string },
  { now }: Now,
): Refusal | undefined =>
  mayBeKnown(valueTime(ceremony), now) ? refusals.tooLate({ what, ...ceremony.plan.publicSource }) : undefined

const step = procedure<Draw, Ceremony, undefined, undefined>()({
  named: { planId },
  matter: (_, { ceremony }) => ceremony,
  day: (_, { today }) => today,
  stages: {
    opened: { zh: '已开启', en: 'opened' },
    committed: { zh: '已承诺', en: 'committed' },
    conducted: { zh: '已抽取', en: 'conducted' },
  },
  cite: () => undefined,
  unknown: ({ planId }) => refusals.notOpened({ planId }),
  misplaced: ({ planId }, { stage }, { stages }) => {
    if (stages.includes('conducted')) return refusals.notConducted({ planId })
    return stage === 'conducted' ? refusals.alreadyDrawn({ planId }) : refusals.tooFewOfficials({})
  },
})

const official = Type.String({
  pattern: '^\\S(.{0,98}\\S)?$',
  description: 'Name of the official, as it is published.',
})

const commitNonce = step(
  { official, sha256: fileMember('SHA-256 of the 32 raw bytes of a nonce, hexadecimal') },
  {
    stages: ['opened', 'committed'],
    under: undefined,
    once: 'DrawNonceCommitted',
    done: ({ commitments }, { official, sha256 }) =>
      commitments.some((own) => own.official === official && own.sha256 === sha256),
    same: () => true,
    decide: ({ official, sha256 }, ceremony, { today, now }) => {
      const { commitments, revealed, opened } = ceremony
      if (commitments.some((own) => own.official === official)) return refusals.alreadyCommitted({ official })
      if (revealed.size > 0) return refusals.revealBegun({})
      if (commitments.some((other) => other.sha256 === sha256)) return refusals.commitmentCopied({})
      const late = valueIsKnown(ceremony, { zh: '承诺', en: 'A commitment' }, { now })
      if (late !== undefined) return late
      const all = [...commitments, { official, sha256 }]
      const at = { effectiveOn: today, basis: [] }
      const committed: NewEvent = { type: 'DrawNonceCommitted', data: { official, sha256 }, ...at }
      if (all.length < 2) return [committed]
      const { logPosition, populationSize, populationRoot, perStratum, rosterSize, rosterRoot } = opened
      const frozen = { logPosition, populationSize, populationRoot, perStratum, rosterSize, rosterRoot }
      return [
        committed,
        // Said with every further official, so that one event has all that is fixed.
        { type: 'DrawCommitted', data: { plan: opened.plan, rehearsal: false, ...frozen, commitments: all }, ...at },
      ]
    },
  },
)

const revealNonce = step(
  { official, nonce: fileMember('the 32 bytes committed to, hexadecimal') },
  {
    stages: ['committed'],
    under: undefined,
    decide: ({ official, nonce }, ceremony, { today, now }) => {
      const commitment = ceremony.commitments.find((one) => one.official === official)
      if (commitment === undefined)
        return refusals.revealUnasked({ official, officials: officialsOf(ceremony.commitments) })
      if (ceremony.revealed.has(official)) return refusals.alreadyRevealed({ official, next: next(ceremony) })
      const late = valueIsKnown(ceremony, { zh: '公布', en: 'A reveal' }, { now })
      if (late !== undefined) return late
      const at = { effectiveOn: today, basis: [] }
      return commitmentOf(nonce) === commitment.sha256
        ? [{ type: 'DrawNonceRevealed', data: { official, nonce }, ...at }]
        : [
            {
              type: 'DrawRevealFailed',
              data: { official, nonce },
              ...at,
              answeredAs: refusals.nonceMismatch({ official }),
            },
          ]
    },
  },
)

/** Why a draw can't be run on this value now. */
export const runBarred = (ceremony: Ceremony, publicValue: string, { now }: Now): Refusal | undefined => {
  const { plan, run, stage } = ceremony
  if (run !== undefined) return refusals.drawnWith({ planId: plan.id, publicValue: run.publicValue })
  if (stage === 'opened') return refusals.tooFewOfficials({})
  const silent = silentIn(ceremony)
  if (silent.length > 0) return refusals.revealMissing({ officials: officialsOf(silent) })
  return isToCome(valueTime(ceremony), now)
    ? refusals.valueTooEarly(plan.publicSource)
    : publicValueFault(plan.publicSource, publicValue)
}

/** What was promised stands in the public log before the value exists, or nobody could tell that it wasn't made to fit (draw protocol 1 §2.5). */
export const enteredLate = (ceremony: Ceremony, enteredAt: string | undefined): Refusal | undefined => {
  if (enteredAt === undefined) return refusals.notEntered({})
  return mayBeKnown(valueTime(ceremony), enteredAt)
    ? refusals.enteredTooLate({ enteredAt, ...ceremony.plan.publicSource })
    : undefined
}

const drawn = Type.Object({
  ...{ planName: text, year: count, items: Type.Array(text), departments: Type.Array(text), from: text, to: text },
  objects: Type.Array(
    Type.Object({ task: text, uscc: text, inspectors: Type.Array(text), unassigned: nullable(text) }),
  ),
  due: Type.Array(Type.Array(text)),
})
const audited = Type.Object({
  tests: Type.Array(
    Type.Object({
      dimension: Type.Enum(['district', 'industry', 'size', 'inspector']),
      ...{ statistic: Type.Number(), degrees: count, probability: Type.Number() },
    }),
  ),
  level: Type.Number(),
  improbable: Type.Boolean(),
})

/** The result that the public value leads to has been worked out. */
const recordRun = step(
  {
    ...{ publicValue: text, witness: nullable(text), seed: text },
    ...{ conducted, audited, drawn: Type.Array(drawn) },
  },
  {
    by: 'system',
    stages: ['committed'],
    under: undefined,
    once: 'DrawSeeded',
    done: ({ run }, { publicValue }) => run?.publicValue === publicValue.trim(),
    same: () => true,
    decide: (found, ceremony, { today, now }) => {
      const publicValue = found.publicValue.trim()
      const barred = runBarred(ceremony, publicValue, { now })
      if (barred !== undefined) return barred
      const reveals = revealsOf(ceremony) ?? []
      const unopened = checkReveals(ceremony.commitments, reveals)
      if (unopened !== undefined) return unopened
      const { populationRoot, rosterRoot } = ceremony.opened
      const nonces = reveals.map(({ nonce }) => nonce)
      const seed = seedOf({ planId: found.planId, populationRoot, rosterRoot, nonces, publicValue })
      if (seed !== found.seed) return refusals.seedDiffers({ seed, given: found.seed })
      const publicSource = ceremony.plan.publicSource.name
      const at = { effectiveOn: today, basis: [] }
      return [
        {
          type: 'DrawSeeded',
          data: { reveals: [...reveals], publicSource, publicValue, seed, witness: found.witness },
          ...at,
        },
        { type: 'DrawConducted', data: found.conducted, ...at },
        { type: 'DrawAudited', data: found.audited, ...at },
        ...found.drawn.map((data): NewEvent => ({ type: 'InspectionObjectsDrawn', data, ...at })),
      ]
    },
  },
)

/** Why an inspector may be replaced; a list, because it is published and a free text could tell more of a person than that. */
export const REPLACEMENT_REASONS = ['应当回避', '请假', '调离', '执法证件失效', '其他公务'] as const

/** 更换: the next in the order of the draw goes instead. */
const recordReplacement = step(
  { task: text, uscc: text, inspector: text, replacement: text, reason: text, proofSha256: text },
  {
    by: 'system',
    stages: ['conducted'],
    under: undefined,
    decide: ({ planId: _, ...replaced }, { drawn: tasks, replacements }, { today }) => {
      const { task, inspector } = replaced
      if (!tasks.some((one) => one.task === task)) return refusals.noSuchTask({ task })
      if (replacements.some((one) => one.task === task && one.inspector === inspector)) return []
      return [{ type: 'InspectorReplaced', data: replaced, effectiveOn: today, basis: [] }]
    },
  },
)

/** 承诺、公布、抽取、更换 */
export const ceremony = {
  CommitNonce: commitNonce,
  RevealNonce: revealNonce,
  RecordDrawRun: recordRun,
  RecordReplacement: recordReplacement,
}
