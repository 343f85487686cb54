/** An exact share `numerator/denominator`; a float would let one object in or out at the edge. */
export interface Rate {
  readonly numerator: bigint
  readonly denominator: bigint
}

/** `3/100`; undefined for anything else than two plain integers, the second above zero. */
export const readRate = (text: string): Rate | undefined => {
  const [, numerator, denominator] = /^(\d{1,15})\/(\d{1,15})$/.exec(text) ?? []
  if (numerator === undefined || denominator === undefined || BigInt(denominator) === 0n) return undefined
  return { numerator: BigInt(numerator), denominator: BigInt(denominator) }
}

export const isBelow = (a: Rate, b: Rate): boolean => a.numerator * b.denominator < b.numerator * a.denominator
export const isAbove = (a: Rate, b: Rate): boolean => isBelow(b, a)
export const isAboveOne = ({ numerator, denominator }: Rate): boolean => numerator > denominator

/** ceil(rate · n) */
export const shareOf = ({ numerator, denominator }: Rate, n: number): number =>
  Number((numerator * BigInt(n) + denominator - 1n) / denominator)

/** 企业公示信息抽查暂行办法 第四条: not less than 3% of the enterprises. */
export const LEGAL_FLOOR: Rate = { numerator: 3n, denominator: 100n }
