import { given } from '@mingjian/kernel/given'
import { describe, expect, test } from 'vitest'
import { visits } from './decider.ts'
import {
  act,
  answers,
  assigned,
  at,
  check,
  complete,
  enrolled,
  enter,
  NOTHING,
  OFFICERS,
  review,
  sign,
  signedByEnterprise,
  slip,
} from './visit.fixture.ts'

const facts = ['K1', 'K2', 'K3'].map((id) => enrolled(id))
const started = given(visits, { facts }).when(assigned())
const issued = started.when(slip())
const entered = issued.when(enter)
const found = (own: object) => entered.when(check('02:00:00', own))
const signed = entered
  .when(check('02:00:00'))
  .when(sign('K1', '02:30:00'))
  .when(sign('K2', '02:31:00'))
  .when(signedByEnterprise('02:40:00'))

describe('a task slip', () => {
  test('names officers with certificates in force, and keeps its code when it is issued again', () => {
    expect(issued.types).toEqual(['TaskSlipIssued'])
    expect(issued.when(slip()).outcome).toEqual([])
    expect(started.when(slip({}, ['K1'])).refusal).toBe('reassigned')
    const expired = [enrolled('K1'), enrolled('K2', { validUntil: '2026-11-19' })]
    expect(given(visits, { facts: expired }).when(assigned()).when(slip()).refusal).toBe('certificate-expired')
    const again = issued
      .when({
        type: 'RecordReassignment',
        data: { task: 'p1-0001', inspector: 'K2', replacement: 'K3', reason: '请假' },
      })
      .when({ ...slip({}, ['K1', 'K3']), data: { ...slip({}, ['K1', 'K3']).data, code: 'cd'.repeat(16) } })
    expect(again.events).toMatchObject([{ data: { code: 'ab'.repeat(16) } }])
  })
  test('is of at least two officers, and of at least one item', () => {
    const alone = given(visits, { facts }).when(assigned({ inspectors: ['K1'] }))
    expect(alone.when(slip({}, ['K1'])).refusal).toBe('too-few-officers')
    expect(started.when({ ...slip(), data: { ...slip().data, items: [] } }).refusal).toBe('no-item')
  })
})

describe('the entry', () => {
  test('comes after the slip, and after the notice where an item asks for one', () => {
    expect(started.when(enter).refusal).toBe('out-of-order')
    const told = started.when(slip({ noticeBeforehand: true }))
    expect(told.when(enter).refusal).toBe('notice-missing')
    const notice = act('GiveInspectionNotice', '00:30:00', { manner: '书面', visitOn: '2026-11-20' })
    expect(told.when(notice).when(enter).types).toEqual(['VisitEntered'])
  })
  test('is recorded by scan and by the officers, each once', () => {
    const scan = act('RecordEntryScan', '01:05:00', { code: 'ab'.repeat(16) })
    const both = entered.when(scan)
    expect(both.types).toEqual(['VisitEntered'])
    expect(both.when(scan).outcome).toEqual([])
    expect(both.when(enter).outcome).toEqual([])
    expect(issued.when(act('RecordEntryScan', '01:05:00', { code: 'cd'.repeat(16) })).refusal).toBe('unknown-code')
  })
  test('is of two officers, within the days of the check', () => {
    expect(issued.when(act('EnterPremises', '01:00:00', { officers: ['K1'] })).refusal).toBe('too-few-officers')
    const later = given(visits, { facts })
      .when(assigned({ from: '2026-11-21' }))
      .when(slip())
    expect(later.when(enter).refusal).toBe('before-window')
  })
  test('is not needed where papers are checked', () =>
    expect(started.when(slip({ method: '书面检查' })).when(check('02:00:00')).types).toEqual(['VisitItemChecked']))
})

describe('an answer', () => {
  test('of the eight results several hold together, and nothing found excludes the others', () => {
    const two = [
      { result: '未按规定公示应当公示的信息', detail: '股权变更' },
      { result: '发现问题待后续处理', detail: '涉嫌虚假宣传' },
    ]
    expect(found({ answers: answers('不符合'), findings: two }).types).toEqual(['VisitItemChecked'])
    expect(found({ findings: [...NOTHING, ...two] }).refusal).toBe('results-exclusive')
    expect(found({ answers: answers('不符合') }).refusal).toBe('answers-contradict')
    expect(found({ answers: answers('未检查') }).refusal).toBe('answers-contradict')
    expect(found({ findings: two }).refusal).toBe('answers-contradict')
  })
  test.each([
    ['a point that is left out', { answers: answers().slice(1) }, 'point-open'],
    [
      'no facts',
      { answers: answers('不符合'), findings: [{ result: '发现问题待后续处理', detail: '' }] },
      'facts-missing',
    ],
    [
      'an order without a last day',
      { answers: answers('不符合'), findings: [{ result: '发现问题已责令改正', detail: '未亮照' }] },
      'correct-by',
    ],
    ['one officer alone', { with: ['K1'] }, 'too-few-officers'],
    ['somebody who does not go', { with: ['K3'] }, 'not-assigned'],
    ['an item of no slip', { itemNo: '8' }, 'other-item'],
    ['a time before the entry', { at: at('00:59:59') }, 'before-entry'],
    ['a time to come', { at: at('04:10:01') }, 'in-the-future'],
    ['a day that is none', { at: '2026-02-30T01:00:00Z' }, 'no-such-time'],
  ])('%s is refused', (_, own, code) => expect(found(own).refusal).toBe(code))

  test('nobody is unreachable by looking at papers', () => {
    const papers = started.when(slip({ method: '网络监测' }))
    const findings = [{ result: '通过登记的住所（经营场所）无法联系', detail: '无人' }]
    expect(papers.when(check('02:00:00', { answers: answers('未检查'), findings })).refusal).toBe(
      'uncontactable-unproved',
    )
    expect(found({ answers: answers('未检查'), findings }).types).toEqual(['VisitItemChecked'])
  })
})

describe('signatures', () => {
  test('are for the record as it is: a later answer asks for new ones', () => {
    expect(signed.when(complete).types).toEqual(['VisitCompleted'])
    const changed = signed.when(check('02:50:00', { answers: answers('不适用') }))
    expect(changed.when(complete).refusal).toBe('signatures-missing')
  })
  test('of both officers, and of the enterprise or the note why not', () => {
    const one = entered.when(check('02:00:00')).when(sign('K1', '02:30:00'))
    expect(one.when(complete).refusal).toBe('signatures-missing')
    const both = one.when(sign('K2', '02:31:00'))
    expect(both.when(complete).refusal).toBe('enterprise-unsigned')
    const note = { kind: 'refused', reason: '拒绝', witness: null, by: 'K1' }
    expect(both.when(act('NoteSignatureRefused', '02:40:00', note)).refusal).toBe('witness-missing')
    const noted = both.when(act('NoteSignatureRefused', '02:40:00', { ...note, witness: '社区工作人员' }))
    expect(noted.when(complete).events).toMatchObject([{ data: { signature: 'refused' } }])
  })
  test('of all who answered an item, and of two at the least', () => {
    const three = given(visits, { facts }).when(assigned({ inspectors: ['K1', 'K2', 'K3'] }))
    const two = three
      .when(slip({}, ['K1', 'K2', 'K3']))
      .when(enter)
      .when(check('02:00:00', { by: 'K3', with: ['K1'] }))
      .when(sign('K1', '02:30:00'))
      .when(sign('K2', '02:31:00'))
      .when(signedByEnterprise('02:40:00'))
    expect(two.when(complete).refusal).toBe('signatures-missing')
    expect(two.when(sign('K3', '02:50:00')).when(complete).types).toEqual(['VisitCompleted'])
  })
  test('a check does not end before its last item', () => {
    const late = signed.when(check('03:00:01'))
    const again = late.when(sign('K1', '03:10:00')).when(sign('K2', '03:11:00')).when(signedByEnterprise('03:12:00'))
    expect(again.when(complete).refusal).toBe('before-its-time')
  })
  test('a record with an open item is not signed', () =>
    expect(entered.when(sign('K1', '02:00:00')).refusal).toBe('items-open'))
})

describe('the result', () => {
  test('is to be published within 20 working days', () =>
    expect(signed.when(complete).events).toMatchObject([
      {
        data: {
          completedOn: '2026-11-20',
          publishBy: '2026-12-18',
          results: ['未发现问题'],
          clocks: [{ by: '2026-12-18' }],
        },
      },
    ]))
  test('is reviewed by nobody who was ever on the team', () => {
    const done = signed.when(complete)
    expect(done.when(review({ reviewer: 'K1' })).refusal).toBe('own-result')
    expect(done.when(review()).types).toEqual(['VisitResultReviewed'])
    expect(done.when(review({ passed: false })).when(check('03:40:00')).types).toEqual(['VisitItemChecked'])
  })
  test('is followed up as the law says', () => {
    const findings = [
      { result: '公示信息隐瞒真实情况、弄虚作假', detail: '营业收入不实' },
      { result: '发现问题已责令改正', detail: '未亮照' },
      { result: '发现问题待后续处理', detail: '涉嫌虚假宣传' },
    ]
    const done = entered
      .when(check('02:00:00', { answers: answers('不符合'), findings, correctBy: '2026-12-01' }))
      .when(sign('K1', '02:30:00'))
      .when(sign('K2', '02:31:00'))
      .when(signedByEnterprise('02:40:00'))
      .when(complete)
    expect(done.when(review()).refusal).toBe('follow-up-missing')
    const passed = done.when(review({ followUps: [{ kind: 'transfer', itemNos: ['7'], to: '税务局' }] }))
    expect(passed.events.slice(1)).toMatchObject([
      { type: 'InspectionFollowUpDecided', data: { kind: 'false_information', facts: '营业收入不实' } },
      { data: { kind: 'recheck', correctBy: '2026-12-01' } },
      { data: { kind: 'transfer', to: '税务局' } },
    ])
  })
})

test('an act that was recorded is refused with other content', () => {
  const photo = (more: object = {}) =>
    act('TakeEvidence', '02:05:00', {
      ...{ sha256: 'ab'.repeat(32), mediaType: 'image/jpeg', bytes: 9, place: null, itemNo: null },
      ...{ description: '门头', by: 'K1', ...more },
    })
  const done = signed.when(complete)
  const passed = done.when(review())
  const noticed = (visitOn: string) => act('GiveInspectionNotice', '00:30:00', { manner: '书面', visitOn })
  for (const [past, same, otherwise] of [
    [issued, noticed('2026-11-20'), noticed('2026-11-21')],
    [issued, enter, act('EnterPremises', '01:00:01', { officers: OFFICERS })],
    [entered, photo(), photo({ description: '库房' })],
    [signed, signedByEnterprise('02:40:00'), act('SignAsEnterprise', '02:41:00', { capacity: '经营者' })],
    [signed, complete, act('CompleteVisit', '03:00:00', { enterpriseState: '注销' })],
    [done, review(), review({ opinion: '同意' })],
    [done, review(), review({ passed: false })],
    [passed, review(), review({ followUps: [{ kind: 'transfer', itemNos: ['7'], to: '税务局' }] })],
    [done, review({ passed: false }), review({ passed: false, opinion: '重查' })],
  ] as const) {
    const taken = past.when(same)
    expect(taken.when(same).outcome, same.type).toEqual([])
    expect(taken.when(otherwise).refusal, same.type).toBe('decided-otherwise')
  }
})

describe('a task that is cancelled or given to others', () => {
  test('takes no act any more, and says why', () => {
    const cancelled = entered.when({ type: 'RecordCancellation', data: { task: 'p1-0001', why: '抽取作废' } })
    expect(cancelled.when(check('02:00:00')).refusal).toBe('visit-cancelled')
  })
  test('tells who was replaced', () => {
    const given = { task: 'p1-0001', inspector: 'K2', replacement: 'K3', reason: '请假' }
    const replaced = entered.when({ type: 'RecordReassignment', data: given })
    expect(replaced.when(check('02:00:00')).refusal).toBe('reassigned')
  })
  test('is appointed only where chance did not choose', () => {
    const appoint = {
      type: 'AppointInspectors',
      data: { task: 'p1-0001', inspectors: OFFICERS, reason: '指派' },
    } as const
    const drawn = given(visits, { facts }).when(assigned({ inspectors: [] }))
    expect(drawn.when(appoint).refusal).toBe('drawn')
    const directed = given(visits, { facts }).when(assigned({ inspectors: [], kind: 'directed' }))
    expect(directed.when(appoint).when(slip()).types).toEqual(['TaskSlipIssued'])
  })
})
