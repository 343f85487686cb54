import { dayMember } from '@mingjian/codes'
import { procedure, refusal } from '@mingjian/kernel'
import type { Provision } from '@mingjian/law'
import Type from 'typebox'
import { ofAnother } from '../competence.ts'
import { provisionOn } from '../law/case.ts'
import type { ComplaintFacts } from './facts.ts'
import type { Complaint } from './state.ts'

export const complaintId = Type.String({
  pattern: '^COMPLAINT-[0-9A-Za-z-]{1,48}$',
  description: 'COMPLAINT- and up to 48 letters, digits and dashes',
})

const unknown = refusal('unknown', {
  zh: '没有收到编号为{complaintId}的投诉举报。',
  en: 'Nothing of the id {complaintId} has been received.',
})

/** A step of the procedure of complaints and reports (市场监督管理投诉举报处理办法). */
export const step = procedure<Complaint, Complaint, ComplaintFacts, Provision>()({
  named: { complaintId, on: dayMember('the day of the act') },
  matter: (_, complaint) => complaint,
  day: ({ on }) => on,
  stages: {
    none: { zh: '尚未接收', en: 'not received' },
    received: { zh: '已接收', en: 'received' },
    accepted: { zh: '已受理，调解中', en: 'accepted' },
    terminated: { zh: '已终止调解', en: 'terminated' },
    'handed-over': { zh: '已移交核查', en: 'handed over' },
    closed: { zh: '已办结', en: 'closed' },
  },
  cite: provisionOn,
  unknown: ({ complaintId }, provision) => unknown({ complaintId }, provision),
  closedTo: ofAnother,
})
