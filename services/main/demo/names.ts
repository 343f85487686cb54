import names from './data/demo-names.json' with { type: 'json' }
import { oneOf, type Roll, scatter } from './dice.ts'

const POOL_BITS = 7
const pools = names.roots.map((pool) => [...pool])
const surnames = [...names.surnames]
const given = [...names.given]

const character = (pool: number, number: number): string => pools[pool]?.[number & (2 ** POOL_BITS - 1)] ?? ''

/** The root 字号 of a name, of two or three characters; each place has characters of its own, so different numbers read differently. */
export const rootOf = (index: number): string => {
  const third = index / 3
  if (Number.isInteger(third) && third < 2 ** (2 * POOL_BITS)) {
    const number = scatter(third, 2 * POOL_BITS)
    return character(0, number) + character(1, number >>> POOL_BITS)
  }
  const number = scatter(index, 3 * POOL_BITS)
  return character(0, number) + character(1, number >>> POOL_BITS) + character(2, number >>> (2 * POOL_BITS))
}

export const legalRepresentativeOf = (roll: Roll): string => {
  if (roll(100) < 12) return oneOf(roll, names.mongolianFirst) + oneOf(roll, names.mongolianSecond)
  const name = oneOf(roll, surnames) + oneOf(roll, given)
  return roll(10) < 6 ? name + oneOf(roll, given) : name
}

const building = (roll: Roll): string => oneOf(roll, names.buildings)

const PLACES: readonly ((roll: Roll) => string)[] = [
  (roll) => `${1 + roll(420)}号`,
  (roll) => `${1 + roll(420)}号商铺`,
  (roll) => `${1 + roll(420)}-${1 + roll(40)}号底店`,
  (roll) => `${1 + roll(420)}号院${1 + roll(30)}号楼${1 + roll(6)}单元${101 + roll(28) * 100 + roll(4)}室`,
  (roll) => `${1 + roll(420)}号${building(roll)}${1 + roll(18)}层${101 + roll(30)}室`,
  (roll) => `${building(roll)}${1 + roll(28)}栋底店${1 + roll(24)}号`,
  (roll) => `${building(roll)}${'ABCD'.charAt(roll(4))}座${1 + roll(26)}${String(1 + roll(16)).padStart(2, '0')}`,
]

export const addressOf = (roll: Roll): string =>
  `内蒙古自治区包头市昆都仑区${oneOf(roll, names.streets)}${oneOf(roll, PLACES)(roll)}`
