import { dayMember, fileMember, isCivilDate, minuteMember, oneOf, wordsMember, yuanMember } from '@mingjian/codes'
import { type NewEvent, refused, seriesOf } from '@mingjian/kernel'
import Type from 'typebox'
import { byRule, PARTY } from '../clocks.ts'
import { basisOn, provisionOn, provisions } from '../law/case.ts'
import { type Outcome, officers } from '../step.ts'
import { type Act, act } from './act.ts'
import { CLOCKS } from './clocks.ts'

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

const recuseOfficer = act(
  {
    officer: wordsMember('id of the library of inspectors'),
    reason: wordsMember('与案件的利害关系'),
    decidedBy: wordsMember('负责人'),
  },
  {
    stages: ['lead', 'filed', 'concluded', 'noticed'],
    under: provisions.recusal,
    decide: ({ on, officer, reason, decidedBy }, { recused }): Outcome =>
      recused.includes(officer)
        ? []
        : [
            {
              type: 'OfficerRecused',
              data: { officer, reason, decidedBy },
              effectiveOn: on,
              basis: basisOn(on, provisions.recusal),
            },
          ],
  },
)

const collectEvidence = act(
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
    decide: (asked, { files }): Outcome => {
      const { on, kind, sha256, description, place, takenAt } = asked
      if (files.includes(sha256)) return []
      if (takenAt.slice(0, 10) > on)
        return refused('in-the-future', `Evidence entered on ${on} was not taken on ${takenAt}.`)
      return [
        {
          type: 'EvidenceCollected',
          data: { kind, sha256, description, place, takenAt, officers: asked.officers },
          effectiveOn: on,
          basis: basisOn(on, provisions.evidence, provisions.officers),
        },
      ]
    },
  },
)

const preregisterEvidence = act(
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
    decide: (asked, { preregistered, authority }): Outcome => {
      const { on, item, place, approvedBy } = asked
      if (preregistered.includes(item)) return []
      const clock = byRule(`${CLOCKS.dispose}：${item}`, authority, {
        rule: 'evidence.pre_registration',
        given: { registered_on: on },
        on,
        by: 'dispose_by',
      })
      return [
        {
          type: 'EvidencePreregistered',
          data: { item, place, approvedBy, officers: asked.officers, clocks: [clock] },
          effectiveOn: on,
          basis: basisOn(on, provisions.preregistration),
        },
      ]
    },
  },
)

const disposePreregistered = act(
  { item: wordsMember('as it was registered'), disposal: oneOf(DISPOSALS, '处理决定') },
  {
    stages: ['lead', 'filed', 'concluded', 'noticed'],
    under: provisions.preregistration,
    decide: ({ on, item, disposal }, { preregistered, clocks }): Outcome => {
      if (!preregistered.includes(item)) return []
      const clock = clocks.find(({ what }) => what === `${CLOCKS.dispose}：${item}`)
      // After the term nothing but giving it back is left to decide.
      if (clock !== undefined && on > clock.by && disposal !== '解除' && disposal !== '发还')
        return refused('too-late', `${clock.what} was due by ${clock.by}: it is given back.`, clock.basis)
      return [
        {
          type: 'PreregisteredEvidenceDisposed',
          data: { item, disposal, stops: [`${CLOCKS.dispose}：${item}`] },
          effectiveOn: on,
          basis: basisOn(on, provisions.preregistration),
        },
      ]
    },
  },
)

const keepProcessRecord = act(
  { ...officers, step: oneOf(STEPS, '环节'), medium: oneOf(['文字', '音像'], '形式'), sha256: fileMember() },
  {
    stages: ['lead', 'filed', 'concluded', 'noticed', 'decided', 'served', 'ended'],
    under: provisions.record,
    decide: (asked, { files }): Outcome => {
      const { on, step, medium, sha256 } = asked
      if (files.includes(sha256)) return []
      return [
        {
          type: 'ProcessRecorded',
          data: { step, medium, sha256, officers: asked.officers },
          effectiveOn: on,
          basis: basisOn(on, provisions.record),
        },
      ]
    },
  },
)

const orderCorrection = act(
  { ...officers, what: wordsMember('what is put right'), correctBy: dayMember('改正期限') },
  {
    stages: ['lead', 'filed', 'concluded', 'noticed'],
    under: provisions.correction,
    needsParty: true,
    decide: (asked, { correction, authority }): Outcome => {
      const { on, what, correctBy } = asked
      if (correction === 'ordered') return []
      const under = provisionOn(on, provisions.correction)
      if (!isCivilDate(correctBy) || correctBy < on)
        return refused('no-such-day', `Nothing ordered on ${on} is put right by ${correctBy}.`, under)
      const ordered: NewEvent = {
        type: 'CorrectionOrdered',
        data: {
          decision: '',
          what,
          correctBy,
          officers: asked.officers,
          clocks: [{ what: CLOCKS.correct, who: PARTY, by: correctBy, basis: under }],
        },
        effectiveOn: on,
        basis: basisOn(on, provisions.correction),
        numbered: seriesOf(authority, '责改', on),
      }
      return [ordered]
    },
  },
)

const checkCorrection = act(
  { ...officers, followed: Type.Boolean({ description: '已改正' }), finding: wordsMember('复查情况') },
  {
    stages: ['lead', 'filed', 'concluded', 'noticed', 'decided', 'served', 'ended'],
    under: provisions.correction,
    decide: (asked, { correction, clocks }): Outcome => {
      const { on, followed, finding } = asked
      if (correction === 'none')
        return refused('nothing-ordered', 'No correction has been ordered.', provisionOn(on, provisions.correction))
      if (correction !== 'ordered') return []
      const shared = {
        effectiveOn: on,
        basis: basisOn(on, provisions.correction),
      }
      const stops = [CLOCKS.correct]
      if (followed) return [{ type: 'CorrectionConfirmed', data: { officers: asked.officers, stops }, ...shared }]
      const clock = clocks.find(({ what }) => what === CLOCKS.correct)
      if (clock !== undefined && on <= clock.by)
        return refused('term-running', `The party may put it right until ${clock.by}.`, clock.basis)
      return [{ type: 'CorrectionFoundLacking', data: { finding, officers: asked.officers, stops }, ...shared }]
    },
  },
)

const concludeInvestigation = act(
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
    decide: (asked, { files }): Outcome => {
      const { on, caseId: _, uscc: __, on: ___, ...conclusion } = asked
      const proposesPenalty = conclusion.proposal === '给予处罚'
      if (proposesPenalty !== conclusion.kinds.length > 0)
        return refused('wrong-proposal', 'A penalty is proposed with its kinds, and nothing else is.')
      if (proposesPenalty && files.length === 0)
        return refused(
          'no-evidence',
          'Nothing is proved yet: no evidence has been collected.',
          provisionOn(on, provisions.evidence),
        )
      return [
        {
          type: 'InvestigationConcluded',
          data: conclusion,
          effectiveOn: on,
          basis: basisOn(on, provisions.investigation),
        },
      ]
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
} satisfies Readonly<Record<string, Act>>
