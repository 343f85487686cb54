import { type CivilDate, isCivilDate } from '@mingjian/codes'

/** What a value must be, of a question or of a setting. */
export interface Kind<T> {
  readonly wanted: string
  readonly is: (value: unknown) => value is T
  readonly mayBeAbsent: boolean
}

const kind = <T>(wanted: string, is: (value: unknown) => value is T): Kind<T> => ({ wanted, is, mayBeAbsent: false })
const isTable = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null && !Array.isArray(value)
const isIn = (value: unknown, least: number, most: number): value is number =>
  typeof value === 'number' && value >= least && value <= most

/** From the year 1900 to 2199, so that no term counted from it leaves the calendar. */
export const date: Kind<CivilDate> = kind(
  'a date YYYY-MM-DD from 1900 to 2199',
  (value): value is CivilDate =>
    typeof value === 'string' && isCivilDate(value) && value >= '1900-01-01' && value <= '2199-12-31',
)
export const flag: Kind<boolean> = kind('true or false', (value) => typeof value === 'boolean')
export const text: Kind<string> = kind('a text', (value) => typeof value === 'string')
/** Yuan, or another quantity that may have a fraction. */
export const amount: Kind<number> = kind('a number from 0 to 10^12', (value): value is number => isIn(value, 0, 1e12))
export const count: Kind<number> = kind(
  'a whole number from 0 to 10^11',
  (value): value is number => isIn(value, 0, 1e11) && Number.isInteger(value),
)
/** A year of the dates above. */
export const year: Kind<number> = kind(
  'a year from 1900 to 2198',
  (value): value is number => isIn(value, 1900, 2198) && Number.isInteger(value),
)
/** A number of days, months or years. */
export const smallCount: Kind<number> = kind(
  'a whole number from 0 to 9999',
  (value): value is number => isIn(value, 0, 9999) && Number.isInteger(value),
)
export const oneOf = <T extends string>(...words: readonly T[]): Kind<T> =>
  kind(`one of ${words.join('、')}`, (value): value is T => words.some((word) => word === value))
export const listOf = <T>(member: Kind<T>): Kind<readonly T[]> =>
  kind(
    `a list, each ${member.wanted}`,
    (value): value is readonly T[] => Array.isArray(value) && value.every(member.is),
  )
export const tableOf = <T>(member: Kind<T>): Kind<Readonly<Record<string, T>>> =>
  kind(
    `an object, each member ${member.wanted}`,
    (value): value is Readonly<Record<string, T>> => isTable(value) && Object.values(value).every(member.is),
  )
/** Absent and null say the same. */
export const optional = <T>({ wanted, is }: Kind<T>): Kind<T | undefined> => ({ wanted, is, mayBeAbsent: true })

export type Shape = Readonly<Record<string, Kind<unknown>>>
export type Read<S extends Shape> = { readonly [M in keyof S]: S[M] extends Kind<infer T> ? T : never }

/** An object whatever its members. */
export const table: Kind<Readonly<Record<string, unknown>>> = kind('an object', isTable)

/** An object with these members. */
export const recordOf = <S extends Shape>(shape: S): Kind<Read<S>> =>
  kind(
    `an object with ${Object.keys(shape).join('、')}`,
    (value): value is Read<S> =>
      isTable(value) &&
      Object.entries(shape).every(([member, { is, mayBeAbsent }]) => {
        const found = value[member] ?? undefined
        return found === undefined ? mayBeAbsent : is(found)
      }),
  )
