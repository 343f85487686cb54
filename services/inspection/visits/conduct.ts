import { dayMember, dayOfInstant, fileMember, isCivilDate, nullable, redacted } from '@mingjian/codes'
import { type Refusal, refused, seriesOf } from '@mingjian/kernel'
import type { SlipItem } from '@mingjian/schemas'
import Type from 'typebox'
import { basisOn, provisionOn, visitProvisions } from '../law/visit.ts'
import { INSPECTION_RESULTS } from '../law.ts'
import { act, type Done, hasCertificate, type Outcome, officer, text, unfit, type VisitAct } from './act.ts'
import { enteredAt, isOnSite, namedOn, type Visit } from './state.ts'

const ANSWERS = ['符合', '不符合', '不适用', '未检查'] as const
const oneOf = <T extends string>(words: readonly T[], description: string) =>
  Type.Unsafe<T>(Type.Enum([...words], { description }))
const day = dayMember()
const sha256 = fileMember('SHA-256 of the file, hex.')

const giveNotice = act(
  {
    manner: oneOf(['书面', '电话', '短信', '电子邮件', '其他'], 'How it was given.'),
    visitOn: day,
    items: Type.Optional(Type.Array(text, { minItems: 1, description: 'All of the slip without.' })),
  },
  {
    stages: ['issued'],
    under: visitProvisions.documents,
    decide: ({ at: givenAt, manner, visitOn, items: asked }, visit, { authority }): Outcome => {
      const on = dayOfInstant(givenAt)
      const items = asked ?? visit.items.map(({ itemNo }) => itemNo)
      const stranger = items.find((no) => visit.items.every(({ itemNo }) => itemNo !== no))
      if (stranger !== undefined) return refused('other-item', `Item ${stranger} is not on the task slip.`)
      if (!isCivilDate(visitOn) || visitOn < on)
        return refused('notice-late', `A notice comes before the check, not on ${on} for ${visitOn}.`)
      if (items.every((no) => visit.noticed.includes(no))) return []
      return [
        {
          type: 'InspectionNoticeGiven',
          data: { decision: '', uscc: visit.assigned?.uscc ?? '', givenAt, manner, visitOn, items },
          effectiveOn: on,
          basis: basisOn(on, visitProvisions.documents),
          numbered: seriesOf(authority, '检通', on),
        },
      ]
    },
  },
)

/** The slip names the officers who go, and the enterprise was told where an item asks for it. */
const notReady = ({ at: when }: Done, visit: Visit): Refusal | undefined => {
  const on = dayOfInstant(when)
  if (namedOn(visit).join('\n') !== visit.inspectors.join('\n'))
    return refused(
      'slip-outdated',
      `${visit.inspectors.join(', ')} check now: issue the task slip again.`,
      provisionOn(on, visitProvisions.documents),
    )
  const untold = visit.items.find(({ itemNo, noticeBeforehand }) => noticeBeforehand && !visit.noticed.includes(itemNo))
  return untold === undefined
    ? undefined
    : refused(
        'notice-missing',
        `The enterprise is told of item ${untold.itemNo} before the check: give notice first.`,
        provisionOn(on, visitProvisions.documents),
      )
}

const enter = act(
  { officers: Type.Array(officer, { minItems: 1, maxItems: 20, description: 'Who is there.' }) },
  {
    stages: ['issued'],
    under: visitProvisions.entry,
    officers: ({ officers }) => officers,
    isDone: (_, { entered }) => entered.shown !== undefined,
    decide: ({ officers, ...done }, visit, { facts }): Outcome => {
      const on = dayOfInstant(done.at)
      const present = [...new Set(officers)]
      const fault =
        notReady(done, visit) ?? present.map((one) => unfit(one, visit, facts, on)).find((one) => one !== undefined)
      if (fault !== undefined) return fault
      if (present.length < 2)
        return refused(
          'too-few-officers',
          'At least two certified officers check together.',
          provisionOn(on, visitProvisions.officers),
        )
      return [
        {
          type: 'VisitEntered',
          data: { enteredAt: done.at, manner: 'shown', officers: present },
          effectiveOn: on,
          basis: basisOn(on, visitProvisions.entry, visitProvisions.officers),
        },
      ]
    },
  },
)

const scanEntry = act(
  { code: text },
  {
    stages: ['issued'],
    under: visitProvisions.entry,
    isDone: ({ code }, visit) => visit.entered.scanned !== undefined && code === visit.code,
    decide: ({ code, ...done }, visit): Outcome => {
      const on = dayOfInstant(done.at)
      if (code !== visit.code) return refused('unknown-code', 'There is no task slip of this code.')
      return (
        notReady(done, visit) ?? [
          {
            type: 'VisitEntered',
            data: { enteredAt: done.at, manner: 'scanned', officers: namedOn(visit) },
            effectiveOn: on,
            basis: basisOn(on, visitProvisions.entry),
          },
        ]
      )
    },
  },
)

const takeEvidence = act(
  {
    sha256,
    mediaType: Type.String({ pattern: '^[a-z]+/[a-z0-9.+-]{1,80}$' }),
    bytes: Type.Integer({ minimum: 1, maximum: 1e12 }),
    place: nullable(
      Type.Object({
        latitude: Type.Number({ minimum: -90, maximum: 90 }),
        longitude: Type.Number({ minimum: -180, maximum: 180 }),
        accuracyMetres: nullable(Type.Number({ minimum: 0, maximum: 1e7 })),
      }),
    ),
    itemNo: nullable(text),
    description: text,
    by: officer,
  },
  {
    stages: ['issued'],
    under: visitProvisions.record,
    officers: ({ by }) => [by],
    isDone: (asked, { evidence }) => asked.sha256 in evidence,
    decide: ({ at: takenAt, place, itemNo, by, ...file }, visit, { facts }): Outcome => {
      const on = dayOfInstant(takenAt)
      const fault = unfit(by, visit, facts, on)
      if (fault !== undefined) return fault
      if (itemNo !== null && visit.items.every((item) => item.itemNo !== itemNo))
        return refused('other-item', `Item ${itemNo} is not on the task slip.`)
      const { latitude = null, longitude = null, accuracyMetres = null } = place ?? {}
      const { sha256: hash, mediaType, bytes, description } = file
      const data = {
        sha256: hash,
        mediaType,
        bytes,
        takenAt,
        latitude,
        longitude,
        accuracyMetres,
        itemNo,
        description,
        by,
      }
      return [{ type: 'VisitEvidenceTaken', data, effectiveOn: on, basis: basisOn(on, visitProvisions.record) }]
    },
  },
)

/** 检查要点 of an item: its own, else its content as one. */
export const pointsOf = ({ checklist, content, name }: Pick<SlipItem, 'checklist' | 'content' | 'name'>) =>
  checklist.length > 0 ? checklist : [content === '' ? name : content]

const NOTHING_FOUND: string = INSPECTION_RESULTS[0]
const FALSE = INSPECTION_RESULTS[2]
const UNREACHABLE = INSPECTION_RESULTS[3]
export const CORRECTED = INSPECTION_RESULTS[4]
const NO_SUCH_BUSINESS: string = INSPECTION_RESULTS[6]
/** Results that rest on a point that was looked at. */
const OF_POINTS: readonly string[] = [INSPECTION_RESULTS[1], FALSE, CORRECTED, INSPECTION_RESULTS[7]]

interface Answered {
  readonly answers: readonly { readonly point: string; readonly answer: string; readonly note: string }[]
  readonly findings: readonly { readonly result: string; readonly detail: string }[]
  readonly correctBy: string | null
}

const faultOfAnswers = ({ answers, findings }: Answered, item: SlipItem, under: string): Refusal | undefined => {
  const points = pointsOf(item)
  const open = points.find((point) => answers.filter((answer) => answer.point === point).length !== 1)
  if (open !== undefined) return refused('point-open', `Each point is answered once: ${open}`, under)
  const other = answers.find(({ point }) => !points.includes(point))
  if (other !== undefined) return refused('other-point', `Item ${item.itemNo} has no point: ${other.point}`, under)
  const results = findings.map(({ result }) => result)
  const wrong = answers.some(({ answer }) => answer === '不符合')
  if (results.includes(NOTHING_FOUND) && (wrong || answers.some(({ answer }) => answer === '未检查')))
    return refused(
      'answers-contradict',
      `${NOTHING_FOUND} says that each point was looked at, and none is wrong.`,
      under,
    )
  const found = results.find((result) => OF_POINTS.includes(result))
  return found !== undefined && !wrong
    ? refused('answers-contradict', `${found} says that a point is 不符合: say which.`, under)
    : undefined
}

const faultOfFindings = (answered: Answered, item: SlipItem, on: string, under: string): Refusal | undefined => {
  const { findings, correctBy } = answered
  const results = findings.map(({ result }) => result)
  if (new Set(results).size < results.length) return refused('result-twice', 'Each result is given once.', under)
  if (results.includes(NOTHING_FOUND) && results.length > 1)
    return refused('results-exclusive', `${NOTHING_FOUND} excludes every other result.`, under)
  const bare = findings.find(
    ({ result, detail }) => detail.trim() === '' && result !== NOTHING_FOUND && result !== NO_SUCH_BUSINESS,
  )
  if (bare !== undefined) return refused('facts-missing', `${bare.result} rests on facts: say which.`, under)
  if (findings.some(({ detail }) => redacted(detail) !== detail))
    return refused(
      'personal-data',
      'The facts are published: they carry no number, address or name of a person.',
      under,
    )
  if (results.includes(UNREACHABLE) && item.method !== '实地核查')
    return refused(
      'uncontactable-unproved',
      'Only a visit, or two letters that came back (SendVerificationLetter), show that nobody can be reached.',
      under,
    )
  if (results.includes(CORRECTED) !== (correctBy !== null))
    return refused('correct-by', `${CORRECTED} goes with the last day to put it right, and nothing else does.`, under)
  if (correctBy !== null && (!isCivilDate(correctBy) || correctBy < on))
    return refused('correct-by', `What is found on ${on} can't be put right by ${correctBy}.`, under)
  return undefined
}

/** An item is answered by an officer of its own departments, where the team has one. */
const wrongDepartment = (
  by: string,
  item: SlipItem,
  visit: Visit,
  departmentOf: (id: string) => string | undefined,
) => {
  const own = visit.inspectors.filter((one) => item.departments.includes(departmentOf(one) ?? ''))
  return own.length > 0 && !own.includes(by) ? own : undefined
}

const checkItem = act(
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
    correctBy: Type.Optional(nullable(day)),
  },
  {
    stages: ['issued'],
    under: visitProvisions.results,
    officers: ({ by, with: others }) => [by, ...others],
    decide: (asked, visit, { facts }): Outcome => {
      const { at: checkedAt, itemNo, by, with: others, answers, findings, correctBy = null } = asked
      const on = dayOfInstant(checkedAt)
      const under = provisionOn(on, visitProvisions.results)
      const item = visit.items.find((one) => one.itemNo === itemNo)
      if (item === undefined) return refused('other-item', `Item ${itemNo} is not on the task slip.`, under)
      const entered = enteredAt(visit)
      if (isOnSite(visit) && entered === undefined)
        return refused(
          'not-entered',
          'The officers enter first: the enterprise scans the slip, or EnterPremises is sent.',
          provisionOn(on, visitProvisions.entry),
        )
      if (entered !== undefined && checkedAt.slice(0, 19) < entered.slice(0, 19))
        return refused('before-entry', `The officers entered at ${entered}.`, provisionOn(on, visitProvisions.entry))
      const team = [...new Set([by, ...others])]
      const fault = team.map((one) => unfit(one, visit, facts, on)).find((one) => one !== undefined)
      if (fault !== undefined) return fault
      if (team.filter((one) => hasCertificate(facts, one, on)).length < 2)
        return refused(
          'too-few-officers',
          'At least two certified officers check together.',
          provisionOn(on, visitProvisions.officers),
        )
      const own = wrongDepartment(by, item, visit, (id) => facts.entries.get(id)?.enrolled.department)
      if (own !== undefined)
        return refused(
          'other-department',
          `Item ${itemNo} is answered by its own department: ${own.join(', ')}.`,
          under,
        )
      const answered = { answers, findings, correctBy }
      const wrong = faultOfFindings(answered, item, on, under) ?? faultOfAnswers(answered, item, under)
      if (wrong !== undefined) return wrong
      const data = { itemNo, by, checkedAt, ...answered }
      const known = visit.checked[itemNo]
      if (known !== undefined && JSON.stringify(known) === JSON.stringify(data)) return []
      return [{ type: 'VisitItemChecked', data, effectiveOn: on, basis: basisOn(on, visitProvisions.results) }]
    },
  },
)

/** 通知、入企、取证、逐项检查 */
export const conduct = {
  GiveInspectionNotice: giveNotice,
  EnterPremises: enter,
  RecordEntryScan: scanEntry,
  TakeEvidence: takeEvidence,
  CheckItem: checkItem,
} satisfies Readonly<Record<string, VisitAct>>
