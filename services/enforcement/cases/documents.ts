import { dayText } from '@mingjian/codes'
import type { DocumentedAct, DocumentTemplates, OfficialDocument } from '@mingjian/kernel'
import { reconsiderationAuthority, under } from '@mingjian/law'

type OfCase = DocumentedAct<'CaseDecided' | 'PriorNoticeServed' | 'CorrectionOrdered' | 'PenaltyWaived'>

const ended = (text: string): string => text.replace(/[。；]$/, '')

const partyOf = ({ past }: OfCase): string => {
  const opened = past.find(({ type }) => type === 'CaseOpened')
  return opened?.type === 'CaseOpened' ? opened.data.uscc : ''
}

/** To the party, who is named by its code: the name is the register's to tell. */
const toParty = (
  act: OfCase,
  title: string,
  party: string,
  on: string,
  paragraphs: readonly string[],
): OfficialDocument => ({
  authority: act.authority,
  title,
  number: act.data.decision,
  addressee: `当事人（统一社会信用代码 ${party}）`,
  paragraphs: paragraphs.filter((paragraph) => paragraph !== ''),
  on,
})

const sanctions = (data: {
  readonly kinds: readonly string[]
  readonly fineYuan: number
  readonly confiscatedYuan: number
}): string =>
  [
    data.kinds.join('、'),
    data.fineYuan > 0 ? `罚款${data.fineYuan}元` : '',
    data.confiscatedYuan > 0 ? `没收${data.confiscatedYuan}元` : '',
  ]
    .filter((part) => part !== '')
    .join('；')

/** Last days run from service, which a document can't know: it tells the terms 行政复议法第二十条, 行政诉讼法第四十六条. */
const remedies = (authority: string, on: string): string =>
  `不服本决定的，可以自收到本决定书之日起六十日内向${reconsiderationAuthority(authority, on)}申请行政复议，或者自收到之日起六个月内依法向人民法院提起行政诉讼。`

/** Documents of a case: for the party and for staff. The public reads what is publicised of the decision. */
export const caseDocuments: DocumentTemplates = {
  /** For the file of the case: what an unpublished case is about is told to nobody else. */
  CaseFiled: ({ data, basis, authority, effectiveOn }) => ({
    authority,
    title: '立案审批表',
    number: data.decision,
    addressee: '本案案卷',
    paragraphs: [
      `${dayText(data.discoveredOn)}发现的线索经核查，符合立案条件：${ended(data.grounds)}。`,
      `${under(basis)}经${data.approvedBy}批准，予以立案，由执法人员${data.officers.join('、')}办理。`,
    ],
    on: effectiveOn,
  }),
  PriorNoticeServed: (act) =>
    toParty(act, '行政处罚告知书', partyOf(act), act.effectiveOn, [
      `经查：${ended(act.data.facts)}。`,
      `${under(act.basis)}本机关拟对你单位作出如下行政处罚：${sanctions(act.data)}。`,
      act.data.seriousArticle === null
        ? ''
        : `本机关拟在作出行政处罚决定的同时，依据《市场监督管理严重违法失信名单管理办法》第${act.data.seriousArticle}条将你单位列入严重违法失信名单。`,
      `你单位有权陈述、申辩${act.data.hearingOffered ? '，并有权要求听证' : ''}，应当在${dayText(act.data.answerBy)}（含当日）前提出；逾期未提出的，视为放弃。`,
    ]),
  CorrectionOrdered: (act) =>
    toParty(act, '责令改正通知书', partyOf(act), act.effectiveOn, [
      `${under(act.basis)}责令你单位改正下列行为：${ended(act.data.what)}。`,
      `应当在${dayText(act.data.correctBy)}（含当日）前改正，并将改正情况报告本机关。`,
    ]),
  CaseDecided: (act) => {
    const { uscc, violation, facts, penaltyBasis, factors, band, decidedOn } = act.data
    return toParty(act, '行政处罚决定书', uscc, decidedOn, [
      `违法行为：${violation}。`,
      `经查：${ended(facts)}。`,
      factors.length === 0 && band === null
        ? ''
        : `裁量情节：${[...factors, ...(band === null ? [] : [`按${band}处罚`])].join('；')}。`,
      `依据${ended(penaltyBasis)}，本机关决定给予以下行政处罚：${sanctions(act.data)}。`,
      act.data.fineYuan + act.data.confiscatedYuan > 0
        ? '罚没款自收到本决定书之日起十五日内缴纳；逾期不缴纳的，每日按罚款数额的百分之三加处罚款，加处罚款的数额不超过罚款的数额。'
        : '',
      remedies(act.authority, decidedOn),
      '本决定依法公示，公示文本隐去个人信息。',
    ])
  },
  PenaltyWaived: (act) =>
    toParty(act, '不予行政处罚决定书', partyOf(act), act.effectiveOn, [
      `经查：${ended(act.data.reason)}，属于${act.data.ground}的情形。`,
      `${under(act.basis)}本机关决定不予行政处罚。`,
      act.data.education === '' ? '' : `教育：${ended(act.data.education)}。`,
      remedies(act.authority, act.effectiveOn),
    ]),
}
