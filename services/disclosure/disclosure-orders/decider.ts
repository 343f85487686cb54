import { type CivilDate, dayAfter, dayMember, formOf, nullable, usccMember } from '@mingjian/codes'
import {
  aggregate,
  anyDecider,
  type CommandOf,
  type EventOf,
  movedAt,
  notBegun,
  type Progress,
  procedure,
  progressed,
  seriesOf,
} from '@mingjian/kernel'
import { encodeCitation, type Registered, registered, reviewOf } from '@mingjian/law'
import Type from 'typebox'
import { type OrderDemand, orderBasis, orderExpires, orderFullOn } from '../law.ts'
import { notRegistered } from '../refusals.ts'
import { beforeTheOrder, noSuchDuty, notLiving, orderRunning, tooSoon, unknownOrder } from './refusals.ts'

/** 责令公示 or 责令更正. */
interface Order extends Progress<'none' | 'ordered' | 'performed'> {
  /** Its number among the orders against the enterprise. */
  readonly order: number
  readonly demand: OrderDemand
  /** Which information; names no person. */
  readonly information: string
  readonly servedOn: CivilDate
  readonly performBy: CivilDate
  /** The last day has gone by; it can be obeyed late. */
  readonly expired: boolean
}
type Orders = readonly Order[]
type Basis = typeof orderBasis

const citations = (demand: OrderDemand, { typeCode }: Registered, on: CivilDate): readonly string[] =>
  orderBasis(demand, formOf(typeCode), on).map(encodeCitation)

const unserved = { ...notBegun, servedOn: '', performBy: '', expired: false }

const uscc = usccMember()
const order = Type.Integer({ minimum: 1, description: 'counted within the orders against the enterprise' })
const common = {
  stages: {
    none: { zh: '未作出', en: 'not given' },
    ordered: { zh: '已送达，待履行', en: 'served' },
    performed: { zh: '已履行', en: 'obeyed' },
  },
  future: tooSoon,
  early: beforeTheOrder,
  cite: (on: CivilDate, under: Basis, matter: Order | undefined, { typeCode }: Registered) =>
    matter && under(matter.demand, formOf(typeCode), matter.servedOn || on).map(encodeCitation)[0],
}
const numbered = (asked: { readonly order: number }, orders: Orders): Order | undefined => orders[asked.order - 1]

const ordering = procedure<Orders, Order, Registered, Basis>()({
  ...common,
  named: {
    uscc,
    demand: Type.Enum(['publish', 'correct'], { description: '责令公示 or 责令更正' }),
    information: Type.String({ minLength: 1, description: 'which information; names no person' }),
    servedOn: dayMember(),
  },
  matter: ({ demand, information, servedOn }, orders, { known }) => {
    if (!known) return undefined
    const same = (one: Order): boolean =>
      one.demand === demand && one.information === information && one.servedOn === servedOn
    return orders.find(same) ?? { ...unserved, order: orders.length + 1, demand, information }
  },
  day: ({ servedOn }) => servedOn,
  unknown: ({ uscc, demand, servedOn }) => notRegistered({ uscc }, citations(demand, registered.initial, servedOn)[0]),
  closedTo: ({ uscc, demand, servedOn }, _, { facts }) => {
    const [provision] = citations(demand, facts, servedOn)
    if (!facts.living) return notLiving({ uscc }, provision)
    // 条例第十条 binds enterprises; sole traders and cooperatives have rules of their own (条例第二十四条).
    const owed = demand === 'correct' || formOf(facts.typeCode) === 'enterprise'
    return owed ? undefined : noSuchDuty({ uscc }, provision)
  },
})
const confirming = procedure<Orders, Order, Registered, Basis>()({
  ...common,
  named: { uscc, order, on: dayMember() },
  matter: numbered,
  day: ({ on }) => on,
  unknown: unknownOrder,
})
const expiring = procedure<Orders, Order, Registered, Basis>()({
  ...common,
  named: { uscc, order },
  matter: numbered,
  day: (_, { today }) => today,
  unknown: unknownOrder,
})

const acts = {
  OrderDisclosure: ordering(
    { reportYear: nullable(Type.Integer({ description: "where it is an annual report's" })) },
    {
      stages: ['none'],
      once: 'DisclosureOrdered',
      under: orderBasis,
      decide: ({ demand, information, reportYear, servedOn }, { order }, { facts }) => {
        const { authority } = facts
        const demanded = { order, demand, information, reportYear, decision: '' }
        const remedy = reviewOf(authority, servedOn)
        return [
          {
            type: 'DisclosureOrdered',
            data: { ...demanded, servedOn, performBy: orderExpires(servedOn), remedy },
            effectiveOn: servedOn,
            basis: citations(demand, facts, servedOn),
            numbered: seriesOf(authority, '责公', servedOn),
          },
        ]
      },
    },
  ),
  /** What was ordered has been published, or put right. */
  ConfirmOrderedDisclosure: confirming(
    {},
    {
      stages: ['ordered'],
      once: 'DisclosureOrderPerformed',
      under: orderBasis,
      decide: ({ order, on }, { demand, servedOn, performBy }, { facts }) => {
        const data = { order, demand, performedOn: on, late: on > performBy }
        const basis = citations(demand, facts, servedOn)
        return [{ type: 'DisclosureOrderPerformed', data, effectiveOn: on, basis }]
      },
    },
  ),
  /** The last day has gone by. */
  RecordOrderExpiry: expiring(
    {},
    {
      by: 'system',
      stages: ['ordered', 'performed'],
      under: orderBasis,
      decide: ({ order }, { stage, expired, demand, servedOn, performBy }, { today, facts }) => {
        if (stage === 'performed' || expired) return []
        const basis = citations(demand, facts, servedOn)
        if (today <= performBy) return orderRunning({ performBy }, basis[0])
        const data = { order, demand, expiredOn: orderFullOn(servedOn) }
        return [{ type: 'DisclosureOrderExpired', data, effectiveOn: dayAfter(performBy), basis }]
      },
    },
  ),
}

export type OrderCommand = CommandOf<typeof acts>
type OrderEvent = EventOf<'DisclosureOrdered' | 'DisclosureOrderPerformed' | 'DisclosureOrderExpired'>

const evolve = (orders: Orders, event: OrderEvent): Orders => {
  switch (event.type) {
    case 'DisclosureOrdered': {
      const { order, demand, information, servedOn, performBy } = event.data
      const before = { ...unserved, order, demand: demand as OrderDemand, information, servedOn, performBy }
      return [...orders, progressed<Order>(before, { ...before, stage: 'ordered' }, event)]
    }
    case 'DisclosureOrderPerformed':
      return movedAt(orders, event.data.order, { stage: 'performed' }, event)
    case 'DisclosureOrderExpired':
      return movedAt(orders, event.data.order, { expired: true }, event)
    default:
      event satisfies never
      return orders
  }
}

export const disclosureOrders = aggregate({
  aggregate: 'disclosure-orders',
  acts,
  subject: ({ data }) => data.uscc,
  initial: [],
  evolve,
  facts: registered,
})

export const decider = anyDecider(disclosureOrders)
