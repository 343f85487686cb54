import { type CivilDate, nextWorkingDay, type Projection, type RecordedEvent } from '@mingjian/kernel'

/** Ground ① and its cure: for which years an entity is listed, which reports it has filed, and the day on which nothing is missing any more. */
export interface ReportCure {
  readonly authority: string
  /** Report year → day of the listing in force. */
  readonly listed: Readonly<Record<string, CivilDate>>
  /** Report year → day of filing. */
  readonly filed: Readonly<Record<string, CivilDate>>
  /** The day to decide on removal; null while a listed year is missing. */
  readonly dueOn: CivilDate | null
}

/**
 * Filing the last missing year is the application (异常名录办法第十一条: five working days from it); it is decided on the first working day
 * from then, and not before the listing itself.
 */
const dueOn = ({ listed, filed }: Pick<ReportCure, 'listed' | 'filed'>): CivilDate | null => {
  let last: CivilDate = ''
  for (const [year, listedOn] of Object.entries(listed)) {
    const filedOn = filed[year]
    if (filedOn === undefined) return null
    if (filedOn > last) last = filedOn
    if (listedOn > last) last = listedOn
  }
  return last === '' ? null : nextWorkingDay(last)
}

const next = (cure: Omit<ReportCure, 'dueOn'>): ReportCure => ({ ...cure, dueOn: dueOn(cure) })

const evolve = (before: ReportCure | undefined, event: RecordedEvent): ReportCure | undefined => {
  const cure = before ?? { authority: '', listed: {}, filed: {}, dueOn: null }
  switch (event.type) {
    case 'AnnualReportSubmitted':
      return next({ ...cure, filed: { ...cure.filed, [event.data.year]: event.data.filedOn } })
    case 'AbnormalOperationsListed':
    case 'AbnormalStateMarked':
      if (event.data.ground !== 'annual_report_missed' || event.data.year === null) return before
      return next({
        ...cure,
        authority: event.authority,
        listed: { ...cure.listed, [event.data.year]: event.effectiveOn },
      })
    case 'AbnormalOperationsDelisted':
    case 'AbnormalStateCleared':
      return event.data.ground === 'annual_report_missed' ? next({ ...cure, listed: {} }) : before
    default:
      return before
  }
}

export const reportCure: Projection<ReportCure> = {
  name: 'report_cure',
  version: 1,
  events: [
    'AnnualReportSubmitted',
    'AbnormalOperationsListed',
    'AbnormalStateMarked',
    'AbnormalOperationsDelisted',
    'AbnormalStateCleared',
  ],
  evolve,
  columns: { due_on: 'date' },
  row: (cure) => ({ due_on: cure.dueOn }),
  indexes: ['(due_on, key) where due_on is not null'],
}
