import { type CivilDate, dayMember, isCivilDate, nullable, oneOf, usccMember, wordsMember } from '@mingjian/codes'
import Type from 'typebox'
import { allOf, counted } from '../clocks.ts'
import { happened } from '../happened.ts'
import { ask } from '../law/ask.ts'
import { provisionOn } from '../law/case.ts'
import { complaintProvisions as provisions } from '../law/complaints.ts'
import { notRegistered } from '../refusals.ts'
import { COMPLAINT_CLOCKS as CLOCKS, COMPLAINT_TERMS as TERMS } from './clocks.ts'
import { admissible, knownLater, noGroundYet, notAComplaint, notAdmissible, notTheSame } from './refusals.ts'
import type { Complaint } from './state.ts'
import { complaintId, step } from './step.ts'

const PURPOSES = ['生活消费', '非生活消费'] as const

/** What the rule on admission is asked; undefined where nothing is known that could bar it. */
const barred = ({ knewOn, purpose, receivedOn }: Complaint): boolean => {
  if (knewOn === null && purpose === null) return false
  const given = { knew_infringement: knewOn, complained: receivedOn, purpose }
  return ask('complaint.admissible', given, receivedOn).result.admissible === false
}

const receiveComplaint = step(
  {
    kind: oneOf(['投诉', '举报'], 'a consumer dispute to mediate, or a violation to verify'),
    uscc: usccMember(),
    reporterRef: Type.String({
      pattern: '^[0-9A-Za-z-]{1,64}$',
      description: 'the reference of the confidential register of reporters: no name, no telephone',
    }),
    named: Type.Boolean({ description: '实名' }),
    channel: oneOf(['12315平台', '电话', '信函', '走访', '其他'], '渠道'),
    matter: wordsMember('投诉举报事项'),
    violation: wordsMember('涉嫌违法行为类型'),
    knewOn: nullable(dayMember('知道权益受到侵害之日')),
    purpose: nullable(oneOf(PURPOSES, 'for whom it was bought')),
  },
  {
    stages: ['none'],
    once: 'ComplaintReceived',
    under: provisions.acceptance,
    decide: (asked, _, { facts: { about }, authority }) => {
      const { complaintId: __, on, ...content } = asked
      if (!about.known) return notRegistered({ uscc: asked.uscc }, provisionOn(on, provisions.acceptance))
      if (content.knewOn !== null && (!isCivilDate(content.knewOn) || content.knewOn > on))
        return knownLater({ on, knewOn: content.knewOn })
      const clock =
        content.kind === '投诉' ? counted(TERMS.accept, authority, on) : counted(TERMS.verify, authority, on)
      return [
        happened(
          'ComplaintReceived',
          on,
          { ...content, authority, receivedOn: on, clocks: [clock] },
          provisions.acceptance,
        ),
      ]
    },
  },
)

const transferComplaint = step(
  { to: wordsMember('有处理权限的机关'), reason: wordsMember('why it is theirs') },
  {
    stages: ['received'],
    once: 'ComplaintTransferred',
    under: provisions.jurisdiction,
    within: CLOCKS.accept,
    decide: ({ on, to, reason }, { clocks }) => [
      happened('ComplaintTransferred', on, { to, reason, stops: allOf(clocks) }, provisions.jurisdiction),
    ],
  },
)

const onlyComplaints = (on: CivilDate) => notAComplaint({}, provisionOn(on, provisions.acceptance))

const acceptComplaint = step(
  {},
  {
    stages: ['received'],
    once: 'ComplaintAccepted',
    under: provisions.acceptance,
    within: CLOCKS.accept,
    decide: ({ on }, state) => {
      if (state.kind !== '投诉') return onlyComplaints(on)
      if (barred(state)) return notAdmissible({}, provisionOn(on, provisions.admission))
      const clock = counted(TERMS.mediate, state.authority, on)
      return [
        happened(
          'ComplaintAccepted',
          on,
          { uscc: state.uscc, clocks: [clock], stops: [CLOCKS.accept] },
          provisions.acceptance,
        ),
      ]
    },
  },
)

/** 滥用投诉举报 is a ground since the rule of 2026-04-15; its wording is to be verified. */
const ABUSE_FROM: CivilDate = '2026-04-15'
const GROUNDS = [
  '不属于本部门职责',
  '已经受理或者处理',
  '不是生活消费或者超过三年',
  '材料不全且未补正',
  '滥用投诉举报',
] as const

const declineComplaint = step(
  { ground: oneOf(GROUNDS, '不予受理的情形'), reason: wordsMember('why') },
  {
    stages: ['received'],
    once: 'ComplaintDeclined',
    under: provisions.admission,
    within: CLOCKS.accept,
    decide: ({ on, ground, reason }, state) => {
      const under = provisionOn(on, provisions.admission)
      if (state.kind !== '投诉') return onlyComplaints(on)
      if (ground === '不是生活消费或者超过三年' && !barred(state)) return admissible({}, under)
      if (ground === '滥用投诉举报' && on < ABUSE_FROM) return noGroundYet({ from: ABUSE_FROM }, under)
      return [happened('ComplaintDeclined', on, { ground, reason, stops: [CLOCKS.accept] }, provisions.admission)]
    },
  },
)

const mergeComplaint = step(
  { into: complaintId },
  {
    stages: ['received'],
    once: 'ComplaintMerged',
    under: provisions.admission,
    decide: ({ on, into }, state, { facts: { earlier } }) => {
      const same =
        earlier?.uscc === state.uscc &&
        earlier.violation === state.violation &&
        earlier.reporterRef === state.reporterRef
      if (!same) return notTheSame({ into }, provisionOn(on, provisions.admission))
      return [happened('ComplaintMerged', on, { into, stops: allOf(state.clocks) }, provisions.admission)]
    },
  },
)

/** 接收、移送、受理 */
export const intake = {
  ReceiveComplaint: receiveComplaint,
  TransferComplaint: transferComplaint,
  AcceptComplaint: acceptComplaint,
  DeclineComplaint: declineComplaint,
  MergeComplaint: mergeComplaint,
}
