import type { CivilDate } from '@mingjian/codes'
import type { EventOf, PastEvent } from '@mingjian/kernel'

/** What other streams say of the cure of grounds. */
export interface Cures {
  /** Report year → day of filing, in time or late. */
  readonly filed: Readonly<Record<string, CivilDate>>
  /** Orders to publish that have expired and are still not obeyed, by their number within the enterprise. */
  readonly unobeyed: readonly number[]
  /** Day on which the last order was obeyed. */
  readonly obeyedOn: CivilDate | null
}

export const noCures: Cures = { filed: {}, unobeyed: [], obeyedOn: null }

type CureEvent = EventOf<'AnnualReportSubmitted' | 'DisclosureOrderExpired' | 'DisclosureOrderPerformed'>
export const isCureEvent = (event: PastEvent): event is CureEvent =>
  event.type === 'AnnualReportSubmitted' ||
  event.type === 'DisclosureOrderExpired' ||
  event.type === 'DisclosureOrderPerformed'

export const curesAfter = <C extends Cures>(cures: C, event: CureEvent): C => {
  switch (event.type) {
    case 'AnnualReportSubmitted':
      return { ...cures, filed: { ...cures.filed, [event.data.year]: event.data.filedOn } }
    case 'DisclosureOrderExpired':
      // To correct is a duty under another ground 异常名录办法第四条第三项.
      return event.data.demand === 'publish' ? { ...cures, unobeyed: [...cures.unobeyed, event.data.order] } : cures
    case 'DisclosureOrderPerformed': {
      const unobeyed = cures.unobeyed.filter((order) => order !== event.data.order)
      return { ...cures, unobeyed, obeyedOn: event.data.performedOn }
    }
    default:
      return event satisfies never
  }
}
