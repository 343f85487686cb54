import {
  anyDecider,
  type CivilDate,
  type Command,
  type Context,
  type Decider,
  encodeCitation,
  formOf,
  governmentOf,
  type NewEvent,
  type PastEvent,
  type Refusal,
  type Registered,
  refused,
  registered,
  yearOf,
} from '@mingjian/kernel'
import type { AbnormalGround, Remedy } from '@mingjian/schemas'
import Type from 'typebox'
import { abnormalRemedies, delistingBasis, listBy, listingBasis, measureFor } from '../law.ts'

interface Ground {
  readonly uscc: string
  readonly ground: AbnormalGround
  readonly on: CivilDate
}
/** `groundOn` is the day on which the ground was a fact; the decision must follow within ten working days. */
export type ListAbnormalOperations = Command<
  'ListAbnormalOperations',
  Ground & { readonly year: number | null; readonly groundOn: CivilDate }
>
/** With `years`, the entries of those report years alone. */
export type DelistAbnormalOperations = Command<
  'DelistAbnormalOperations',
  Ground & { readonly years?: readonly number[]; readonly reason: string }
>
/** The subject is gone: every ground ends with it. */
export type EndAbnormalOperations = Command<
  'EndAbnormalOperations',
  { readonly uscc: string; readonly on: CivilDate; readonly reason: string }
>
/** An entry that another system made, and its removal. */
export type RecordAbnormalHistory = Command<
  'RecordAbnormalHistory',
  Ground & {
    readonly year: number | null
    readonly reason: string
    readonly removedOn: CivilDate | null
    readonly removalReason: string | null
  }
>
type ListCommand = ListAbnormalOperations | DelistAbnormalOperations | EndAbnormalOperations | RecordAbnormalHistory

interface Entry {
  readonly ground: AbnormalGround
  readonly year: number | null
  readonly listedOn: CivilDate
  readonly removedOn: CivilDate | null
}
interface Entries {
  readonly entries: readonly Entry[]
}
/** 列入事由, in the words of the rule. */
export const groundText: Readonly<Record<AbnormalGround, string>> = {
  annual_report_missed: '未依照《企业信息公示暂行条例》第八条规定的期限公示年度报告',
  order_not_followed: '未在责令的期限内公示有关企业信息',
  false_information: '公示企业信息隐瞒真实情况、弄虚作假',
  uncontactable: '通过登记的住所或者经营场所无法联系',
}

/** Decisions of each kind are numbered on their own: 昆都仑区市监异列〔2025〕17号. */
const series = (authority: string, kind: string, on: CivilDate) => ({
  name: `${authority.replace('市场监督管理局', '市监')}${kind}`,
  year: yearOf(on),
})

const remedyOf = (authority: string, on: CivilDate): Remedy => {
  const { reconsiderationTo, reconsiderationBy, litigationBy, objectionBy } = abnormalRemedies(authority, on)
  return {
    reconsiderationTo: reconsiderationTo || (governmentOf(authority) ?? ''),
    reconsiderationBy,
    litigationBy,
    objectionBy,
  }
}

const listed = (
  { ground, on }: Ground,
  year: number | null,
  reason: string,
  subject: Registered,
  decided: boolean,
): NewEvent => {
  const form = formOf(subject.typeCode)
  const mark = measureFor(form) === 'mark'
  return {
    type: mark ? 'AbnormalStateMarked' : 'AbnormalOperationsListed',
    data: { ground, year, decision: '', reason, remedy: decided ? remedyOf(subject.authority, on) : null },
    effectiveOn: on,
    basis: listingBasis(form, ground, on).map(encodeCitation),
    ...(decided ? { numbered: series(subject.authority, mark ? '异标' : '异列', on) } : {}),
  }
}

const delisted = (
  { ground, on }: Ground,
  entries: readonly Pick<Entry, 'year'>[],
  reason: string,
  subject: Registered,
  decided: boolean,
): NewEvent => {
  const form = formOf(subject.typeCode)
  const mark = measureFor(form) === 'mark'
  return {
    type: mark ? 'AbnormalStateCleared' : 'AbnormalOperationsDelisted',
    data: { ground, years: entries.flatMap(({ year }) => year ?? []), decision: '', reason },
    effectiveOn: on,
    basis: delistingBasis(form, ground, on).map(encodeCitation),
    ...(decided ? { numbered: series(subject.authority, mark ? '异恢' : '异移', on) } : {}),
  }
}

const inForce = ({ entries }: Entries, ground: AbnormalGround): readonly Entry[] =>
  entries.filter((entry) => entry.ground === ground && entry.removedOn === null)

const recordHistory = (
  { data }: RecordAbnormalHistory,
  state: Entries,
  subject: Registered,
): readonly NewEvent[] | Refusal => {
  if (!subject.known) return refused('unknown-enterprise', `${data.uscc} is not registered here.`)
  const { year, on, removedOn } = data
  // A year is listed once, whichever system decided it and on whichever day; so is a ground without a year while it is in force.
  const known = state.entries.find(
    (entry) =>
      entry.ground === data.ground &&
      entry.year === year &&
      (year !== null || entry.listedOn === on || entry.removedOn === null || entry.removedOn === removedOn),
  )
  const listing = known === undefined ? [listed(data, year, data.reason, subject, false)] : []
  if (removedOn === null || (known !== undefined && known.removedOn !== null)) return listing
  return [...listing, delisted({ ...data, on: removedOn }, [{ year }], data.removalReason ?? '', subject, false)]
}

const decide = (
  command: ListCommand,
  state: Entries,
  { today, facts }: Context<Registered>,
): readonly NewEvent[] | Refusal => {
  switch (command.type) {
    case 'ListAbnormalOperations': {
      const { uscc, ground, year, on, groundOn } = command.data
      // A year is listed once: what was removed for it stays removed.
      const again = year === null ? inForce(state, ground) : state.entries.filter((entry) => entry.ground === ground)
      if (again.some((entry) => entry.year === year)) return []
      const [provision] = listingBasis(formOf(facts.typeCode), ground, on).map(encodeCitation)
      if (!facts.known) return refused('unknown-enterprise', `${uscc} is not registered here.`, provision)
      if (!facts.living)
        return refused('not-living', `${uscc} is no longer in operation: there is nothing to list.`, provision)
      if (on > today) return refused('decision-in-the-future', `A decision can't be dated ${on} before that day.`)
      if (on > listBy(groundOn))
        return refused('listing-too-late', `The entry had to be decided by ${listBy(groundOn)}.`, provision)
      return [listed(command.data, year, groundText[ground], facts, true)]
    }
    case 'DelistAbnormalOperations': {
      const { ground, years, reason } = command.data
      const entries = inForce(state, ground).filter(
        ({ year }) => years === undefined || (year !== null && years.includes(year)),
      )
      return entries.length === 0 ? [] : [delisted(command.data, entries, reason, facts, true)]
    }
    case 'EndAbnormalOperations': {
      const grounds = new Set(state.entries.filter(({ removedOn }) => removedOn === null).map(({ ground }) => ground))
      return [...grounds].map((ground) =>
        delisted({ ...command.data, ground }, inForce(state, ground), command.data.reason, facts, true),
      )
    }
    case 'RecordAbnormalHistory':
      return recordHistory(command, state, facts)
    default:
      return command satisfies never
  }
}

const evolve = (state: Entries, event: PastEvent): Entries => {
  switch (event.type) {
    case 'AbnormalOperationsListed':
    case 'AbnormalStateMarked':
      return {
        entries: [
          ...state.entries,
          { ground: event.data.ground, year: event.data.year, listedOn: event.effectiveOn, removedOn: null },
        ],
      }
    case 'AbnormalOperationsDelisted':
    case 'AbnormalStateCleared':
      return {
        entries: state.entries.map((entry) =>
          entry.ground === event.data.ground &&
          entry.removedOn === null &&
          (entry.year === null || event.data.years.includes(entry.year))
            ? { ...entry, removedOn: event.effectiveOn }
            : entry,
        ),
      }
    default:
      return state
  }
}

const day = Type.String({ pattern: '^\\d{4}-\\d{2}-\\d{2}$' })
const code = Type.String({ pattern: '^[0-9A-HJ-NPQRTUWXY]{18}$' })
const ground = Type.Union(Object.keys(groundText).map((name) => Type.Literal(name)))
const year = Type.Union([Type.Integer(), Type.Null()])
const text = Type.Union([Type.String(), Type.Null()])

export const abnormalOperations: Decider<ListCommand, Entries, Registered> = {
  aggregate: 'abnormal-operations',
  commands: {
    ListAbnormalOperations: Type.Object({ uscc: code, ground, on: day, year, groundOn: day }),
    DelistAbnormalOperations: Type.Object({
      uscc: code,
      ground,
      years: Type.Optional(Type.Array(Type.Integer())),
      on: day,
      reason: Type.String(),
    }),
    EndAbnormalOperations: Type.Object({ uscc: code, on: day, reason: Type.String() }),
    RecordAbnormalHistory: Type.Object({
      uscc: code,
      ground,
      on: day,
      year,
      reason: Type.String(),
      removedOn: text,
      removalReason: text,
    }),
  },
  subject: ({ data }) => data.uscc,
  initial: { entries: [] },
  evolve,
  facts: registered,
  decide,
}

export const decider = anyDecider(abnormalOperations)
