import { describe, expect, test } from 'vitest'
import { eligibilityFor } from './eligibility.ts'
import { codes, inspector } from './example-draw.ts'
import { freezeRoster } from './roster.ts'

const window = { from: '2026-12-01', to: '2026-12-31' }
const [own = '', other = ''] = codes(2)
const reasons = (inspectors: Parameters<typeof eligibilityFor>[0], requirements: object = {}, office?: string) =>
  eligibilityFor(inspectors, { window, ...requirements })(own, office).excluded.map(({ reason }) => reason)

describe('an inspector is excluded', () => {
  test('by a certificate that is not valid on every day of the window', () => {
    expect(reasons([inspector('K1', { validUntil: '2026-12-30' })])).toEqual(['certificate'])
    expect(reasons([inspector('K1', { validFrom: '2026-12-02' })])).toEqual(['certificate'])
    expect(reasons([inspector('K1', { validFrom: '2026-12-01', validUntil: '2026-12-31' })])).toEqual([])
  })

  test('by an office that is not in charge of the object', () => {
    expect(reasons([inspector('K1')], {}, '青山区市场监督管理局')).toEqual(['office'])
    expect(reasons([inspector('K1')], {}, '昆都仑区市场监督管理局')).toEqual([])
    expect(reasons([inspector('K1')])).toEqual([])
  })

  test('by a department that takes no part in a joint check', () => {
    expect(reasons([inspector('K1')], { departments: ['税务局', '住建局'] })).toEqual(['office'])
  })

  test('by a speciality that is missing', () => {
    expect(reasons([inspector('K1', { specialities: ['消防'] })], { specialities: ['消防', '税务'] })).toEqual([
      'speciality',
    ])
  })

  test('by a declared conflict with this object, and with no other', () => {
    const inspectors = [inspector('K1', { conflicts: [own] }), inspector('K2')]
    const eligibility = eligibilityFor(inspectors, { window })
    expect(eligibility(own)).toEqual({ eligible: [1], excluded: [{ inspector: 'K1', reason: 'conflict' }] })
    expect(eligibility(other)).toEqual({ eligible: [0, 1], excluded: [] })
  })

  test('by the first of several reasons', () => {
    expect(
      reasons([inspector('K1', { validUntil: '2026-01-01', conflicts: [own] })], { specialities: ['消防'] }, '税务局'),
    ).toEqual(['certificate'])
    expect(reasons([inspector('K1', { conflicts: [own] })], { specialities: ['消防'] })).toEqual(['speciality'])
  })
})

describe('a roster', () => {
  test('is frozen in the byte order of the ids', () => {
    const roster = freezeRoster(['乙', 'K2', '\u{20000}', 'K10', '\uff21'].map((id) => inspector(id)))
    expect(roster).toMatchObject({
      inspectors: ['K10', 'K2', '乙', '\uff21', '\u{20000}'].map((inspectorId) => ({ inspectorId })),
    })
  })

  test('is refused with an inspector twice, or a name that would make two lines of one', () => {
    expect(freezeRoster([inspector('K1'), inspector('K1')])).toMatchObject({ code: 'duplicate-inspector' })
    expect(freezeRoster([inspector('K1,K2', { certificateNo: '1' })])).toMatchObject({ code: 'malformed-inspector' })
    expect(freezeRoster([inspector('K1', { certificateNo: 'a\nb' })])).toMatchObject({ code: 'malformed-inspector' })
    expect(freezeRoster([inspector('')])).toMatchObject({ code: 'malformed-inspector' })
  })
})
