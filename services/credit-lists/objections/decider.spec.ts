import type { PastEvent } from '@mingjian/kernel'
import { established, given } from '@mingjian/kernel/given'
import { describe, expect, test } from 'vitest'
import { type ObjectionCommand, objections } from './decider.ts'

const uscc = '91150203YFY8UG164K'
const fact = (position: number, type: PastEvent['type'], data: object): PastEvent =>
  ({ position, type, data, effectiveOn: '2026-03-02', basis: [] }) as PastEvent
const shown = fact(7, 'PenaltyPublicised', { documentNo: '1号' })
const listed = fact(8, 'AbnormalOperationsListed', { ground: 'uncontactable', year: null })
const recalled = fact(9, 'PublicRecordRecalled', { type: 'PenaltyPublicised', record: '1号', positions: [7] })

const file = (position: number, on = '2026-09-01'): ObjectionCommand => ({
  type: 'FileObjection',
  data: { uscc, position, statement: '没有这一处罚', evidence: [], on },
})
const step = <T extends ObjectionCommand['type']>(type: T, on: string) =>
  ({ type, data: { uscc, objection: 1, on, reason: '经核实', how: '已更正' } }) as unknown as ObjectionCommand
const of = (...facts: readonly PastEvent[]) =>
  given(objections, { facts: [{ ...established(), position: 1 }, ...facts] })
const when = (story: ReturnType<typeof of>, ...commands: readonly ObjectionCommand[]) =>
  commands.reduce((told, command) => told.when(command), story)

describe('an objection to a public record', () => {
  test('is accepted within five working days, answered within twenty, put right within five', () => {
    const filed = of(shown).when(file(7))
    expect(filed.events).toMatchObject([
      { type: 'ObjectionFiled', data: { type: 'PenaltyPublicised', record: '1号', acceptBy: '2026-09-08' } },
    ])
    const accepted = filed.when(step('AcceptObjection', '2026-09-02'))
    expect(accepted.events).toMatchObject([{ type: 'ObjectionAccepted', data: { verifyBy: '2026-09-30' } }])
    const upheld = accepted.when(step('UpholdObjection', '2026-09-03'))
    expect(upheld.events).toMatchObject([
      { type: 'ObjectionUpheld', data: { position: 7, record: '1号', correctBy: '2026-09-10' } },
    ])
    expect(upheld.when(step('CorrectObjectedRecord', '2026-09-04')).types).toEqual(['ObjectedRecordCorrected'])
  })
  test('that is wrong is dismissed with its remedy', () => {
    const dismissed = when(
      of(shown),
      file(7),
      step('AcceptObjection', '2026-09-02'),
      step('DismissObjection', '2026-09-03'),
    )
    expect(dismissed.events).toMatchObject([
      { type: 'ObjectionDismissed', data: { remedy: { reconsiderationBy: '2026-11-02' } } },
    ])
    expect(dismissed.when(step('UpholdObjection', '2026-09-03')).refusal).toBe('out-of-order')
  })
  test('may be about the registration too', () => {
    expect(of().when(file(1)).events).toMatchObject([{ data: { type: 'EnterpriseEstablished' } }])
  })
  test.each([
    ['nothing that is public of the subject', of(shown).when(file(99)), 'not-public'],
    ['what was recalled already', of(shown, recalled).when(file(7)), 'not-public'],
    ['an entry of the list with an objection of its own', of(listed).when(file(8)), 'other-procedure'],
    [
      'an answer before it was accepted',
      of(shown).when(file(7)).when(step('UpholdObjection', '2026-09-02')),
      'out-of-order',
    ],
  ])('is not about %s', (_, story, code) => {
    expect(story.refusal).toBe(code)
    expect('provision' in story.outcome && story.outcome.provision).toContain('disclosure-regulation@777')
  })
  test('is filed once, and each step taken once', () => {
    const filed = of(shown).when(file(7))
    expect(filed.when(file(7)).outcome).toEqual([])
    expect(filed.when(file(7, '2026-09-02')).refusal).toBe('decided-otherwise')
    const accepted = filed.when(step('AcceptObjection', '2026-09-02'))
    expect(accepted.when(step('AcceptObjection', '2026-09-02')).outcome).toEqual([])
    expect(accepted.when(step('AcceptObjection', '2026-09-03')).refusal).toBe('decided-otherwise')
  })
})
