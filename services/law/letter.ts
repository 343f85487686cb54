import { dayText, remembered } from '@mingjian/codes'
import type { DocumentedAct, OfficialDocument } from '@mingjian/kernel'
import { citationText, decodeCitation } from './citations.ts'
import type { Remedies } from './remedies.ts'

// A wording is cited in the same words for ever.
const textOf = remembered((encoded) => {
  const citation = decodeCitation(encoded)
  return citation === undefined ? '' : citationText(citation)
})

/** 依据《企业信息公示暂行条例》(国务院令第654号)第十七条第一款、…的规定, in the wording of the day of the act; nothing without a basis. */
export const under = (basis: readonly string[]): string => {
  const texts = basis.map(textOf).filter((text) => text !== '')
  return texts.length === 0 ? '' : `依据${texts.join('、')}的规定，`
}

/** Where and until when it may be contested, each last day included. */
export const reviewText = ({
  reconsiderationTo,
  reconsiderationBy,
  litigationBy,
}: Pick<Remedies, 'reconsiderationTo' | 'reconsiderationBy' | 'litigationBy'>): string =>
  `不服本决定的，可以在${dayText(reconsiderationBy)}（含当日）前向${reconsiderationTo}申请行政复议，或者在${dayText(litigationBy)}（含当日）前依法向人民法院提起行政诉讼。`

/** A document to an enterprise about its own act; empty paragraphs are left out. */
export const letter = (
  { authority, subject, name, effectiveOn }: DocumentedAct,
  title: string,
  number: string,
  paragraphs: readonly string[],
): OfficialDocument => ({
  authority,
  title,
  number,
  addressee: `${name}（统一社会信用代码 ${subject}）`,
  paragraphs: paragraphs.filter((paragraph) => paragraph !== ''),
  on: effectiveOn,
})
