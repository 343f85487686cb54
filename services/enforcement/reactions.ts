import { caseReactions } from './cases/reactions.ts'
import { complaintReactions } from './complaints/reactions.ts'
import { publicityReactions } from './penalties/reactions.ts'

export const reactions = [...publicityReactions, ...caseReactions, ...complaintReactions]
