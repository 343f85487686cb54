const WORDS = 2 ** 26
const ACCESSES = 500_000

/**
 * How long this machine's memory takes for one access now, in ns: words of 256 MB read in an order that nobody foresees, each after the one before
 * it. On a machine that is shared it changes by the hour, and with it every figure that isn't a ratio.
 */
export const memoryAccess = (): number => {
  const words = new Int32Array(WORDS).fill(0)
  const before = performance.now()
  let at = 0
  // A generator of the full period 2^26 (Hull and Dobell), to which the word that was read is added.
  for (let access = 0; access < ACCESSES; access += 1)
    at = (Math.imul(at, 1_664_525) + 1_013_904_223 + (words[at] ?? 0)) & (WORDS - 1)
  const took = performance.now() - before
  if (at < 0) throw new RangeError(`no word ${at}`)
  return Math.round((took / ACCESSES) * 1e6)
}
