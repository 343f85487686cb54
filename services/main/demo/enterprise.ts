import { addDays, addYears, type CivilDate, daysBetween, makeUscc, type Uscc, yearOf } from '@mingjian/codes'
import { nextWorkingDay } from '@mingjian/law'
import { oneOf, type Roll, rollsOf, spread } from './dice.ts'
import { type EnterpriseKind, kinds } from './kinds.ts'
import { addressOf, legalRepresentativeOf, rootOf } from './names.ts'

export interface DemoEnterprise {
  readonly uscc: Uscc
  readonly name: string
  readonly typeCode: string
  readonly type: string
  readonly state: string
  readonly legalRep: string
  readonly capitalWan: number
  readonly currency: string
  readonly established: CivilDate
  readonly approved: CivilDate
  readonly opFrom: CivilDate
  readonly opTo: CivilDate | null
  readonly endedOn: CivilDate | null
  readonly district: string
  readonly authority: string
  readonly address: string
  readonly industrySection: string
  readonly industry: string
  readonly industryName: string
  readonly scope: string
}

/** The day on which the invented register was closed. */
export const REGISTER_CLOSED: CivilDate = '2026-10-30'
export const AUTHORITY = '昆都仑区市场监督管理局'

const ALPHABET = '0123456789ABCDEFGHJKLMNPQRTUWXY'
const SUBJECTS = 31 ** 7
const KIND_OF_RECORD = 1
const ENTERPRISES_BY_KIND = spread(kinds, (kind) => kind.share)
const IN_BEING = '存续'
const ENDED = spread(
  [
    { state: '注销', share: 68 },
    { state: '吊销，未注销', share: 18 },
    { state: '吊销，已注销', share: 6 },
    { state: '撤销', share: 4 },
    { state: '迁出', share: 4 },
  ],
  ({ share }) => share,
)

/** Y and seven characters, different for each index: a multiple of a number without the factor 31, modulo 31^7. */
const subjectOf = (index: number): string => {
  let rest = (index * 387_420_489 + 8_675_309) % SUBJECTS
  let subject = ''
  for (let place = 0; place < 7; place += 1) {
    subject = ALPHABET.charAt(rest % 31) + subject
    rest = Math.floor(rest / 31)
  }
  return `Y${subject}`
}

const establishedOn = (roll: Roll, kind: EnterpriseKind): CivilDate => {
  const newYear = `${oneOf(roll, kind.years)}-01-01`
  return nextWorkingDay(addDays(newYear, roll(newYear.startsWith('2026') ? 302 : 365)))
}

/** A working day between two days, the second at the latest if it is one. */
export const workingDayBetween = (roll: Roll, from: CivilDate, through: CivilDate): CivilDate =>
  nextWorkingDay(addDays(from, roll(daysBetween(from, through) + 1)))

const termEnd = (roll: Roll, kind: EnterpriseKind, established: CivilDate): CivilDate | null => {
  if (roll(100) >= kind.fixedTerms) return null
  const end = addYears(established, oneOf(roll, [20, 30, 50]))
  return yearOf(end) > 2026 ? end : addYears(established, 50)
}

/** The invented enterprise of an index, alone and always the same. Names are distinct up to an index of 2^21, codes up to 2·10^7. */
export const demoEnterprise = (index: number): DemoEnterprise => {
  const roll = rollsOf(KIND_OF_RECORD, index)
  const kind = oneOf(roll, ENTERPRISES_BY_KIND)
  const industry = oneOf(roll, kind.industries)
  const established = establishedOn(roll, kind)
  const shortest = addDays(established, 200)
  const ended = shortest < REGISTER_CLOSED && roll(100) < 27
  const endedOn = ended ? workingDayBetween(roll, shortest, REGISTER_CLOSED) : null
  const changed = roll(10) < 6
  return {
    uscc: makeUscc(`${kind.registration}150203`, subjectOf(index)),
    name: kind.nameOf(roll, rootOf(index), industry, established),
    typeCode: kind.typeCode,
    type: kind.type,
    state: ended ? oneOf(roll, ENDED).state : IN_BEING,
    legalRep: legalRepresentativeOf(roll),
    capitalWan: oneOf(roll, kind.capitals),
    currency: 'CNY',
    established,
    approved: changed ? workingDayBetween(roll, established, endedOn ?? REGISTER_CLOSED) : established,
    opFrom: established,
    opTo: termEnd(roll, kind, established),
    endedOn,
    district: '150203',
    authority: AUTHORITY,
    address: addressOf(roll),
    industrySection: industry.section,
    industry: industry.code,
    industryName: industry.name,
    scope: industry.permitted,
  }
}
