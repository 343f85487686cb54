import type { CivilDate } from '@mingjian/codes'
import { type Facts, type PastEvent, streamOf } from '@mingjian/kernel'
import { type Registered, registered } from '@mingjian/law'
import type { AbnormalGround } from '@mingjian/schemas'
import { type Cures, curesAfter, isCureEvent, noCures } from './cures.ts'

/** What other streams say of the grounds: that they are facts, and that they are cured. */
export interface GroundFacts extends Registered, Cures {
  /** `groundOn`: the day from which the ten working days run. */
  readonly grounds: readonly {
    readonly ground: AbnormalGround
    readonly year: number | null
    readonly groundOn: CivilDate
    /** What it is known by, in words that name no person. */
    readonly detail: string
  }[]
  /** Orders to publish by their number within the enterprise: the document, and the last day. */
  readonly orders: ReadonlyMap<number, string>
}

const STREAMS: Readonly<Record<AbnormalGround, string>> = {
  annual_report_missed: 'annual-reports',
  order_not_followed: 'disclosure-orders',
  false_information: 'verifications',
  uncontactable: 'verifications',
}

interface Asked {
  readonly type: string
  readonly data: { readonly uscc: string; readonly ground?: AbnormalGround }
}

/** Only what the ground in question rests on is read: a sweep decides a hundred thousand of them. */
const streams = (command: Asked): readonly string[] => {
  const { uscc, ground } = command.data
  const asked = command.type === 'ListAbnormalOperations' || command.type === 'DelistAbnormalOperations'
  return [...registered.streams(command), ...(asked && ground !== undefined ? [streamOf(uscc, STREAMS[ground])] : [])]
}

const withGround = (
  facts: GroundFacts,
  ground: AbnormalGround,
  year: number | null,
  groundOn: CivilDate,
  detail = '',
): GroundFacts => ({
  ...facts,
  grounds: [...facts.grounds, { ground, year, groundOn, detail }],
})

const factsAfter = (facts: GroundFacts, event: PastEvent): GroundFacts => {
  switch (event.type) {
    case 'AnnualReportMissed':
      return withGround(facts, 'annual_report_missed', event.data.year, event.data.windowEnd)
    case 'DisclosureOrdered': {
      const { order, decision, performBy } = event.data
      return { ...facts, orders: new Map(facts.orders).set(order, `${decision}，限期至${performBy}`) }
    }
    case 'DisclosureOrderExpired': {
      const { demand, order, expiredOn } = event.data
      return demand === 'publish'
        ? withGround(facts, 'order_not_followed', null, expiredOn, facts.orders.get(order))
        : facts
    }
    case 'FalseInformationFound':
      return withGround(facts, 'false_information', null, event.data.verifiedOn, `${event.data.verifiedOn}查实`)
    case 'EnterpriseFoundUncontactable': {
      const { by, verifiedOn } = event.data
      const how = by === 'letters' ? '两次邮寄专用信函均无人签收' : '检查中无法取得联系'
      return withGround(facts, 'uncontactable', null, verifiedOn, `${how}，${verifiedOn}查实`)
    }
    default:
      return { ...facts, ...registered.evolve(facts, event) }
  }
}

export const groundFacts: Facts<Asked, GroundFacts> = {
  streams,
  initial: { ...registered.initial, ...noCures, grounds: [], orders: new Map() },
  evolve: (facts, event) => factsAfter(isCureEvent(event) ? curesAfter(facts, event) : facts, event),
}
