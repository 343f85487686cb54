import { refusal } from '@mingjian/kernel'

export const noSuchGround = refusal('no-such-ground', {
  zh: '{on}施行的规定中，第{article}条没有列入情形。',
  en: 'Article {article} has no ground on {on}.',
})
export const byItself = refusal('no-such-ground', {
  zh: '届满三年的列入由系统自动作出，不能另行决定。',
  en: 'That ground is acted on by itself.',
})
export const noticeMissing = refusal('notice-missing', {
  zh: '{matter}尚未告知当事人，应当先告知。',
  en: 'Nobody was notified of {matter}.',
})
export const beforeTheNotice = refusal('before-the-notice', {
  zh: '告知日期为{stageOn}，本次行为不能早于该日。',
  en: 'The notice is of {stageOn}.',
})
export const decided = refusal('decided', {
  zh: '{matter}已经作出决定。',
  en: '{matter} has been decided.',
})
export const noConsentNeeded = refusal('not-competent', {
  zh: '该列入无须上一级同意。',
  en: 'No consent is asked for.',
})
export const consentOfAnother = refusal('not-competent', {
  zh: '应当由{superior}同意。',
  en: "The consent is {superior}'s to give.",
})
export const noIntent = refusal('no-intent', {
  zh: '当事人足以证明没有主观故意的，不予列入。',
  en: 'A party that proves that it had no intent is not listed.',
})
export const notSerious = refusal('not-serious', {
  zh: '只有性质恶劣、情节严重、社会危害较大的才列入。',
  en: 'Only what is bad in nature, grave and harmful is listed.',
})
export const noHeavierPenalty = refusal('no-heavier-penalty', {
  zh: '未受到较重行政处罚的，不予列入。',
  en: 'Only a heavier penalty leads to the list.',
})
export const anotherGround = refusal('another-ground', {
  zh: '告知的列入情形是第{article}条，应当与告知一致。',
  en: 'The notice named article {article}.',
})
export const statementPending = refusal('statement-pending', {
  zh: '当事人可以在{by}前陈述、申辩，期满后方可决定。',
  en: 'A statement can be made until {by}.',
})
export const consentMissing = refusal('consent-missing', {
  zh: '尚未取得{superior}的同意。',
  en: '{superior} has not consented.',
})
export const performed = refusal('performed', {
  zh: '{documentNo}已经履行，不属于拒不履行。',
  en: '{documentNo} was performed.',
})
export const notWithThePenalty = refusal('not-with-the-penalty', {
  zh: '处罚决定日期为{decidedOn}，列入决定应当与其一并作出。',
  en: 'The penalty was decided on {decidedOn}, and this with it.',
})
export const notPublished = refusal('not-published', {
  zh: '据以列入的信息尚未公示。',
  en: 'What it rests on is not public yet.',
})
export const listingTooLate = refusal('listing-too-late', {
  zh: '应当在{by}前列入。',
  en: 'It had to be listed by {by}.',
})
export const unknownPenalty = refusal('unknown-penalty', {
  zh: '{uscc}没有文号为{documentNo}的处罚决定。',
  en: 'There is no decision {documentNo} against {uscc}.',
})
export const overturned = refusal('overturned', {
  zh: '{documentNo}已经被撤销、确认违法或者确认无效。',
  en: '{documentNo} has been overturned.',
})
export const notListed = refusal('not-listed', {
  zh: '{matter}没有列入记录。',
  en: 'There is no entry for {matter}.',
})
export const entryEnded = refusal('not-listed', {
  zh: '该列入已于{on}终止。',
  en: 'The entry ended on {on}.',
})
export const beforeItsStage = refusal('out-of-order', {
  zh: '{stageOn}才进入现阶段，本次行为不能早于该日。',
  en: 'It stands there since {stageOn}.',
})
export const noEarlyRemoval = refusal('no-early-removal', {
  zh: '依照原第83号令列入的，不适用提前移出。',
  en: 'An entry under Order 83 knows no early removal.',
})
export const tooEarly = refusal('too-early', {
  zh: '列入至{full}满一年，自{from}起可以申请。',
  en: 'One year is full on {full}: apply from {from}.',
})
export const notPerformed = refusal('not-performed', {
  zh: '{documentNo}规定的义务尚未履行。',
  en: 'What {documentNo} asks for has not been done.',
})
export const harmRemains = refusal('harm-remains', {
  zh: '危害后果和不良影响尚未消除。',
  en: 'The harm and its effects have not been eliminated.',
})
export const newHeavierPenalty = refusal('new-heavier-penalty', {
  zh: '列入后再次受到较重行政处罚：{documentNo}。',
  en: 'It was penalised again: {documentNo}.',
})
export const restrictionUnexpired = refusal('restriction-unexpired', {
  zh: '法定的限制期限至{until}届满。',
  en: 'It is restricted by law until {until}.',
})
export const notRemovedEarly = refusal('not-removed-early', {
  zh: '只有提前移出的才因隐瞒真实情况、弄虚作假恢复列入。',
  en: 'Only an early removal is revoked for fraud.',
})
