import { type CivilDate, isCivilDate } from '@mingjian/codes'
import type { Sentence } from '@mingjian/kernel'
import Type, { type TSchema, type TUnsafe } from 'typebox'
import { Compile } from 'typebox/compile'
import { Set as setFormat } from 'typebox/format'

/** What a value must be, of a question or of a setting: a schema, and how it is said. */
export type Member<T> = TUnsafe<T> & {
  readonly wanted: Sentence
  /** Absent and null say the same. */
  readonly mayBeAbsent: boolean
}

// From the year 1900 to 2199, so that no term counted from it leaves the calendar.
setFormat('legal-date', (text) => isCivilDate(text) && text >= '1900-01-01' && text <= '2199-12-31')

const member = <T>(schema: TSchema, zh: string, en: string): Member<T> =>
  Object.assign(Type.Unsafe<T>(schema), { wanted: { zh, en }, mayBeAbsent: false })

export const date = member<CivilDate>(
  Type.String({ format: 'legal-date' }),
  '1900年至2199年的日期 YYYY-MM-DD',
  'a date YYYY-MM-DD from 1900 to 2199',
)
export const flag = member<boolean>(Type.Boolean(), 'true 或者 false', 'true or false')
export const text = member<string>(Type.String(), '文字', 'a text')
/** Yuan, or another quantity that may have a fraction. */
export const amount = member<number>(
  Type.Number({ minimum: 0, maximum: 1e12 }),
  '0至10^12的数',
  'a number from 0 to 10^12',
)
export const count = member<number>(
  Type.Integer({ minimum: 0, maximum: 1e11 }),
  '0至10^11的整数',
  'a whole number from 0 to 10^11',
)
/** A year of the dates above. */
export const year = member<number>(
  Type.Integer({ minimum: 1900, maximum: 2198 }),
  '1900至2198的年份',
  'a year from 1900 to 2198',
)
/** A number of days, months or years. */
export const smallCount = member<number>(
  Type.Integer({ minimum: 0, maximum: 9999 }),
  '0至9999的整数',
  'a whole number from 0 to 9999',
)
/** An object, its members unread. */
export const table = member<Readonly<Record<string, unknown>>>(Type.Object({}), '对象', 'an object')

export const oneOf = <T extends string>(...words: readonly T[]): Member<T> =>
  member(Type.Enum([...words]), `其中之一：${words.join('、')}`, `one of ${words.join('、')}`)
export const listOf = <T>(each: Member<T>): Member<readonly T[]> =>
  member(Type.Array(each), `列表，每项为${each.wanted.zh}`, `a list, each ${each.wanted.en}`)
export const tableOf = <T>(each: Member<T>): Member<Readonly<Record<string, T>>> =>
  member(
    Type.Object({}, { additionalProperties: each }),
    `对象，每个成员为${each.wanted.zh}`,
    `an object, each member ${each.wanted.en}`,
  )
export const optional = <T>(known: Member<T>): Member<T | undefined> =>
  Object.assign(Type.Unsafe<T | undefined>(known), { wanted: known.wanted, mayBeAbsent: true })

/** The members of a question. */
export type Question = Readonly<Record<string, Member<unknown>>>
export type Asked<Q extends Question> = { readonly [M in keyof Q]: Q[M] extends Member<infer T> ? T : never }

/** An object with these members; others are not looked at. */
export const recordOf = <Q extends Question>(members: Q): Member<Asked<Q>> =>
  member(
    Type.Object(
      Object.fromEntries(
        Object.entries(members).map(([name, own]) => [
          name,
          own.mayBeAbsent ? Type.Optional(Type.Union([own, Type.Null()])) : own,
        ]),
      ),
    ),
    `对象，成员有${Object.keys(members).join('、')}`,
    `an object with ${Object.keys(members).join('、')}`,
  )

const compiled = new WeakMap<object, (value: unknown) => boolean>()

/** Whether a value is as it must be; each schema is compiled once, when it is first asked. */
export const fits = <T>(wanted: Member<T>, value: unknown): value is T => {
  const known = compiled.get(wanted)
  if (known !== undefined) return known(value)
  const validator = Compile(wanted)
  const check = (given: unknown): boolean => validator.Check(given)
  compiled.set(wanted, check)
  return check(value)
}
