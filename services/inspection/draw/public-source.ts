import { addDays, type CivilDate, isCivilDate } from '@mingjian/codes'
import { type Refusal, refusal } from '@mingjian/kernel'
import { isRoundSignature, roundFrom, timeOfRound } from './drand.ts'

/** What a plan names beforehand: a lottery, dice thrown in public, `drand quicknet`, or a round of it. */
export interface PublicSource {
  readonly name: string
  readonly at?: string
}

/** When a public value comes out. A source named by its day alone gives it at some hour of that day. */
export interface ValueTime {
  /** Before it nobody can have the value. */
  readonly earliest: Temporal.Instant
  /** From then on anybody may have it. */
  readonly latest: Temporal.Instant
}

const SHANGHAI = 'Asia/Shanghai'
const midnight = (day: CivilDate): Temporal.Instant =>
  Temporal.PlainDate.from(day).toZonedDateTime(SHANGHAI).toInstant()

const tried = (read: () => Temporal.Instant): Temporal.Instant | undefined => {
  try {
    return read()
  } catch (error) {
    if (error instanceof RangeError) return undefined
    throw error
  }
}

/** `2026-11-30`, `2026-11-30T21:15` on Shanghai's clock, or with an offset of its own; undefined for anything else. */
export const valueTimeOf = (at: string): ValueTime | undefined => {
  if (isCivilDate(at)) return { earliest: midnight(at), latest: midnight(addDays(at, 1)) }
  const moment =
    tried(() => Temporal.Instant.from(at)) ??
    tried(() => Temporal.PlainDateTime.from(at).toZonedDateTime(SHANGHAI).toInstant())
  return moment === undefined ? undefined : { earliest: moment, latest: moment }
}

/** The round of drand's quicknet that a source stands for: the one it names, or the first from its time on; undefined for another source. */
export const drandRoundOf = ({ name, at }: PublicSource): number | undefined => {
  if (!/drand/i.test(name)) return undefined
  const named = /\d+/.exec(name)?.[0]
  if (named !== undefined) return Number(named)
  const time = at === undefined ? undefined : valueTimeOf(at)
  return time === undefined ? undefined : roundFrom(time.latest)
}

const noDate = refusal('public-source-date', {
  zh: '{at}不是日期，也不是时间：请写成 2026-11-30 或者 2026-11-30T21:15。',
  en: '{at} is no date, nor a time of one: write 2026-11-30 or 2026-11-30T21:15',
})
const otherRound = refusal('public-source-round', {
  zh: 'drand quicknet 第{round}轮在{out}产生，不在{at}：请改写时间，或者改用其他轮次。',
  en: 'round {round} of drand quicknet comes out at {out}, not at {at}: write that time, or another round',
})
const valueMissing = refusal('public-value-missing', {
  zh: '公共随机值为空：请照来源公布的填写。',
  en: 'the public value is empty: give it as the source published it',
})
const valueLines = refusal('public-value-lines', {
  zh: '公共随机值应当是一行：请照来源公布的填写。',
  en: 'the public value is one line: give it as the source published it',
})
const notTheSignature = refusal('drand-signature', {
  zh: '这不是 drand quicknet 第{round}轮的签名（96位十六进制数字）：请照 drand 公布的 `signature` 填写。',
  en: 'this is not the signature of round {round} of drand quicknet, 96 hexadecimal digits: give its `signature` as drand publishes it',
})

/** Why a source can't be waited for: no time, or a round that comes out at another one. */
export const publicSourceFault = (source: PublicSource & { readonly at: string }): Refusal | undefined => {
  const time = valueTimeOf(source.at)
  if (time === undefined) return noDate({ at: source.at })
  const round = drandRoundOf(source)
  if (round === undefined) return undefined
  const out = timeOfRound(round)
  // A day has many rounds; a moment has one.
  const fits = isCivilDate(source.at)
    ? Temporal.Instant.compare(time.earliest, out) <= 0 && Temporal.Instant.compare(out, time.latest) <= 0
    : roundFrom(time.latest) === round
  return fits ? undefined : otherRound({ round, out: String(out), at: source.at })
}

/** Why a text can't be the value of a source; of a beacon, anybody can tell. */
export const publicValueFault = (source: PublicSource, value: string): Refusal | undefined => {
  if (value.trim() === '') return valueMissing({})
  if (/\p{Cc}/u.test(value.trim())) return valueLines({})
  const round = drandRoundOf(source)
  return round === undefined || isRoundSignature(round, value.trim()) ? undefined : notTheSignature({ round })
}
