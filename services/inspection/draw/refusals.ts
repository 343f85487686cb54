import { type Refusal, refused } from '@mingjian/kernel'

/** Several reasons said at once; the first gives its code and its provision. */
export const together = (refusals: readonly Refusal[]): Refusal => {
  const [first] = refusals
  if (first === undefined) throw new RangeError('nothing is refused')
  return refused(first.code, refusals.map(({ text }) => text.en).join('; '), first.provision)
}
