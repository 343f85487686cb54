import { addDays, type CivilDate, daysBetween, type Uscc, yearOf } from '@mingjian/codes'
import violations from './data/demo-violations.json' with { type: 'json' }
import { oneOf, type Roll, rollsOf } from './dice.ts'
import { AUTHORITY, type DemoEnterprise, demoEnterprise, REGISTER_CLOSED, workingDayBetween } from './enterprise.ts'

/** A decision on an administrative penalty 行政处罚决定. */
export interface DemoPenalty {
  readonly uscc: Uscc
  readonly name: string
  readonly docNo: string
  readonly violation: string
  readonly facts: string
  readonly basis: string
  readonly kinds: readonly string[]
  readonly fineYuan: number
  readonly confiscatedYuan: number
  readonly procedure: string
  readonly authority: string
  readonly decidedOn: CivilDate
}

type Violation = Omit<(typeof violations)[number], 'sections' | 'from' | 'to'>

const KIND_OF_RECORD = 3
/** One enterprise of each block is penalised if it lived long enough: about four per cent of all. */
const BLOCK = 21
const FIRST_DECISION: CivilDate = '2018-06-01'
const COMPANY_LAW_2023: CivilDate = '2024-07-01'
const LEAST_LIFE = 200

const revocation = (enterprise: DemoEnterprise, actOn: CivilDate): Violation | undefined => {
  const company = enterprise.typeCode < '2000'
  if (enterprise.state !== '吊销，未注销' || !company) return undefined
  const article = actOn >= COMPANY_LAW_2023 ? '第二百六十条第一款' : '第二百一十一条第一款'
  return {
    violation: '开业后自行停业连续六个月以上',
    basis: `《中华人民共和国公司法》${article}`,
    least: 0,
    most: 0,
    confiscates: false,
    kinds: ['吊销营业执照'],
  }
}

const violationOf = (roll: Roll, enterprise: DemoEnterprise, actOn: CivilDate): Violation =>
  oneOf(
    roll,
    violations.filter(
      ({ from, to, sections }) =>
        from <= actOn && (to === null || actOn <= to) && sections.includes(enterprise.industrySection),
    ),
  )

/** Most fines lie near the least of their range. */
const fineOf = (roll: Roll, { least, most }: Violation): number => {
  const part = roll(1000) / 1000
  return least + Math.round(((most - least) * part ** 3) / 100) * 100
}

const penaltyOf = (roll: Roll, enterprise: DemoEnterprise, number: number, decidedOn: CivilDate): DemoPenalty => {
  const actOn = addDays(decidedOn, -(20 + roll(70)))
  const revoked = decidedOn === enterprise.endedOn ? revocation(enterprise, actOn) : undefined
  const found = revoked ?? violationOf(roll, enterprise, actOn)
  const fineYuan = fineOf(roll, found)
  const confiscatedYuan = found.confiscates && roll(3) === 0 ? 60 + Math.min(roll(20_000), roll(20_000)) : 0
  const warningAlone = found.kinds.length === 1 && found.kinds[0] === '警告'
  return {
    uscc: enterprise.uscc,
    name: enterprise.name,
    docNo: `昆市监处罚〔${yearOf(decidedOn)}〕${number}号`,
    violation: found.violation,
    facts: `经查，当事人于${actOn}在${enterprise.address}${found.violation}，有现场检查笔录、询问笔录和现场照片为证。`,
    basis: found.basis,
    kinds: confiscatedYuan > 0 ? [...found.kinds, '没收违法所得'] : found.kinds,
    fineYuan,
    confiscatedYuan,
    procedure: warningAlone && roll(2) === 0 ? '简易程序' : '普通程序',
    authority: AUTHORITY,
    decidedOn,
  }
}

/** The first day on which a decision against the enterprise may fall, if it lived long enough for one. */
const decisionsFrom = (enterprise: DemoEnterprise): CivilDate | undefined => {
  const lived = addDays(enterprise.established, LEAST_LIFE)
  const from = lived > FIRST_DECISION ? lived : FIRST_DECISION
  return daysBetween(from, enterprise.endedOn ?? REGISTER_CLOSED) > LEAST_LIFE ? from : undefined
}

/** The penalties of a block among the first `count` enterprises: one or two decisions against one of them, or none. */
export const penaltiesOfBlock = (block: number, count: number): readonly DemoPenalty[] => {
  const roll = rollsOf(KIND_OF_RECORD, block)
  const index = block * BLOCK + roll(BLOCK)
  if (index >= count) return []
  const enterprise = demoEnterprise(index)
  const from = decisionsFrom(enterprise)
  if (from === undefined) return []
  const through = enterprise.endedOn ?? REGISTER_CLOSED
  const revoked = enterprise.state === '吊销，未注销' && enterprise.typeCode < '2000'
  const last = revoked ? through : workingDayBetween(roll, addDays(from, 100), addDays(through, -12))
  const latest = penaltyOf(roll, enterprise, 2 * block + 1, last)
  if (roll(8) > 0) return [latest]
  return [penaltyOf(roll, enterprise, 2 * block + 2, workingDayBetween(roll, from, addDays(from, 90))), latest]
}

export const blocksOf = (count: number): number => Math.ceil(count / BLOCK)
