import { type CivilDate, dayOfInstant } from '@mingjian/codes'
import type { Command, Reaction } from '@mingjian/kernel'
import { isPublished } from '../law.ts'
import type { PenaltyCommand } from './decider.ts'
import { publicityDay } from './publicity.ts'

/** 公示规定第二条: what the ordinary procedure decided is made public; on its day if that is still to come. */
const publicise: Reaction = {
  name: 'publicise-penalty',
  events: ['PenaltyDecided'],
  react: (event): readonly Command[] => {
    if (event.type !== 'PenaltyDecided' || !isPublished(event.data, event.data.decidedOn)) return []
    const on = dayOfInstant(event.recordedAt)
    const command: PenaltyCommand = { type: 'KeepPenaltyPublicity', data: { uscc: event.subject, on } }
    return publicityDay(event.data.decidedOn) <= on ? [command] : []
  },
}

/** 公示规定第十一条: a decision that was changed or did not stand is withdrawn within three working days, here as soon as it is known. */
const withdraw: Reaction = {
  name: 'withdraw-overturned-penalty',
  events: ['PenaltyOverturned'],
  react: (event): readonly Command[] => {
    if (event.type !== 'PenaltyOverturned') return []
    const command: PenaltyCommand = {
      type: 'WithdrawPenaltyPublicity',
      data: { uscc: event.subject, documentNo: event.data.documentNo, on: dayOfInstant(event.recordedAt) },
    }
    return [command]
  },
}

const endPublicity = (
  uscc: string,
  documentNo: string,
  because: 'restoration' | 'objection',
  on: CivilDate,
): PenaltyCommand => ({ type: 'RecordPenaltyPublicityEnd', data: { uscc, documentNo, because, on } })

/** 信用修复: what is granted stops the publicity at once, within the three working days. */
const restored: Reaction = {
  name: 'end-publicity-on-restoration',
  events: ['RestorationGranted'],
  react: (event): readonly Command[] => {
    if (event.type !== 'RestorationGranted' || event.data.kind !== 'penalty') return []
    const { record, grantedOn } = event.data
    return [endPublicity(event.subject, record, 'restoration', grantedOn)]
  },
}

/** 条例第十二条: what an objection showed to be wrong is shown no longer. */
const objectedTo: Reaction = {
  name: 'end-publicity-on-objection',
  events: ['ObjectionUpheld'],
  react: (event): readonly Command[] => {
    if (event.type !== 'ObjectionUpheld' || event.data.type !== 'PenaltyPublicised') return []
    const { record, upheldOn } = event.data
    return [endPublicity(event.subject, record, 'objection', upheldOn)]
  },
}

export const publicityReactions = [publicise, withdraw, restored, objectedTo]
