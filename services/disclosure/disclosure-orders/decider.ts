import { type CivilDate, dayAfter, dayMember, formOf, nullable, usccMember } from '@mingjian/codes'
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
  seriesOf,
} from '@mingjian/kernel'
import { encodeCitation, type Registered, registered, reviewOf } from '@mingjian/law'
import Type from 'typebox'
import { type OrderDemand, orderBasis, orderExpires, orderFullOn } from '../law.ts'

interface Demanded {
  readonly demand: OrderDemand
  readonly information: string
  /** Where it is an annual report's. */
  readonly reportYear: number | null
}
export type OrderDisclosure = Command<
  'OrderDisclosure',
  Demanded & { readonly uscc: string; readonly servedOn: CivilDate }
>
/** What was ordered has been published, or put right. */
export type ConfirmOrderedDisclosure = Command<
  'ConfirmOrderedDisclosure',
  { readonly uscc: string; readonly order: number; readonly on: CivilDate }
>
/** The last day has gone by. */
export type RecordOrderExpiry = Command<'RecordOrderExpiry', { readonly uscc: string; readonly order: number }>
type OrderCommand = OrderDisclosure | ConfirmOrderedDisclosure | RecordOrderExpiry

interface Order extends Demanded {
  readonly servedOn: CivilDate
  readonly performBy: CivilDate
  readonly performed: boolean
  readonly expired: boolean
}

const citations = (demand: OrderDemand, { typeCode }: Registered, on: CivilDate): readonly string[] =>
  orderBasis(demand, formOf(typeCode), on).map(encodeCitation)

const ordered = (
  { demand, information, reportYear, servedOn }: OrderDisclosure['data'],
  order: number,
  subject: Registered,
): NewEvent => {
  const { authority } = subject
  return {
    type: 'DisclosureOrdered',
    data: {
      order,
      demand,
      information,
      reportYear,
      decision: '',
      servedOn,
      performBy: orderExpires(servedOn),
      remedy: reviewOf(authority, servedOn),
    },
    effectiveOn: servedOn,
    basis: citations(demand, subject, servedOn),
    numbered: seriesOf(authority, '责公', servedOn),
  }
}

const decide = (
  command: OrderCommand,
  orders: readonly Order[],
  { today, facts }: Context<Registered>,
): readonly NewEvent[] | Refusal => {
  if (command.type === 'OrderDisclosure') {
    const { uscc, demand, information, servedOn } = command.data
    const [provision] = citations(demand, facts, servedOn)
    if (!facts.known) return refused('unknown-enterprise', `${uscc} is not registered here.`, provision)
    if (!facts.living) return refused('not-living', `${uscc} is no longer in operation.`, provision)
    // 条例第十条 binds enterprises; sole traders and cooperatives have rules of their own (条例第二十四条).
    if (demand === 'publish' && formOf(facts.typeCode) !== 'enterprise')
      return refused('no-such-duty', `${uscc} owes no immediate information.`, provision)
    if (servedOn > today) return refused('decision-in-the-future', `An order can't be served on ${servedOn} yet.`)
    const again = orders.some(
      (order) => order.demand === demand && order.information === information && order.servedOn === servedOn,
    )
    return again ? [] : [ordered(command.data, orders.length + 1, facts)]
  }
  const { uscc, order } = command.data
  const standing = orders[order - 1]
  if (standing === undefined) return refused('unknown-order', `There is no order ${order} against ${uscc}.`)
  const { demand, servedOn, performBy } = standing
  const basis = citations(demand, facts, servedOn)
  if (standing.performed) return []
  if (command.type === 'ConfirmOrderedDisclosure') {
    const { on } = command.data
    if (on < servedOn) return refused('before-the-order', `The order was served on ${servedOn}, after ${on}.`, basis[0])
    if (on > today) return refused('decision-in-the-future', `Nothing can be confirmed for ${on} yet.`)
    const data = { order, demand, performedOn: on, late: on > performBy }
    return [{ type: 'DisclosureOrderPerformed', data, effectiveOn: on, basis }]
  }
  if (standing.expired) return []
  if (today <= performBy) return refused('order-running', `The order can be obeyed until ${performBy}.`, basis[0])
  const data = { order, demand, expiredOn: orderFullOn(servedOn) }
  return [{ type: 'DisclosureOrderExpired', data, effectiveOn: dayAfter(performBy), basis }]
}

const changed = (orders: readonly Order[], order: number, change: Partial<Order>): readonly Order[] =>
  orders.map((one, index) => (index === order - 1 ? { ...one, ...change } : one))

const evolve = (orders: readonly Order[], event: PastEvent): readonly Order[] => {
  switch (event.type) {
    case 'DisclosureOrdered': {
      const { demand, information, reportYear, servedOn, performBy } = event.data
      const order = { demand: demand as OrderDemand, information, reportYear, servedOn, performBy }
      return [...orders, { ...order, performed: false, expired: false }]
    }
    case 'DisclosureOrderPerformed':
      return changed(orders, event.data.order, { performed: true })
    case 'DisclosureOrderExpired':
      return changed(orders, event.data.order, { expired: true })
    default:
      return orders
  }
}

const code = usccMember()
const day = dayMember()
const order = Type.Integer({ minimum: 1, description: 'counted within the orders against the enterprise' })

export const disclosureOrders: Decider<OrderCommand, readonly Order[], Registered> = {
  aggregate: 'disclosure-orders',
  acts: declared({
    OrderDisclosure: Type.Object({
      uscc: code,
      demand: Type.Enum(['publish', 'correct'], { description: '责令公示 or 责令更正' }),
      information: Type.String({ minLength: 1, description: 'which information; names no person' }),
      reportYear: nullable(Type.Integer({ description: "where it is an annual report's" })),
      servedOn: day,
    }),
    ConfirmOrderedDisclosure: Type.Object({ uscc: code, order, on: day }),
    RecordOrderExpiry: Type.Object({ uscc: code, order }),
  }),
  subject: ({ data }) => data.uscc,
  initial: [],
  evolve,
  facts: registered,
  decide,
}

export const decider = anyDecider(disclosureOrders)
