import type { CivilDate } from '@mingjian/codes'
import { addWorkingDays, isWorkingDay } from '@mingjian/law'
import { sampleLines } from './command-line.ts'

// What the law asks of the sample register, reckoned from its files alone.

export const JUDGED_YEARS = [2023, 2024, 2025]
const SOLE_TRADER = '9500'

interface Enterprise {
  readonly uscc: string
  readonly name: string
  readonly typeCode: string
  readonly state: string
  readonly established: CivilDate
  readonly legalRep: string
}
interface Report {
  readonly uscc: string
  readonly year: number
  readonly filedOn: CivilDate
}

export const enterprises: readonly Enterprise[] = sampleLines('enterprises')
const reports: readonly Report[] = sampleLines('reports')
const living = new Map(enterprises.filter(({ state }) => state === '存续').map((one) => [one.uscc, one]))
const filed = new Set(reports.map(({ uscc, year }) => `${uscc}/${year}`))

/** Who still owes reports: code → the list and the years. An enterprise owes one for every calendar year in which it existed. */
export const owing: ReadonlyMap<string, { readonly list: string; readonly years: readonly number[] }> = new Map(
  [...living.values()].flatMap(({ uscc, typeCode, established }) => {
    const years = JUDGED_YEARS.filter(
      (year) => Number(established.slice(0, 4)) <= year && !filed.has(`${uscc}/${year}`),
    )
    return years.length === 0 ? [] : [[uscc, { list: typeCode === SOLE_TRADER ? 'mark' : 'abnormal', years }]]
  }),
)

/** Reports of living enterprises filed after 30 June of the next year. */
export const late: readonly Report[] = reports.filter(
  ({ uscc, year, filedOn }) => living.has(uscc) && filedOn > `${year + 1}-06-30`,
)

/** A working day, at most so many working days after another day. */
export const isLawful = (day: CivilDate | undefined, after: CivilDate, workingDays: number): boolean =>
  day !== undefined && isWorkingDay(day) && day >= after && day <= addWorkingDays(after, workingDays)
