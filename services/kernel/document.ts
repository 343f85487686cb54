import type { EventData, EventType } from '@mingjian/schemas'
import type { CivilDate } from './calendar.ts'
import type { PastEvent } from './event.ts'
import { digestHex } from './hash.ts'
import { citationText, decodeCitation } from './law.ts'
import type { Remedies } from './remedies.ts'
import { remembered } from './remembered.ts'

/** 文书: a decision in the words in which its addressee gets it. */
export interface OfficialDocument {
  readonly authority: string
  /** 列入经营异常名录决定书 */
  readonly title: string
  /** 文号: 昆都仑区市监异列〔2025〕17号 */
  readonly number: string
  /** To whom it is addressed: the registered name, with the code. */
  readonly addressee: string
  readonly paragraphs: readonly string[]
  /** The day of the act. */
  readonly on: CivilDate
}

/** An act as its document needs it: what the event says, who acted, and what was recorded of the matter before. */
export interface DocumentedAct<T extends EventType = EventType> {
  readonly type: T
  readonly data: EventData[T]
  readonly effectiveOn: CivilDate
  readonly basis: readonly string[]
  readonly authority: string
  /** The USCC, or the id of the case or plan. */
  readonly subject: string
  /** The registered name at that moment; empty for a subject that is no enterprise. */
  readonly name: string
  /** The earlier events of its own stream. */
  readonly past: readonly PastEvent[]
}

/**
 * By event, how its document reads. A text once issued is written again from its event whenever it is asked for: a template in use is never
 * reworded but for acts from a day on. The event's schema has a field `documentSha256`, which is filled in when it is recorded.
 */
export type DocumentTemplates = { readonly [T in EventType]?: (act: DocumentedAct<T>) => OfficialDocument }

/** The document of an act; undefined where there is none, or where another system made it and its number is not known. */
export const documentOf = (templates: DocumentTemplates, act: DocumentedAct): OfficialDocument | undefined => {
  const template = templates[act.type] as ((act: DocumentedAct) => OfficialDocument) | undefined
  const document = template?.(act)
  return document === undefined || document.number === '' ? undefined : document
}

/** The registered name after these events of a registration. */
export const nameAfter = (registration: readonly PastEvent[]): string =>
  registration.reduce((name, event) => {
    switch (event.type) {
      case 'EnterpriseEstablished':
      case 'EnterpriseMigratedIn':
      case 'RegistrationChanged':
        return event.data.items.name
      default:
        return name
    }
  }, '')

/** 2025年7月8日 */
export const dayText: (day: CivilDate) => string = remembered(
  (day) => `${Number(day.slice(0, 4))}年${Number(day.slice(5, 7))}月${Number(day.slice(8))}日`,
)

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

/** The text whose SHA-256 the event keeps: UTF-8, every line ended by a line feed. */
export const documentText = ({ authority, title, number, addressee, paragraphs, on }: OfficialDocument): string =>
  [authority, title, number, '', `${addressee}：`, ...paragraphs, '', authority, dayText(on), ''].join('\n')

export const documentHash = (document: OfficialDocument): string => digestHex('sha-256', documentText(document))
