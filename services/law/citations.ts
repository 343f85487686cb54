import type { CivilDate } from '@mingjian/codes'
import { instruments } from './instruments.ts'

/** How sure the platform is of a text: read in a copy, from a secondary source, or not yet checked with the official text. */
export type Confidence = 'certain' | 'likely' | 'to-verify'

/** One wording of an instrument 文件, in force from the first day to the last, both included. */
export interface Version {
  /** Short and kept for ever in the log: the order's number or the year. */
  readonly version: string
  readonly title: string
  /** 文号, or the revision where a law is cited by its year. */
  readonly number?: string
  /** Absent where the wording is older than every act the platform judges. */
  readonly from?: CivilDate
  readonly to?: CivilDate
  readonly confidence: Confidence
  /** Where the first day is a working value: the day by which the wording was in force for certain. */
  readonly certainFrom?: CivilDate
  /** Why a value is a working value and what has to be checked. */
  readonly note?: string
}

/** A law, regulation or rule with all its wordings, oldest first. */
export interface Instrument {
  /** Kept for ever in the log. */
  readonly id: string
  /** Its title in all wordings. */
  readonly name: string
  readonly versions: readonly Version[]
}

/**
 * Where in a text: article 条, paragraph 款 and item 项 as `17`, `17.1`, `2.2.1`, with 0 for the paragraph of an article that has but one (`36.0.4`).
 * Texts without numbered articles are cited in their own words.
 */
export type Article = string

/** A provision as an event keeps it: the article of the wording that was in force on the day of the act. */
export interface Citation {
  readonly instrument: string
  readonly version: string
  readonly article: Article
}

/** An article of an instrument, whose number may differ by version, and how sure it is that the article says what a rule takes from it. */
export interface Provision {
  readonly instrument: Instrument
  readonly article: Article | Readonly<Record<string, Article>>
  readonly confidence: Confidence | Readonly<Record<string, Confidence>>
}

const CONFIDENCES: readonly Confidence[] = ['certain', 'likely', 'to-verify']

/** The least sure of several; certain when there are none. */
export const leastSure = (confidences: readonly Confidence[]): Confidence =>
  CONFIDENCES[Math.max(0, ...confidences.map((c) => CONFIDENCES.indexOf(c)))] ?? 'to-verify'

/** The new text applies from its first day; the old one runs through the day before. */
export const inForce = (instrument: Instrument, on: CivilDate): Version | undefined =>
  instrument.versions.find(({ from, to }) => (from === undefined || from <= on) && (to === undefined || on <= to))

/** The wording in force, or the nearest one where there was none that day. Throws RangeError for an instrument without a wording. */
export const wordingOn = (instrument: Instrument, on: CivilDate): Version => {
  const before = instrument.versions.findLast(({ from }) => from === undefined || from <= on)
  const wording = before ?? instrument.versions[0]
  if (wording === undefined) throw new RangeError(`${instrument.id} has no wording.`)
  return wording
}

/** The value for the wording of that day. Throws RangeError for a version without a value. */
export const valueOn = <T>(instrument: Instrument, byVersion: Readonly<Record<string, T>>, on: CivilDate): T => {
  const { version } = wordingOn(instrument, on)
  const value = byVersion[version]
  if (value === undefined) throw new RangeError(`Nothing is said of ${instrument.id}@${version}.`)
  return value
}

/** Of a value given once or by version, the one for this version; undefined if it isn't among them. */
const byVersion = <T extends string>(
  value: T | Readonly<Record<string, T>>,
  { version }: { readonly version: string },
): T | undefined => (typeof value === 'string' ? value : value[version])

// Thousands of acts a day cite the same articles: each article of each wording is one shared object and text.
const cited = new WeakMap<Version, Map<Article, Citation>>()
const encoded = new WeakMap<Citation, string>()

/** The provision that governs an act of that day; the nearest wording where none was in force (see `inForce`). */
export const cite = (instrument: Instrument, article: Provision['article'], on: CivilDate): Citation => {
  const wording = wordingOn(instrument, on)
  const articles = cited.getOrInsertComputed(wording, () => new Map<Article, Citation>())
  return articles.getOrInsertComputed(byVersion(article, wording) ?? '', (number) => ({
    instrument: instrument.id,
    version: wording.version,
    article: number,
  }))
}

/** Whether the provision was law on that day; not if its wording of that day has no such article. */
export const isLawOn = ({ instrument, article }: Provision, on: CivilDate): boolean => {
  const wording = inForce(instrument, on)
  return wording !== undefined && byVersion(article, wording) !== undefined
}

/** How sure the provision is for an act of that day: to be verified too while the first day of its wording is a working value. */
export const confidenceOn = ({ instrument, confidence }: Provision, on: CivilDate): Confidence => {
  const wording = wordingOn(instrument, on)
  if (wording.certainFrom !== undefined && on < wording.certainFrom) return 'to-verify'
  return byVersion(confidence, wording) ?? 'to-verify'
}

/** The citations of those provisions that were law on that day. */
export const citeAll = (provisions: readonly Provision[], on: CivilDate): readonly Citation[] =>
  provisions.filter((p) => isLawOn(p, on)).map((p) => cite(p.instrument, p.article, on))

/** `企业信息公示暂行条例@654(2014-10-01..2024-04-30)` */
export const versionText = ({ title, version, from = '', to = '' }: Version): string =>
  `${title}@${version}(${from}..${to})`

/** `instrument@version:article`, as events keep it for ever. */
export const encodeCitation = (citation: Citation): string =>
  encoded.getOrInsertComputed(citation, ({ instrument, version, article }) => `${instrument}@${version}:${article}`)

/** Undefined for a text that is no citation. */
export const decodeCitation = (text: string): Citation | undefined => {
  const parts = /^([^@:]+)@([^@:]+):(.*)$/s.exec(text)
  if (parts === null) return undefined
  const [, instrument = '', version = '', article = ''] = parts
  return { instrument, version, article }
}

const DIGITS = '零一二三四五六七八九'
const PLACES = ['', '十', '百', '千']

/** 1 to 9999 as articles are counted: 十七, 二十, 一百零三, 二百五十一. */
const chineseNumber = (n: number): string => {
  const digits = [...String(n)]
  const spoken = digits
    .map((digit, at) => (digit === '0' ? '零' : DIGITS.charAt(Number(digit)) + PLACES[digits.length - 1 - at]))
    .join('')
    .replace(/零+/g, '零')
    .replace(/零$/, '')
  return spoken.replace(/^一十/, '十')
}

/** 第十七条第一款第二项; the article itself where it isn't numbered. */
export const articleText = (article: Article): string => {
  if (!/^[1-9]\d{0,3}(\.\d{1,2}){0,2}$/.test(article)) return article
  const [main = 0, paragraph = 0, item = 0] = article.split('.').map(Number)
  const paragraphText = paragraph === 0 ? '' : `第${chineseNumber(paragraph)}款`
  const itemText = item === 0 ? '' : `第${chineseNumber(item)}项`
  return `第${chineseNumber(main)}条${paragraphText}${itemText}`
}

const instrumentsById = new Map(instruments.map((instrument) => [instrument.id, instrument]))

/** The wording that a citation names; undefined if the catalogue doesn't have it. */
export const wordingOf = ({ instrument, version }: Citation): Version | undefined =>
  instrumentsById.get(instrument)?.versions.find((v) => v.version === version)

/** 《企业信息公示暂行条例》(国务院令第654号)第十七条第一款 */
export const citationText = (citation: Citation): string => {
  const wording = wordingOf(citation)
  if (wording === undefined) return encodeCitation(citation)
  const number = wording.number === undefined ? '' : `(${wording.number})`
  return `《${wording.title}》${number}${articleText(citation.article)}`
}
