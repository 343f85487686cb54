import { addDays, addYears, type CivilDate, type Uscc } from '@mingjian/codes'
import { oneOf, type Roll, rollsOf } from './dice.ts'
import { AUTHORITY, demoEnterprise } from './enterprise.ts'

/** An officer with an enforcement certificate 行政执法证 and the enterprises that he or she must keep away from 回避. */
export interface DemoInspector {
  readonly inspectorId: string
  readonly department: string
  readonly certificateNo: string
  readonly validFrom: CivilDate
  readonly validUntil: CivilDate
  readonly specialities: readonly string[]
  readonly conflicts: readonly Uscc[]
}

interface Department {
  readonly name: string
  readonly officers: number
  readonly specialities: readonly string[]
}

const KIND_OF_RECORD = 4
const departments: readonly Department[] = [
  { name: AUTHORITY, officers: 36, specialities: ['食品', '登记注册', '特种设备', '知识产权', '价格', '广告'] },
  { name: '昆都仑区应急管理局', officers: 8, specialities: ['消防', '特种设备', '劳动用工'] },
  { name: '昆都仑区住房和城乡建设局', officers: 8, specialities: ['消防', '劳动用工', '价格'] },
  { name: '国家税务总局包头市昆都仑区税务局', officers: 8, specialities: ['税务', '登记注册', '价格'] },
]

/** Certificates are good for five years; these two issues have run out or are about to. */
const issueOf = (number: number): CivilDate => {
  if (number % 30 === 7) return '2021-07-01'
  if (number % 15 === 4) return '2022-01-01'
  return `${2023 + (number % 4)}-01-01`
}

const severalOf = (roll: Roll, list: readonly string[], several: number): readonly string[] => {
  const chosen = new Set<string>()
  while (chosen.size < several) chosen.add(oneOf(roll, list))
  return list.filter((item) => chosen.has(item))
}

/** The sixty inspectors of four departments; their conflicts lie among the first thousand enterprises. */
export function* demoInspectors(): Generator<DemoInspector> {
  let number = 0
  for (const department of departments) {
    for (let officer = 0; officer < department.officers; officer += 1) {
      number += 1
      const roll = rollsOf(KIND_OF_RECORD, number)
      const validFrom = issueOf(number)
      yield {
        inspectorId: `K${String(number).padStart(3, '0')}`,
        department: department.name,
        certificateNo: `150203${200_000 + number}`,
        validFrom,
        validUntil: addDays(addYears(validFrom, 5), -1),
        specialities: severalOf(roll, department.specialities, 2 + roll(2)),
        conflicts: number % 4 === 1 ? [0, 1, 2].map((nth) => demoEnterprise(nth * 333 + roll(333)).uscc) : [],
      }
    }
  }
}
