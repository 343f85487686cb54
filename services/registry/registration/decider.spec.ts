import { given } from '@mingjian/kernel/given'
import type { RegisteredItems } from '@mingjian/schemas'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { type RegisterState, type RegistrationCommand, registration } from './decider.ts'

const company = '91150203YFY8UG164K'
const items = (changes: Partial<RegisteredItems> = {}): RegisteredItems => ({
  name: '包头市泰吉电子商务有限公司',
  typeCode: '1153',
  type: '有限责任公司(非自然人投资或控股的法人独资)',
  legalRepresentative: '某某',
  capitalWan: 800,
  currency: 'CNY',
  establishedOn: '2020-09-05',
  approvedOn: '2020-09-05',
  operatingFrom: '2020-09-05',
  operatingTo: null,
  district: '150203',
  authority: '昆都仑区市场监督管理局',
  address: '青年路341号',
  industrySection: 'F',
  industry: '5213',
  industryName: '便利店零售',
  scope: null,
  ...changes,
})
const establish = { type: 'EstablishEnterprise', data: { uscc: company, items: items() } } as const
const deregister = (procedure: 'ordinary' | 'simplified') =>
  ({ type: 'DeregisterEnterprise', data: { uscc: company, on: '2026-03-02', procedure } }) as const
const revoke = { type: 'RevokeLicence', data: { uscc: company, on: '2025-05-06' } } as const
const record = (state: RegisterState, changes: Partial<RegisteredItems> = {}) =>
  ({
    type: 'RecordEnterprise',
    data: { uscc: company, items: items(changes), state, endedOn: state === '存续' ? null : '2025-03-04' },
  }) as const
const onTheList = [
  {
    type: 'AbnormalOperationsListed',
    data: { ground: 'uncontactable', year: null, decision: '', reason: '', remedy: null },
    effectiveOn: '2025-01-02',
    basis: [],
  },
] as const

describe('establishment', () => {
  test('registers an enterprise once', () => {
    expect(given(registration).when(establish).types).toEqual(['EnterpriseEstablished'])
    expect(given(registration).when(establish).when(establish).outcome).toEqual([])
  })
  test('takes effect on the day of establishment and cites the regulation', () => {
    const [event] = given(registration).when(establish).events
    expect(event?.effectiveOn).toBe('2020-09-05')
    expect(event?.basis[0]).toMatch(/^registration-regulation@/)
  })
  test('a code that another has is refused', () => {
    const other = { type: 'EstablishEnterprise', data: { uscc: company, items: items({ name: '另一家' }) } } as const
    expect(given(registration).when(establish).when(other).refusal).toBe('already-registered')
  })
  test.each([
    ['a sole trader under the code of a company', items({ typeCode: '9500' }), 'form-mismatch'],
    ['a cooperative under the code of a company', items({ typeCode: '9100' }), 'form-mismatch'],
    ['a company without capital', items({ capitalWan: null }), 'capital-missing'],
  ])('%s is refused', (_, wrong, code) => {
    expect(
      given(registration).when({ type: 'EstablishEnterprise', data: { uscc: company, items: wrong } }).refusal,
    ).toBe(code)
  })
  test('a branch and a partnership need no capital of their own', () => {
    for (const typeCode of ['2130', '4533', '4540'])
      expect(
        given(registration).when({
          type: 'EstablishEnterprise',
          data: { uscc: company, items: items({ typeCode, capitalWan: null }) },
        }).types,
      ).toEqual(['EnterpriseEstablished'])
  })
})

describe('deregistration', () => {
  test('an entity on the list can not use the simplified procedure (登记管理条例第三十三条), but the ordinary one', () => {
    const listed = given(registration, { facts: onTheList }).when(establish)
    expect(listed.when(deregister('simplified')).refusal).toBe('simplified-deregistration-barred')
    expect(listed.when(deregister('ordinary')).types).toEqual(['EnterpriseDeregistered'])
  })
  test('nor can one whose licence is revoked', () => {
    expect(given(registration).when(establish).when(revoke).when(deregister('simplified')).refusal).toBe(
      'simplified-deregistration-barred',
    )
  })
  test('ends the entity: nothing is changed, revoked or rescinded afterwards', () => {
    const gone = given(registration).when(establish).when(deregister('ordinary'))
    expect(gone.when(revoke).refusal).toBe('not-living')
    expect(
      gone.when({
        type: 'ChangeRegistration',
        data: { uscc: company, items: items({ name: '新名' }), on: '2026-04-01' },
      }).refusal,
    ).toBe('not-living')
    expect(gone.when(deregister('ordinary')).outcome).toEqual([])
    const later = { ...deregister('ordinary'), data: { ...deregister('ordinary').data, on: '2026-03-03' } }
    expect(gone.when(later).refusal).toBe('decided-otherwise')
  })
})

const rescind = (on: string, reason: string) =>
  ({ type: 'RescindRegistration', data: { uscc: company, on, reason } }) as const

test('a revocation, a rescission or a move that was decided is not decided otherwise', () => {
  const acts = [
    revoke,
    rescind('2025-06-03', '虚假登记'),
    { type: 'MigrateEnterpriseOut', data: { uscc: company, on: '2025-07-03', to: '青山区市场监督管理局' } },
  ] as const
  for (const act of acts) {
    const decided = given(registration).when(establish).when(act)
    expect(decided.when(act).outcome).toEqual([])
    const otherwise = { ...act, data: { ...act.data, on: '2025-08-01' } } as RegistrationCommand
    expect(decided.when(otherwise).refusal).toBe('decided-otherwise')
  }
  const rescinded = given(registration).when(establish).when(rescind('2025-06-03', '虚假登记'))
  expect(rescinded.when(rescind('2025-06-03', '冒名登记')).refusal).toBe('decided-otherwise')
})

describe('a rescission of the registration', () => {
  test('says on what it rests, where and until when it can be contested', () => {
    const [event] = given(registration).when(establish).when(rescind('2025-06-03', '虚假登记')).events
    expect(event?.basis).toEqual(['registration-regulation@746:40'])
    expect(event?.data).toMatchObject({
      remedy: {
        reconsiderationTo: '昆都仑区人民政府',
        reconsiderationBy: '2025-08-04',
        litigationBy: '2025-12-03',
      },
    })
  })
  test('of another system does not say', () => {
    const events = given(registration).when(record('撤销')).events
    expect(events.at(-1)?.data).toMatchObject({ remedy: null })
  })
})

describe('a record of the register', () => {
  test('brings every act that leads to its state', () => {
    const acts: readonly (readonly [RegisterState, readonly string[]])[] = [
      ['存续', ['EnterpriseEstablished']],
      ['注销', ['EnterpriseEstablished', 'EnterpriseDeregistered']],
      ['吊销，未注销', ['EnterpriseEstablished', 'LicenceRevoked']],
      ['吊销，已注销', ['EnterpriseEstablished', 'LicenceRevoked', 'EnterpriseDeregistered']],
      ['撤销', ['EnterpriseEstablished', 'RegistrationRescinded']],
      ['迁出', ['EnterpriseEstablished', 'EnterpriseMigratedOut']],
    ]
    for (const [state, types] of acts) expect(given(registration).when(record(state)).types).toEqual(types)
  })
  test('that differs brings the change alone, with what changed', () => {
    const [event] = given(registration)
      .when(record('存续'))
      .when(record('存续', { name: '包头市新名有限公司', capitalWan: 900 })).events
    expect(event).toMatchObject({ data: { changed: ['name', 'capitalWan'] } })
  })
  test('that has moved away and is back is a migration in', () => {
    expect(given(registration).when(record('迁出')).when(record('存续')).types).toEqual(['EnterpriseMigratedIn'])
  })
  test('from the dead is refused', () => {
    expect(given(registration).when(record('注销')).when(record('存续')).refusal).toBe('no-such-act')
  })
})

test('any command given twice in a row records nothing the second time', () => {
  const state = fc.constantFrom<RegisterState>('存续', '吊销，未注销', '吊销，已注销', '注销', '撤销', '迁出')
  const command = fc.oneof(
    fc.constant(establish),
    fc.constantFrom('ordinary' as const, 'simplified' as const).map(deregister),
    fc.constant(revoke),
    fc.constant({ type: 'RescindRegistration', data: { uscc: company, on: '2025-06-03' } } as const),
    fc.constant({ type: 'MigrateEnterpriseOut', data: { uscc: company, on: '2025-07-03' } } as const),
    fc.tuple(state, fc.constantFrom('甲', '乙')).map(([to, name]) => record(to, { name })),
  )
  fc.assert(
    fc.property(fc.array(command, { maxLength: 8 }), command, (before, last) => {
      const once = before.reduce((history, next) => history.when(next), given(registration)).when(last)
      const twice = once.when(last)
      expect(twice.types).toEqual([])
    }),
  )
})
