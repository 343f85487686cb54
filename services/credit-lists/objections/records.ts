import { type Facts, type PastEvent, streamOf } from '@mingjian/kernel'
import { type Registered, registered } from '@mingjian/law'
import type { EventType } from '@mingjian/schemas'

/** A public record that may be objected to. */
export interface PublicRecord {
  readonly type: EventType
  /** What tells it from others of its type. */
  readonly record: string
}

export interface PublicRecords {
  readonly subject: Registered
  /** What is public of the subject, by position in the log. */
  readonly records: ReadonlyMap<number, PublicRecord>
}

const STREAMS = ['annual-reports', 'penalties', 'abnormal-operations', 'serious-violations', 'inspections']

/** What tells a record from others of its type; undefined for what is not a public record of its own. */
const recordOf = (event: PastEvent): string | undefined => {
  switch (event.type) {
    case 'EnterpriseEstablished':
    case 'EnterpriseMigratedIn':
    case 'RegistrationChanged':
    case 'EnterpriseDeregistered':
    case 'LicenceRevoked':
    case 'RegistrationRescinded':
      return event.effectiveOn
    case 'AnnualReportSubmitted':
    case 'AnnualReportCorrected':
    case 'AnnualReportMissed':
      return String(event.data.year)
    case 'PenaltyPublicised':
      return event.data.documentNo
    case 'AbnormalOperationsListed':
    case 'AbnormalStateMarked':
      return event.data.ground
    case 'SeriousViolationListed':
    case 'SeriousViolationReinstated':
      return event.data.matter
    default:
      return undefined
  }
}

const evolve = ({ subject, records }: PublicRecords, event: PastEvent): PublicRecords => {
  const known = new Map(records)
  const record = recordOf(event)
  if (record !== undefined && event.position !== undefined) known.set(event.position, { type: event.type, record })
  if (event.type === 'PublicRecordRecalled') for (const position of event.data.positions) known.delete(position)
  return { subject: registered.evolve(subject, event), records: known }
}

export const publicRecords: Facts<{ readonly data: { readonly uscc: string } }, PublicRecords> = {
  streams: (command) => [
    ...registered.streams(command),
    ...STREAMS.map((aggregate) => streamOf(command.data.uscc, aggregate)),
  ],
  initial: { subject: registered.initial, records: new Map() },
  evolve,
}
