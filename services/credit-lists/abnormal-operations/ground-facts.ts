import type { CivilDate } from '@mingjian/codes'
import { type Facts, type PastEvent, streamOf } from '@mingjian/kernel'
import { type Registered, registered } from '@mingjian/law'
import type { AbnormalGround } from '@mingjian/schemas'
import type { AbnormalCommand } from './commands.ts'

/** What other streams say of the grounds: that they are facts, and that they are cured. */
export interface GroundFacts extends Registered {
  /** `groundOn`: the day from which the ten working days run. */
  readonly grounds: readonly {
    readonly ground: AbnormalGround
    readonly year: number | null
    readonly groundOn: CivilDate
    /** What it is known by, in words that name no person. */
    readonly detail: string
  }[]
  /** Report year → day of filing, in time or late. */
  readonly filed: ReadonlyMap<number, CivilDate>
  /** Orders to publish by their number within the enterprise: the document, and the last day. */
  readonly orders: ReadonlyMap<number, string>
  /** Those that have expired and are still not obeyed. */
  readonly unobeyed: ReadonlySet<number>
  /** Day on which the last order was obeyed. */
  readonly obeyedOn: CivilDate | null
}

const STREAMS: Readonly<Record<AbnormalGround, string>> = {
  annual_report_missed: 'annual-reports',
  order_not_followed: 'disclosure-orders',
  false_information: 'verifications',
  uncontactable: 'verifications',
}

/** Only what the ground in question rests on is read: a sweep decides a hundred thousand of them. */
const streams = (command: AbnormalCommand): readonly string[] => {
  const asked = command.type === 'ListAbnormalOperations' || command.type === 'DelistAbnormalOperations'
  return [...registered.streams(command), ...(asked ? [streamOf(command.data.uscc, STREAMS[command.data.ground])] : [])]
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

const evolve = (facts: GroundFacts, event: PastEvent): GroundFacts => {
  switch (event.type) {
    case 'AnnualReportMissed':
      return withGround(facts, 'annual_report_missed', event.data.year, event.data.windowEnd)
    case 'AnnualReportSubmitted':
      return { ...facts, filed: new Map(facts.filed).set(event.data.year, event.data.filedOn) }
    case 'DisclosureOrdered': {
      const { order, decision, performBy } = event.data
      return { ...facts, orders: new Map(facts.orders).set(order, `${decision}，限期至${performBy}`) }
    }
    case 'DisclosureOrderExpired': {
      // To correct is a duty under another ground 第四条第三项.
      if (event.data.demand !== 'publish') return facts
      const expired = { ...facts, unobeyed: new Set(facts.unobeyed).add(event.data.order) }
      return withGround(expired, 'order_not_followed', null, event.data.expiredOn, facts.orders.get(event.data.order))
    }
    case 'DisclosureOrderPerformed': {
      const unobeyed = new Set(facts.unobeyed)
      unobeyed.delete(event.data.order)
      return { ...facts, unobeyed, obeyedOn: event.data.performedOn }
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

export const groundFacts: Facts<AbnormalCommand, GroundFacts> = {
  streams,
  initial: {
    ...registered.initial,
    grounds: [],
    filed: new Map(),
    orders: new Map(),
    unobeyed: new Set(),
    obeyedOn: null,
  },
  evolve,
}
