import type { PastEvent } from '@mingjian/kernel'
import { established, given } from '@mingjian/kernel/given'
import { describe, expect, test } from 'vitest'
import { verifications } from './decider.ts'

const uscc = '91150203YFY8UG164K'
const address = '钢铁大街1号'
const moved = (to: string, on: string): PastEvent => {
  const { items } = established({ address: to }).data as { items: never }
  return { type: 'RegistrationChanged', data: { items, changed: ['address'] }, effectiveOn: on, basis: [] }
}
const send = (letter: string, on: string) => ({ type: 'SendVerificationLetter', data: { uscc, letter, on } }) as const
const signed = (letter: string, on: string) => ({ type: 'ConfirmLetterSigned', data: { uscc, letter, on } }) as const
const back = (letter: string, on: string) => ({ type: 'ConfirmLetterReturned', data: { uscc, letter, on } }) as const
const inspected = {
  type: 'FindUncontactable',
  data: { uscc, on: '2026-03-05', reference: '抽查任务2026-3' },
} as const

const here = given(verifications, { facts: [established({ address })] })
const sentTwice = (second: string) => here.when(send('A', '2026-03-02')).when(send('B', second))

describe('two letters that nobody signs for (第九条第二款)', () => {
  test.each([
    ['2026-03-16', false],
    ['2026-03-17', true],
    ['2026-04-01', true],
    ['2026-04-02', false],
  ])('sent on 2026-03-02 and %s: uncontactable is %s', (second, found) => {
    const returned = sentTwice(second).when(back('A', '2026-03-10')).when(back('B', '2026-04-08'))
    expect(returned.types).toEqual([
      'VerificationLetterReturned',
      ...(found ? (['EnterpriseFoundUncontactable'] as const) : []),
    ])
  })
  test('verify it on the day the last comes back, to be listed within ten working days', () => {
    const returned = sentTwice('2026-03-20').when(back('B', '2026-03-30')).when(back('A', '2026-03-31'))
    expect(returned.events[1]).toMatchObject({
      type: 'EnterpriseFoundUncontactable',
      data: { verifiedOn: '2026-03-31', by: 'letters', references: ['B', 'A'], listBy: '2026-04-15' },
    })
  })
  test('prove nothing when one is signed for', () => {
    const one = sentTwice('2026-03-20').when(signed('A', '2026-03-04')).when(back('B', '2026-03-30'))
    expect(one.types).toEqual(['VerificationLetterReturned'])
    const between = here
      .when(send('A', '2026-03-02'))
      .when(send('S', '2026-03-10'))
      .when(signed('S', '2026-03-12'))
      .when(send('B', '2026-03-20'))
      .when(back('A', '2026-03-10'))
    expect(between.when(back('B', '2026-03-30')).types).toEqual(['VerificationLetterReturned'])
  })
  test('serve once: the next time two new ones are sent', () => {
    const found = sentTwice('2026-03-20').when(back('A', '2026-03-10')).when(back('B', '2026-03-30'))
    expect(found.when(send('C', '2026-04-08')).when(back('C', '2026-04-20')).types).toEqual([
      'VerificationLetterReturned',
    ])
  })
  test('go to the registered address: one to an address that was given up does not count', () => {
    const facts = [established({ address })]
    const first = given(verifications, { facts }).when(send('A', '2026-03-02')).when(back('A', '2026-03-10'))
    const later = given(verifications, { facts: [...facts, moved('团结大街2号', '2026-03-12')] }, [
      {
        type: 'VerificationLetterSent',
        data: { letter: 'A', address, sentOn: '2026-03-02' },
        effectiveOn: '2026-03-02',
        basis: [],
      },
      ...(first.events as readonly PastEvent[]),
    ])
    expect(later.when(send('B', '2026-03-20')).events).toMatchObject([{ data: { address: '团结大街2号' } }])
    expect(later.when(send('B', '2026-03-20')).when(back('B', '2026-03-30')).types).toEqual([
      'VerificationLetterReturned',
    ])
  })
})

describe('a letter', () => {
  test('is sent once, and answered once', () => {
    const sent = here.when(send('A', '2026-03-02'))
    expect(sent.when(send('A', '2026-03-02')).outcome).toEqual([])
    expect(sent.when(send('A', '2026-03-03')).refusal).toBe('decided-otherwise')
    expect(sent.when(signed('A', '2026-03-04')).when(signed('A', '2026-03-04')).types).toEqual([])
    expect(sent.when(signed('A', '2026-03-04')).when(back('A', '2026-03-09')).refusal).toBe('letter-answered')
    expect(here.when(back('Z', '2026-03-09')).refusal).toBe('unknown-letter')
    expect(sent.when(back('A', '2026-03-01')).refusal).toBe('before-the-letter')
  })
})

test('an inspection that finds nobody verifies it as well, once', () => {
  expect(here.when(inspected).events).toMatchObject([
    { type: 'EnterpriseFoundUncontactable', data: { by: 'inspection', references: ['抽查任务2026-3'] } },
  ])
  expect(here.when(inspected).when(inspected).types).toEqual([])
})

test('who is gone is not looked for', () => {
  const gone: PastEvent = {
    type: 'LicenceRevoked',
    data: { reason: null },
    effectiveOn: '2026-01-05',
    basis: [],
  } as never
  expect(given(verifications, { facts: [established(), gone] }).when(inspected).refusal).toBe('not-living')
})

test('a sole trader is found under its own rule', () => {
  const trader = given(verifications, { facts: [established({ typeCode: '9500' })] }).when(inspected)
  expect(trader.events[0]?.basis).toEqual(['sole-trader-report-rule@SAMR101:15'])
})
