import { isDeepStrictEqual } from 'node:util'
import { type CivilDate, isCivilDate } from '@mingjian/codes'
import { type Refusal, refusal } from '@mingjian/kernel'
import {
  type Answer,
  articleText,
  asShipped,
  type Citation,
  encodeCitation,
  type Given,
  type GivenRefusal,
  instruments,
  type Provision,
  type SettingSource,
  versionText,
  wordingOf,
} from '@mingjian/law'
import { rules, settings } from './modules.ts'

const unknownRule = refusal('unknown-rule', {
  zh: '没有规则{name}；law list 列出全部规则。',
  en: 'There is no rule {name}; law list names them all.',
})
const notAnObject = refusal('given', { zh: '--given 应当是 JSON 对象。', en: '--given must be a JSON object.' })
const notADate = refusal('on', { zh: '--on 应当是 YYYY-MM-DD 的日期。', en: '--on must be a date YYYY-MM-DD.' })
const noCases = refusal('file', { zh: '文件不是由案例组成的 JSON 数组。', en: 'The file is no JSON array of cases.' })
const notACase = refusal('file', {
  zh: '第{number}个案例缺少 rule、given 或者 expect。',
  en: 'Case {number} has no rule, given and expect.',
})

const rulesByName = new Map(rules.map((rule) => [rule.name, rule]))

/** A worked case: what a rule must answer, member by member. */
export interface Case {
  readonly id: string
  readonly rule: string
  readonly given: Given
  readonly expect: Given
  /** The wording that the case is about, as `title@version(from..to)`, where its facts have no date that says so. */
  readonly law_version?: string
}

export interface Failure {
  readonly id: string
  readonly rule: string
  readonly expected: Given
  readonly got: Given | Refusal
}

export interface Checked {
  readonly passed: number
  readonly failures: readonly Failure[]
}

/** What a command prints, and its exit code: 0 done, 1 failed. */
export interface Output {
  readonly text: string
  readonly exitCode: 0 | 1
}

/** A day on which every instrument's newest wording is in force. */
const NEWEST = '2199-12-31'

/** `on` fixes the wording where the given facts have no date that does; without it the newest one applies. */
export const evaluate = (
  name: string,
  given: Given,
  on: CivilDate = NEWEST,
  settings?: SettingSource,
): Answer | GivenRefusal | Refusal => {
  const rule = rulesByName.get(name)
  if (rule === undefined) return unknownRule({ name })
  return rule.evaluate(given, on, settings)
}

const wordings = new Map(
  instruments.flatMap(({ versions }) => versions.map((v) => [`${v.title}@${v.version}`, v] as const)),
)

/** A day on which the wording that a case names was in force; undefined if it names none that the catalogue has. */
export const dayOfVersion = (lawVersion: string): CivilDate | undefined => {
  const named = /^([^@]+)@([^(（\s]+)/.exec(lawVersion)
  if (named === null) return undefined
  const [, title = '', version = ''] = named
  const wording = wordings.get(`${title}@${version}`)
  if (wording !== undefined) return wording.to ?? wording.certainFrom ?? wording.from
  return isCivilDate(version) ? version : undefined
}

/** Every member of `expect` must equal that of the result; `today` where a case doesn't say which wording it is about. */
export const checkCases = (cases: readonly Case[], today?: CivilDate): Checked => {
  const failures: Failure[] = []
  for (const { id, rule, given, expect, law_version } of cases) {
    const on = law_version === undefined ? undefined : dayOfVersion(law_version)
    const outcome = evaluate(rule, given, on ?? today)
    const got = 'result' in outcome ? outcome.result : outcome
    const agrees =
      'result' in outcome &&
      Object.entries(expect).every(([member, value]) => isDeepStrictEqual(outcome.result[member], value))
    if (!agrees) failures.push({ id, rule, expected: expect, got })
  }
  return { passed: cases.length - failures.length, failures }
}

/** A citation for people and programs: titles and articles as they are printed, and the citation as the log keeps it. */
const shownCitation = (citation: Citation) => {
  const wording = wordingOf(citation)
  return {
    instrument: wording?.title ?? citation.instrument,
    article: articleText(citation.article),
    version: wording === undefined ? citation.version : versionText(wording),
    citation: encodeCitation(citation),
  }
}

const shownProvision = ({ instrument, article, confidence }: Provision) => ({
  instrument: instrument.name,
  article: typeof article === 'string' ? articleText(article) : Object.values(article).map(articleText).join(' / '),
  confidence,
})

const done = (value: unknown): Output => ({ text: JSON.stringify(value, null, 2), exitCode: 0 })
const failed = (value: unknown): Output => ({ text: JSON.stringify(value, null, 2), exitCode: 1 })

/** `law list` */
export const lawList = (json: boolean): Output => {
  if (!json) return { text: rules.map(({ name, question }) => `${name}\t${question}`).join('\n'), exitCode: 0 }
  return done(
    rules.map(({ name, question, members, provisions, settings }) => ({
      name,
      question,
      given: members,
      provisions: provisions.map(shownProvision),
      ...(settings.length === 0 ? {} : { settings: settings.map((setting) => setting.name) }),
    })),
  )
}

const parsed = (text: string): unknown => {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}

const isTable = (value: unknown): value is Given => typeof value === 'object' && value !== null && !Array.isArray(value)

/** `law settings [--authority A]`: every value that an authority may set or correct, each version with what it rests on. */
export const lawSettings = (json: boolean, source: SettingSource = asShipped): Output => {
  const inForce = settings.map((shipped) => source(shipped))
  if (json)
    return done(
      inForce.map(({ name, title, setBy, provision, kind, versions }) => ({
        name,
        title,
        setBy,
        provision: shownProvision(provision),
        value: kind.wanted.en,
        versions,
      })),
    )
  const lines = inForce.flatMap(({ name, title, versions }) =>
    versions.map(({ value, from, to, basis, confidence, setBy }) =>
      [name, title, `${from}..${to ?? ''}`, JSON.stringify(value), setBy ?? '', basis, confidence].join('\t'),
    ),
  )
  return { text: lines.join('\n'), exitCode: 0 }
}

/** `law eval RULE --given JSON [--on DATE] [--authority A]` */
export const lawEval = (name: string, givenText: string, on?: string, inForce?: SettingSource): Output => {
  const given = parsed(givenText)
  if (!isTable(given)) return failed(notAnObject({}))
  if (on !== undefined && !isCivilDate(on)) return failed(notADate({}))
  const outcome = evaluate(name, given, on, inForce)
  if (!('result' in outcome)) return failed(outcome)
  const { result, basis, trace, confidence, settings } = outcome
  // A member that is misspelt would be left out silently where it may be absent.
  const members = rulesByName.get(name)?.members ?? []
  const unused = Object.keys(given).filter((member) => !members.includes(member))
  const said = unused.length === 0 ? [] : [`未采用：${unused.join('、')}（本规则的事实：${members.join('、')}）`]
  return done({
    result,
    basis: basis.map(shownCitation),
    trace: [...trace, ...said],
    confidence,
    ...(settings === undefined ? {} : { settings }),
  })
}

const isCase = (value: unknown): value is Case =>
  isTable(value) && typeof value.rule === 'string' && isTable(value.given) && isTable(value.expect)

/** `law check FILE`: a JSON array of cases, or one a line. */
export const lawCheck = (content: string, json: boolean, today?: CivilDate): Output => {
  const lines = content.split('\n').filter((line) => line.trim() !== '')
  const whole = parsed(content) ?? lines.map(parsed)
  const cases = isTable(whole) ? [whole] : whole
  if (!Array.isArray(cases)) return failed(noCases({}))
  const wrong = cases.findIndex((value) => !isCase(value))
  if (wrong >= 0) return failed(notACase({ number: wrong + 1 }))
  const { passed, failures } = checkCases(cases.filter(isCase), today)
  const exitCode = failures.length === 0 ? 0 : 1
  if (json) return { text: JSON.stringify({ passed, failed: failures.length, failures }, null, 2), exitCode }
  const shown = failures.map(
    ({ id, rule, expected, got }) => `${id} ${rule}: expected ${JSON.stringify(expected)}, got ${JSON.stringify(got)}`,
  )
  return { text: [...shown, `${passed} passed, ${failures.length} failed`].join('\n'), exitCode }
}
