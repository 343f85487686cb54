import { dayMember, daysBetween, fileMember, formOf, isCivilDate, wordsMember } from '@mingjian/codes'
import { type NewEvent, refused, seriesOf } from '@mingjian/kernel'
import { type SettingSource, settingsFor } from '@mingjian/law'
import Type from 'typebox'
import { byRule, PARTY } from '../clocks.ts'
import { ask } from '../law/ask.ts'
import { basisOn, provisionOn, provisions } from '../law/case.ts'
import { ALWAYS, BY_AMOUNT, NEVER } from '../law/hearing.ts'
import { type Outcome, seriousArticle } from '../step.ts'
import { type Act, act } from './act.ts'
import { CLOCKS, decisionClock } from './clocks.ts'
import type { Case, Sanction } from './state.ts'

const RULED: readonly string[] = [...BY_AMOUNT, ...ALWAYS, ...NEVER]
const COUNTED: readonly string[] = BY_AMOUNT

/** 自然人 for a sole trader, 法人 for everybody else in the register. */
export const subjectWord = (typeCode: string): '自然人' | '法人' =>
  formOf(typeCode) === 'sole-trader' ? '自然人' : '法人'

/** 是否告知听证权利: by each kind of penalty, and by its amount where the law asks for one. */
export const givesHearing = (
  { kinds, fineYuan, confiscatedYuan }: Sanction,
  typeCode: string,
  on: string,
  settings: SettingSource,
): boolean =>
  kinds.some((penalty) => {
    // 其他较重的行政处罚 (第六十三条第一款第五项): a kind that no rule knows is taken for one.
    if (!RULED.includes(penalty)) return true
    const yuan = penalty === '罚款' ? fineYuan : confiscatedYuan
    const given = COUNTED.includes(penalty)
      ? { penalty, amount: yuan, subject: subjectWord(typeCode), on }
      : { penalty, on }
    return ask('hearing.right', given, on, settings).result.must_inform_hearing_right === true
  })

const giveNotice = act(
  { facts: wordsMember('拟处罚的事实、理由、依据'), seriousArticle },
  {
    stages: ['concluded', 'noticed'],
    under: provisions.notice,
    within: CLOCKS.decide,
    needsParty: true,
    decide: ({ on, uscc, facts, seriousArticle = null }, state, { facts: { party }, authority: acting }): Outcome => {
      const { conclusion, authority } = state
      if (state.stage === 'noticed') return []
      if (conclusion === null || conclusion.proposal !== '给予处罚')
        return refused(
          'no-penalty-proposed',
          'The investigation proposes no penalty.',
          provisionOn(on, provisions.notice),
        )
      const { kinds, fineYuan, confiscatedYuan } = conclusion
      const clock = byRule(CLOCKS.answer, PARTY, {
        rule: 'hearing.request_by',
        given: { informed_on: on },
        on,
        by: 'rolled',
      })
      const noticed: NewEvent = {
        type: 'PriorNoticeServed',
        data: {
          decision: '',
          facts,
          kinds,
          fineYuan,
          confiscatedYuan,
          hearingOffered: givesHearing(conclusion, party.typeCode, on, settingsFor(party.set, acting)),
          answerBy: clock.by,
          uscc,
          seriousArticle,
          clocks: [clock],
        },
        effectiveOn: on,
        basis: basisOn(on, provisions.notice, provisions.hearing),
        numbered: seriesOf(authority, '罚告', on),
      }
      return [noticed]
    },
  },
)

const hearStatement = act(
  {
    statement: wordsMember('陈述、申辩的内容'),
    adopted: Type.Boolean({ description: '事实、理由或者证据成立，予以采纳' }),
    answer: wordsMember('复核意见'),
  },
  {
    stages: ['noticed'],
    under: provisions.statement,
    decide: ({ on, statement, adopted, answer }, { statements, notice }): Outcome =>
      statements.includes(statement)
        ? []
        : [
            {
              type: 'StatementHeard',
              data: { statement, adopted, answer, stops: notice?.hearingOffered ? [] : [CLOCKS.answer] },
              effectiveOn: on,
              basis: basisOn(on, provisions.statement),
            },
          ],
  },
)

const notOffered = (on: string) =>
  refused(
    'no-hearing',
    'The penalty that is proposed gives no right to a hearing.',
    provisionOn(on, provisions.hearing),
  )

const requestHearing = act(
  {},
  {
    stages: ['noticed'],
    under: provisions.hearing,
    within: CLOCKS.answer,
    decide: ({ on }, { hearing, notice }): Outcome => {
      if (hearing !== 'none') return []
      if (notice?.hearingOffered !== true) return notOffered(on)
      return [
        {
          type: 'HearingRequested',
          data: { stops: [CLOCKS.answer] },
          effectiveOn: on,
          basis: basisOn(on, provisions.hearingConduct),
        },
      ]
    },
  },
)

const forgoHearing = act(
  {},
  {
    stages: ['noticed'],
    under: provisions.hearing,
    decide: ({ on }, { hearing, notice }): Outcome => {
      if (hearing === 'held' || hearing === 'forgone') return []
      if (notice?.hearingOffered !== true) return notOffered(on)
      return [
        {
          type: 'HearingForgone',
          data: { stops: [CLOCKS.answer] },
          effectiveOn: on,
          basis: basisOn(on, provisions.hearingConduct),
        },
      ]
    },
  },
)

const arrangeHearing = act(
  {
    hearingOn: dayMember('day of the hearing'),
    place: wordsMember('where'),
    chair: wordsMember('听证主持人'),
    openToPublic: Type.Boolean({ description: '公开举行，涉及国家秘密、商业秘密或者个人隐私的除外' }),
  },
  {
    stages: ['noticed'],
    under: provisions.hearingConduct,
    decide: ({ on, hearingOn, place, chair, openToPublic }, state): Outcome => {
      const under = provisionOn(on, provisions.hearingConduct)
      if (state.hearing === 'arranged' && state.hearingOn === hearingOn && state.chair === chair) return []
      if (state.hearing !== 'requested' && state.hearing !== 'arranged')
        return refused('no-hearing-requested', 'The party has asked for no hearing.', under)
      if (!isCivilDate(hearingOn)) return refused('no-such-day', `${hearingOn} is no day of the calendar.`)
      if (state.investigators.includes(chair))
        return refused('chair-not-neutral', `${chair} has investigated the case.`, under)
      const { result } = ask('hearing.notice_by', { hearing_on: hearingOn }, on)
      const latest = String(result.notify_no_later_than_lenient)
      if (on > latest)
        return refused('notice-too-short', `A hearing on ${hearingOn} was to be notified by ${latest}.`, under)
      return [
        {
          type: 'HearingArranged',
          data: { hearingOn, place, chair, openToPublic },
          effectiveOn: on,
          basis: basisOn(on, provisions.hearingConduct),
        },
      ]
    },
  },
)

/** 听证的时间不计入办案期限: from the request to the hearing. */
const heard = (state: Case, on: string) => {
  const excludedDays = daysBetween(state.days.HearingRequested ?? on, on)
  return { excludedDays, clocks: [decisionClock(state, state.excludedDays + excludedDays)] }
}

const holdHearing = act(
  { chair: wordsMember('听证主持人'), recordSha256: fileMember() },
  {
    stages: ['noticed'],
    under: provisions.hearingRecord,
    decide: ({ on, chair, recordSha256 }, state): Outcome => {
      const under = provisionOn(on, provisions.hearingRecord)
      if (state.hearing === 'held') return []
      if (state.hearing !== 'arranged') return refused('no-hearing-arranged', 'No hearing has been arranged.', under)
      if (on < state.hearingOn) return refused('before-its-time', `The hearing is on ${state.hearingOn}.`, under)
      if (chair !== state.chair) return refused('another-chair', `The hearing is chaired by ${state.chair}.`, under)
      return [
        {
          type: 'HearingHeld',
          data: { chair, recordSha256, ...heard(state, on) },
          effectiveOn: on,
          basis: basisOn(on, provisions.hearingRecord, provisions.excludedTime),
        },
      ]
    },
  },
)

/** 告知、陈述申辩、听证 */
export const hearing = {
  GiveNotice: giveNotice,
  HearStatement: hearStatement,
  RequestHearing: requestHearing,
  ForgoHearing: forgoHearing,
  ArrangeHearing: arrangeHearing,
  HoldHearing: holdHearing,
} satisfies Readonly<Record<string, Act>>
