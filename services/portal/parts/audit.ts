import type { Draw } from '@mingjian/credit-query'
import { type Html, html } from '@mingjian/http'

const DIMENSIONS: Readonly<Record<string, string>> = {
  district: '区划',
  industry: '行业',
  size: '规模',
  inspector: '检查人员',
}

/** How probable a draw is by chance alone; what is rare is said. */
export const auditTests = ({ tests, level }: NonNullable<Draw['audit']>): Html => html`
<table class="cards"><caption>如果只凭运气，出现同样或者更大偏差的概率（卡方检验；低于 ${level} 的标出）</caption>
<thead><tr><th scope="col">按什么分</th><th scope="col" class="number">卡方值</th><th scope="col" class="number">自由度</th><th scope="col" class="number">概率</th></tr></thead>
<tbody>${tests.map(
  ({
    dimension,
    statistic,
    degrees,
    probability,
  }) => html`<tr><th scope="row">${DIMENSIONS[dimension] ?? dimension}</th>
<td class="number" data-label="卡方值">${statistic.toFixed(2)}</td><td class="number" data-label="自由度">${degrees}</td>
<td class="number" data-label="概率">${probability.toFixed(4)}${probability < level ? html` <span class="tag clock">罕见</span>` : ''}</td></tr>`,
)}</tbody></table>`
