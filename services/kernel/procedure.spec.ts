import { dayMember } from '@mingjian/codes'
import Type from 'typebox'
import { expect, test } from 'vitest'
import { aggregate, type EventOf, noFacts } from './decider.ts'
import { given } from './given.ts'
import { movedAt, notBegun, type Progress, procedure, progressed } from './procedure.ts'
import { refusal } from './refusal.ts'

type Stage = 'none' | 'sent' | 'closed'
type Letter = Progress<Stage>
type Sent = EventOf<'VerificationLetterSent'>

const none = refusal('unknown', { zh: '没有这封信函。', en: 'There is no such letter.' })
const underWay = refusal('under-way', { zh: '{letter}在途。', en: '{letter} is under way.' })

const step = procedure<Letter, Letter, undefined, string>()({
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
    Send: step(
      {},
      { stages: ['none'], once: 'VerificationLetterSent', under: '', decide: ({ letter, on }) => [sent(letter, on)] },
    ),
    Return: step({}, { stages: ['closed'], under: '', decide: () => [] }),
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
