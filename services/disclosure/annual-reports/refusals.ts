import { refusal } from '@mingjian/kernel'

export const beforeEstablishment = refusal('year-before-establishment', {
  zh: '{uscc}成立于{established}年，不负有报送{year}年度报告的义务。',
  en: '{uscc} was established in {established} and owes no report for {year}.',
})
export const windowNotOpen = refusal('window-not-open', {
  zh: '{year}年度的年度报告自{opens}起报送。',
  en: 'The report for {year} can be filed from {opens}.',
})
export const notLiving = refusal('not-living', {
  zh: '{uscc}已不在存续状态，不再报送年度报告。',
  en: '{uscc} no longer files reports.',
})
export const alreadySubmitted = refusal('already-submitted', {
  zh: '{year}年度的年度报告已于{filedOn}报送；内容有变的，请更正。',
  en: 'The report for {year} was filed on {filedOn}: correct it instead.',
})
export const notSubmitted = refusal('not-submitted', {
  zh: '{uscc}没有报送过{year}年度的年度报告，无从更正；请先报送。',
  en: 'There is no report of {uscc} for {year} to correct.',
})
export const correctionClosed = refusal('correction-closed', {
  zh: '{year}年度的年度报告可以更正至{closes}；此后只能依责令更正的决定更正。',
  en: 'The report for {year} could be corrected until {closes}.',
})
export const windowOpen = refusal('window-open', {
  zh: '{year}年度的年度报告可以报送至{closes}，尚不能认定未报送。',
  en: 'The report for {year} can be filed until {closes}.',
})
