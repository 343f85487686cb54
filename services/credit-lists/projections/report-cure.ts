import { type CivilDate, nextWorkingDay, type Projection, type RecordedEvent } from '@mingjian/kernel'

/** Ground ① and its cure: for which years an entity is listed, which reports it has filed, and the next day on which to remove a year. */
export interface ReportCure {
  readonly authority: string
  /** Report year → day of the listing in force. */
  readonly listed: Readonly<Record<string, CivilDate>>
  /** Report year → day of filing. */
  readonly filed: Readonly<Record<string, CivilDate>>
  /** The day of the next decision on removal; null while nothing listed has been filed. */
  readonly dueOn: CivilDate | null
}

/**
 * Filing a missing report and publishing it is the application (异常名录办法第十一条: five working days from it); it is decided on the first
 * working day from then, and not before the listing itself. Every year was listed by a decision of its own and falls with its own cure;
 * the entity is off the list when no year is left.
 */
export const removalDay = (
  { listed, filed }: Pick<ReportCure, 'listed' | 'filed'>,
  year: string,
): CivilDate | undefined => {
  const listedOn = listed[year]
  const filedOn = filed[year]
  if (listedOn === undefined || filedOn === undefined) return undefined
  const [, later = listedOn] = [filedOn, listedOn].sort()
  return nextWorkingDay(later)
}

const dueOn = (cure: Pick<ReportCure, 'listed' | 'filed'>): CivilDate | null =>
  Object.keys(cure.listed)
    .flatMap((year) => removalDay(cure, year) ?? [])
    .sort()[0] ?? null

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
    case 'AbnormalStateCleared': {
      if (event.data.ground !== 'annual_report_missed') return before
      const removed = event.data.years.map(String)
      return next({
        ...cure,
        listed: Object.fromEntries(Object.entries(cure.listed).filter(([year]) => !removed.includes(year))),
      })
    }
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
