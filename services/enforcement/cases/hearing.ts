import { dayMember, daysBetween, fileMember, formOf, isCivilDate, wordsMember } from '@mingjian/codes'
import { noSuchDay, saysTheSame, seriesOf } from '@mingjian/kernel'
import { type SettingSource, settingsFor } from '@mingjian/law'
import Type from 'typebox'
import { counted, PARTY } from '../clocks.ts'
import { happened } from '../happened.ts'
import { ask } from '../law/ask.ts'
import { provisionOn, provisions } from '../law/case.ts'
import { ALWAYS, BY_AMOUNT, NEVER } from '../law/hearing.ts'
import { CLOCKS, decisionClock, TERMS } from './clocks.ts'
import {
  anotherChair,
  beforeTheHearing,
  chairNotNeutral,
  hearingForgone,
  hearingHeld,
  noHearing,
  noHearingArranged,
  noHearingRequested,
  noPenaltyProposed,
  noticeTooShort,
} from './refusals.ts'
import type { Case, Sanction } from './state.ts'
import { entered, samePenalty, seriousArticle, step } from './step.ts'

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
    // 其他较重的行政处罚 (第六十三条第一款第五项): so is a kind that no rule knows.
    if (!RULED.includes(penalty)) return true
    const yuan = penalty === '罚款' ? fineYuan : confiscatedYuan
    const given = COUNTED.includes(penalty)
      ? { penalty, amount: yuan, subject: subjectWord(typeCode), on }
      : { penalty, on }
    return ask('hearing.right', given, on, settings).result.must_inform_hearing_right === true
  })

const giveNotice = step(
  { facts: wordsMember('拟处罚的事实、理由、依据'), seriousArticle },
  {
    stages: ['concluded'],
    once: 'PriorNoticeServed',
    done: ({ notice }) => notice !== null,
    same: samePenalty,
    under: provisions.notice,
    within: CLOCKS.decide,
    needsParty: true,
    decide: ({ on, uscc, facts, seriousArticle = null }, state, { facts: { party }, authority: acting }) => {
      const { conclusion, authority } = state
      if (conclusion === null || conclusion.proposal !== '给予处罚')
        return noPenaltyProposed({}, provisionOn(on, provisions.notice))
      const { kinds, fineYuan, confiscatedYuan } = conclusion
      const clock = counted(TERMS.answer, PARTY, on)
      const hearingOffered = givesHearing(conclusion, party.typeCode, on, settingsFor(party.set, acting))
      const proposed = { facts, kinds, fineYuan, confiscatedYuan, hearingOffered, answerBy: clock.by, uscc }
      const notice = { decision: '', ...proposed, seriousArticle, clocks: [clock] }
      return [
        {
          ...happened('PriorNoticeServed', on, notice, provisions.notice, provisions.hearing),
          numbered: seriesOf(authority, '罚告', on),
        },
      ]
    },
  },
)

const hearStatement = step(
  {
    statement: wordsMember('陈述、申辩的内容'),
    adopted: Type.Boolean({ description: '事实、理由或者证据成立，予以采纳' }),
    answer: wordsMember('复核意见'),
  },
  {
    stages: ['noticed'],
    under: provisions.statement,
    recorded: entered('StatementHeard', 'statement'),
    decide: ({ on, statement, adopted, answer }, { notice }) => {
      const stops = notice?.hearingOffered ? [] : [CLOCKS.answer]
      return [happened('StatementHeard', on, { statement, adopted, answer, stops }, provisions.statement)]
    },
  },
)

/** Why the party neither asks for a hearing nor forgoes it. */
const noRight = ({ notice }: Case, on: string) =>
  notice?.hearingOffered === true ? undefined : noHearing({}, provisionOn(on, provisions.hearing))

const requestHearing = step(
  {},
  {
    stages: ['noticed'],
    once: 'HearingRequested',
    done: ({ hearing }) => hearing !== 'none' && hearing !== 'forgone',
    under: provisions.hearing,
    within: CLOCKS.answer,
    decide: ({ on }, state) =>
      state.hearing === 'forgone'
        ? hearingForgone({}, provisionOn(on, provisions.hearing))
        : (noRight(state, on) ?? [
            happened('HearingRequested', on, { stops: [CLOCKS.answer] }, provisions.hearingConduct),
          ]),
  },
)

const forgoHearing = step(
  {},
  {
    stages: ['noticed'],
    once: 'HearingForgone',
    done: ({ hearing }) => hearing === 'forgone',
    under: provisions.hearing,
    decide: ({ on }, state) =>
      state.hearing === 'held'
        ? hearingHeld({}, provisionOn(on, provisions.hearing))
        : (noRight(state, on) ?? [
            happened('HearingForgone', on, { stops: [CLOCKS.answer] }, provisions.hearingConduct),
          ]),
  },
)

// A hearing may be put off: what is arranged otherwise replaces what was arranged.
const arrangeHearing = step(
  {
    hearingOn: dayMember('day of the hearing'),
    place: wordsMember('where'),
    chair: wordsMember('听证主持人'),
    openToPublic: Type.Boolean({ description: '公开举行，涉及国家秘密、商业秘密或者个人隐私的除外' }),
  },
  {
    stages: ['noticed'],
    under: provisions.hearingConduct,
    recorded: ({ hearing, last }, asked) =>
      hearing === 'arranged' && last.HearingArranged !== undefined && saysTheSame({ ...asked }, last.HearingArranged)
        ? last.HearingArranged
        : undefined,
    same: () => true,
    decide: ({ on, hearingOn, place, chair, openToPublic }, { hearing, investigators }) => {
      const under = provisionOn(on, provisions.hearingConduct)
      if (hearing !== 'requested' && hearing !== 'arranged') return noHearingRequested({}, under)
      if (!isCivilDate(hearingOn)) return noSuchDay({ on: hearingOn })
      if (investigators.includes(chair)) return chairNotNeutral({ chair }, under)
      const { result } = ask('hearing.notice_by', { hearing_on: hearingOn }, on)
      const latest = String(result.notify_no_later_than_lenient)
      if (on > latest) return noticeTooShort({ hearingOn, latest }, under)
      return [happened('HearingArranged', on, { hearingOn, place, chair, openToPublic }, provisions.hearingConduct)]
    },
  },
)

/** 听证的时间不计入办案期限: from the request to the hearing. */
const heard = (state: Case, on: string) => {
  const excludedDays = daysBetween(state.last.HearingRequested?.effectiveOn ?? on, on)
  return { excludedDays, clocks: [decisionClock(state, state.excludedDays + excludedDays)] }
}

const holdHearing = step(
  { chair: wordsMember('听证主持人'), recordSha256: fileMember() },
  {
    stages: ['noticed'],
    once: 'HearingHeld',
    done: ({ hearing }) => hearing === 'held',
    under: provisions.hearingRecord,
    decide: ({ on, chair, recordSha256 }, state) => {
      const under = provisionOn(on, provisions.hearingRecord)
      const { hearing, hearingOn } = state
      if (hearing !== 'arranged') return noHearingArranged({}, under)
      if (on < hearingOn) return beforeTheHearing({ hearingOn }, under)
      if (chair !== state.chair) return anotherChair({ chair: state.chair }, under)
      const held = { chair, recordSha256, ...heard(state, on) }
      return [happened('HearingHeld', on, held, provisions.hearingRecord, provisions.excludedTime)]
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
}
