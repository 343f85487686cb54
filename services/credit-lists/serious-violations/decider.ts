import { addDays, type CivilDate, formOf } from '@mingjian/codes'
import {
  anyDecider,
  type Context,
  type Decider,
  declared,
  type NewEvent,
  type Refusal,
  refused,
  seriesOf,
} from '@mingjian/kernel'
import { encodeCitation, nextWorkingDay, reviewOf } from '@mingjian/law'
import {
  acceptEarlyRemovalBy,
  decideEarlyRemovalBy,
  earlyRemovalFrom,
  isHeavierDecision,
  objectionBasis,
  provinceAbove,
  REFUSAL_TO_PERFORM,
  seriousBasis,
  seriousRegime,
  THREE_YEARS,
} from '../law.ts'
import { listed, reinstated, removed, rescinded } from './acts.ts'
import {
  type AcceptEarlyRemoval,
  type ApplyForEarlyRemoval,
  commands,
  type DeclineEarlyRemoval,
  type RecordAbnormalEntryEnd,
  type RecordPenaltyFall,
  type RecordThreeYearListing,
  type RefuseEarlyRemoval,
  type RemoveSeriousViolation,
  type SeriousCommand,
} from './commands.ts'
import { consent, drop, list, notify, receiveStatement } from './listing.ts'
import { type Entry, evolve, type PenaltyFacts, penaltyFacts, type SeriousViolations } from './state.ts'

type Decided = readonly NewEvent[] | Refusal
type EarlyRemovalCommand =
  | ApplyForEarlyRemoval
  | AcceptEarlyRemoval
  | DeclineEarlyRemoval
  | RemoveSeriousViolation
  | RefuseEarlyRemoval

const later = (one: CivilDate, other: CivilDate): CivilDate => (one > other ? one : other)

/** 办法第十六条: why an entry can't be removed before its term; undefined when nothing stands against it. */
const earlyRemovalRefusal = (
  { documentNo, listedOn, restrictedUntil }: Entry,
  { on, harmEliminated }: RemoveSeriousViolation['data'],
  { penalties }: PenaltyFacts,
  provision: string | undefined,
): Refusal | undefined => {
  const performedOn = documentNo === null ? null : (penalties.get(documentNo)?.performedOn ?? null)
  if (performedOn === null || performedOn > on)
    return refused('not-performed', `What ${documentNo} asks for has not been done.`, provision)
  if (!harmEliminated) return refused('harm-remains', 'The harm and its effects have not been eliminated.', provision)
  const again = [...penalties].find(
    ([number, penalty]) =>
      number !== documentNo && penalty.decidedOn > listedOn && !penalty.overturned && isHeavierDecision(penalty),
  )
  if (again !== undefined) return refused('new-heavier-penalty', `It was penalised again: ${again[0]}.`, provision)
  return restrictedUntil !== null && restrictedUntil >= on
    ? refused('restriction-unexpired', `It is restricted by law until ${restrictedUntil}.`, provision)
    : undefined
}

const earlyRemoval = (
  command: EarlyRemovalCommand,
  state: SeriousViolations,
  { today, facts }: Context<PenaltyFacts>,
): Decided => {
  const { matter, on } = command.data
  const basis = seriousBasis('application', on).map(encodeCitation)
  const [provision] = basis
  const entry = state.entries.get(matter)
  if (entry === undefined) return refused('not-listed', `There is no entry for ${matter}.`, provision)
  if (entry.ended !== null)
    return command.type === 'RemoveSeriousViolation' && entry.ended.manner === 'early'
      ? []
      : refused('not-listed', `The entry ended on ${entry.ended.on}.`, provision)
  if (on > today) return refused('decision-in-the-future', `A decision can't be dated ${on} before that day.`)
  if (on < entry.since) return refused('out-of-order', `It stands there since ${entry.since}.`, provision)
  const { authority, application } = entry
  const act = { effectiveOn: on, basis, numbered: seriesOf(authority, '严提', on) }
  if (command.type === 'ApplyForEarlyRemoval') {
    if (application !== 'none') return []
    if (seriousRegime(entry.listedOn) !== 'SAMR44')
      return refused('no-early-removal', 'An entry under Order 83 knows no early removal.', provision)
    const from = earlyRemovalFrom(entry.listedOn)
    if (on < from)
      return refused('too-early', `One year is full on ${addDays(from, -1)}: apply from ${from}.`, provision)
    const data = { matter, documents: command.data.documents, appliedOn: on, acceptBy: acceptEarlyRemovalBy(on) }
    return [{ type: 'SeriousEarlyRemovalApplied', data, effectiveOn: on, basis }]
  }
  if (command.type === 'AcceptEarlyRemoval' && application === 'accepted') return []
  const wanted = command.type === 'AcceptEarlyRemoval' || command.type === 'DeclineEarlyRemoval' ? 'filed' : 'accepted'
  if (application !== wanted)
    return refused('out-of-order', `There is no application that is ${wanted} for ${matter}.`, provision)
  switch (command.type) {
    case 'AcceptEarlyRemoval': {
      const data = { matter, decision: '', acceptedOn: on, decideBy: decideEarlyRemovalBy(on) }
      return [{ ...act, type: 'SeriousEarlyRemovalAccepted', data }]
    }
    case 'RemoveSeriousViolation':
      return earlyRemovalRefusal(entry, command.data, facts, provision) ?? removed(entry, matter, 'early', on)
    case 'DeclineEarlyRemoval':
    case 'RefuseEarlyRemoval': {
      const type = command.type === 'DeclineEarlyRemoval' ? 'SeriousEarlyRemovalDeclined' : 'SeriousEarlyRemovalRefused'
      const data = { matter, reason: command.data.reason, decision: '', remedy: reviewOf(authority, on) }
      return [{ ...act, type, data }]
    }
    default:
      return command satisfies never
  }
}

/** 办法第十九条: revoked, unlawful or invalid; or changed so that it is no heavier penalty any more. */
const penaltyFall = (
  { data }: RecordPenaltyFall,
  state: SeriousViolations,
  facts: PenaltyFacts,
): readonly NewEvent[] => {
  const { documentNo, overturned } = data
  const penalty = facts.penalties.get(documentNo)
  return [...state.entries].flatMap(([matter, entry]) => {
    const lighter = penalty !== undefined && entry.article !== REFUSAL_TO_PERFORM && !isHeavierDecision(penalty)
    if (entry.documentNo !== documentNo || entry.ended !== null || !(overturned || lighter)) return []
    const on = later(data.on, entry.listedOn)
    const reason = `据以列入的处罚决定 ${documentNo} ${overturned ? '被撤销、确认违法或者确认无效' : '变更后不属于较重行政处罚'}`
    return rescinded(entry, matter, reason, seriousBasis('fall', on), on)
  })
}

/** 办法（83号）第五条第一款第一项、第六条、第八条第一款. */
const threeYearListing = (
  { data: { matter, on, fullOn } }: RecordThreeYearListing,
  state: SeriousViolations,
  facts: PenaltyFacts,
): readonly NewEvent[] => {
  if (state.entries.has(matter) || seriousRegime(fullOn) !== 'SAIC83') return []
  const authority = provinceAbove(facts.authority, on)
  const entry = { article: THREE_YEARS, documentNo: null, authority, restrictedUntil: null }
  return [listed(entry, matter, nextWorkingDay(on), fullOn)]
}

/** An entry that followed from the other list ends with that one's. */
const abnormalEntryEnd = (
  { data: { ground, years, rescinded: error, on } }: RecordAbnormalEntryEnd,
  state: SeriousViolations,
  { typeCode }: PenaltyFacts,
): readonly NewEvent[] =>
  [...state.entries].flatMap(([matter, entry]) => {
    const follows = years.some((year) => matter.startsWith(`${ground}/${year ?? ''}/`))
    if (!follows || entry.article !== THREE_YEARS || entry.ended !== null) return []
    const day = later(on, entry.listedOn)
    return error
      ? rescinded(entry, matter, '据以列入的经营异常名录记录被撤销', objectionBasis(formOf(typeCode), day), day)
      : removed(entry, matter, 'cure', day)
  })

const decide = (command: SeriousCommand, state: SeriousViolations, context: Context<PenaltyFacts>): Decided => {
  const { today, facts } = context
  switch (command.type) {
    case 'NotifySeriousListing':
      return notify(command, state, context)
    case 'ReceiveSeriousListingStatement':
      return receiveStatement(command, state, context)
    case 'ConsentToSeriousListing':
      return consent(command, state, context)
    case 'DropSeriousListing':
      return drop(command, state, context)
    case 'ListSeriousViolation':
      return list(command, state, context)
    case 'ReinstateSeriousViolation': {
      const { matter, on } = command.data
      const entry = state.entries.get(matter)
      const [provision] = seriousBasis('fraud', on).map(encodeCitation)
      if (entry === undefined) return refused('not-listed', `There is no entry for ${matter}.`, provision)
      if (entry.ended === null) return []
      if (entry.ended.manner !== 'early')
        return refused('not-removed-early', 'Only an early removal is revoked for fraud.', provision)
      if (on > today) return refused('decision-in-the-future', `A decision can't be dated ${on} before that day.`)
      if (on < entry.ended.on) return refused('out-of-order', `It was removed on ${entry.ended.on}.`, provision)
      if (entry.documentNo !== null && facts.penalties.get(entry.documentNo)?.overturned)
        return refused('overturned', `${entry.documentNo} has been overturned.`, provision)
      return [reinstated(entry, matter, on)]
    }
    case 'RecordSeriousTermEnd': {
      const { matter, on } = command.data
      const entry = state.entries.get(matter)
      return entry === undefined || entry.ended !== null || on <= entry.termEnds
        ? []
        : removed(entry, matter, 'term', on)
    }
    case 'RecordPenaltyFall':
      return penaltyFall(command, state, facts)
    case 'RecordThreeYearListing':
      return threeYearListing(command, state, facts)
    case 'RecordAbnormalEntryEnd':
      return abnormalEntryEnd(command, state, facts)
    default:
      return earlyRemoval(command, state, context)
  }
}

export const seriousViolations: Decider<SeriousCommand, SeriousViolations, PenaltyFacts> = {
  aggregate: 'serious-violations',
  acts: declared(commands),
  subject: ({ data }) => data.uscc,
  initial: { proceedings: new Map(), entries: new Map() },
  evolve,
  facts: penaltyFacts,
  decide,
}

export const decider = anyDecider(seriousViolations)
