import type { Command, Reaction } from '@mingjian/kernel'
import type { OrderCommand } from './disclosure-orders/decider.ts'

/** Sole traders and cooperatives owe no immediate information 条例第二十四条: their code says what they are. */
const isEnterprise = (uscc: string): boolean => !/^9[23]/.test(uscc)

/** 异常名录办法第七条: what an inspection found missing is ordered to be published. */
const orderMissing: Reaction = {
  name: 'order-what-inspection-found-missing',
  events: ['InspectionFollowUpDecided'],
  react: (event): readonly Command[] => {
    if (event.type !== 'InspectionFollowUpDecided' || event.data.kind !== 'order_disclosure') return []
    const { uscc, facts } = event.data
    if (!isEnterprise(uscc)) return []
    const command: OrderCommand = {
      type: 'OrderDisclosure',
      data: { uscc, demand: 'publish', information: facts, reportYear: null, servedOn: event.effectiveOn },
    }
    return [command]
  },
}

export const reactions = [orderMissing]
