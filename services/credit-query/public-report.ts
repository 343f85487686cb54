import type { CivilDate, EntityForm } from '@mingjian/kernel'
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

/** A mobile number leads to a person: the enterprise's contact duty is met by the rest of it. */
const shownPhone = (phone: string | null): string | null =>
  phone?.replace(/(?<!\d)(1[3-9]\d)[\s-]?\d{4}[\s-]?(\d{4})(?!\d)/g, '$1****$2') ?? null

/**
 * Groups one to six are public, group seven as the reporter chose (条例第九条). A sole trader chooses for all of them, and nothing that
 * names where or how to reach the person is shown unless it says so (个体工商户年度报告办法第八条).
 */
export const publicItems = (report: ReportedItems, form: EntityForm): PublicItems => {
  const figures = report.figuresPublic ? Object.fromEntries(FIGURES.map((figure) => [figure, report[figure]])) : {}
  const employees = report.employeesPublic ? { employees: report.employees } : {}
  const choice = { employeesPublic: report.employeesPublic, figuresPublic: report.figuresPublic }
  if (form === 'sole-trader') return { ...choice, ...employees, ...figures }
  const { address, postcode, phone, email, operating, investments, paidInWan, equityChange, hasWebsite, websites } =
    report
  return {
    address,
    postcode,
    phone: shownPhone(phone),
    email,
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
