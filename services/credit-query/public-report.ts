import type { CivilDate, EntityForm } from '@mingjian/codes'
import { itemPublicity } from '@mingjian/disclosure/law'
import type { ReportedItems } from '@mingjian/schemas'

/** What the public sees of an annual report. A member that is absent was not reported or is not public. */
export type PublicItems = Partial<ReportedItems>

export interface PublicReport {
  readonly year: number
  readonly filedOn: CivilDate
  readonly late: boolean
  readonly items: PublicItems
  /** 条例第十二条: what was shown before a correction stays visible. */
  readonly corrections: readonly { readonly correctedOn: CivilDate; readonly before: PublicItems }[]
}

const FIGURES = [
  'insured',
  'assetsYuan',
  'liabilitiesYuan',
  'revenueYuan',
  'profitYuan',
  'taxYuan',
  'guarantees',
] as const

const DIGIT = '[0-9０-９]'
const NEXT_DIGIT = `[\\s\\-－.]?${DIGIT}`
const MOBILE = new RegExp(
  `(?<=(?<!${DIGIT})(?:(?:[+＋]|00)?86[\\s-]?)?)([1１][3-9３-９]${NEXT_DIGIT})(?:${NEXT_DIGIT}){4}((?:${NEXT_DIGIT}){4})(?!${DIGIT})`,
  'g',
)

/** A mobile number leads to a person, in an address of mail too: the enterprise's contact duty is met by the rest of it. */
const withoutMobile = (text: string | null): string | null => text?.replace(MOBILE, '$1****$2') ?? null

/**
 * Groups one to six are public, group seven as the reporter chose (条例第九条). A sole trader chooses for all of them, and nothing that
 * names where or how to reach the person is shown unless it says so (个体工商户年度报告办法第八条).
 */
export const publicItems = (report: ReportedItems, form: EntityForm): PublicItems => {
  const figures = report.figuresPublic ? Object.fromEntries(FIGURES.map((figure) => [figure, report[figure]])) : {}
  const employees = report.employeesPublic ? { employees: report.employees } : {}
  const choice = { employeesPublic: report.employeesPublic, figuresPublic: report.figuresPublic }
  if (itemPublicity(1, form) === 'optional') return { ...choice, ...employees, ...figures }
  const { address, postcode, phone, email, operating, investments, paidInWan, equityChange, hasWebsite, websites } =
    report
  return {
    address: withoutMobile(address),
    postcode,
    phone: withoutMobile(phone),
    email: withoutMobile(email),
    operating,
    investments,
    paidInWan,
    equityChange,
    hasWebsite,
    websites,
    ...choice,
    ...employees,
    ...figures,
  }
}
