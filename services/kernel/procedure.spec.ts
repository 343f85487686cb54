import { dayMember, oneOf, wordsMember } from '@mingjian/codes'
import Type from 'typebox'
import { describe, expect, test } from 'vitest'
import { actsOn, aggregate, type EventOf, noFacts } from './decider.ts'
import { given } from './given.ts'
import { movedAt, notBegun, type Progress, procedure, progressed } from './procedure.ts'
import { refusal } from './refusal.ts'

// An invented procedure: what is reported is answered once, one way or the other, and each letter about it is entered once.

type Matter = Progress<'none' | 'open' | 'answered'> & { readonly letters: readonly MatterEvent[] }
type MatterEvent = EventOf<'LeadHandedOver' | 'RewardGranted' | 'RewardDeclined' | 'StatementHeard'>
const unknown = refusal('unknown', { zh: '没有此事。', en: 'There is no such matter.' })
const step = procedure<Matter, Matter, undefined, string>()({
  named: { id: wordsMember('the matter'), on: dayMember() },
  matter: (_, matter) => matter,
  day: ({ on }) => on,
  stages: {
    none: { zh: '未开始', en: 'not begun' },
    open: { zh: '办理中', en: 'open' },
    answered: { zh: '已答复', en: 'answered' },
  },
  cite: (_, article) => article,
  unknown: (_, provision) => unknown({}, provision),
})

const acts = {
  Open: actsOn<Matter>()(
    { id: wordsMember('the matter') },
    { decide: () => [{ type: 'LeadHandedOver', data: {} as never, effectiveOn: '2026-06-01', basis: [] }] },
  ),
  Answer: step(
    { how: oneOf(['grant', 'decline'], 'the answer'), reason: wordsMember('why') },
    {
      stages: ['open'],
      under: '2',
      recorded: ({ last }) => last.RewardDeclined ?? last.RewardGranted,
      same: ({ how, on }, { type, effectiveOn }) =>
        type === (how === 'grant' ? 'RewardGranted' : 'RewardDeclined') && effectiveOn === on,
      decide: ({ how, on }) => [
        {
          type: how === 'grant' ? 'RewardGranted' : 'RewardDeclined',
          data: {} as never,
          effectiveOn: on,
          basis: [],
        } as never,
      ],
    },
  ),
  Enter: step(
    { statement: wordsMember('what the letter says'), answer: wordsMember('what was answered') },
    {
      stages: ['open'],
      under: '3',
      recorded: ({ letters }, { statement }) =>
        letters.find((event) => event.type === 'StatementHeard' && event.data.statement === statement),
      decide: ({ on, statement, answer }) => [
        {
          type: 'StatementHeard',
          data: { statement, answer, adopted: false, stops: [] },
          effectiveOn: on,
          basis: [],
        },
      ],
    },
  ),
}

const matters = aggregate({
  aggregate: 'matter',
  acts,
  subject: ({ data }) => data.id,
  initial: { ...notBegun, letters: [] } as Matter,
  evolve: (before: Matter, event: MatterEvent): Matter => {
    const answered = event.type === 'RewardGranted' || event.type === 'RewardDeclined'
    const stage = answered ? 'answered' : 'open'
    return progressed(before, { ...before, stage, letters: [...before.letters, event] }, event)
  },
  facts: noFacts,
})
const nothing = given(matters)
const open = nothing.when({ type: 'Open', data: { id: 'A' } })
const answer = (how: 'grant' | 'decline', on = '2026-06-02') =>
  ({ type: 'Answer', data: { id: 'A', on, how, reason: '理由' } }) as const
const enter = (statement: string, more: object = {}) =>
  ({ type: 'Enter', data: { id: 'A', on: '2026-06-03', statement, answer: '已复核', ...more } }) as const

describe('a step that one of several events may take', () => {
  const granted = open.when(answer('grant'))
  test('is taken once: the same is so already, the other way is decided otherwise', () => {
    expect(granted.types).toEqual(['RewardGranted'])
    expect(granted.when(answer('grant')).outcome).toEqual([])
    expect(granted.when(answer('decline')).refusal).toBe('decided-otherwise')
    expect(granted.when(answer('grant', '2026-06-03')).refusal).toBe('decided-otherwise')
  })
})

describe('a step by which many things are entered', () => {
  const entered = open.when(enter('甲'))
  test('is taken once for each', () => {
    expect(entered.when(enter('甲')).outcome).toEqual([])
    expect(entered.when(enter('甲', { answer: '不予采纳' })).refusal).toBe('decided-otherwise')
    expect(entered.when(enter('乙')).types).toEqual(['StatementHeard'])
  })
  test('keeps its place', () => {
    expect(nothing.when(enter('甲')).refusal).toBe('unknown')
    expect(entered.when(answer('grant')).when(enter('乙')).refusal).toBe('out-of-order')
    expect(open.when(enter('甲', { on: '2026-05-31' })).refusal).toBe('before-its-time')
  })
})

type LetterStage = 'none' | 'sent' | 'closed'
type Letter = Progress<LetterStage>
type Sent = EventOf<'VerificationLetterSent'>

const none = refusal('unknown', { zh: '没有这封信函。', en: 'There is no such letter.' })
const underWay = refusal('under-way', { zh: '{letter}在途。', en: '{letter} is under way.' })

const letterStep = procedure<Letter, Letter, undefined, string>()({
  named: { letter: Type.String(), on: dayMember() },
  matter: (_, letter) => letter,
  day: ({ on }) => on,
  stages: {
    none: { zh: '未寄', en: 'not sent' },
    sent: { zh: '已寄', en: 'sent' },
    closed: { zh: '已结', en: 'closed' },
  },
  cite: () => undefined,
  unknown: () => none({}),
  misplaced: ({ letter }, { stage }) => (stage === 'sent' ? underWay({ letter }) : undefined),
})
const sent = (letter: string, on: string) => ({
  type: 'VerificationLetterSent' as const,
  data: { letter, address: '', sentOn: on },
  effectiveOn: on,
  basis: [],
})
const letters = aggregate({
  aggregate: 'letter',
  acts: {
    Send: letterStep(
      {},
      { stages: ['none'], once: 'VerificationLetterSent', under: '', decide: ({ letter, on }) => [sent(letter, on)] },
    ),
    Return: letterStep({}, { stages: ['closed'], under: '', decide: () => [] }),
  },
  subject: () => 'X',
  initial: { ...notBegun } as Letter,
  evolve: (state, event: Sent) => progressed<Letter>(state, { ...state, stage: 'sent' }, event),
  facts: noFacts,
})
const send = (on: string) => ({ type: 'Send', data: { letter: 'XA1', on } }) as const

test('what staff ask for with other content has been decided otherwise; what follows by itself is so already', () => {
  const by = (actor: string) => given(letters, { actor }).when(send('2026-03-02'))
  expect(by('staff').when(send('2026-03-02')).outcome).toEqual([])
  expect(by('staff').when(send('2026-03-03')).refusal).toBe('decided-otherwise')
  expect(by('staff:command-line').when(send('2026-03-03')).refusal).toBe('decided-otherwise')
  for (const actor of ['deadline:send', 'reaction:send', 'import:letters'])
    expect(by(actor).when(send('2026-03-03')).outcome, actor).toEqual([])
})

test('a procedure has words of its own for a step that has no place at a stage', () => {
  const back = { type: 'Return', data: { letter: 'XA1', on: '2026-03-04' } } as const
  expect(given(letters).when(send('2026-03-02')).when(back).refusal).toBe('under-way')
})

test('numbered matters move one by one, each with its own day and its own last events', () => {
  const first = progressed<Letter>(notBegun, { ...notBegun, stage: 'sent' }, sent('XA1', '2026-03-02') as Sent)
  const both = [first, progressed<Letter>(notBegun, { ...notBegun, stage: 'sent' }, sent('XA2', '2026-03-03') as Sent)]
  const [one, other] = movedAt(both, 2, { stage: 'closed' }, sent('XA2', '2026-03-05') as Sent)
  expect(one).toBe(first)
  expect(other).toMatchObject({ stage: 'closed', stageOn: '2026-03-05' })
})

test('a matter and its provision may hang on the facts', () => {
  const known = { streams: () => [], initial: '', evolve: (_: string, event: { readonly type: string }) => event.type }
  const note = procedure<undefined, Letter, string, string>()({
    named: { on: dayMember() },
    matter: (_, __, facts) => (facts === '' ? undefined : { ...notBegun }),
    day: ({ on }) => on,
    stages: {
      none: { zh: '未寄', en: 'not sent' },
      sent: { zh: '已寄', en: 'sent' },
      closed: { zh: '已结', en: 'closed' },
    },
    cite: (_, under, __, facts) => `${under}:${facts}`,
    unknown: (_, provision) => none({}, provision),
  })
  const notes = aggregate({
    aggregate: 'note',
    acts: { Note: note({}, { stages: ['none'], under: 'rule', decide: () => [] }) },
    subject: () => 'X',
    initial: undefined,
    evolve: () => undefined,
    facts: known,
  })
  const noted = { type: 'Note', data: { on: '2026-03-02' } } as const
  expect(given(notes).when(noted).outcome).toMatchObject({ code: 'unknown', provision: 'rule:' })
  expect(given(notes, { facts: [sent('XA1', '2026-03-02')] }).when(noted).outcome).toEqual([])
})
