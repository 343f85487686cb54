import { dayMember, dayOfInstant, isCivilDate, nullable, oneOf, redacted } from '@mingjian/codes'
import type { Refusal } from '@mingjian/kernel'
import { canonicalJson } from '@mingjian/proofs'
import type { SlipItem, VisitItemChecked } from '@mingjian/schemas'
import Type from 'typebox'
import { basisOn, provisionOn, visitProvisions as provisions } from '../law/visit.ts'
import { CORRECTED, INSPECTION_RESULTS, NOTHING_FOUND, restsOnFacts } from '../law.ts'
import { type Officers, unfitTeam } from './officers.ts'
import {
  beforeEntry,
  factsMissing,
  itemNotOnSlip,
  lastDayPast,
  noLastDay,
  notEntered,
  nothingWrong,
  otherDepartment,
  otherPoint,
  personalData,
  pointOpen,
  resultsExclusive,
  resultTwice,
  somethingWrong,
  uncontactableUnproved,
} from './refusals.ts'
import { enteredAt, isOnSite, type Visit } from './state.ts'
import { officer, step, text } from './step.ts'

const ANSWERS = ['符合', '不符合', '不适用', '未检查'] as const

/** 检查要点 of an item: its own, else its content as one. */
export const pointsOf = ({ checklist, content, name }: Pick<SlipItem, 'checklist' | 'content' | 'name'>) =>
  checklist.length > 0 ? checklist : [content === '' ? name : content]

const UNREACHABLE: string = INSPECTION_RESULTS[3]
/** Results that rest on a point that was looked at. */
const OF_POINTS: readonly string[] = [INSPECTION_RESULTS[1], INSPECTION_RESULTS[2], CORRECTED, INSPECTION_RESULTS[7]]

type Answered = Pick<VisitItemChecked, 'answers' | 'findings' | 'correctBy'>

const faultOfAnswers = ({ answers, findings }: Answered, item: SlipItem, under: string): Refusal | undefined => {
  const points = pointsOf(item)
  const open = points.find((point) => answers.filter((answer) => answer.point === point).length !== 1)
  if (open !== undefined) return pointOpen({ point: open }, under)
  const other = answers.find(({ point }) => !points.includes(point))
  if (other !== undefined) return otherPoint({ itemNo: item.itemNo, point: other.point }, under)
  const results = findings.map(({ result }) => result)
  const wrong = answers.some(({ answer }) => answer === '不符合')
  if (results.includes(NOTHING_FOUND) && (wrong || answers.some(({ answer }) => answer === '未检查')))
    return somethingWrong({ result: NOTHING_FOUND }, under)
  const found = results.find((result) => OF_POINTS.includes(result))
  return found !== undefined && !wrong ? nothingWrong({ result: found }, under) : undefined
}

const faultOfFindings = (
  { findings, correctBy }: Answered,
  item: SlipItem,
  on: string,
  under: string,
): Refusal | undefined => {
  const results = findings.map(({ result }) => result)
  if (new Set(results).size < results.length) return resultTwice({}, under)
  if (results.includes(NOTHING_FOUND) && results.length > 1) return resultsExclusive({ result: NOTHING_FOUND }, under)
  const bare = findings.find(({ result, detail }) => detail.trim() === '' && restsOnFacts(result))
  if (bare !== undefined) return factsMissing({ result: bare.result }, under)
  if (findings.some(({ detail }) => redacted(detail) !== detail)) return personalData({}, under)
  if (results.includes(UNREACHABLE) && item.method !== '实地核查') return uncontactableUnproved({}, under)
  if (results.includes(CORRECTED) !== (correctBy !== null)) return noLastDay({ result: CORRECTED }, under)
  return correctBy !== null && (!isCivilDate(correctBy) || correctBy < on)
    ? lastDayPast({ on, correctBy }, under)
    : undefined
}

/** The officers of an item's own departments, who answer it, where the team has some and this one is not among them. */
const ownOfficers = (
  by: string,
  item: SlipItem,
  visit: Visit,
  { entries }: Officers,
): readonly string[] | undefined => {
  const own = visit.inspectors.filter((one) => item.departments.includes(entries.get(one)?.enrolled.department ?? ''))
  return own.length > 0 && !own.includes(by) ? own : undefined
}

const notThere = (checkedAt: string, visit: Visit): Refusal | undefined => {
  const under = provisionOn(dayOfInstant(checkedAt), provisions.entry)
  const entered = enteredAt(visit)
  if (entered === undefined) return isOnSite(visit) ? notEntered({}, under) : undefined
  return checkedAt.slice(0, 19) < entered.slice(0, 19) ? beforeEntry({ entered }, under) : undefined
}

const checkItem = step(
  {
    itemNo: text,
    by: officer,
    with: Type.Array(officer, { minItems: 1, maxItems: 20, description: 'Officers who were there too.' }),
    answers: Type.Array(
      Type.Object({ point: text, answer: oneOf(ANSWERS, 'Of the point.'), note: Type.String({ maxLength: 4000 }) }),
      { minItems: 1, maxItems: 200 },
    ),
    findings: Type.Array(
      Type.Object({
        result: oneOf(INSPECTION_RESULTS, '抽查结果'),
        detail: Type.String({ maxLength: 4000, description: 'The facts; published, so it names no person.' }),
      }),
      { minItems: 1, maxItems: 8 },
    ),
    correctBy: Type.Optional(nullable(dayMember())),
  },
  {
    stages: ['issued'],
    under: provisions.results,
    decide: ({ at: checkedAt, itemNo, by, with: others, ...found }, visit, { facts }) => {
      const on = dayOfInstant(checkedAt)
      const under = provisionOn(on, provisions.results)
      const item = visit.items.find((one) => one.itemNo === itemNo)
      if (item === undefined) return itemNotOnSlip({ itemNo }, under)
      const barred = notThere(checkedAt, visit) ?? unfitTeam([by, ...others], visit, facts, on)
      if (barred !== undefined) return barred
      const own = ownOfficers(by, item, visit, facts)
      if (own !== undefined) return otherDepartment({ itemNo, officers: own.join('、') }, under)
      const { answers, findings, correctBy = null } = found
      const answered = { answers, findings, correctBy }
      const wrong = faultOfFindings(answered, item, on, under) ?? faultOfAnswers(answered, item, under)
      if (wrong !== undefined) return wrong
      const data = { itemNo, by, checkedAt, ...answered }
      const known = visit.checked[itemNo]
      // Until the check is completed an answer may be given otherwise: the record is signed as it is then.
      if (known !== undefined && canonicalJson(known) === canonicalJson(data)) return []
      return [{ type: 'VisitItemChecked', data, effectiveOn: on, basis: basisOn(on, provisions.results) }]
    },
  },
)

/** 逐项检查 */
export const findings = { CheckItem: checkItem }
