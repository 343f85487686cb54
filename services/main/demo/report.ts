import { addDays, type CivilDate, type Uscc, yearOf } from '@mingjian/codes'
import { type Roll, rollsOf } from './dice.ts'
import { type DemoEnterprise, REGISTER_CLOSED } from './enterprise.ts'

/** An annual report 年度报告 of the year before it is filed. */
export interface DemoReport {
  readonly uscc: Uscc
  readonly year: number
  readonly filedOn: CivilDate
  readonly address: string
  readonly phone: string
  readonly employees: number
  readonly employeesPublic: boolean
  readonly assetsYuan: number
  readonly liabilitiesYuan: number
  readonly revenueYuan: number
  readonly profitYuan: number
  readonly taxYuan: number
  readonly figuresPublic: boolean
  readonly operating: boolean
  readonly hasWebsite: boolean
  readonly guarantees: number
  readonly paidInWan: number
  readonly equityChange: boolean
  readonly insured: number
}

const KIND_OF_RECORD = 2
const YEARS = [2023, 2024, 2025]
const SOLE_TRADER = '9500'

/** A local number that begins with 1 belongs to a service, never to a subscriber. */
const phoneOf = (roll: Roll): string => `0472-1${String(roll(1_000_000)).padStart(6, '0')}`

/** Within the window of 1 January to 30 June, where the last days are the fullest. */
const inTime = (roll: Roll, year: number): CivilDate =>
  roll(100) < 28
    ? addDays(`${year + 1}-06-30`, -Math.min(roll(8), roll(8)))
    : addDays(`${year + 1}-01-01`, Math.max(roll(174), roll(174)))

const afterTheWindow = (roll: Roll, year: number): CivilDate => addDays(`${year + 1}-07-01`, roll(334))

/** The careless tenth or so miss every other report and file others late; of the rest only a few do. */
const filingOf = (roll: Roll, year: number, careless: boolean): CivilDate | undefined => {
  const fate = roll(100)
  if (fate < (careless ? 48 : 5)) return undefined
  return fate < (careless ? 66 : 7) ? afterTheWindow(roll, year) : inTime(roll, year)
}

const firstAssets = (roll: Roll, enterprise: DemoEnterprise): number => {
  if (enterprise.typeCode === SOLE_TRADER) return 10_000 + roll(400_000)
  if (enterprise.capitalWan === 0) return 50_000 + roll(3_000_000)
  return Math.round(enterprise.capitalWan * (2_000 + roll(14_000)))
}

const share = (roll: Roll, of: number, least: number, most: number): number =>
  Math.round((of * (least + roll(most - least + 1))) / 100)

/** The reports of an enterprise for 2023 to 2025, as far as it existed and filed them; amounts follow from year to year. */
export const reportsOf = (enterprise: DemoEnterprise, index: number): readonly DemoReport[] => {
  const roll = rollsOf(KIND_OF_RECORD, index)
  const careless = roll(100) < 12
  const phone = phoneOf(roll)
  const soleTrader = enterprise.typeCode === SOLE_TRADER
  const website = roll(100) < (enterprise.industrySection === 'I' ? 40 : 7)
  let assetsYuan = firstAssets(roll, enterprise)
  let employees = soleTrader ? 1 + Math.min(roll(8), roll(8)) : 1 + Math.min(roll(60), roll(60))
  let paidInPercent = soleTrader ? 100 : 20 + roll(81)
  const filed: DemoReport[] = []
  for (const year of YEARS) {
    if (year < yearOf(enterprise.established)) continue
    const filedOn = filingOf(roll, year, careless)
    assetsYuan = share(roll, assetsYuan, 80, 130)
    employees = Math.max(1, employees + roll(3) - 1)
    paidInPercent = Math.min(100, paidInPercent + roll(15))
    const operating = roll(100) >= 6
    const revenueYuan = operating ? share(roll, assetsYuan, 15, 180) : 0
    const profitYuan = operating ? share(roll, revenueYuan, -12, 22) : share(roll, assetsYuan, -3, 0)
    const figures = {
      address: enterprise.address,
      phone,
      employees,
      employeesPublic: roll(10) < 4,
      assetsYuan,
      liabilitiesYuan: share(roll, assetsYuan, 5, roll(20) === 0 ? 140 : 90),
      revenueYuan,
      profitYuan,
      taxYuan: share(roll, revenueYuan, 1, soleTrader ? 3 : 7),
      figuresPublic: roll(10) < 3,
      operating,
      hasWebsite: website,
      guarantees: !soleTrader && roll(100) < 3 ? 1 + roll(2) : 0,
      paidInWan: Math.floor((enterprise.capitalWan * paidInPercent) / 100),
      equityChange: !soleTrader && roll(100) < 4,
      insured: employees - Math.min(roll(employees + 1), roll(employees + 1)),
    }
    if (filedOn === undefined || filedOn > REGISTER_CLOSED) continue
    if (enterprise.endedOn !== null && enterprise.endedOn <= filedOn) continue
    filed.push({ uscc: enterprise.uscc, year, filedOn, ...figures })
  }
  return filed
}
