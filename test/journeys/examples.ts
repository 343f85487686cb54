import type { PenaltyDecided, RegisteredItems, ReportedItems } from '@mingjian/schemas'
import { AUTHORITY } from './platform.ts'

// Invented content of acts.

export const company = (name: string, more: Partial<RegisteredItems> = {}): RegisteredItems => ({
  name,
  typeCode: '1130',
  type: '有限责任公司(自然人投资或控股)',
  legalRepresentative: '赵某某',
  capitalWan: 50,
  currency: 'CNY',
  establishedOn: '2022-03-01',
  approvedOn: '2022-03-01',
  operatingFrom: '2022-03-01',
  operatingTo: null,
  district: '150203',
  authority: AUTHORITY,
  address: '钢铁大街1号',
  industrySection: 'F',
  industry: '5111',
  industryName: '批发业',
  scope: '日用百货的销售',
  ...more,
})

export const soleTrader = (name: string, more: Partial<RegisteredItems> = {}): RegisteredItems =>
  company(name, {
    typeCode: '9500',
    type: '个体工商户',
    capitalWan: null,
    industrySection: 'H',
    industry: '6210',
    industryName: '正餐服务',
    ...more,
  })

export const report = (more: Partial<ReportedItems> = {}): ReportedItems => ({
  address: '钢铁大街1号',
  postcode: '014010',
  phone: '0472-5123456',
  email: 'office@example.com',
  operating: true,
  investments: [],
  paidInWan: 50,
  equityChange: false,
  hasWebsite: false,
  websites: [],
  employees: 12,
  employeesPublic: true,
  insured: 10,
  assetsYuan: 1_000_000,
  liabilitiesYuan: 2,
  revenueYuan: 3,
  profitYuan: 4,
  taxYuan: 5,
  guarantees: 0,
  figuresPublic: false,
  ...more,
})

export const penalty = (documentNo: string, decidedOn: string, more: Partial<PenaltyDecided> = {}): PenaltyDecided => ({
  documentNo,
  violation: '销售过期食品',
  facts: null,
  basis: '《中华人民共和国食品安全法》第一百二十四条',
  kinds: ['罚款'],
  fineYuan: 3000,
  confiscatedYuan: 0,
  procedure: '普通程序',
  authority: AUTHORITY,
  decidedOn,
  caseId: null,
  actEndedOn: null,
  heavier: false,
  restrictionYears: 0,
  performed: false,
  seriousArticle: null,
  ...more,
})
