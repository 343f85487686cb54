import type { CivilDate } from '@mingjian/codes'
import type { RecordedEvent } from '@mingjian/kernel'
import type { EventType } from '@mingjian/schemas'
import { type Basis, basisOf } from './citation.ts'
import { shownOf } from './public-events.ts'

/** An event of the log as the public may see it. */
export interface PublicChange {
  readonly position: number
  readonly type: EventType
  /** USCC, or the id of a plan. */
  readonly subject: string
  readonly effectiveOn: CivilDate
  readonly recordedAt: string
  readonly authority: string
  readonly basis: readonly Basis[]
  readonly data: Readonly<Record<string, unknown>>
}

/** The hash of its document: who has the document can tell whether it is the one that was issued. */
const sealOf = (data: object): { readonly documentSha256?: unknown } =>
  'documentSha256' in data && data.documentSha256 !== null ? { documentSha256: data.documentSha256 } : {}

/** `undefined` for an event that the public may not see, or no longer. */
export const publicChange = (event: RecordedEvent, today: CivilDate): PublicChange | undefined => {
  const shown = shownOf(event, today)
  if (shown === undefined) return undefined
  const { position, type, subject, effectiveOn, recordedAt, authority, basis, data } = event
  return {
    position,
    type,
    subject,
    effectiveOn,
    recordedAt,
    authority,
    basis: basisOf(basis),
    data: { ...shown, ...sealOf(data) },
  }
}
