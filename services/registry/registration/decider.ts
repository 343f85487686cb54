import { type CivilDate, dayMember, type EntityForm, formOf, nullable, usccMember } from '@mingjian/codes'
import {
  anyDecider,
  type Command,
  type Context,
  type Decider,
  declared,
  type NewEvent,
  type PastEvent,
  type Refusal,
  refused,
} from '@mingjian/kernel'
import { cite, encodeCitation, penaltyLaw, registrationRegulation, reviewOf } from '@mingjian/law'
import type { RegisteredItems } from '@mingjian/schemas'
import Type from 'typebox'

/** 登记状态 as the registers of the country write it. */
export type RegisterState = '存续' | '吊销，未注销' | '吊销，已注销' | '注销' | '撤销' | '迁出'

interface Act {
  readonly uscc: string
  readonly on: CivilDate
  readonly reason?: string
}
export type EstablishEnterprise = Command<
  'EstablishEnterprise',
  { readonly uscc: string; readonly items: RegisteredItems }
>
export type ChangeRegistration = Command<
  'ChangeRegistration',
  { readonly uscc: string; readonly items: RegisteredItems; readonly on: CivilDate }
>
export type DeregisterEnterprise = Command<
  'DeregisterEnterprise',
  Act & { readonly procedure: 'ordinary' | 'simplified' }
>
export type RevokeLicence = Command<'RevokeLicence', Act>
export type RescindRegistration = Command<'RescindRegistration', Act>
export type MigrateEnterpriseOut = Command<'MigrateEnterpriseOut', Act & { readonly to?: string }>
export type MigrateEnterpriseIn = Command<
  'MigrateEnterpriseIn',
  { readonly uscc: string; readonly items: RegisteredItems; readonly on: CivilDate }
>
/** Brings the log into line with a record of the register, whatever acts lie between. */
export type RecordEnterprise = Command<
  'RecordEnterprise',
  {
    readonly uscc: string
    readonly items: RegisteredItems
    readonly state: RegisterState
    readonly endedOn: CivilDate | null
  }
>
type RegistrationCommand =
  | EstablishEnterprise
  | ChangeRegistration
  | DeregisterEnterprise
  | RevokeLicence
  | RescindRegistration
  | MigrateEnterpriseOut
  | MigrateEnterpriseIn
  | RecordEnterprise

interface Registration {
  readonly state: RegisterState | 'unregistered'
  readonly items: RegisteredItems | undefined
}
interface Listings {
  /** Entries of the list of abnormal operations that are in force, `ground/year`. */
  readonly open: readonly string[]
}

const basis = (article: string, on: CivilDate): readonly string[] => [
  encodeCitation(cite(registrationRegulation, article, on)),
]
const provision = (article: string, on: CivilDate): string => encodeCitation(cite(registrationRegulation, article, on))

const differing = (before: RegisteredItems, after: RegisteredItems): string[] =>
  (Object.keys(after) as (keyof RegisteredItems)[]).filter((item) => before[item] !== after[item])

const established = (items: RegisteredItems): NewEvent => ({
  type: 'EnterpriseEstablished',
  data: { items },
  effectiveOn: items.establishedOn,
  basis: basis('3', items.establishedOn),
})
const changed = (before: RegisteredItems, items: RegisteredItems, on: CivilDate): readonly NewEvent[] => {
  const names = differing(before, items)
  return names.length === 0
    ? []
    : [{ type: 'RegistrationChanged', data: { items, changed: names }, effectiveOn: on, basis: basis('24', on) }]
}
/** 吊销营业执照 is a kind of penalty: what it rests on beside is in the decision, which the register doesn't have. */
const revoked = (on: CivilDate, reason?: string, by?: string): NewEvent => ({
  type: 'LicenceRevoked',
  data: { reason: reason ?? null, remedy: by === undefined ? null : reviewOf(by, on) },
  effectiveOn: on,
  basis: [encodeCitation(cite(penaltyLaw, { '2017': '8.0.5', '2021': '9.0.3' }, on))],
})
const deregistered = (on: CivilDate, procedure: 'ordinary' | 'simplified', reason?: string): NewEvent => ({
  type: 'EnterpriseDeregistered',
  data: { procedure, reason: reason ?? null },
  effectiveOn: on,
  basis: basis(procedure === 'simplified' ? '33' : '31', on),
})
/** `by` is the authority that decides here; an act of another system doesn't say how it can be contested. */
const rescinded = (on: CivilDate, reason?: string, by?: string): NewEvent => ({
  type: 'RegistrationRescinded',
  data: { reason: reason ?? null, remedy: by === undefined ? null : reviewOf(by, on) },
  effectiveOn: on,
  basis: basis('40', on),
})
const migratedOut = (on: CivilDate, to?: string): NewEvent => ({
  type: 'EnterpriseMigratedOut',
  data: { to: to ?? null },
  effectiveOn: on,
  basis: basis('27', on),
})

/** The acts that lead from a state of the register to another; none where no lawful act does. */
const acts: Readonly<Record<RegisterState, Partial<Record<RegisterState, (on: CivilDate) => readonly NewEvent[]>>>> = {
  存续: {
    '吊销，未注销': (on) => [revoked(on)],
    '吊销，已注销': (on) => [revoked(on), deregistered(on, 'ordinary')],
    注销: (on) => [deregistered(on, 'ordinary')],
    撤销: (on) => [rescinded(on)],
    迁出: (on) => [migratedOut(on)],
  },
  '吊销，未注销': { '吊销，已注销': (on) => [deregistered(on, 'ordinary')] },
  '吊销，已注销': {},
  注销: {},
  撤销: {},
  迁出: {},
}

/** Second character of the code of what the market authority registers (GB 32100-2015, 机构类别代码). */
const CATEGORY: Readonly<Record<EntityForm, string>> = { enterprise: '1', 'sole-trader': '2', cooperative: '3' }

/** What each kind of entity must have and may not have. */
const itemsRefusal = (uscc: string, items: RegisteredItems): Refusal | undefined => {
  if (uscc.startsWith('9') && uscc[1] !== CATEGORY[formOf(items.typeCode)]) {
    return refused(
      'form-mismatch',
      `A code that begins with ${uscc.slice(0, 2)} is not that of ${items.type} (${items.typeCode}).`,
    )
  }
  // Kind codes that begin with 1 are companies; a branch, a sole trader or a partnership has no registered capital of its own.
  if (items.typeCode.startsWith('1') && items.capitalWan === null) {
    return refused('capital-missing', 'A company registers its capital.', provision('8', items.establishedOn))
  }
  if (items.name === '')
    return refused('name-missing', 'An entity has one registered name.', provision('10', items.establishedOn))
  return undefined
}

const establish = (
  command: { readonly uscc: string; readonly items: RegisteredItems },
  state: Registration,
): readonly NewEvent[] | Refusal => {
  const { uscc, items } = command
  if (state.items !== undefined) {
    return differing(state.items, items).length === 0
      ? []
      : refused(
          'already-registered',
          `${uscc} is registered as ${state.items.name}.`,
          provision('3', items.establishedOn),
        )
  }
  return itemsRefusal(uscc, items) ?? [established(items)]
}

const record = ({ data }: RecordEnterprise, state: Registration, today: CivilDate): readonly NewEvent[] | Refusal => {
  const { uscc, items, endedOn } = data
  const ended = endedOn ?? items.approvedOn ?? today
  const refusal = itemsRefusal(uscc, items)
  if (state.items === undefined) {
    const end = data.state === '存续' ? [] : (acts.存续[data.state]?.(ended) ?? [])
    return refusal ?? [established(items), ...end]
  }
  const change = changed(state.items, items, today)
  if (data.state === state.state || state.state === 'unregistered')
    return change.length === 0 ? [] : (refusal ?? change)
  if (state.state === '迁出' && data.state === '存续')
    return [{ type: 'EnterpriseMigratedIn', data: { items }, effectiveOn: today, basis: basis('27', today) }]
  const end = acts[state.state][data.state]
  if (end === undefined)
    return refused('no-such-act', `No act of registration leads from ${state.state} to ${data.state}.`)
  return [...change, ...end(ended)]
}

const ended = (command: { readonly data: Act }, state: Registration): Refusal | undefined => {
  if (state.items === undefined) return refused('unknown-enterprise', `${command.data.uscc} is not registered here.`)
  if (state.state !== '存续' && state.state !== '吊销，未注销')
    return refused('not-living', `${command.data.uscc} is ${state.state}.`)
  return undefined
}

const decide = (
  command: RegistrationCommand,
  state: Registration,
  { today, facts }: Context<Listings>,
): readonly NewEvent[] | Refusal => {
  switch (command.type) {
    case 'EstablishEnterprise':
      return establish(command.data, state)
    case 'RecordEnterprise':
      return record(command, state, today)
    case 'ChangeRegistration': {
      const refusal = ended(command, state) ?? itemsRefusal(command.data.uscc, command.data.items)
      return refusal ?? (state.items === undefined ? [] : changed(state.items, command.data.items, command.data.on))
    }
    case 'DeregisterEnterprise': {
      const { on, procedure, reason } = command.data
      if (state.state === '注销' || state.state === '吊销，已注销') return []
      const refusal = ended(command, state)
      if (refusal !== undefined) return refusal
      // 登记管理条例第三十三条: no simplified deregistration for an entity on the list, nor for one whose licence is revoked.
      if (procedure === 'simplified' && (facts.open.length > 0 || state.state === '吊销，未注销')) {
        return refused(
          'simplified-deregistration-barred',
          'An entity on the list of abnormal operations, or whose licence is revoked, deregisters by the ordinary procedure.',
          provision('33', on),
        )
      }
      return [deregistered(on, procedure, reason)]
    }
    case 'RevokeLicence':
      if (state.state === '吊销，未注销') return []
      return ended(command, state) ?? [revoked(command.data.on, command.data.reason, state.items?.authority)]
    case 'RescindRegistration':
      if (state.state === '撤销') return []
      return ended(command, state) ?? [rescinded(command.data.on, command.data.reason, state.items?.authority)]
    case 'MigrateEnterpriseOut':
      if (state.state === '迁出') return []
      return ended(command, state) ?? [migratedOut(command.data.on, command.data.to)]
    case 'MigrateEnterpriseIn': {
      const { items, on } = command.data
      if (state.state === '存续') return []
      if (state.state !== '迁出' && state.state !== 'unregistered')
        return refused('not-living', `${command.data.uscc} is ${state.state}.`)
      return (
        itemsRefusal(command.data.uscc, items) ?? [
          { type: 'EnterpriseMigratedIn', data: { items }, effectiveOn: on, basis: basis('27', on) },
        ]
      )
    }
    default:
      return command satisfies never
  }
}

const evolve = (state: Registration, event: PastEvent): Registration => {
  switch (event.type) {
    case 'EnterpriseEstablished':
    case 'EnterpriseMigratedIn':
      return { state: '存续', items: event.data.items }
    case 'RegistrationChanged':
      return { ...state, items: event.data.items }
    case 'LicenceRevoked':
      return { ...state, state: '吊销，未注销' }
    case 'EnterpriseDeregistered':
      return { ...state, state: state.state === '吊销，未注销' ? '吊销，已注销' : '注销' }
    case 'RegistrationRescinded':
      return { ...state, state: '撤销' }
    case 'EnterpriseMigratedOut':
      return { ...state, state: '迁出' }
    default:
      return state
  }
}

const listings = (facts: Listings, event: PastEvent): Listings => {
  switch (event.type) {
    case 'AbnormalOperationsListed':
      return { open: [...facts.open, `${event.data.ground}/${event.data.year ?? ''}`] }
    case 'AbnormalOperationsDelisted':
    case 'AbnormalListingRescinded': {
      const { ground } = event.data
      const years = event.type === 'AbnormalListingRescinded' ? [event.data.year ?? ''] : event.data.years
      const ended = ['', ...years].map((year) => `${ground}/${year}`)
      return { open: facts.open.filter((entry) => !ended.includes(entry)) }
    }
    default:
      return facts
  }
}

const text = Type.String({ minLength: 1 })
const optional = nullable(Type.String())
const day = dayMember()
const code = usccMember()
const items = Type.Object({
  name: text,
  typeCode: text,
  type: text,
  legalRepresentative: optional,
  capitalWan: nullable(Type.Number({ minimum: 0 })),
  currency: text,
  establishedOn: day,
  approvedOn: optional,
  operatingFrom: optional,
  operatingTo: optional,
  district: text,
  authority: text,
  address: Type.String(),
  industrySection: optional,
  industry: optional,
  industryName: optional,
  scope: optional,
})
const act = Type.Object({ uscc: code, on: day, reason: Type.Optional(Type.String()) })
const withItems = Type.Object({ uscc: code, items, on: day })

export const registration: Decider<RegistrationCommand, Registration, Listings> = {
  aggregate: 'registration',
  acts: declared({
    EstablishEnterprise: Type.Object({ uscc: code, items }),
    ChangeRegistration: withItems,
    DeregisterEnterprise: Type.Object({
      ...act.properties,
      procedure: Type.Union([Type.Literal('ordinary'), Type.Literal('simplified')]),
    }),
    RevokeLicence: act,
    RescindRegistration: act,
    MigrateEnterpriseOut: Type.Object({ ...act.properties, to: Type.Optional(Type.String()) }),
    MigrateEnterpriseIn: withItems,
    RecordEnterprise: Type.Object({ uscc: code, items, state: text, endedOn: optional }),
  }),
  subject: ({ data }) => data.uscc,
  initial: { state: 'unregistered', items: undefined },
  evolve,
  facts: {
    streams: ({ type, data }) => (type === 'DeregisterEnterprise' ? [`${data.uscc}/abnormal-operations`] : []),
    initial: { open: [] },
    evolve: listings,
  },
  decide,
}

export const decider = anyDecider(registration)
