import { isRefusal, type NewEvent } from '@mingjian/kernel'
import { encode } from '@mingjian/schemas'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { visits } from './decider.ts'
import { recordHash, type Visit, type VisitEvent } from './state.ts'
import * as visit from './visit.fixture.ts'

// Any acts in any order, lawful or not, beside a lawful course: what is recorded must be a lawful visit all the same.

const WRONG = { answers: visit.answers('不符合'), findings: [{ result: '发现问题待后续处理', detail: '未亮照' }] }
const CASE = [{ kind: 'case', itemNos: ['7'], violation: '未亮照' }]
const publish = {
  type: 'RecordPublication',
  data: { task: visit.TASK, publishedOn: '2026-11-20', position: 9 },
} as const
const LAWFUL = [
  visit.assigned(),
  visit.slip(),
  visit.enter,
  visit.check('02:00:00'),
  visit.sign('K1', '02:10:00'),
  visit.sign('K2', '02:11:00'),
  visit.signedByEnterprise('02:12:00'),
  visit.complete,
  visit.review(),
  publish,
]
const OTHERS = [
  visit.check('02:30:00', WRONG),
  visit.check('00:30:00'),
  visit.check('02:30:00', { by: 'K3' }),
  visit.review({ passed: false }),
  visit.review({ reviewer: 'K3' }),
  visit.review({ followUps: CASE }),
  visit.act('NoteSignatureRefused', '02:40:00', { kind: 'absent', reason: '无人', witness: '邻居', by: 'K1' }),
  visit.act('RecordEntryScan', '01:30:00', { code: 'ab'.repeat(16) }),
  visit.act('TakeEvidence', '02:20:00', {
    ...{
      sha256: 'ab'.repeat(32),
      mediaType: 'image/jpeg',
      bytes: 1,
      place: null,
      itemNo: null,
      description: '',
      by: 'K1',
    },
  }),
  {
    type: 'RecordReassignment',
    data: { task: visit.TASK, inspector: 'K2', replacement: 'K3', reason: '请假' },
  } as const,
  visit.slip({}, ['K1', 'K3']),
  visit.sign('K3', '02:45:00'),
  { type: 'RecordCancellation', data: { task: visit.TASK, why: '作废' } } as const,
  { type: 'RecordResultWithdrawal', data: { task: visit.TASK, reason: '有误' } } as const,
]

const facts = ['K1', 'K2', 'K3'].map((id) => visit.enrolled(id)).reduce(visits.facts.evolve, visits.facts.initial)
const context = { today: '2026-11-20', now: visit.at('04:00:00'), actor: 'staff', authority: '市监', facts }

const faultOf = (before: Visit, event: NewEvent): string | undefined => {
  if (before.stage === 'cancelled') return 'an act of a task that was cancelled'
  switch (event.type) {
    case 'VisitCompleted': {
      const signed = Object.values(before.signatures).filter((one) => one === recordHash(before)).length
      return signed < 2 || before.enterprise?.recordSha256 !== event.data.recordSha256
        ? 'not signed as it is'
        : undefined
    }
    case 'VisitItemChecked':
      return before.entered.shown === undefined && before.entered.scanned === undefined ? 'before the entry' : undefined
    case 'VisitResultReviewed':
      return before.everyone.includes(event.data.reviewer) ? 'reviewed by an officer' : undefined
    case 'VisitResultPublicised':
      return before.stage === 'passed' ? undefined : 'published unreviewed'
    default:
      return undefined
  }
}

test('no acts in any order make an unlawful visit, and none is recorded twice', () => {
  const seen = new Set<string>()
  const some = fc.array(fc.constantFrom(...LAWFUL, ...OTHERS), { maxLength: 12 })
  fc.assert(
    fc.property(fc.nat(LAWFUL.length), some, some, (upTo, others, more) => {
      let state = visits.initial
      for (const command of [...LAWFUL.slice(0, upTo), ...others, ...LAWFUL.slice(3), ...more]) {
        const outcome = visits.decide(command, state, context)
        if (isRefusal(outcome)) continue
        for (const event of outcome) {
          const fault = faultOf(state, event)
          if (fault !== undefined) throw new Error(`${event.type} of a task that is ${state.stage}: ${fault}`)
          encode(event.type, event.data as never)
          seen.add(event.type)
          state = visits.evolve(state, event as VisitEvent)
        }
        const again = visits.decide(command, state, context)
        if (!isRefusal(again) && again.length > 0) throw new Error(`${command.type} is recorded twice`)
      }
    }),
    { numRuns: 5000 },
  )
  for (const type of [
    'VisitResultPublicised',
    'VisitResultReopened',
    'InspectionFollowUpDecided',
    'VisitSignatureRefused',
  ])
    expect([...seen]).toContain(type)
})
