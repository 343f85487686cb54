import type { PastEvent } from '@mingjian/kernel'
import { established, given } from '@mingjian/kernel/given'
import type { PenaltyPublicised } from '@mingjian/schemas'
import { describe, expect, test } from 'vitest'
import { RESTORATION_DOCUMENTS } from '../law.ts'
import { type RestorationCommand, restoration } from './decider.ts'

const uscc = '91150203YFY8UG164K'
const documentNo = '昆市监处罚〔2022〕5号'
const fact = (type: PastEvent['type'], effectiveOn: string, data: object): PastEvent =>
  ({ type, data, effectiveOn, basis: [] }) as PastEvent

const penalty = (more: Partial<PenaltyPublicised> = {}, no = documentNo): readonly PastEvent[] => {
  const from = more.from ?? '2022-01-10'
  const shown = {
    ...{ documentNo: no, violation: '不按规定明码标价', summary: '', penaltyBasis: null, kinds: ['罚款'] },
    ...{ fineYuan: 60_000, confiscatedYuan: 0, authority: '', decidedOn: from, from, until: '2027-01-01' },
    dishonesty: '一般',
    ...more,
  }
  const decided = { ...shown, facts: null, basis: null, procedure: '普通程序', performed: false }
  return [fact('PenaltyDecided', from, decided), fact('PenaltyPublicised', from, shown)]
}
const listed = fact('AbnormalOperationsListed', '2025-07-01', {
  ground: 'annual_report_missed',
  year: 2024,
  decision: '',
  reason: '',
  remedy: null,
})
const serious = fact('SeriousViolationListed', '2022-02-10', { matter: '昆市监案〔2022〕1号' })
const filed = fact('AnnualReportSubmitted', '2025-08-01', { year: 2024, filedOn: '2025-08-01', late: true })

const apply = (
  on: string,
  kind: 'penalty' | 'abnormal' = 'penalty',
  documents: readonly string[] = RESTORATION_DOCUMENTS,
): RestorationCommand => ({
  type: 'ApplyForRestoration',
  data: {
    uscc,
    kind,
    record: kind === 'penalty' ? documentNo : 'annual_report_missed',
    documents,
    on,
  },
})
const step = (type: 'AcceptRestoration', on: string) => ({ type, data: { uscc, application: 1, on } }) as const
const reasoned = (type: 'DeclineRestoration' | 'RefuseRestoration', on: string) =>
  ({ type, data: { uscc, application: 1, on, reason: '材料不实' } }) as const
const grant = (on: string, performed = true, harmEliminated = true) =>
  ({ type: 'GrantRestoration', data: { uscc, application: 1, on, performed, harmEliminated } }) as const
const of = (...facts: readonly PastEvent[]) => given(restoration, { facts: [established(), ...facts] })
const when = (story: ReturnType<typeof of>, ...commands: readonly RestorationCommand[]) =>
  commands.reduce((told, command) => told.when(command), story)

describe('restoration of credit for a penalty', () => {
  test('under the rule of 2021 after six months of publicity: accepted in two working days, decided in fifteen', () => {
    const story = of(...penalty())
    expect(story.when(apply('2022-07-10')).refusal).toBe('least-publicity')
    const applied = story.when(apply('2022-07-11'))
    expect(applied.events).toMatchObject([{ type: 'RestorationApplied', data: { acceptBy: '2022-07-13' } }])
    const accepted = applied.when(step('AcceptRestoration', '2022-07-12'))
    expect(accepted.events).toMatchObject([{ type: 'RestorationAccepted', data: { decideBy: '2022-08-02' } }])
    const granted = accepted.when(grant('2022-07-20'))
    expect(granted.events).toMatchObject([
      { type: 'RestorationGranted', data: { record: documentNo, regime: '2021', stopBy: '2022-07-25' } },
    ])
    expect(granted.events[0]?.basis).toEqual([
      'market-credit-restoration-rule@国市监信规〔2021〕3号:决定',
      'penalty-publicity-rule@SAMR45:14',
    ])
  })
  test.each([
    ['food: a year', { violation: '销售过期食品' }, '2023-01-10', '2023-01-11'],
    ['special equipment: a year', { penaltyBasis: '《特种设备安全法》' }, '2023-01-10', '2023-01-11'],
  ])('under the rule of 2021 for %s', (_, more, early, open) => {
    expect(of(...penalty(more)).when(apply(early)).refusal).toBe('least-publicity')
    expect(of(...penalty(more)).when(apply(open)).types).toEqual(['RestorationApplied'])
  })
  test.each([
    ['ordinary: three months', '一般', '2026-04-05', '2026-04-06'],
    ['serious: a year', '严重', '2027-01-05', '2027-01-06'],
    ['minor: at once', '轻微', undefined, '2026-04-01'],
  ])(
    'since 2026-04-01 after the least time of its class, from the day of the document: %s',
    (_, dishonesty, early, open) => {
      const facts = penalty({ from: '2026-01-12', decidedOn: '2026-01-05', dishonesty, until: '2029-01-01' })
      const story = given(restoration, { facts: [established(), ...facts], today: '2027-06-01' })
      if (early !== undefined) expect(story.when(apply(early)).refusal).toBe('least-publicity')
      expect(story.when(apply(open)).types).toEqual(['RestorationApplied'])
    },
  )
  test('since 2025-12-25 is decided within seven working days', () => {
    const story = when(
      of(...penalty({ until: '2026-12-01' })),
      apply('2026-02-10'),
      step('AcceptRestoration', '2026-02-11'),
    )
    expect(story.events).toMatchObject([{ data: { decideBy: '2026-02-27' } }])
  })
  test('was not known before 2021-09-01', () => {
    expect(of(...penalty({ from: '2020-01-10' })).when(apply('2021-08-31')).refusal).toBe('no-restoration')
  })
  test.each([
    ['is not for what is never ended early (公示规定第十四条)', penalty({ kinds: ['吊销许可证件'] }), 'never-early'],
    ['is not for what is not shown', penalty().slice(0, 1), 'not-shown'],
    ['is not for what nobody decided', [], 'unknown-penalty'],
  ])('%s', (_, facts, code) => {
    const refusal = of(...facts).when(apply('2023-07-11'))
    expect(refusal.refusal).toBe(code)
    expect('provision' in refusal.outcome && refusal.outcome.provision).toContain('@')
  })

  test('asks for all documents before it is accepted, else it is declined with its remedy', () => {
    const story = of(...penalty()).when(apply('2022-07-11', 'penalty', ['信用修复申请书']))
    expect(story.when(step('AcceptRestoration', '2022-07-12')).refusal).toBe('documents-missing')
    expect(story.when(reasoned('DeclineRestoration', '2022-07-12')).events).toMatchObject([
      { type: 'RestorationDeclined', data: { remedy: { reconsiderationBy: '2022-09-13' } } },
    ])
  })
  test.each([
    ['performed', grant('2022-07-20', false), [], 'not-performed'],
    ['harmless again', grant('2022-07-20', true, false), [], 'harm-remains'],
    [
      'the only one of its kind',
      grant('2022-07-20'),
      penalty({ from: '2022-05-05', decidedOn: '2022-05-05' }, '昆市监处罚〔2022〕9号'),
      'repeated',
    ],
    ['on no list', grant('2022-07-20'), [{ ...listed, effectiveOn: '2022-07-01' }], 'still-listed'],
    ['on no list of serious violations', grant('2022-07-20'), [serious], 'still-listed'],
  ] as const)('is granted only to who is %s', (_, command, more, code) => {
    const accepted = when(of(...penalty(), ...more), apply('2022-07-11'), step('AcceptRestoration', '2022-07-12'))
    expect(accepted.when(command).refusal).toBe(code)
  })
  test('takes the performance on record for performed', () => {
    const done = fact('PenaltyPerformed', '2022-02-01', { documentNo, performedOn: '2022-02-01' })
    const accepted = when(of(...penalty(), done), apply('2022-07-11'), step('AcceptRestoration', '2022-07-12'))
    expect(accepted.when(grant('2022-07-20', false)).types).toEqual(['RestorationGranted'])
  })
  test('is taken step by step, each once', () => {
    const applied = of(...penalty()).when(apply('2022-07-11'))
    expect(applied.when(apply('2022-07-11')).outcome).toEqual([])
    expect(applied.when(apply('2022-07-12')).refusal).toBe('decided-otherwise')
    expect(applied.when(grant('2022-07-12')).refusal).toBe('out-of-order')
    const refusedIt = when(
      applied,
      step('AcceptRestoration', '2022-07-12'),
      reasoned('RefuseRestoration', '2022-07-13'),
    )
    expect(refusedIt.types).toEqual(['RestorationRefused'])
    expect(refusedIt.when(reasoned('RefuseRestoration', '2022-07-13')).outcome).toEqual([])
    expect(refusedIt.when(reasoned('RefuseRestoration', '2022-07-14')).refusal).toBe('decided-otherwise')
    expect(refusedIt.when(apply('2022-09-01')).events).toMatchObject([{ data: { application: 2 } }])
  })
})

describe('restoration of credit for an entry of the list of abnormal operations', () => {
  test('is decided within five working days, once its ground is gone', () => {
    const accepted = when(of(listed, filed), apply('2025-08-04', 'abnormal'), step('AcceptRestoration', '2025-08-05'))
    expect(accepted.events).toMatchObject([{ data: { decideBy: '2025-08-12' } }])
    expect(accepted.when(grant('2025-08-06')).events).toMatchObject([
      { type: 'RestorationGranted', data: { kind: 'abnormal', record: 'annual_report_missed' } },
    ])
  })
  test('is not granted while the ground stands, nor asked for without an entry', () => {
    const accepted = when(of(listed), apply('2025-08-04', 'abnormal'), step('AcceptRestoration', '2025-08-05'))
    expect(accepted.when(grant('2025-08-06')).refusal).toBe('not-cured')
    expect(of().when(apply('2025-08-04', 'abnormal')).refusal).toBe('not-listed')
  })
})
