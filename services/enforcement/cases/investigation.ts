import { dayMember, fileMember, isCivilDate, minuteMember, oneOf, wordsMember, yuanMember } from '@mingjian/codes'
import { seriesOf } from '@mingjian/kernel'
import Type from 'typebox'
import { counted, PARTY } from '../clocks.ts'
import { happened } from '../happened.ts'
import { provisionOn, provisions } from '../law/case.ts'
import { CLOCKS, TERMS } from './clocks.ts'
import {
  correctedBefore,
  correctionRunning,
  givenBack,
  noEvidence,
  nothingOrdered,
  notPreregistered,
  takenLater,
  wrongProposal,
} from './refusals.ts'
import type { Stage } from './state.ts'
import { entered, isSaid, officers, step } from './step.ts'

const EVIDENCE = [
  '书证',
  '物证',
  '视听资料',
  '电子数据',
  '证人证言',
  '当事人的陈述',
  '鉴定意见',
  '勘验笔录',
  '现场笔录',
] as const
const STEPS = ['启动', '调查取证', '审核', '决定', '送达', '执行'] as const
const DISPOSALS = ['解除', '查封、扣押', '没收', '移送', '发还'] as const

/** As long as the investigation, or the party's answer to it, goes on. */
const UNDECIDED: readonly Stage[] = ['lead', 'filed', 'concluded', 'noticed']

const recuseOfficer = step(
  {
    officer: wordsMember('id of the library of inspectors'),
    reason: wordsMember('与案件的利害关系'),
    decidedBy: wordsMember('负责人'),
  },
  {
    stages: UNDECIDED,
    under: provisions.recusal,
    recorded: entered('OfficerRecused', 'officer'),
    decide: ({ on, officer, reason, decidedBy }) => [
      happened('OfficerRecused', on, { officer, reason, decidedBy }, provisions.recusal),
    ],
  },
)

const collectEvidence = step(
  {
    ...officers,
    kind: oneOf(EVIDENCE, '证据种类'),
    sha256: fileMember(),
    description: wordsMember('what it shows'),
    place: wordsMember('where it was taken'),
    takenAt: minuteMember('when it was taken'),
  },
  {
    stages: ['lead', 'filed'],
    under: provisions.evidence,
    needsParty: true,
    recorded: entered('EvidenceCollected', 'sha256'),
    decide: ({ on, kind, sha256, description, place, takenAt, officers }) => {
      if (takenAt.slice(0, 10) > on) return takenLater({ on, takenAt })
      const evidence = { kind, sha256, description, place, takenAt, officers }
      return [happened('EvidenceCollected', on, evidence, provisions.evidence, provisions.officers)]
    },
  },
)

/** Each thing that is kept has a term of its own. */
const disposeOf = (item: string): string => `${CLOCKS.dispose}：${item}`

const preregisterEvidence = step(
  {
    ...officers,
    item: wordsMember('what is kept'),
    place: wordsMember('where'),
    approvedBy: wordsMember('负责人'),
  },
  {
    stages: ['lead', 'filed'],
    under: provisions.preregistration,
    needsParty: true,
    recorded: (state, asked) =>
      state.preregistered.includes(asked.item) ? entered('EvidencePreregistered', 'item')(state, asked) : undefined,
    decide: ({ on, item, place, approvedBy, officers }, { authority }) => {
      const clocks = [counted({ ...TERMS.dispose, what: disposeOf(item) }, authority, on)]
      const kept = { item, place, approvedBy, officers, clocks }
      return [happened('EvidencePreregistered', on, kept, provisions.preregistration)]
    },
  },
)

const disposePreregistered = step(
  { item: wordsMember('as it was registered'), disposal: oneOf(DISPOSALS, '处理决定') },
  {
    stages: UNDECIDED,
    under: provisions.preregistration,
    recorded: (state, asked) =>
      state.preregistered.includes(asked.item)
        ? undefined
        : entered('PreregisteredEvidenceDisposed', 'item')(state, asked),
    decide: ({ on, item, disposal }, { preregistered, clocks }) => {
      if (!preregistered.includes(item)) return notPreregistered({ item }, provisionOn(on, provisions.preregistration))
      const clock = clocks.find(({ what }) => what === disposeOf(item))
      // After the term nothing but giving it back is left to decide.
      if (clock !== undefined && on > clock.by && disposal !== '解除' && disposal !== '发还')
        return givenBack({ what: clock.what, by: clock.by }, clock.basis)
      const disposed = { item, disposal, stops: [disposeOf(item)] }
      return [happened('PreregisteredEvidenceDisposed', on, disposed, provisions.preregistration)]
    },
  },
)

const keepProcessRecord = step(
  { ...officers, step: oneOf(STEPS, '环节'), medium: oneOf(['文字', '音像'], '形式'), sha256: fileMember() },
  {
    stages: [...UNDECIDED, 'decided', 'served', 'ended'],
    under: provisions.record,
    recorded: entered('ProcessRecorded', 'sha256'),
    decide: ({ on, step, medium, sha256, officers }) => [
      happened('ProcessRecorded', on, { step, medium, sha256, officers }, provisions.record),
    ],
  },
)

const orderCorrection = step(
  { ...officers, what: wordsMember('what is put right'), correctBy: dayMember('改正期限') },
  {
    stages: UNDECIDED,
    once: 'CorrectionOrdered',
    done: ({ correction }) => correction === 'ordered',
    under: provisions.correction,
    needsParty: true,
    decide: ({ on, what, correctBy, officers }, { authority }) => {
      const under = provisionOn(on, provisions.correction)
      if (!isCivilDate(correctBy) || correctBy < on) return correctedBefore({ on, correctBy }, under)
      const clocks = [{ what: CLOCKS.correct, who: PARTY, by: correctBy, basis: under }]
      const ordered = { decision: '', what, correctBy, officers, clocks }
      return [
        {
          ...happened('CorrectionOrdered', on, ordered, provisions.correction),
          numbered: seriesOf(authority, '责改', on),
        },
      ]
    },
  },
)

const checkCorrection = step(
  { ...officers, followed: Type.Boolean({ description: '已改正' }), finding: wordsMember('复查情况') },
  {
    stages: [...UNDECIDED, 'decided', 'served', 'ended'],
    under: provisions.correction,
    recorded: ({ correction, last }) =>
      ({
        none: undefined,
        ordered: undefined,
        followed: last.CorrectionConfirmed,
        lacking: last.CorrectionFoundLacking,
      })[correction],
    same: ({ on, followed, finding, officers }, recorded) =>
      isSaid(
        { type: followed ? 'CorrectionConfirmed' : 'CorrectionFoundLacking', data: { finding, officers } },
        on,
        recorded,
      ),
    decide: ({ on, followed, finding, officers }, { correction, clocks }) => {
      if (correction === 'none') return nothingOrdered({}, provisionOn(on, provisions.correction))
      const stops = [CLOCKS.correct]
      if (followed) return [happened('CorrectionConfirmed', on, { officers, stops }, provisions.correction)]
      const clock = clocks.find(({ what }) => what === CLOCKS.correct)
      if (clock !== undefined && on <= clock.by) return correctionRunning({ by: clock.by }, clock.basis)
      return [happened('CorrectionFoundLacking', on, { finding, officers, stops }, provisions.correction)]
    },
  },
)

const concludeInvestigation = step(
  {
    ...officers,
    facts: wordsMember('查明的事实'),
    violation: wordsMember('违法行为类型'),
    proposal: oneOf(['给予处罚', '不予处罚', '撤销案件'], '处理建议'),
    kinds: Type.Array(wordsMember('处罚种类')),
    fineYuan: yuanMember('罚款'),
    confiscatedYuan: yuanMember('没收'),
    majorPublicInterest: Type.Boolean({ description: '涉及重大公共利益' }),
    complex: Type.Boolean({ description: '疑难复杂、涉及多个法律关系或者重大违法行为' }),
  },
  {
    stages: ['filed'],
    once: 'InvestigationConcluded',
    under: provisions.investigation,
    within: CLOCKS.decide,
    needsParty: true,
    decide: ({ caseId: _, uscc: __, on, ...conclusion }, { files }) => {
      const proposesPenalty = conclusion.proposal === '给予处罚'
      if (proposesPenalty !== conclusion.kinds.length > 0) return wrongProposal({})
      if (proposesPenalty && files.length === 0) return noEvidence({}, provisionOn(on, provisions.evidence))
      return [happened('InvestigationConcluded', on, conclusion, provisions.investigation)]
    },
  },
)

/** 调查取证、责令改正、调查终结 */
export const investigation = {
  RecuseOfficer: recuseOfficer,
  CollectEvidence: collectEvidence,
  PreregisterEvidence: preregisterEvidence,
  DisposePreregistered: disposePreregistered,
  KeepProcessRecord: keepProcessRecord,
  OrderCorrection: orderCorrection,
  CheckCorrection: checkCorrection,
  ConcludeInvestigation: concludeInvestigation,
}
