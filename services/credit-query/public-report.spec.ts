import type { ReportedItems } from '@mingjian/schemas'
import { describe, expect, test } from 'vitest'
import { publicItems } from './public-report.ts'

const report: ReportedItems = {
  address: '钢铁大街1号',
  postcode: '014010',
  phone: '0472-5123456',
  email: 'office@example.com',
  operating: true,
  investments: ['包头市远航有限公司'],
  paidInWan: 50,
  equityChange: false,
  hasWebsite: true,
  websites: ['https://example.com'],
  employees: 12,
  employeesPublic: true,
  insured: 10,
  assetsYuan: 1,
  liabilitiesYuan: 2,
  revenueYuan: 3,
  profitYuan: 4,
  taxYuan: 5,
  guarantees: 0,
  figuresPublic: true,
}
const FIGURES = ['insured', 'assetsYuan', 'liabilitiesYuan', 'revenueYuan', 'profitYuan', 'taxYuan', 'guarantees']

describe('of the report of an enterprise', () => {
  test('groups one to six are public whatever it chose', () => {
    const shown = publicItems({ ...report, employeesPublic: false, figuresPublic: false }, 'enterprise')
    expect(shown).toMatchObject({ address: '钢铁大街1号', phone: '0472-5123456', paidInWan: 50, equityChange: false })
    for (const figure of [...FIGURES, 'employees']) expect(shown).not.toHaveProperty(figure)
  })
  test('group seven is public as it chose', () => {
    expect(publicItems(report, 'enterprise')).toMatchObject({ employees: 12, revenueYuan: 3 })
  })
})

test('of the report of a sole trader nothing says how to reach the person', () => {
  const shown = publicItems({ ...report, phone: '13812345678' }, 'sole-trader')
  for (const member of ['address', 'postcode', 'phone', 'email', 'websites']) expect(shown).not.toHaveProperty(member)
  expect(shown).toMatchObject({ employees: 12 })
})

describe('a mobile number is not shown whole', () => {
  test.each([
    ['13812345678', '138****5678'],
    ['138 1234 5678', '138**** 5678'],
    ['+8613812345678', '+86138****5678'],
    ['+86 138-1234-5678', '+86 138****-5678'],
    ['008613812345678', '0086138****5678'],
    ['１３８１２３４５６７８', '１３８****５６７８'],
    ['0472-5123456/13812345678', '0472-5123456/138****5678'],
  ])('%s', (phone, shown) => expect(publicItems({ ...report, phone }, 'enterprise').phone).toBe(shown))

  test('in an address of mail either', () => {
    expect(publicItems({ ...report, email: '13812345678@example.com' }, 'enterprise').email).toBe(
      '138****5678@example.com',
    )
  })
  test('but a landline is', () => expect(publicItems(report, 'enterprise').phone).toBe('0472-5123456'))
})
