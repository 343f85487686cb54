// How likely chance alone is to bring a chi-square as high or higher: the regularised upper incomplete gamma function
// (Numerical Recipes §6.2: a series below the mean, a continued fraction above it).

const TERMS = 1000
const CLOSE = 1e-14
const TINY = 1e-300

/** Lanczos' approximation, good to 15 digits for arguments above a half. */
const LANCZOS = [
  676.5203681218851, -1259.1392167224028, 771.32342877765313, -176.61502916214059, 12.507343278686905,
  -0.13857109526572012, 9.9843695780195716e-6, 1.5056327351493116e-7,
]
const logGamma = (x: number): number => {
  const shifted = x - 1
  const sum = LANCZOS.reduce((total, coefficient, i) => total + coefficient / (shifted + i + 1), 0.99999999999980993)
  const t = shifted + LANCZOS.length - 0.5
  return 0.5 * Math.log(2 * Math.PI) + (shifted + 0.5) * Math.log(t) - t + Math.log(sum)
}

const lowerSeries = (a: number, x: number): number => {
  let term = 1 / a
  let sum = term
  for (let n = 1; n < TERMS && Math.abs(term) > Math.abs(sum) * CLOSE; n += 1) {
    term *= x / (a + n)
    sum += term
  }
  return sum * Math.exp(-x + a * Math.log(x) - logGamma(a))
}

const upperFraction = (a: number, x: number): number => {
  let b = x + 1 - a
  let c = 1 / TINY
  let d = 1 / b
  let h = d
  for (let i = 1; i < TERMS; i += 1) {
    const an = -i * (i - a)
    b += 2
    d = 1 / (Math.abs(an * d + b) < TINY ? TINY : an * d + b)
    c = Math.abs(b + an / c) < TINY ? TINY : b + an / c
    const step = d * c
    h *= step
    if (Math.abs(step - 1) < CLOSE) break
  }
  return h * Math.exp(-x + a * Math.log(x) - logGamma(a))
}

/** P(χ² ≥ statistic) with so many degrees of freedom; 1 where there are none. */
export const probabilityOf = (statistic: number, degrees: number): number => {
  if (degrees < 1 || statistic <= 0) return 1
  const [a, x] = [degrees / 2, statistic / 2]
  return x < a + 1 ? 1 - lowerSeries(a, x) : upperFraction(a, x)
}
