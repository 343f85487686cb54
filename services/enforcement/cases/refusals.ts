import { refusal, type Sentence } from '@mingjian/kernel'

// Who acts, and against whom.

export const unknown = refusal('unknown', { zh: '没有编号为{caseId}的案件。', en: 'There is no case {caseId}.' })
export const anotherParty = refusal('another-party', {
  zh: '案件{caseId}的当事人不是{uscc}。',
  en: 'Case {caseId} is not against {uscc}.',
})
export const extinct = refusal('party-extinct', {
  zh: '{uscc}已经终止，本案应当终止调查。',
  en: '{uscc} exists no longer: the case is terminated.',
})
export const UNFIT = {
  'no-certificate': refusal('no-certificate', {
    zh: '{officer}不在执法人员名录库中，不能参与办案。',
    en: '{officer} is not in the library of inspectors.',
  }),
  'certificate-expired': refusal('certificate-expired', {
    zh: '{officer}的执法证件当日无效，不能参与办案。',
    en: '{officer} has no certificate that is valid on that day.',
  }),
  'not-competent': refusal('not-competent', {
    zh: '{officer}是其他机关的执法人员，不能参与办案。',
    en: '{officer} is of another authority.',
  }),
  'conflict-of-interest': refusal('conflict-of-interest', {
    zh: '{officer}与当事人有利害关系，应当回避。',
    en: '{officer} has declared an interest in the party and steps back.',
  }),
} as const
export const recusedOfficer = refusal('recused', {
  zh: '{officer}已经回避，不能参与本案。',
  en: '{officer} has been recused from this case.',
})
export const tooFewOfficers = refusal('too-few-officers', {
  zh: '执法人员不得少于两人，并且都应当具有执法资格。',
  en: 'At least two certified officers act together.',
})

// 案源、立案

export const receivedLater = refusal('no-such-day', {
  zh: '线索应当先收到、后登记，收到之日不能是{receivedOn}。',
  en: 'A lead is received before it is entered, not on {receivedOn}.',
})
export const wrongTime = refusal('wrong-time', {
  zh: '{from}至{to}不能扣除：只能扣除截至{on}已经结束、此前没有扣除过的期间。',
  en: 'A time that is over by {on}, and that was not excluded before, is excluded: not {from} to {to}.',
})
export const endedLater = refusal('no-such-day', {
  zh: '违法行为应当在立案以前终了、在立案以前被发现。',
  en: 'The act ended, and was discovered, before the case is filed.',
})
export const timeBarred = refusal('time-barred', {
  zh: '违法行为于{actEndedOn}终了，{discoveredOn}才被发现，已过处罚时效，不再给予处罚。',
  en: 'An act that ended on {actEndedOn} and was discovered on {discoveredOn} is no longer punished.',
})

// 调查

export const takenLater = refusal('in-the-future', {
  zh: '{on}登记的证据不能在{takenAt}才取得。',
  en: 'Evidence entered on {on} was not taken on {takenAt}.',
})
export const notPreregistered = refusal('not-preregistered', {
  zh: '没有先行登记保存{item}。',
  en: '{item} has not been preregistered.',
})
export const givenBack = refusal('too-late', {
  zh: '“{what}”的期限已于{by}届满，只能解除保存或者发还。',
  en: '{what} was due by {by}: it is given back.',
})
export const correctedBefore = refusal('no-such-day', {
  zh: '{on}责令改正的，改正期限不能是{correctBy}。',
  en: 'Nothing ordered on {on} is put right by {correctBy}.',
})
export const nothingOrdered = refusal('nothing-ordered', {
  zh: '没有责令改正，无从复查。',
  en: 'No correction has been ordered.',
})
export const correctionRunning = refusal('term-running', {
  zh: '改正期限到{by}才届满。',
  en: 'The party may put it right until {by}.',
})
export const wrongProposal = refusal('wrong-proposal', {
  zh: '建议给予处罚的应当写明处罚种类，其他处理建议不写。',
  en: 'A penalty is proposed with its kinds, and nothing else is.',
})
export const noEvidence = refusal('no-evidence', {
  zh: '尚未收集证据，违法事实没有查明。',
  en: 'Nothing is proved yet: no evidence has been collected.',
})

// 告知、听证

export const noPenaltyProposed = refusal('no-penalty-proposed', {
  zh: '调查终结没有建议给予处罚。',
  en: 'The investigation proposes no penalty.',
})
export const noHearing = refusal('no-hearing', {
  zh: '拟作出的处罚不属于应当告知听证权利的情形。',
  en: 'The penalty that is proposed gives no right to a hearing.',
})
export const hearingForgone = refusal('hearing-forgone', {
  zh: '当事人已经放弃听证。',
  en: 'The party has forgone its hearing.',
})
export const hearingHeld = refusal('hearing-held', {
  zh: '听证已经举行，不能再放弃。',
  en: 'The hearing has been held: it is not forgone now.',
})
export const noHearingRequested = refusal('no-hearing-requested', {
  zh: '当事人没有要求听证。',
  en: 'The party has asked for no hearing.',
})
export const chairNotNeutral = refusal('chair-not-neutral', {
  zh: '{chair}参与过本案调查，不能主持听证。',
  en: '{chair} has investigated the case.',
})
export const noticeTooShort = refusal('notice-too-short', {
  zh: '{hearingOn}举行听证，应当在{latest}以前通知当事人。',
  en: 'A hearing on {hearingOn} was to be notified by {latest}.',
})
export const noHearingArranged = refusal('no-hearing-arranged', {
  zh: '尚未确定听证的时间和地点。',
  en: 'No hearing has been arranged.',
})
export const beforeTheHearing = refusal('before-its-time', {
  zh: '听证定于{hearingOn}举行。',
  en: 'The hearing is on {hearingOn}.',
})
export const anotherChair = refusal('another-chair', {
  zh: '听证主持人是{chair}。',
  en: 'The hearing is chaired by {chair}.',
})

// 法制审核、集体讨论、延期

export const noReviewRequested = refusal('no-review-requested', {
  zh: '案件尚未送法制审核。',
  en: 'The file has not been sent for legal review.',
})
export const reviewerInvestigated = refusal('reviewer-investigated', {
  zh: '{reviewer}参与过本案调查，不能审核。',
  en: "{reviewer} has investigated the case and can't review it.",
})
export const reviewerNotQualified = refusal('reviewer-not-qualified', {
  zh: '{reviewer}初次从事法制审核，没有法律职业资格。',
  en: '{reviewer} has no qualification in law.',
})
export const wrongExtension = refusal('wrong-extension', {
  zh: '负责人批准延长的期限是三十日。',
  en: 'The head extends the term by thirty days.',
})
export const extensionNotDiscussed = refusal('no-discussion', {
  zh: '负责人批准延长以后，经集体讨论才能继续延长。',
  en: 'After the head has extended it, a collective discussion may do so again.',
})
export const noLegalReview = refusal('no-legal-review', {
  zh: '应当先通过法制审核，才能作出决定。',
  en: 'The decision must pass legal review first.',
})
export const notDiscussed = refusal('no-discussion', {
  zh: '应当先由负责人集体讨论，才能作出决定。',
  en: 'The heads of the authority must discuss it together first.',
})

// 决定

export const wrongKinds = refusal('wrong-kinds', {
  zh: '处罚种类与罚没金额不一致。',
  en: 'The kinds and the amounts of the penalty must say the same.',
})
export const heavierThanNotified = refusal('heavier-than-notified', {
  zh: '拟作出的处罚重于告知的处罚，应当重新告知。',
  en: 'The party was notified of less.',
})
export const noNotice = refusal('no-notice', {
  zh: '尚未告知当事人，不得作出处罚决定。',
  en: 'The party has not been notified.',
})
export const hearingPending = refusal('hearing-pending', {
  zh: '当事人要求听证，听证尚未举行。',
  en: 'The party has asked to be heard.',
})
export const answerPending = refusal('answer-pending', {
  zh: '当事人可以在{answerBy}以前陈述、申辩。',
  en: 'The party may answer until {answerBy}.',
})
export const finedAlready = refusal('fined-already', {
  zh: '{documentNo}已对同一违法行为罚款，不得再次罚款。',
  en: '{documentNo} has fined the same act.',
})
export const fineInstead = refusal('fine-instead-of-punishment', {
  zh: '涉嫌犯罪的应当移送公安机关，不得以罚款代替。',
  en: 'A suspected crime is referred, not fined instead.',
})
export const noBenchmark = refusal('no-benchmark', {
  zh: '罚款应当写明违法行为当日有效的裁量基准及其阶次。',
  en: 'A fine names its benchmark, published for acts of that day, and its band.',
})
export const aboveTheLaw = refusal('above-the-law', {
  zh: '依法最多罚款{most}元。',
  en: 'The law allows at most {most} yuan.',
})
export const belowTheLaw = refusal('below-the-law', {
  zh: '低于{least}元属于减轻处罚，应当有法定情形并经集体讨论。',
  en: 'Below {least} yuan only for reasons of law, decided together.',
})
export const noFactors = refusal('no-factors', {
  zh: '应当写明裁量所依据的情节。',
  en: 'A band rests on the circumstances of the act.',
})
export const outsideBand = refusal('outside-band', {
  zh: '在{least}元至{most}元之间，罚款{fineYuan}元属于{lies}，不属于{band}。',
  en: '{fineYuan} yuan are {lies}, not {band}, between {least} and {most}.',
})
export const listingNotNoticed = refusal('listing-not-noticed', {
  zh: '告知书没有告知拟依据第{article}条列入严重违法失信名单。',
  en: 'The notice did not say that the party is to be listed under article {article}.',
})
export const notCorrected = refusal('not-corrected', {
  zh: '轻微不罚、首违不罚以及时改正为前提，尚未确认改正。',
  en: 'What is waived as minor or first has been put right.',
})
export const notTheFirst = refusal('not-the-first', {
  zh: '当事人曾因同类违法行为受过处罚，不属于首违。',
  en: 'The party has been punished for the same before.',
})

// 简易程序

export const punishedEarlier = refusal('no-such-day', {
  zh: '{on}处罚的违法行为不能在{actEndedOn}才终了。',
  en: 'What is punished on {on} did not end on {actEndedOn}.',
})
export const notOnTheSpot = refusal('not-on-the-spot', {
  zh: '当场只能作出警告和小额罚款。',
  en: 'On the spot there are warnings and small fines alone.',
})
export const tooMuchOnTheSpot = refusal('not-on-the-spot', {
  zh: '罚款{fineYuan}元超过当场处罚的限额，应当适用普通程序。',
  en: '{fineYuan} yuan are too much to be fined on the spot.',
})

// 送达、履行、强制执行

export const notConfirmed = refusal('not-confirmed', {
  zh: '电子送达应当有当事人签署的确认书。',
  en: 'Service by electronic means needs the signed consent of the party.',
})
export const noReceipt = refusal('no-receipt', { zh: '送达应当有送达回证。', en: 'Service is proved by its receipt.' })
export const nothingToDefer = refusal('nothing-to-defer', {
  zh: '只有尚未缴纳的罚款可以延期或者分期缴纳。',
  en: 'A fine of which nothing has been paid is deferred.',
})
export const wrongSum = refusal('wrong-sum', {
  zh: '各期合计{sum}元，与罚款数额不符。',
  en: 'The instalments come to {sum}, not to the fine.',
})
export const wrongOrder = refusal('wrong-order', {
  zh: '各期应当依次晚于前一期，第一期晚于原缴款期限。',
  en: 'Each instalment is due after the one before, and after the term.',
})
export const overturned = refusal('overturned', {
  zh: '处罚决定已被撤销、确认违法或者无效，当事人不再负有缴纳义务。',
  en: 'Nothing is owed: the decision has been overturned.',
})
export const wrongAmount = refusal('wrong-amount', {
  zh: '与应缴数额不符：应缴罚款{fineYuan}元、没收{confiscatedYuan}元、加处罚款{surchargeYuan}元。',
  en: 'That is not what is owed: {fineYuan} yuan of the fine, {confiscatedYuan} confiscated, {surchargeYuan} of surcharge.',
})
export const noSuchMeasure = refusal('no-such-measure', {
  zh: '处罚决定没有尚待执行的{kind}。',
  en: 'The decision imposes no {kind} that remains.',
})
export const contested = refusal('contested', {
  zh: '处罚决定正在行政复议或者行政诉讼中。',
  en: 'The decision is being reviewed.',
})
export const payable = refusal('before-its-time', {
  zh: '缴款期限到{due}才届满。',
  en: 'The party may pay until {due}.',
})
export const notUrged = refusal('not-urged', {
  zh: '申请强制执行以前应当先催告，催告满十日仍不履行的才能申请。',
  en: 'The party is urged first and given ten days.',
})
export const contestable = refusal('before-its-time', {
  zh: '当事人仍在申请行政复议、提起行政诉讼的期限内。',
  en: 'The party may still contest the decision.',
})
export const notApplied = refusal('not-applied', {
  zh: '尚未申请人民法院强制执行。',
  en: 'No court has been asked to enforce it.',
})

// 复议、诉讼

export const nothingToContest = refusal('nothing-decided', {
  zh: '没有可以申请复议、提起诉讼的处罚决定。',
  en: 'There is no penalty to contest.',
})
export const reviewedElsewhere = refusal('contested', {
  zh: '处罚决定正由其他机关审查。',
  en: 'Another body is reviewing the decision.',
})
export const reviewFirst = refusal('review-first', {
  zh: '当场作出的处罚决定应当先申请行政复议，再提起行政诉讼。',
  en: 'What was decided on the spot is reconsidered before it is brought to court.',
})
export const reviewedAlready = refusal('reviewed-already', {
  zh: '处罚决定已经行政复议。',
  en: 'The decision has been reviewed.',
})
export const contestedTooLate = refusal('too-late', {
  zh: '申请复议、提起诉讼的期限已于{last}届满。',
  en: 'It was to be contested by {last}.',
})
export const notContested = refusal('not-contested', {
  zh: '处罚决定不在行政复议或者行政诉讼中。',
  en: 'Nobody is reviewing the decision.',
})
export const nothingToOverturn = refusal('nothing-decided', {
  zh: '没有可以撤销、变更的处罚决定。',
  en: 'There is no penalty to overturn.',
})
export const overturnedAlready = refusal('overturned', {
  zh: '处罚决定已被撤销、确认违法或者无效。',
  en: 'The decision has been overturned.',
})
export const wrongOutcome = refusal('wrong-outcome', {
  zh: '变更决定的应当写明变更后的处罚，其他结果不写。',
  en: 'A changed decision says what it imposes now, and no other does.',
})
export const heavierThanBefore = refusal('heavier-than-before', {
  zh: '变更不得加重对当事人的处罚。',
  en: 'Who contests a decision is not made worse off.',
})

// 行刑衔接

/** How far a referral has come, in words. */
export const CRIME = {
  none: { zh: '尚未报请移送', en: 'not asked for' },
  suspected: { zh: '已报请移送', en: 'asked for' },
  declined: { zh: '决定不移送', en: 'declined' },
  approved: { zh: '已批准移送', en: 'approved' },
  referred: { zh: '已移送公安机关', en: 'with the police' },
  filed: { zh: '公安机关已立案', en: 'filed by the police' },
  refused: { zh: '公安机关不予立案', en: 'refused by the police' },
} as const satisfies Readonly<Record<string, Sentence>>
export const wrongTurn = refusal('out-of-order', {
  zh: '案件移送的进展是“{crime}”，现在不能办理本步骤。',
  en: 'The referral is {crime}.',
})
export const decidedAnotherDay = refusal('no-such-day', {
  zh: '{on}作出的决定，时间不能是{decidedAt}。',
  en: 'What was decided on {on} was not at {decidedAt}.',
})
export const transferredAnotherDay = refusal('no-such-day', {
  zh: '{on}的移送应当在批准以后，时间不能是{transferredAt}。',
  en: 'A transfer of {on}, after its approval, was not at {transferredAt}.',
})

// 终止、结案

export const noGround = refusal('no-ground', {
  zh: '不存在“{ground}”的情形，应当继续调查。',
  en: 'The investigation goes on: {ground} is not so.',
})
export const correctionPending = refusal('correction-pending', {
  zh: '责令改正的情况尚未复查。',
  en: 'The correction that was ordered has not been checked.',
})
