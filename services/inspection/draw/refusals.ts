import type { Refusal } from '@mingjian/kernel'

/** Several reasons said at once; the first gives its code, its facts and its provision. */
export const together = (refusals: readonly Refusal[]): Refusal => {
  const [first] = refusals
  if (first === undefined) throw new RangeError('nothing is refused')
  const zh = refusals.map(({ text }) => text.zh.replace(/。$/, '')).join('；')
  return { ...first, text: { zh: `${zh}。`, en: refusals.map(({ text }) => text.en).join('; ') } }
}
