import { type CivilDate, dayText } from '@mingjian/codes'
import { digestHex } from '@mingjian/proofs'
import type { EventData, EventType } from '@mingjian/schemas'
import type { PastEvent } from './event.ts'

/** 文书: a decision in the words that its addressee reads. */
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
 * The template of each event's document. An issued text is written from its event at every request, so a template in use is reworded only for
 * acts from a day on. The event's schema has a field `documentSha256`, which is filled in at the append.
 */
export type DocumentTemplates = { readonly [T in EventType]?: (act: DocumentedAct<T>) => OfficialDocument }

/** Where the names stand to which documents are addressed. */
export interface Naming {
  /** Undefined for a subject that has no name of its own. */
  readonly streamOf: (subject: string) => string | undefined
  readonly nameAfter: (past: readonly PastEvent[]) => string
}
export const nameless: Naming = { streamOf: () => undefined, nameAfter: () => '' }

/** The document of an act; undefined where there is none, or where another system made it and its number is not known. */
export const documentOf = (templates: DocumentTemplates, act: DocumentedAct): OfficialDocument | undefined => {
  const template = templates[act.type] as ((act: DocumentedAct) => OfficialDocument) | undefined
  const document = template?.(act)
  return document === undefined || document.number === '' ? undefined : document
}

/** The text whose SHA-256 the event keeps: UTF-8, every line ended by a line feed. */
export const documentText = ({ authority, title, number, addressee, paragraphs, on }: OfficialDocument): string =>
  [authority, title, number, '', `${addressee}：`, ...paragraphs, '', authority, dayText(on), ''].join('\n')

export const documentHash = (document: OfficialDocument): string => digestHex('sha-256', documentText(document))
