import type { CivilDate } from '@mingjian/codes'
import { type Context, type NewEvent, type Refusal, refused, seriesOf } from '@mingjian/kernel'
import { encodeCitation, lastDay, workingDays } from '@mingjian/law'
import {
  isHeavierDecision,
  REFUSAL_TO_PERFORM,
  seriousBasis,
  seriousGround,
  seriousListedBasis,
  seriousRegime,
  statementBy,
  THREE_YEARS,
} from '../law.ts'
import { listed } from './acts.ts'
import type {
  ConsentToSeriousListing,
  DropSeriousListing,
  ListSeriousViolation,
  NotifySeriousListing,
  ReceiveSeriousListingStatement,
} from './commands.ts'
import {
  type PenaltyFacts,
  type PenaltyOnRecord,
  type Proceeding,
  type SeriousViolations,
  superiorFor,
} from './state.ts'

// From the notice to the decision.

type Decided = readonly NewEvent[] | Refusal
const future = (on: CivilDate): Refusal =>
  refused('decision-in-the-future', `A decision can't be dated ${on} before that day.`)
const provisionOf = (act: Parameters<typeof seriousBasis>[0], on: CivilDate): string | undefined =>
  seriousBasis(act, on).map(encodeCitation)[0]

export const notify = (
  { data }: NotifySeriousListing,
  state: SeriousViolations,
  { today, facts }: Context<PenaltyFacts>,
): Decided => {
  const { uscc, matter, article, on } = data
  if (!facts.known) return refused('unknown-enterprise', `${uscc} is not registered here.`, provisionOf('notice', on))
  if (state.proceedings.has(matter) || state.entries.has(matter)) return []
  if (on > today) return future(on)
  if (seriousRegime(on) !== 'SAMR44' || seriousGround(article, on) === undefined)
    return refused('no-such-ground', `Article ${article} has no ground on ${on}.`, provisionOf('nature', on))
  return [
    {
      type: 'SeriousListingNotified',
      data: { matter, article, facts: data.facts, decision: '', notifiedOn: on, statementBy: statementBy(on) },
      effectiveOn: on,
      basis: seriousBasis('notice', on).map(encodeCitation),
      numbered: seriesOf(facts.authority, '严告', on),
    },
  ]
}

/** What may still happen in a proceeding; a refusal when it isn't open on that day. */
const open = (state: SeriousViolations, matter: string, on: CivilDate, today: CivilDate): Proceeding | Refusal => {
  const proceeding = state.proceedings.get(matter)
  const provision = provisionOf('notice', on)
  if (proceeding === undefined) return refused('notice-missing', `Nobody was notified of ${matter}.`, provision)
  if (proceeding.dropped || state.entries.has(matter))
    return refused('decided', `${matter} has been decided.`, provision)
  if (on > today) return future(on)
  if (on < proceeding.notifiedOn)
    return refused('before-the-notice', `The notice is of ${proceeding.notifiedOn}.`, provision)
  return proceeding
}

export const receiveStatement = (
  { data: { matter, statement, on } }: ReceiveSeriousListingStatement,
  state: SeriousViolations,
  { today }: Context<PenaltyFacts>,
): Decided => {
  if (state.proceedings.get(matter)?.statements.has(`${on}/${statement}`)) return []
  const proceeding = open(state, matter, on, today)
  if ('code' in proceeding) return proceeding
  const basis = seriousBasis('notice', on).map(encodeCitation)
  return [
    { type: 'SeriousListingStatementReceived', data: { matter, statement, receivedOn: on }, effectiveOn: on, basis },
  ]
}

export const consent = (
  { data: { matter, by, consentNo, on } }: ConsentToSeriousListing,
  state: SeriousViolations,
  { today, facts }: Context<PenaltyFacts>,
): Decided => {
  const known = state.proceedings.get(matter)
  if (known !== undefined && known.consentedOn !== null) return []
  const proceeding = open(state, matter, on, today)
  if ('code' in proceeding) return proceeding
  const superior = superiorFor(facts, on)
  if (by !== superior) {
    const whose = superior === undefined ? 'No consent is asked for.' : `The consent is ${superior}'s to give.`
    return refused('not-competent', whose, provisionOf('consent', on))
  }
  const basis = seriousBasis('consent', on).map(encodeCitation)
  return [{ type: 'SeriousListingConsented', data: { matter, by, consentNo, consentedOn: on }, effectiveOn: on, basis }]
}

export const drop = (
  { data: { matter, reason, on } }: DropSeriousListing,
  state: SeriousViolations,
  { today, facts }: Context<PenaltyFacts>,
): Decided => {
  if (state.proceedings.get(matter)?.dropped) return []
  const proceeding = open(state, matter, on, today)
  if ('code' in proceeding) return proceeding
  return [
    {
      type: 'SeriousListingDropped',
      data: { matter, reason, decision: '' },
      effectiveOn: on,
      basis: seriousBasis('intent', on).map(encodeCitation),
      numbered: seriesOf(facts.authority, '严不列', on),
    },
  ]
}

/** 办法第二条、第十二条: what must hold whatever the procedure; undefined when it does. */
const substance = (
  { article, serious, noIntentProved, on }: ListSeriousViolation['data'],
  penalty: PenaltyOnRecord,
): Refusal | undefined => {
  if (noIntentProved)
    return refused('no-intent', 'Whoever proves that there was no intent is not listed.', provisionOf('intent', on))
  if (!serious)
    return refused('not-serious', 'Only what is bad in nature, grave and harmful is listed.', provisionOf('nature', on))
  if (article !== REFUSAL_TO_PERFORM && !isHeavierDecision(penalty))
    return refused('no-heavier-penalty', 'Only a heavier penalty leads to the list.', provisionOf('heavier', on))
  return undefined
}

/** Notice, statement, consent; the decision goes with the penalty's 办法第十三条. */
const procedure = (
  { matter, article, on, documentNo }: ListSeriousViolation['data'],
  state: SeriousViolations,
  penalty: PenaltyOnRecord,
  { today, facts }: Context<PenaltyFacts>,
): Refusal | undefined => {
  const proceeding = open(state, matter, on, today)
  if ('code' in proceeding) return proceeding
  const provision = provisionOf('notice', on)
  if (proceeding.article !== article)
    return refused('another-ground', `The notice named article ${proceeding.article}.`, provision)
  if (proceeding.statements.size === 0 && on <= proceeding.statementBy)
    return refused('statement-pending', `A statement can be made until ${proceeding.statementBy}.`, provision)
  const superior = superiorFor(facts, on)
  if (superior !== undefined && (proceeding.consentedOn === null || proceeding.consentedOn > on))
    return refused('consent-missing', `${superior} has not consented.`, provisionOf('consent', on))
  if (article === REFUSAL_TO_PERFORM)
    return penalty.performedOn === null ? undefined : refused('performed', `${documentNo} was performed.`, provision)
  return on === penalty.decidedOn
    ? undefined
    : refused('not-with-the-penalty', `The penalty was decided on ${penalty.decidedOn}, and this with it.`, provision)
}

/** Order 83 (办法第八条第二款): within ten working days of the publicity of what it rests on. */
const procedureOf83 = (
  { article, on }: ListSeriousViolation['data'],
  { publishedFrom }: PenaltyOnRecord,
): Refusal | undefined => {
  const [, provision] = seriousListedBasis(article, on).map(encodeCitation)
  if (article === THREE_YEARS) return refused('no-such-ground', 'That ground is acted on by itself.', provision)
  if (publishedFrom === null || on < publishedFrom)
    return refused('not-published', 'What it rests on is not public yet.', provision)
  const by = lastDay(publishedFrom, workingDays(10))
  return on > by ? refused('listing-too-late', `It had to be listed by ${by}.`, provision) : undefined
}

export const list = (
  command: ListSeriousViolation,
  state: SeriousViolations,
  context: Context<PenaltyFacts>,
): Decided => {
  const { today, facts } = context
  const { uscc, matter, documentNo, article, on, restrictedUntil } = command.data
  const provision = provisionOf('nature', on)
  if (state.entries.has(matter)) return []
  if (!facts.known) return refused('unknown-enterprise', `${uscc} is not registered here.`, provision)
  if (on > today) return future(on)
  if (seriousGround(article, on) === undefined)
    return refused('no-such-ground', `Article ${article} has no ground on ${on}.`, provision)
  const penalty = facts.penalties.get(documentNo)
  if (penalty === undefined)
    return refused('unknown-penalty', `There is no decision ${documentNo} against ${uscc}.`, provision)
  if (penalty.overturned) return refused('overturned', `${documentNo} has been overturned.`, provisionOf('fall', on))
  const no =
    seriousRegime(on) === 'SAIC83'
      ? procedureOf83(command.data, penalty)
      : (substance(command.data, penalty) ?? procedure(command.data, state, penalty, context))
  return no ?? [listed({ article, documentNo, authority: facts.authority, restrictedUntil }, matter, on)]
}
