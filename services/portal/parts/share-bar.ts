import { type Html, html } from '@mingjian/http'
import { percent, wholePercent } from '../words.ts'

/** The end of a scale on which all shares can be seen: 5 %, 10 %, 20 %, 50 % or all. */
export const scaleFor = (shares: readonly number[]): number =>
  [0.05, 0.1, 0.2, 0.5].find((end) => Math.max(...shares) <= end) ?? 1

/** Share drawn beside the floor that it has to reach, as lengths; the figures are said in words. */
export const shareBar = (selected: number, of: number, least: number): Html => {
  const share = of === 0 ? 0 : selected / of
  const scale = scaleFor([share, least]) * 1000
  const at = (part: number): string => ((part / scale) * 100_000).toFixed(2)
  return html`
<figure class="share">
<svg class="bar" viewBox="0 0 100 10" preserveAspectRatio="none" aria-hidden="true">
<rect class="whole" width="100" height="10" rx="0.6"/><rect class="part" width="${at(share)}" height="10" rx="0.6"/>
<rect class="floor" x="${at(least)}" width="0.5" height="10"/></svg>
<figcaption class="scale"><span>抽取 ${percent(selected, of)}</span><span>法定不少于 ${wholePercent(least)}</span><span>满刻度 ${wholePercent(scale / 1000)}</span></figcaption>
</figure>`
}

/** One stratum's share on a scale shared by all of them. */
export const stratumBar = (selected: number, of: number, scale: number): Html => html`
<svg class="bar" viewBox="0 0 100 10" preserveAspectRatio="none" aria-hidden="true">
<rect class="whole" width="100" height="10" rx="0.6"/>
<rect class="part" width="${of === 0 ? 0 : ((selected / of / scale) * 100).toFixed(2)}" height="10" rx="0.6"/></svg>`
