import { dayMember, nullable } from '@mingjian/codes'
import { type Context, type Refusal, seriesOf } from '@mingjian/kernel'
import { encodeCitation, lastDay, workingDays } from '@mingjian/law'
import Type from 'typebox'
import {
  isHeavierDecision,
  REFUSAL_TO_PERFORM,
  SERIOUS_ARTICLES,
  seriousGround,
  seriousListedBasis,
  seriousRegime,
  statementBy,
  THREE_YEARS,
} from '../law.ts'
import { notRegistered } from '../refusals.ts'
import { listed } from './events.ts'
import { type PenaltyFacts, type PenaltyOnRecord, superiorFor } from './facts.ts'
import {
  anotherGround,
  byItself,
  consentMissing,
  consentOfAnother,
  listingTooLate,
  noConsentNeeded,
  noHeavierPenalty,
  noIntent,
  noSuchGround,
  noticeMissing,
  notPublished,
  notSerious,
  notWithThePenalty,
  overturned,
  performed,
  statementPending,
  unknownPenalty,
} from './refusals.ts'
import type { Matter } from './state.ts'
import { basisOn, proceeding, provisionOn, words } from './step.ts'

const article = Type.Enum([...SERIOUS_ARTICLES], { description: 'article of the rule with the ground, 5 to 11' })

/** 告知 of the facts, the ground and the rights, together with the penalty's. */
const notify = proceeding(
  { article, facts: words },
  {
    stages: ['none'],
    once: 'SeriousListingNotified',
    under: 'notice',
    decide: (asked, _, { facts }) => {
      if (!facts.known) return notRegistered({ uscc: asked.uscc }, provisionOn(asked.on, 'notice'))
      if (seriousRegime(asked.on) !== 'SAMR44' || seriousGround(asked.article, asked.on) === undefined)
        return noSuchGround({ article: asked.article, on: asked.on }, provisionOn(asked.on, 'nature'))
      return [
        {
          type: 'SeriousListingNotified',
          data: {
            ...{ matter: asked.matter, article: asked.article, facts: asked.facts, decision: '' },
            ...{ notifiedOn: asked.on, statementBy: statementBy(asked.on) },
          },
          effectiveOn: asked.on,
          basis: basisOn(asked.on, 'notice'),
          numbered: seriesOf(facts.authority, '严告', asked.on),
        },
      ]
    },
  },
)

/** 陈述、申辩: as many as there are. */
const receiveStatement = proceeding(
  { statement: words },
  {
    stages: ['notified'],
    once: 'SeriousListingStatementReceived',
    done: ({ statements }, asked) => statements.has(`${asked.on}/${asked.statement}`),
    same: () => true,
    under: 'notice',
    decide: (asked) => [
      {
        type: 'SeriousListingStatementReceived',
        data: { matter: asked.matter, statement: asked.statement, receivedOn: asked.on },
        effectiveOn: asked.on,
        basis: basisOn(asked.on, 'notice'),
      },
    ],
  },
)

/** 上一级同意, for an authority of a county or a prefecture (第二十二条). */
const consent = proceeding(
  { by: words, consentNo: words },
  {
    stages: ['notified'],
    once: 'SeriousListingConsented',
    done: ({ consentedOn }) => consentedOn !== null,
    under: 'notice',
    decide: (asked, _, { facts }) => {
      const superior = superiorFor(facts, asked.on)
      const under = provisionOn(asked.on, 'consent')
      if (superior === undefined) return noConsentNeeded({}, under)
      if (asked.by !== superior) return consentOfAnother({ superior }, under)
      return [
        {
          type: 'SeriousListingConsented',
          data: { matter: asked.matter, by: asked.by, consentNo: asked.consentNo, consentedOn: asked.on },
          effectiveOn: asked.on,
          basis: basisOn(asked.on, 'consent'),
        },
      ]
    },
  },
)

/** 不予列入: it stays with the penalty, without intent or not serious enough. */
const drop = proceeding(
  { reason: words },
  {
    stages: ['notified'],
    once: 'SeriousListingDropped',
    under: 'notice',
    decide: (asked, _, { facts }) => [
      {
        type: 'SeriousListingDropped',
        data: { matter: asked.matter, reason: asked.reason, decision: '' },
        effectiveOn: asked.on,
        basis: basisOn(asked.on, 'intent'),
        numbered: seriesOf(facts.authority, '严不列', asked.on),
      },
    ],
  },
)

interface Listing {
  readonly matter: string
  readonly on: string
  readonly documentNo: string
  readonly article: string
  readonly serious: boolean
  readonly noIntentProved: boolean
}

/** 办法第二条、第十二条: what must hold whatever the procedure; undefined when it does. */
const substance = (asked: Listing, penalty: PenaltyOnRecord): Refusal | undefined => {
  if (asked.noIntentProved) return noIntent({}, provisionOn(asked.on, 'intent'))
  if (!asked.serious) return notSerious({}, provisionOn(asked.on, 'nature'))
  if (asked.article !== REFUSAL_TO_PERFORM && !isHeavierDecision(penalty))
    return noHeavierPenalty({}, provisionOn(asked.on, 'heavier'))
  return undefined
}

/** Notice, statement, consent; the decision goes with the penalty's 办法第十三条. */
const hearing = (
  asked: Listing,
  matter: Matter,
  penalty: PenaltyOnRecord,
  { facts }: Context<PenaltyFacts>,
): Refusal | undefined => {
  const provision = provisionOn(asked.on, 'notice')
  if (matter.stage === 'none') return noticeMissing({ matter: asked.matter }, provision)
  if (matter.article !== asked.article) return anotherGround({ article: matter.article }, provision)
  if (matter.statements.size === 0 && asked.on <= matter.statementBy)
    return statementPending({ by: matter.statementBy }, provision)
  const superior = superiorFor(facts, asked.on)
  if (superior !== undefined && (matter.consentedOn === null || matter.consentedOn > asked.on))
    return consentMissing({ superior }, provisionOn(asked.on, 'consent'))
  if (asked.article === REFUSAL_TO_PERFORM)
    return penalty.performedOn === null ? undefined : performed({ documentNo: asked.documentNo }, provision)
  return asked.on === penalty.decidedOn ? undefined : notWithThePenalty({ decidedOn: penalty.decidedOn }, provision)
}

/** Order 83 (办法第八条第二款): within ten working days of the publicity of what it rests on. */
const publicity = (asked: Listing, { publishedFrom }: PenaltyOnRecord): Refusal | undefined => {
  const [, provision] = seriousListedBasis(asked.article, asked.on).map(encodeCitation)
  if (asked.article === THREE_YEARS) return byItself({}, provision)
  if (publishedFrom === null || asked.on < publishedFrom) return notPublished({}, provision)
  const by = lastDay(publishedFrom, workingDays(10))
  return asked.on > by ? listingTooLate({ by }, provision) : undefined
}

/** 列入决定, together with the penalty. */
const list = proceeding(
  {
    documentNo: Type.String({ minLength: 1, description: 'number of the penalty that it goes with' }),
    article,
    serious: Type.Boolean({ description: '性质恶劣、情节严重、社会危害较大' }),
    noIntentProved: Type.Boolean({ description: '足以证明没有主观故意' }),
    restrictedUntil: nullable(dayMember('end of a statutory restriction')),
  },
  {
    // Order 83 knew no notice.
    stages: ['none', 'notified'],
    once: 'SeriousViolationListed',
    under: 'notice',
    decide: (asked, matter, context) => {
      const { facts } = context
      const provision = provisionOn(asked.on, 'nature')
      if (!facts.known) return notRegistered({ uscc: asked.uscc }, provision)
      if (seriousGround(asked.article, asked.on) === undefined)
        return noSuchGround({ article: asked.article, on: asked.on }, provision)
      const penalty = facts.penalties.get(asked.documentNo)
      if (penalty === undefined) return unknownPenalty({ uscc: asked.uscc, documentNo: asked.documentNo }, provision)
      if (penalty.overturned) return overturned({ documentNo: asked.documentNo }, provisionOn(asked.on, 'fall'))
      const no =
        seriousRegime(asked.on) === 'SAIC83'
          ? publicity(asked, penalty)
          : (substance(asked, penalty) ?? hearing(asked, matter, penalty, context))
      return no ?? [listed({ ...asked, authority: facts.authority }, asked.on)]
    },
  },
)

/** 告知、陈述、同意、列入或者不予列入 */
export const listing = {
  NotifySeriousListing: notify,
  ReceiveSeriousListingStatement: receiveStatement,
  ConsentToSeriousListing: consent,
  DropSeriousListing: drop,
  ListSeriousViolation: list,
}
