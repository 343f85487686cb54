import { addDays } from '@mingjian/codes'
import { type Refusal, seriesOf } from '@mingjian/kernel'
import { reviewOf } from '@mingjian/law'
import Type from 'typebox'
import {
  acceptEarlyRemovalBy,
  decideEarlyRemovalBy,
  earlyRemovalFrom,
  isHeavierDecision,
  seriousRegime,
} from '../law.ts'
import { reinstated, removed } from './events.ts'
import type { PenaltyFacts } from './facts.ts'
import {
  harmRemains,
  newHeavierPenalty,
  noEarlyRemoval,
  notPerformed,
  overturned,
  restrictionUnexpired,
  tooEarly,
} from './refusals.ts'
import type { Entry } from './state.ts'
import { basisOn, onEntry, provisionOn, removal, words } from './step.ts'

const apply = removal(
  { documents: Type.Array(words, { minItems: 1 }) },
  {
    stages: ['listed'],
    once: 'SeriousEarlyRemovalApplied',
    done: ({ stage }) => stage === 'applied' || stage === 'accepted',
    under: 'application',
    decide: onEntry((asked, { listedOn }) => {
      const basis = basisOn(asked.on, 'application')
      if (seriousRegime(listedOn) !== 'SAMR44') return noEarlyRemoval({}, basis[0])
      const from = earlyRemovalFrom(listedOn)
      if (asked.on < from) return tooEarly({ full: addDays(from, -1), from }, basis[0])
      return [
        {
          type: 'SeriousEarlyRemovalApplied',
          data: {
            ...{ matter: asked.matter, documents: asked.documents },
            ...{ appliedOn: asked.on, acceptBy: acceptEarlyRemovalBy(asked.on) },
          },
          effectiveOn: asked.on,
          basis,
        },
      ]
    }),
  },
)

const accept = removal(
  {},
  {
    stages: ['applied'],
    once: 'SeriousEarlyRemovalAccepted',
    done: ({ stage }) => stage === 'accepted',
    under: 'application',
    decide: onEntry(({ matter, on }, { authority }) => [
      {
        type: 'SeriousEarlyRemovalAccepted',
        data: { matter, decision: '', acceptedOn: on, decideBy: decideEarlyRemovalBy(on) },
        effectiveOn: on,
        basis: basisOn(on, 'application'),
        numbered: seriesOf(authority, '严提', on),
      },
    ]),
  },
)

const decline = removal(
  { reason: words },
  {
    stages: ['applied'],
    once: 'SeriousEarlyRemovalDeclined',
    done: ({ stage }) => stage === 'listed',
    under: 'application',
    decide: onEntry(({ matter, reason, on }, { authority }) => [
      {
        type: 'SeriousEarlyRemovalDeclined',
        data: { matter, reason, decision: '', remedy: reviewOf(authority, on) },
        effectiveOn: on,
        basis: basisOn(on, 'application'),
        numbered: seriesOf(authority, '严提', on),
      },
    ]),
  },
)

/** 办法第十六条: why an entry can't be removed before its term; undefined when nothing stands against it. */
const obstacle = (
  { documentNo, listedOn, restrictedUntil }: Entry,
  { on, harmEliminated }: { readonly on: string; readonly harmEliminated: boolean },
  { penalties }: PenaltyFacts,
): Refusal | undefined => {
  const provision = provisionOn(on, 'application')
  const performedOn = documentNo === null ? null : (penalties.get(documentNo)?.performedOn ?? null)
  if (performedOn === null || performedOn > on) return notPerformed({ documentNo: documentNo ?? '' }, provision)
  if (!harmEliminated) return harmRemains({}, provision)
  const other = [...penalties].find(
    ([number, penalty]) =>
      number !== documentNo && penalty.decidedOn > listedOn && !penalty.overturned && isHeavierDecision(penalty),
  )
  if (other !== undefined) return newHeavierPenalty({ documentNo: other[0] }, provision)
  return restrictedUntil !== null && restrictedUntil >= on
    ? restrictionUnexpired({ until: restrictedUntil }, provision)
    : undefined
}

const remove = removal(
  { harmEliminated: Type.Boolean({ description: '已消除危害后果和不良影响' }) },
  {
    stages: ['accepted'],
    once: 'SeriousViolationRemoved',
    done: ({ stage }) => stage === 'removed',
    under: 'application',
    decide: onEntry((asked, entry, { facts }) => obstacle(entry, asked, facts) ?? removed(entry, 'early', asked.on)),
  },
)

const refuse = removal(
  { reason: words },
  {
    stages: ['accepted'],
    once: 'SeriousEarlyRemovalRefused',
    done: ({ stage }) => stage === 'listed',
    under: 'application',
    decide: onEntry(({ matter, reason, on }, { authority }) => [
      {
        type: 'SeriousEarlyRemovalRefused',
        data: { matter, reason, decision: '', remedy: reviewOf(authority, on) },
        effectiveOn: on,
        basis: basisOn(on, 'application'),
        numbered: seriesOf(authority, '严提', on),
      },
    ]),
  },
)

/** 第二十条: the early removal was got by fraud. */
const reinstate = removal(
  { reason: words },
  {
    stages: ['removed'],
    once: 'SeriousViolationReinstated',
    under: 'fraud',
    // What the officer found stays with the file; the public reads the ground.
    same: (asked, recorded) => asked.on === recorded.effectiveOn,
    decide: onEntry(({ on }, entry, { facts }) => {
      const { documentNo } = entry
      return documentNo !== null && facts.penalties.get(documentNo)?.overturned
        ? overturned({ documentNo }, provisionOn(on, 'fraud'))
        : [reinstated(entry, on)]
    }),
  },
)

/** 提前移出，及其撤销 */
export const earlyRemoval = {
  ApplyForEarlyRemoval: apply,
  AcceptEarlyRemoval: accept,
  DeclineEarlyRemoval: decline,
  RemoveSeriousViolation: remove,
  RefuseEarlyRemoval: refuse,
  ReinstateSeriousViolation: reinstate,
}
