import type { CivilDate } from '@mingjian/codes'
import type { RecordedEvent } from '@mingjian/kernel'
import type { EventData, EventType, RegisteredItems } from '@mingjian/schemas'
import { type Basis, basisOf } from './citation.ts'

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

/** Registered items without the person behind the enterprise. */
const PUBLIC_ITEMS: readonly (keyof RegisteredItems)[] = [
  'name',
  'typeCode',
  'type',
  'capitalWan',
  'currency',
  'establishedOn',
  'approvedOn',
  'operatingFrom',
  'operatingTo',
  'district',
  'authority',
  'address',
  'industrySection',
  'industry',
  'industryName',
  'scope',
]

const chosen = <T extends object>(data: T, members: readonly (keyof T & string)[]): Readonly<Record<string, unknown>> =>
  Object.fromEntries(members.map((member) => [member, data[member]]))

const registered = ({ items }: { readonly items: RegisteredItems }) => ({ items: chosen(items, PUBLIC_ITEMS) })

const SERIOUS_ENTRY = [
  'documentNo',
  'article',
  'reason',
  'authority',
  'decision',
  'measures',
  'removal',
  'termEnds',
  'remedy',
] as const

/**
 * What of each event is public. An event that isn't here is not published: no penalty before it is redacted, no inspector, no series of
 * numbers. The free text of an end of registration stays inside, and so does what a report says: the enterprise's own page shows it as
 * the reporter chose.
 */
const PUBLIC: { readonly [T in EventType]?: (data: EventData[T]) => Readonly<Record<string, unknown>> } = {
  EnterpriseEstablished: registered,
  EnterpriseMigratedIn: registered,
  RegistrationChanged: (data) => ({ ...registered(data), changed: data.changed }),
  EnterpriseDeregistered: (data) => chosen(data, ['procedure']),
  LicenceRevoked: (data) => chosen(data, ['remedy']),
  RegistrationRescinded: (data) => chosen(data, ['remedy']),
  EnterpriseMigratedOut: (data) => chosen(data, ['to']),
  AnnualReportSubmitted: (data) => chosen(data, ['year', 'filedOn', 'late']),
  AnnualReportCorrected: (data) => chosen(data, ['year', 'correctedOn']),
  AnnualReportMissed: (data) => chosen(data, ['year', 'windowEnd']),
  AbnormalOperationsListed: (data) => chosen(data, ['ground', 'year', 'decision', 'reason', 'remedy']),
  AbnormalStateMarked: (data) => chosen(data, ['ground', 'year', 'decision', 'reason', 'remedy']),
  AbnormalOperationsDelisted: (data) => chosen(data, ['ground', 'years', 'decision', 'reason']),
  AbnormalStateCleared: (data) => chosen(data, ['ground', 'years', 'decision', 'reason']),
  AbnormalListingRescinded: (data) => chosen(data, ['ground', 'year', 'listedOn', 'decision', 'reason']),
  SeriousViolationListed: (data) => chosen(data, SERIOUS_ENTRY),
  SeriousViolationReinstated: (data) => chosen(data, SERIOUS_ENTRY),
  AbnormalCureVerified: (data) => chosen(data, ['ground', 'cure', 'verifiedOn', 'removeBy']),
  AbnormalListingReminderPublished: (data) => chosen(data, ['ground', 'year', 'listedOn', 'fullOn']),
  PenaltyPublicised: (data) =>
    chosen(data, [
      'documentNo',
      'violation',
      'summary',
      'penaltyBasis',
      'kinds',
      'fineYuan',
      'confiscatedYuan',
      'authority',
      'decidedOn',
      'from',
      'until',
      'dishonesty',
      'remedy',
    ]),
  LegalSettingSet: ({ value, ...data }) => ({ ...data, value: JSON.parse(value) as unknown }),
  // Which record of the subject it was would tell again what is shown no longer.
  PublicRecordRecalled: (data) => chosen(data, ['type', 'positions', 'reason']),
  DrawCommitted: ({ plan, ...data }) => ({
    plan: JSON.parse(plan) as unknown,
    ...chosen(data, [
      'rehearsal',
      'logPosition',
      'populationSize',
      'populationRoot',
      'perStratum',
      'rosterSize',
      'rosterRoot',
      'commitments',
    ]),
  }),
  // Its plan follows with the commitments.
  DrawOpened: (data) =>
    chosen(data, [
      'planSha256',
      'logPosition',
      'populationSize',
      'populationRoot',
      'perStratum',
      'rosterSize',
      'rosterRoot',
      'coverage',
    ]),
  DrawNonceCommitted: (data) => chosen(data, ['official', 'sha256']),
  DrawNonceRevealed: (data) => chosen(data, ['official', 'nonce']),
  DrawRevealFailed: (data) => chosen(data, ['official', 'nonce']),
  DrawSeeded: (data) => chosen(data, ['reveals', 'publicSource', 'publicValue', 'witness', 'seed']),
  DrawConducted: (data) => chosen(data, ['selected', 'byFloor', 'unassigned', 'proofSha256', 'coverage', 'repeats']),
  DrawAudited: (data) => chosen(data, ['tests', 'level', 'improbable']),
  DrawVoided: (data) => chosen(data, ['why', 'stage']),
  InspectorReplaced: (data) => chosen(data, ['task', 'uscc', 'inspector', 'replacement', 'reason', 'proofSha256']),
  InspectionItemListed: (data) => chosen(data, ['item']),
  InspectionItemChanged: (data) => chosen(data, ['item']),
  InspectionItemRemoved: (data) => chosen(data, ['itemNo', 'why']),
  InspectionPlanPublished: (data) => chosen(data, ['year', 'name', 'decision', 'filedWith', 'tasks']),
  InspectionTaskDrawn: (data) =>
    chosen(data, ['task', 'planId', 'planName', 'year', 'items', 'departments', 'from', 'to']),
  InspectionTaskReleased: (data) => chosen(data, ['task', 'planId', 'why']),
  InspectionResultPublished: (data) => ({ ...data }),
}

/** Events that may be recalled: by a `PublicRecordRecalled` in their own stream. */
export const RECALLABLE: ReadonlySet<EventType> = new Set<EventType>([
  'PenaltyPublicised',
  'AbnormalOperationsListed',
  'AbnormalStateMarked',
  'SeriousViolationListed',
  'SeriousViolationReinstated',
  'InspectionResultPublished',
])

export const PUBLIC_EVENTS = Object.keys(PUBLIC) as readonly EventType[]

/** The hash of its document: who has the document can tell whether it is the one that was issued. */
const sealOf = (data: object): { readonly documentSha256?: unknown } =>
  'documentSha256' in data && data.documentSha256 !== null ? { documentSha256: data.documentSha256 } : {}

/** `undefined` for an event that the public may not see, or no longer. */
export const publicChange = (event: RecordedEvent, today: CivilDate): PublicChange | undefined => {
  const shown = PUBLIC[event.type] as ((data: unknown) => Readonly<Record<string, unknown>>) | undefined
  if (shown === undefined || (event.type === 'PenaltyPublicised' && event.data.until < today)) return undefined
  const { position, type, subject, effectiveOn, recordedAt, authority, basis, data } = event
  return {
    position,
    type,
    subject,
    effectiveOn,
    recordedAt,
    authority,
    basis: basisOf(basis),
    data: { ...shown(data), ...sealOf(data) },
  }
}
