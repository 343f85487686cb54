import { type CivilDate, dayMember, oneOf, usccMember } from '@mingjian/codes'
import {
  actsOn,
  aggregate,
  anyDecider,
  askedAgain,
  type CommandOf,
  type Context,
  type Decided,
  type NewEvent,
  type Refusal,
  saysTheSame,
} from '@mingjian/kernel'
import Type from 'typebox'
import { provisionOn } from './basis.ts'
import { changed, deregistered, established, migratedIn, migratedOut, rescinded, revoked } from './events.ts'
import { differing, items, itemsRefusal, optional } from './items.ts'
import { alreadyRegistered, noSuchAct, notLiving, notRegistered, simplifiedBarred } from './refusals.ts'
import {
  evolve,
  type Listings,
  listings,
  REGISTER_STATES,
  type RegisterState,
  type Registration,
  unregistered,
} from './state.ts'

export type { RegisterState } from './state.ts'

/** The acts that lead from a state of the register to another; none where no lawful act does. */
const BETWEEN: Readonly<Record<RegisterState, Partial<Record<RegisterState, (on: CivilDate) => readonly NewEvent[]>>>> =
  {
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

/** Why nothing can be changed or ended; undefined where something can. */
const ended = (uscc: string, { state }: Registration): Refusal | undefined => {
  if (state === 'unregistered') return notRegistered({ uscc })
  return state === '存续' || state === '吊销，未注销' ? undefined : notLiving({ uscc, state })
}

/** What has led to the state is asked for again. */
const again = (asked: { readonly on: CivilDate }, { by }: Registration, context: Context<Listings>): Decided =>
  by === undefined
    ? []
    : askedAgain(by.effectiveOn === asked.on && saysTheSame({ ...asked }, by), by.effectiveOn, context)

const uscc = usccMember()
const on = dayMember()
const reason = Type.Optional(Type.String())
const act = actsOn<Registration, Listings>()

const acts = {
  EstablishEnterprise: act(
    { uscc, items },
    {
      decide: ({ uscc, items }, { items: before }) => {
        if (before === undefined) return itemsRefusal(uscc, items) ?? [established(items)]
        if (differing(before, items).length === 0) return []
        return alreadyRegistered({ uscc, name: before.name }, provisionOn('3', items.establishedOn))
      },
    },
  ),
  ChangeRegistration: act(
    { uscc, items, on },
    {
      decide: ({ uscc, items, on }, registration) => {
        const refusal = ended(uscc, registration) ?? itemsRefusal(uscc, items)
        return refusal ?? (registration.items === undefined ? [] : changed(registration.items, items, on))
      },
    },
  ),
  DeregisterEnterprise: act(
    { uscc, on, reason, procedure: Type.Union([Type.Literal('ordinary'), Type.Literal('simplified')]) },
    {
      decide: (asked, registration, context) => {
        const { uscc, on, procedure, reason } = asked
        const { state } = registration
        if (state === '注销' || state === '吊销，已注销') return again(asked, registration, context)
        const refusal = ended(uscc, registration)
        if (refusal !== undefined) return refusal
        // 登记管理条例第三十三条: no simplified deregistration for an entity on the list, nor for one whose licence is revoked.
        if (procedure === 'simplified' && (context.facts.open.length > 0 || state === '吊销，未注销'))
          return simplifiedBarred({}, provisionOn('33', on))
        return [deregistered(on, procedure, reason)]
      },
    },
  ),
  RevokeLicence: act(
    { uscc, on, reason },
    {
      decide: (asked, registration, context) => {
        if (registration.state === '吊销，未注销') return again(asked, registration, context)
        const { uscc, on, reason } = asked
        return ended(uscc, registration) ?? [revoked(on, reason, registration.items?.authority)]
      },
    },
  ),
  RescindRegistration: act(
    { uscc, on, reason },
    {
      decide: (asked, registration, context) => {
        if (registration.state === '撤销') return again(asked, registration, context)
        const { uscc, on, reason } = asked
        return ended(uscc, registration) ?? [rescinded(on, reason, registration.items?.authority)]
      },
    },
  ),
  MigrateEnterpriseOut: act(
    { uscc, on, reason, to: Type.Optional(Type.String()) },
    {
      decide: (asked, registration, context) => {
        if (registration.state === '迁出') return again(asked, registration, context)
        return ended(asked.uscc, registration) ?? [migratedOut(asked.on, asked.to)]
      },
    },
  ),
  MigrateEnterpriseIn: act(
    { uscc, items, on },
    {
      decide: (asked, registration, context) => {
        const { uscc, items, on } = asked
        const { state } = registration
        if (state === '存续') return again(asked, registration, context)
        if (state !== '迁出' && state !== 'unregistered') return notLiving({ uscc, state })
        return itemsRefusal(uscc, items) ?? [migratedIn(items, on)]
      },
    },
  ),
  /** Brings the log into line with a record of the register, whatever acts lie between. */
  RecordEnterprise: act(
    { uscc, items, state: oneOf(REGISTER_STATES, '登记状态'), endedOn: optional },
    {
      by: 'system',
      decide: ({ uscc, items, state, endedOn }, before, { today }) => {
        const on = endedOn ?? items.approvedOn ?? today
        const refusal = itemsRefusal(uscc, items)
        if (before.items === undefined) return refusal ?? [established(items), ...(BETWEEN.存续[state]?.(on) ?? [])]
        const change = changed(before.items, items, today)
        if (state === before.state || before.state === 'unregistered')
          return change.length === 0 ? [] : (refusal ?? change)
        if (before.state === '迁出' && state === '存续') return [migratedIn(items, today)]
        const end = BETWEEN[before.state][state]
        return end === undefined ? noSuchAct({ from: before.state, to: state }) : [...change, ...end(on)]
      },
    },
  ),
}

export type RegistrationCommand = CommandOf<typeof acts>
export type RecordEnterprise = Extract<RegistrationCommand, { readonly type: 'RecordEnterprise' }>

export const registration = aggregate({
  aggregate: 'registration',
  acts,
  subject: ({ data }) => data.uscc,
  initial: unregistered,
  evolve,
  facts: listings,
})

export const decider = anyDecider(registration)
