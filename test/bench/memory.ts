const WORDS = 2 ** 26
const ACCESSES = 500_000

/**
 * How long this machine's memory takes for one access now, in ns: words of 256 MB read in an order that nobody foresees, each after the one before
 * it. On a machine that is shared it changes by the hour, and with it every figure that isn't a ratio.
 */
export const memoryAccess = (): number => {
  // Written to, since memory that never was is all one page.
  const words = new Int32Array(WORDS).fill(0)
  const before = performance.now()
  let at = 0
  // A generator of the full period 2^26 (Hull and Dobell), to which the word that was read is added.
  for (let access = 0; access < ACCESSES; access += 1)
    at = (Math.imul(at, 1_664_525) + 1_013_904_223 + (words[at] ?? 0)) & (WORDS - 1)
  // Used, so that no compiler leaves the accesses out.
  words[0] = at
  return Math.round(((performance.now() - before) / ACCESSES) * 1e6)
}
