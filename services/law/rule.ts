import type { CivilDate } from '@mingjian/codes'
import type { Refusal, Sentence } from '@mingjian/kernel'
import {
  type Citation,
  type Confidence,
  cite,
  citeAll,
  confidenceOn,
  isLawOn,
  leastSure,
  type Provision,
  versionText,
  wordingOn,
} from './citations.ts'
import { type Asked, date, fits, flag, type Question } from './question.ts'
import { type Setting, type SettingVersion, settingOn } from './setting.ts'
import { counted, type Term } from './term.ts'

/** What a rule is asked: its members by name. */
export type Given = Readonly<Record<string, unknown>>

/** The setting in force instead of the one the platform ships: an authority may have changed it. */
export type SettingSource = <T>(shipped: Setting<T>) => Setting<T>

/** Every setting as the platform ships it. */
export const asShipped: SettingSource = (shipped) => shipped

/** What a rule answers: the result, the provisions it rests on, how it got there in words, how sure it is. */
export interface Answer {
  readonly result: Readonly<Record<string, unknown>>
  readonly basis: readonly Citation[]
  readonly trace: readonly string[]
  readonly confidence: Confidence
  /** What an authority may set, as it was applied; absent where nothing of it was needed. */
  readonly settings?: readonly AppliedSetting[]
}

/** A setting in the version that was applied. */
export interface AppliedSetting extends SettingVersion<unknown> {
  readonly name: string
  readonly title: string
}

/** A question that can't be answered: a member is missing or of the wrong kind. */
export interface GivenRefusal extends Refusal {
  readonly code: 'given'
  readonly member: string
}

/** One rule of law as a pure function. */
export interface Rule {
  /** `topic.question`, kept stable for those who ask. */
  readonly name: string
  readonly question: string
  /** All it may rest on, whatever the day; the answer cites those of the day. */
  readonly provisions: readonly Provision[]
  readonly members: readonly string[]
  /** What an authority may set that it applies. */
  readonly settings: readonly Setting<unknown>[]
  /** `on` fixes the wording where the given facts have no date of their own that does. */
  readonly evaluate: (given: Given, on: CivilDate, settings?: SettingSource) => Answer | GivenRefusal
}

/** What a rule's own function finds; `under` are the provisions that decided, if not all of the rule's. */
export interface Finding {
  readonly result: Answer['result']
  readonly trace: readonly string[]
  readonly under?: readonly Provision[]
  readonly confidence?: Confidence
}

export const lacking = (member: string, wanted: Sentence): GivenRefusal => ({
  code: 'given',
  facts: { member },
  text: { zh: `${member}：应当是${wanted.zh}`, en: `${member}: ${wanted.en}` },
  member,
})

/** One of several conditions that must hold together; `holds` is undefined where the given don't say. */
export interface Condition {
  readonly member: string
  readonly holds: boolean | undefined
  /** What is said when it doesn't. */
  readonly otherwise: string
}

/**
 * Why the conditions don't all hold: nothing when they do. One that is known not to hold decides, whatever isn't said of the others;
 * otherwise a member that is missing is asked for.
 */
export const unmet = (conditions: readonly Condition[]): readonly string[] | GivenRefusal => {
  const failed = conditions.filter(({ holds }) => holds === false)
  if (failed.length > 0) return failed.map(({ otherwise }) => otherwise)
  const unsaid = conditions.find(({ holds }) => holds === undefined)
  return unsaid === undefined ? [] : lacking(unsaid.member, flag.wanted)
}

export const not = (value: boolean | undefined): boolean | undefined => (value === undefined ? undefined : !value)

export const isGivenRefusal = (outcome: object): outcome is GivenRefusal => 'code' in outcome

interface Definition<S extends Question> {
  readonly name: string
  readonly question: string
  readonly provisions: readonly Provision[]
  readonly settings?: readonly Setting<unknown>[]
  readonly given: S
  /** The legally relevant day among the given; the day of the question without. */
  readonly judgedOn?: (given: Asked<S>, settings: SettingSource) => CivilDate | undefined
  readonly find: (given: Asked<S>, on: CivilDate, settings: SettingSource) => Finding | GivenRefusal
}

/** Where no provision was law on that day the answer rests on the nearest wording, and says so. */
const outOfForce = (provisions: readonly Provision[], on: CivilDate): readonly string[] =>
  provisions.map((p) => `${versionText(wordingOn(p.instrument, on))}在${on}没有这一规定，以下仅供比照`)

const answered = (finding: Finding, provisions: readonly Provision[], on: CivilDate): Answer => {
  const under = finding.under ?? provisions
  const law = under.filter((p) => isLawOn(p, on))
  if (law.length === 0 && under.length > 0) {
    return {
      result: finding.result,
      basis: under.map((p) => cite(p.instrument, p.article, on)),
      trace: [...outOfForce(under, on), ...finding.trace],
      confidence: 'to-verify',
    }
  }
  return {
    result: finding.result,
    basis: citeAll(law, on),
    trace: finding.trace,
    confidence: leastSure([finding.confidence ?? 'certain', ...law.map((p) => confidenceOn(p, on))]),
  }
}

const appliedOn = (setting: Setting<unknown>, on: CivilDate): AppliedSetting => {
  const { name, title } = setting
  return { name, title, ...settingOn(setting, on) }
}

/** Makes a rule of a function over typed facts: reads the given, chooses the day of the law, cites the provisions in force on it. */
export const rule = <S extends Question>(definition: Definition<S>): Rule => {
  const { name, question, provisions, settings: applied = [], find, judgedOn } = definition
  const members = Object.entries(definition.given)
  return {
    name,
    question,
    provisions,
    members: members.map(([member]) => member),
    settings: applied,
    evaluate: (given, on, settings = asShipped) => {
      const facts: Record<string, unknown> = {}
      for (const [member, wanted] of members) {
        const value = given[member] ?? undefined
        if (value === undefined ? !wanted.mayBeAbsent : !fits(wanted, value)) return lacking(member, wanted.wanted)
        facts[member] = value
      }
      const read = facts as Asked<S>
      const judged = judgedOn?.(read, settings) ?? on
      const finding = find(read, judged, settings)
      if (isGivenRefusal(finding)) return finding
      const answer = answered(finding, provisions, judged)
      return applied.length === 0
        ? answer
        : { ...answer, settings: applied.map((setting) => appliedOn(settings(setting), judged)) }
    },
  }
}

/** A rule that is one term: by when something must be done, counted from a given day. */
export const deadlineRule = (definition: {
  readonly name: string
  readonly question: string
  readonly provisions: readonly Provision[]
  /** The member with the day that the term starts from, which also fixes the wording. */
  readonly from: string
  readonly term: Term | ((on: CivilDate) => Term)
  /** The member of the result. */
  readonly by: string
}): Rule => {
  const { from, term, by } = definition
  return rule({
    ...definition,
    given: { [from]: date },
    judgedOn: (given) => given[from],
    find: (_given, on) => {
      const { last, step, confidence } = counted(on, typeof term === 'function' ? term(on) : term)
      return { result: { [by]: last }, trace: [step], confidence }
    },
  })
}
