import type { CivilDate } from '@mingjian/codes'
import data from './data/demo-industries.json' with { type: 'json' }
import { oneOf, type Roll, spread } from './dice.ts'

/** An industry of GB/T 4754-2017 with the words of its shops and firms, and the scope as a licence prints it. */
interface Industry {
  readonly section: string
  readonly code: string
  readonly name: string
  readonly shops: readonly string[]
  readonly trades: readonly string[]
  readonly permitted: string
}

/** A kind of enterprise by its type code 企业（机构）类型. */
export interface EnterpriseKind {
  readonly typeCode: string
  readonly type: string
  /** Of a thousand enterprises of the district. */
  readonly share: number
  /** Department and category, the first two characters of the code. */
  readonly registration: string
  readonly years: readonly number[]
  readonly industries: readonly Industry[]
  readonly capitals: readonly number[]
  /** Of a hundred, how many have a term of operation. */
  readonly fixedTerms: number
  readonly nameOf: (roll: Roll, root: string, industry: Industry, established: CivilDate) => string
}

const scopeOf = (industry: (typeof data)[number]): string => {
  const items = [...new Set([industry.name, ...industry.scope])].join('；')
  return industry.licensed
    ? `许可项目：${items}（依法须经批准的项目，经相关部门批准后方可开展经营活动）`
    : `一般项目：${items}（除依法须经批准的项目外，凭营业执照依法自主开展经营活动）`
}

const industriesBy = (shareOf: (industry: (typeof data)[number]) => number): readonly Industry[] =>
  spread(
    data.map((industry) => ({ ...industry, permitted: scopeOf(industry), share: shareOf(industry) })),
    ({ share }) => share,
  )

const SHOPS = industriesBy(({ sole }) => sole)
const FIRMS = industriesBy(({ company }) => company)
const FARMS = industriesBy(({ cooperative }) => cooperative)
const INVESTMENTS = industriesBy(({ code }) => (code === '7212' || code === '7219' ? 1 : 0))

/** More are founded, and more of them still stand, the later the year; 2026 has ten months. */
const YEARLY = spread(
  Array.from({ length: 25 }, (_, i) => ({ year: 2002 + i, share: i < 24 ? 2 + Math.round(i * i * 0.05) : 26 })),
  ({ share }) => share,
).map(({ year }) => year)
const yearsFrom = (first: number): readonly number[] => YEARLY.filter((year) => year >= first)

const REGIONS = ['包头市', '包头市', '包头市', '内蒙古', '内蒙古', '昆都仑区', '包头市昆都仑区']
const SMALL = [1, 2, 3, 5, 5, 10, 10, 20, 30]
const MIDDLE = [10, 30, 50, 50, 100, 100, 100, 200, 300, 500, 500, 800, 1000, 2000, 5000]
const LARGE = [500, 1000, 2000, 3000, 5000, 10_000, 50_000]

const shop: EnterpriseKind['nameOf'] = (roll, root, industry, established) =>
  `昆都仑区${root}${oneOf(roll, industry.shops)}${established >= '2022-11-01' && roll(4) === 0 ? '（个体工商户）' : ''}`

const limited: EnterpriseKind['nameOf'] = (roll, root, industry) => {
  const trade = oneOf(roll, industry.trades)
  const form = roll(10) < 7 ? '有限公司' : '有限责任公司'
  return roll(10) === 0 ? `${root}（包头市）${trade}${form}` : `${oneOf(roll, REGIONS)}${root}${trade}${form}`
}

const branch: EnterpriseKind['nameOf'] = (roll, ...about) =>
  limited(roll, ...about) + oneOf(roll, ['昆都仑区分公司', '昆都仑第一分公司', '钢铁大街分公司'])

const joint: EnterpriseKind['nameOf'] = (roll, root, industry) =>
  `内蒙古${root}${oneOf(roll, industry.trades)}股份有限公司`

const proprietorship: EnterpriseKind['nameOf'] = (roll, root, industry) => {
  const place = { A: '农场', C: '厂', F: '经营部' }[industry.section] ?? '服务中心'
  return `${oneOf(roll, REGIONS)}${root}${oneOf(roll, industry.trades)}${place}`
}

const partnership: EnterpriseKind['nameOf'] = (roll, root, industry) =>
  `${oneOf(roll, REGIONS)}${root}${oneOf(roll, industry.trades)}中心（有限合伙）`

const cooperative: EnterpriseKind['nameOf'] = (roll, root, industry) =>
  `${oneOf(roll, REGIONS)}${root}${oneOf(roll, industry.trades)}农民专业合作社`

const firm = { registration: '91', years: yearsFrom(2002), industries: FIRMS, capitals: MIDDLE, fixedTerms: 45 }

/** One-person companies, partnerships with limited liability and cooperatives begin with the laws that allow them: 2006 and 2007. */
export const kinds: readonly EnterpriseKind[] = [
  {
    typeCode: '9500',
    type: '个体工商户',
    share: 630,
    registration: '92',
    years: yearsFrom(2002),
    industries: SHOPS,
    capitals: SMALL,
    fixedTerms: 0,
    nameOf: shop,
  },
  { ...firm, typeCode: '1130', type: '有限责任公司(自然人投资或控股)', share: 145, nameOf: limited },
  {
    ...firm,
    typeCode: '1151',
    type: '有限责任公司(自然人独资)',
    share: 130,
    years: yearsFrom(2006),
    nameOf: limited,
  },
  {
    ...firm,
    typeCode: '1153',
    type: '有限责任公司(非自然人投资或控股的法人独资)',
    share: 15,
    years: yearsFrom(2006),
    nameOf: limited,
  },
  { ...firm, typeCode: '1190', type: '其他有限责任公司', share: 18, nameOf: limited },
  { ...firm, typeCode: '1110', type: '有限责任公司(国有独资)', share: 2, capitals: LARGE, nameOf: limited },
  { ...firm, typeCode: '1140', type: '有限责任公司(国有控股)', share: 2, capitals: LARGE, nameOf: limited },
  {
    ...firm,
    typeCode: '1223',
    type: '股份有限公司(非上市、自然人投资或控股)',
    share: 3,
    capitals: LARGE,
    nameOf: joint,
  },
  {
    ...firm,
    typeCode: '2130',
    type: '有限责任公司分公司(自然人投资或控股)',
    share: 28,
    capitals: [0],
    nameOf: branch,
  },
  { ...firm, typeCode: '4540', type: '个人独资企业', share: 12, capitals: SMALL, nameOf: proprietorship },
  {
    ...firm,
    typeCode: '4533',
    type: '有限合伙企业',
    share: 5,
    years: yearsFrom(2008),
    industries: INVESTMENTS,
    nameOf: partnership,
  },
  {
    typeCode: '9100',
    type: '农民专业合作社',
    share: 10,
    registration: '93',
    years: yearsFrom(2008),
    industries: FARMS,
    capitals: [10, 20, 50, 100, 100, 200, 300, 500],
    fixedTerms: 20,
    nameOf: cooperative,
  },
]
