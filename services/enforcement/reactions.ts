import type { Command, Reaction } from '@mingjian/kernel'
import { isPublished } from './law.ts'
import type { PublicisePenalty } from './penalties/decider.ts'

/** 公示规定第二条: what the ordinary procedure decided is made public. */
const publicise: Reaction = {
  name: 'publicise-penalty',
  events: ['PenaltyDecided'],
  react: (event): readonly Command[] => {
    if (event.type !== 'PenaltyDecided' || !isPublished(event.data, event.data.decidedOn)) return []
    const command: PublicisePenalty = {
      type: 'PublicisePenalty',
      data: { uscc: event.subject, documentNo: event.data.documentNo },
    }
    return [command]
  },
}

export const reactions = [publicise]
