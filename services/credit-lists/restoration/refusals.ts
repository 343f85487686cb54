import { refusal } from '@mingjian/kernel'

export const unknownApplication = refusal('unknown-application', {
  zh: '{uscc}没有提出过第{application}号信用修复申请。',
  en: '{uscc} has made no application {application}.',
})
export const noRestoration = refusal('no-restoration', {
  zh: '{on}尚无信用修复制度，不能申请。',
  en: 'There was no restoration of credit on {on}.',
})
export const documentsMissing = refusal('documents-missing', {
  zh: '申请材料不全，尚缺：{lacking}；应当一次告知申请人补正，或者不予受理。',
  en: 'Not handed in: {lacking}.',
})
export const unknownPenalty = refusal('unknown-penalty', {
  zh: '没有文号为{documentNo}的处罚决定。',
  en: 'There is no decision {documentNo}.',
})
export const notShown = refusal('not-shown', {
  zh: '{documentNo}没有在公示，不需要信用修复。',
  en: '{documentNo} is not shown: nothing is to be restored.',
})
export const neverEarly = refusal('never-early', {
  zh: '这一种类的行政处罚应当公示至期满，不能提前停止公示。',
  en: 'A penalty of this kind is shown for all of its term.',
})
export const leastPublicity = refusal('least-publicity', {
  zh: '最短公示期未满，自{from}起才可以申请。',
  en: 'It can be applied for from {from}: the least time of publicity.',
})
export const notListed = refusal('not-listed', { zh: '没有这一事由的列入或者标记。', en: 'There is no such entry.' })
export const notPerformed = refusal('not-performed', {
  zh: '处罚决定的义务尚未履行，不能准予修复。',
  en: 'The duties of the decision are not performed.',
})
export const harmRemains = refusal('harm-remains', {
  zh: '危害后果和不良影响尚未消除，不能准予修复。',
  en: 'Harm and bad effects are not eliminated.',
})
export const repeated = refusal('repeated', {
  zh: '因同一类违法行为再次受到行政处罚，不能准予修复。',
  en: 'It was punished again for a violation of the same kind.',
})
export const stillListed = refusal('still-listed', {
  zh: '仍在经营异常名录或者严重违法失信名单中，应当先移出。',
  en: 'It is on the list of abnormal operations or of serious violations.',
})
export const notCured = refusal('not-cured', {
  zh: '列入或者标记的事由尚未消除，不能准予修复。',
  en: 'The ground of the entry still stands.',
})
