import type { PastEvent } from '@mingjian/kernel'
import { established, given } from '@mingjian/kernel/given'
import { describe, expect, test } from 'vitest'
import { type SeriousCommand, seriousViolations } from './decider.ts'

const uscc = '91150203YFY8UG164K'
const matter = '昆市监案〔2024〕3号'
const documentNo = '昆市监处罚〔2024〕9号'
const past = (type: PastEvent['type'], effectiveOn: string, data: object): PastEvent =>
  ({ type, effectiveOn, data, basis: [] }) as unknown as PastEvent
const penalty = (more: object = {}, number = documentNo, decidedOn = '2024-03-20') =>
  past('PenaltyDecided', decidedOn, {
    documentNo: number,
    decidedOn,
    kinds: ['罚款', '吊销许可证件'],
    heavier: false,
    performed: false,
    ...more,
  })
const performed = past('PenaltyPerformed', '2024-04-02', { documentNo, performedOn: '2024-04-02' })
const overturned = past('PenaltyOverturned', '2024-06-03', { documentNo, outcome: 'revoked' })

const act = { uscc, matter } as const
const notify = {
  type: 'NotifySeriousListing',
  data: { ...act, article: '5', facts: '使用过期原料', on: '2024-03-04' },
} as const
const state = (on: string) =>
  ({ type: 'ReceiveSeriousListingStatement', data: { ...act, statement: '已经整改', on } }) as const
const consent = (by = '包头市市场监督管理局') =>
  ({
    type: 'ConsentToSeriousListing',
    data: { ...act, by, consentNo: '包市监同意〔2024〕1号', on: '2024-03-18' },
  }) as const
const list = (more: object = {}) =>
  ({
    type: 'ListSeriousViolation',
    data: {
      ...act,
      ...{ documentNo, article: '5', on: '2024-03-20', serious: true, noIntentProved: false, restrictedUntil: null },
      ...more,
    },
  }) as const
const apply = (on: string, documents = ['申请书']) =>
  ({ type: 'ApplyForEarlyRemoval', data: { ...act, documents, on } }) as const
const accept = (on: string) => ({ type: 'AcceptEarlyRemoval', data: { ...act, on } }) as const
const remove = (on: string, harmEliminated = true) =>
  ({ type: 'RemoveSeriousViolation', data: { ...act, harmEliminated, on } }) as const
const reinstate = (on: string) =>
  ({ type: 'ReinstateSeriousViolation', data: { ...act, reason: '材料虚假', on } }) as const
const fall = (on: string, falls = true) =>
  ({ type: 'RecordPenaltyFall', data: { uscc, documentNo, overturned: falls, on } }) as const

const withFacts = (...facts: readonly PastEvent[]) => given(seriousViolations, { facts: [established(), ...facts] })
const ready = (...facts: readonly PastEvent[]) =>
  withFacts(penalty(), ...facts)
    .when(notify)
    .when(state('2024-03-07'))
    .when(consent())

describe('a listing under Order 44 goes with the penalty', () => {
  test('after notice, statement and the consent of the authority above', () => {
    const [listed] = ready().when(list()).events
    expect(listed).toMatchObject({
      type: 'SeriousViolationListed',
      effectiveOn: '2024-03-20',
      basis: ['serious-list-rule@SAMR44:2', 'serious-list-rule@SAMR44:5', 'serious-list-rule@SAMR44:13'],
      numbered: { name: '昆都仑区市监严列', year: 2024 },
      data: {
        documentNo,
        termEnds: '2027-03-20',
        publishBy: '2024-04-18',
        remedy: { reconsiderationTo: '昆都仑区人民政府', reconsiderationBy: '2024-05-20' },
      },
    })
  })
  test('not without notice, and on the ground that it named', () => {
    expect(withFacts(penalty()).when(list()).refusal).toBe('notice-missing')
    expect(ready().when(list({ article: '8' })).refusal).toBe('another-ground')
  })
  test('not while a statement can still be made: five working days', () => {
    const silent = withFacts(penalty({}, documentNo, '2024-03-11'))
      .when(notify)
      .when({
        ...consent(),
        data: { ...consent().data, on: '2024-03-08' },
      })
    expect(silent.when(list({ on: '2024-03-11' })).refusal).toBe('statement-pending')
    expect(ready().types).toEqual(['SeriousListingConsented'])
  })
  test('not without the consent of the authority above, which is its own to give (第二十二条)', () => {
    const heard = withFacts(penalty()).when(notify).when(state('2024-03-07'))
    expect(heard.when(list()).refusal).toBe('consent-missing')
    expect(heard.when(consent('内蒙古自治区市场监督管理局')).refusal).toBe('not-competent')
  })
  test('on the day of the penalty, not another (第十三条)', () => {
    expect(ready().when(list({ on: '2024-03-22' })).refusal).toBe('not-with-the-penalty')
  })
  test('not for a penalty that there is not, or that has fallen', () => {
    expect(ready().when(list({ documentNo: '另一号' })).refusal).toBe('unknown-penalty')
    expect(ready(overturned).when(list()).refusal).toBe('overturned')
  })
  test('only for a heavier penalty: a fine counts when the benchmark made it heavier (第二条)', () => {
    const fined = (heavier: boolean) =>
      withFacts(penalty({ kinds: ['罚款'], heavier }))
        .when(notify)
        .when(state('2024-03-07'))
        .when(consent())
        .when(list())
    expect(fined(false).refusal).toBe('no-heavier-penalty')
    expect(fined(true).types).toEqual(['SeriousViolationListed'])
  })
  test('not without intent (第十二条), nor for what is not grave', () => {
    expect(ready().when(list({ noIntentProved: true })).refusal).toBe('no-intent')
    expect(ready().when(list({ serious: false })).refusal).toBe('not-serious')
    const drop = { type: 'DropSeriousListing', data: { ...act, reason: '没有主观故意', on: '2024-03-20' } } as const
    const dropped = ready().when(drop)
    expect(dropped.types).toEqual(['SeriousListingDropped'])
    expect(dropped.when(drop).types).toEqual([])
    expect(dropped.when(list()).refusal).toBe('decided')
  })
  test('for refusing to perform (第十一条): later than the decision, and while it is not performed', () => {
    const refusing = (...facts: readonly PastEvent[]) =>
      withFacts(penalty({ kinds: ['罚款'] }), ...facts)
        .when({ ...notify, data: { ...notify.data, article: '11', on: '2024-08-05' } })
        .when(state('2024-08-08'))
        .when({ ...consent(), data: { ...consent().data, on: '2024-08-12' } })
        .when(list({ article: '11', on: '2024-08-15' }))
    expect(refusing().types).toEqual(['SeriousViolationListed'])
    expect(refusing(performed).refusal).toBe('performed')
  })
  test('as long as a statutory restriction that is longer', () => {
    const [listed] = ready().when(list({ restrictedUntil: '2029-03-20' })).events
    expect(listed).toMatchObject({ data: { termEnds: '2029-03-20' } })
  })
})

describe('an entry ends', () => {
  test('by itself when three years are full, not before', () => {
    const end = (on: string) => ({ type: 'RecordSeriousTermEnd', data: { ...act, on } }) as const
    const listed = ready().when(list())
    expect(listed.when(end('2027-03-20')).types).toEqual([])
    const ended = listed.when(end('2027-03-21'))
    expect(ended.events[1]).toMatchObject({
      data: { manner: 'term' },
      basis: ['serious-list-rule@SAMR44:第二十一条（条号待核）'],
    })
    expect(ended.when(end('2027-03-21')).types).toEqual([])
  })

  describe('early, on application (第十六条至第十八条)', () => {
    const listed = (...facts: readonly PastEvent[]) => ready(...facts).when(list())
    const accepted = (...facts: readonly PastEvent[]) =>
      listed(...facts)
        .when(apply('2025-03-21'))
        .when(accept('2025-03-24'))
    test('after one full year: accepted within two working days, decided within fifteen', () => {
      expect(listed().when(apply('2025-03-20')).refusal).toBe('too-early')
      expect(listed().when(apply('2025-03-21')).events).toMatchObject([{ data: { acceptBy: '2025-03-25' } }])
      expect(accepted().events).toMatchObject([{ data: { decideBy: '2025-04-15' } }])
    })
    test('within seven since 2025-12-25', () => {
      const late = listed().when(apply('2026-03-02')).when(accept('2026-03-03'))
      expect(late.events).toMatchObject([{ data: { decideBy: '2026-03-12' } }])
    })
    test('when the penalty is performed, the harm eliminated, nothing heavier followed and no restriction runs', () => {
      expect(accepted(performed).when(remove('2025-04-01')).events).toMatchObject([
        { type: 'PublicRecordRecalled', data: { type: 'SeriousViolationListed', record: matter } },
        { type: 'SeriousViolationRemoved', data: { manner: 'early', stopBy: '2025-04-07' } },
      ])
      expect(accepted().when(remove('2025-04-01')).refusal).toBe('not-performed')
      expect(accepted(performed).when(remove('2025-04-01', false)).refusal).toBe('harm-remains')
      const again = penalty({}, '昆市监处罚〔2025〕2号', '2025-02-06')
      expect(accepted(performed, again).when(remove('2025-04-01')).refusal).toBe('new-heavier-penalty')
      const restricted = ready(performed)
        .when(list({ restrictedUntil: '2026-03-20' }))
        .when(apply('2025-03-21'))
        .when(accept('2025-03-24'))
      expect(restricted.when(remove('2025-04-01')).refusal).toBe('restriction-unexpired')
    })
    test('not without an application, nor before it is accepted', () => {
      expect(listed(performed).when(remove('2025-04-01')).refusal).toBe('out-of-order')
      expect(listed(performed).when(apply('2025-03-21')).when(remove('2025-04-01')).refusal).toBe('out-of-order')
    })
    test('refused it can be taken further, and asked for again', () => {
      const no = { type: 'RefuseEarlyRemoval', data: { ...act, reason: '未履行', on: '2025-04-01' } } as const
      expect(accepted().when(no).events).toMatchObject([
        { data: { remedy: { reconsiderationTo: '昆都仑区人民政府' } } },
      ])
      expect(accepted().when(no).when(apply('2025-05-06')).types).toEqual(['SeriousEarlyRemovalApplied'])
    })
    test('got by fraud it is revoked, and the term begins with the reinstatement (第二十条)', () => {
      const back = accepted(performed).when(remove('2025-04-01')).when(reinstate('2025-06-03'))
      expect(back.events).toMatchObject([
        {
          type: 'SeriousViolationReinstated',
          data: { termEnds: '2028-06-03' },
          basis: ['serious-list-rule@SAMR44:20'],
        },
      ])
      expect(back.when(reinstate('2025-06-03')).types).toEqual([])
      expect(back.when(apply('2025-07-01')).refusal).toBe('too-early')
      expect(listed().when(reinstate('2025-06-03')).types).toEqual([])
    })
  })

  test('with its penalty: revoked, unlawful or invalid, stopped within three working days (第十九条)', () => {
    const fallen = ready().when(list()).when(fall('2024-06-03'))
    expect(fallen.events).toMatchObject([
      { type: 'PublicRecordRecalled' },
      {
        type: 'SeriousViolationRescinded',
        effectiveOn: '2024-06-03',
        data: { stopBy: '2024-06-06' },
        basis: ['serious-list-rule@SAMR44:19'],
      },
    ])
    expect(fallen.when(fall('2024-06-03')).types).toEqual([])
  })
  test('with a penalty that stands changed and is no heavier one any more, not with one that is', () => {
    const listed = ready().when(list())
    expect(listed.when(fall('2024-06-03', false)).types).toEqual([])
    const lighter = given(
      seriousViolations,
      { facts: [established(), penalty({ kinds: ['罚款'] })] },
      listed.events as readonly PastEvent[],
    )
    expect(lighter.when(fall('2024-06-03', false)).types.at(-1)).toBe('SeriousViolationRescinded')
  })
})

describe('what has been decided', () => {
  const listed = ready(performed).when(list())
  const accepted = listed.when(apply('2025-03-21')).when(accept('2025-03-24'))
  test('is not decided otherwise: the notice, the consent, the listing', () => {
    const told = withFacts(penalty()).when(notify)
    expect(told.when(notify).outcome).toEqual([])
    expect(told.when({ ...notify, data: { ...notify.data, article: '8' } }).refusal).toBe('decided-otherwise')
    expect(ready().when(consent()).outcome).toEqual([])
    const other = { ...consent(), data: { ...consent().data, consentNo: '包市监同意〔2024〕2号' } }
    expect(ready().when(other).refusal).toBe('decided-otherwise')
    expect(listed.when(list()).outcome).toEqual([])
    expect(listed.when(list({ on: '2024-03-21' })).refusal).toBe('decided-otherwise')
    expect(listed.when(list({ restrictedUntil: '2029-03-20' })).refusal).toBe('decided-otherwise')
  })
  test('nor the early removal, the application for it, its acceptance', () => {
    expect(listed.when(apply('2025-03-21')).when(apply('2025-03-21')).outcome).toEqual([])
    expect(listed.when(apply('2025-03-21')).when(apply('2025-03-22')).refusal).toBe('decided-otherwise')
    expect(accepted.when(accept('2025-03-24')).outcome).toEqual([])
    expect(accepted.when(accept('2025-03-25')).refusal).toBe('decided-otherwise')
    const removed = accepted.when(remove('2025-04-01'))
    expect(removed.when(remove('2025-04-01')).outcome).toEqual([])
    expect(removed.when(remove('2025-04-02')).refusal).toBe('decided-otherwise')
    const back = removed.when(reinstate('2025-06-03'))
    expect(back.when(reinstate('2025-06-04')).refusal).toBe('decided-otherwise')
  })
  test('is so already for what follows by itself from the notice and from the penalty', () => {
    const reaction = given(seriousViolations, { facts: [established(), penalty()], actor: 'list-with-penalty' })
    const told = reaction.when(notify)
    expect(told.when({ ...notify, data: { ...notify.data, facts: '另述' } }).outcome).toEqual([])
  })
  test('an entry that ended by itself ends no more by an application', () => {
    const over = accepted.when({ type: 'RecordSeriousTermEnd', data: { ...act, on: '2027-03-21' } })
    expect(over.when(remove('2026-11-19')).refusal).toBe('not-listed')
    expect(over.when(reinstate('2026-11-19')).refusal).toBe('not-removed-early')
  })
})

describe('under Order 83, to 2021-08-31', () => {
  const shown = [
    penalty({}, documentNo, '2020-03-05'),
    past('PenaltyPublicised', '2020-03-16', { documentNo, from: '2020-03-16' }),
  ]
  test('what was public is listed within ten working days, for five years, without notice or consent', () => {
    const [listed] = withFacts(...shown).when(list({ article: '5.1.6', on: '2020-03-18' })).events
    expect(listed).toMatchObject({
      data: { termEnds: '2025-03-18' },
      basis: ['serious-list-rule@SAIC83:5.1.6', 'serious-list-rule@SAIC83:8.2'],
    })
    expect(withFacts(...shown).when(list({ article: '5.1.6', on: '2020-03-31' })).refusal).toBe('listing-too-late')
    expect(withFacts(...shown).when(list({ article: '8', on: '2020-03-18' })).refusal).toBe('no-such-ground')
  })
  const three = {
    type: 'RecordThreeYearListing',
    data: { uscc, matter: 'uncontactable//2016-05-06', fullOn: '2019-05-06', on: '2019-05-07' },
  } as const
  const end = (rescinded: boolean) =>
    ({
      type: 'RecordAbnormalEntryEnd',
      data: { uscc, ground: 'uncontactable', years: [null], rescinded, on: '2019-09-02' },
    }) satisfies SeriousCommand
  test('three years on the other list lead to this one, by the province', () => {
    const listed = withFacts().when(three)
    expect(listed.events).toMatchObject([
      {
        effectiveOn: '2019-05-07',
        data: { article: '5.1.1', documentNo: null, authority: '内蒙古自治区市场监督管理局', termEnds: '2024-05-07' },
        basis: ['serious-list-rule@SAIC83:5.1.1', 'serious-list-rule@SAIC83:8.1'],
      },
    ])
    expect(listed.when(three).types).toEqual([])
    const applied = { ...apply('2021-06-01'), data: { ...apply('2021-06-01').data, matter: three.data.matter } }
    expect(listed.when(applied).refusal).toBe('no-early-removal')
  })
  test('and off it when that entry is made good, or was an error', () => {
    const cured = withFacts().when(three).when(end(false))
    expect(cured.events[1]).toMatchObject({ data: { manner: 'cure' }, basis: ['serious-list-rule@SAIC83:10.1'] })
    expect(cured.when(end(false)).types).toEqual([])
    expect(withFacts().when(three).when(end(true)).types.at(-1)).toBe('SeriousViolationRescinded')
  })
})
