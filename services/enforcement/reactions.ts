import { type Command, dayOfInstant, type Reaction } from '@mingjian/kernel'
import { caseReactions } from './cases/reactions.ts'
import { complaintReactions } from './complaints/reactions.ts'
import { isPublished } from './law.ts'
import type { PublicisePenalty, RecordPenaltyPublicityEnd, WithdrawPenaltyPublicity } from './penalties/decider.ts'
import { publicityDay } from './penalties/publicity.ts'

/** 公示规定第二条: what the ordinary procedure decided is made public; on its day if that is still to come. */
const publicise: Reaction = {
  name: 'publicise-penalty',
  events: ['PenaltyDecided'],
  react: (event): readonly Command[] => {
    if (event.type !== 'PenaltyDecided') return []
    const { documentNo, decidedOn } = event.data
    const isDue = publicityDay(decidedOn) <= dayOfInstant(event.recordedAt)
    if (!isDue || !isPublished(event.data, decidedOn)) return []
    const command: PublicisePenalty = { type: 'PublicisePenalty', data: { uscc: event.subject, documentNo } }
    return [command]
  },
}

/** 公示规定第十一条: a decision that was changed or did not stand is withdrawn within three working days, here as soon as it is known. */
const withdraw: Reaction = {
  name: 'withdraw-overturned-penalty',
  events: ['PenaltyOverturned'],
  react: (event): readonly Command[] => {
    if (event.type !== 'PenaltyOverturned') return []
    const command: WithdrawPenaltyPublicity = {
      type: 'WithdrawPenaltyPublicity',
      data: { uscc: event.subject, documentNo: event.data.documentNo, on: dayOfInstant(event.recordedAt) },
    }
    return [command]
  },
}

/** 信用修复: what is granted stops the publicity at once, within the three working days. */
const restored: Reaction = {
  name: 'end-publicity-on-restoration',
  events: ['RestorationGranted'],
  react: (event): readonly Command[] => {
    if (event.type !== 'RestorationGranted' || event.data.kind !== 'penalty') return []
    const { record, grantedOn } = event.data
    const command: RecordPenaltyPublicityEnd = {
      type: 'RecordPenaltyPublicityEnd',
      data: { uscc: event.subject, documentNo: record, because: 'restoration', on: grantedOn },
    }
    return [command]
  },
}

export const reactions = [publicise, withdraw, restored, ...caseReactions, ...complaintReactions]
