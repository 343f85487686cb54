import type { CivilDate } from '@mingjian/codes'
import type { Draw, Statistics } from '@mingjian/credit-query'
import { type Html, html, type Part } from '@mingjian/http'
import type { SettingSource } from '@mingjian/law'
import { floorOf } from '../../parts/draw-stage.ts'
import { searchBox } from '../../parts/search-box.ts'
import { shareBar } from '../../parts/share-bar.ts'
import { count, day, percent, wholePercent } from '../../words.ts'

const EXAMPLES = ['包头市', '钢铁大街', 'shangmao', 'kdl', '91150203'] as const

const figure = (name: Part, value: string, aside: Part): Html => html`
<div><dt>${name}</dt><dd>${value}</dd><dd class="aside">${aside}</dd></div>`

const figures = ({ enterprises, lists, draw }: Statistics): Html => {
  const living = enterprises.byState.find(({ state }) => state === '存续')?.count ?? 0
  return html`
<div class="wrap"><dl class="figures">
${figure('登记主体', count(enterprises.total), html`其中存续 ${count(living)}`)}
${figure(html`<a href="/lists/abnormal">经营异常名录</a>`, count(lists.abnormal), '列入中的企业和合作社')}
${figure(html`<a href="/lists/abnormal">经营异常状态</a>`, count(lists.mark), '标记中的个体工商户')}
${figure(html`<a href="/lists/serious">严重违法失信名单</a>`, count(lists.serious), '列入中的当事人')}
${
  draw === null
    ? figure('最近一次抽查', '—', '还没有抽取')
    : figure(
        html`<a href="/draws/${encodeURIComponent(draw.id)}">最近一次抽查</a>`,
        percent(draw.selected, draw.population),
        html`${draw.share < draw.floor ? '低于' : '≥'} 法定的 ${wholePercent(draw.floor)}${draw.rehearsal ? ' · 演练' : ''}`,
      )
}
</dl></div>`
}

const newest = (draw: Draw, law: SettingSource): Html => html`
<section class="block" aria-labelledby="newest"><h2 id="newest">最近一次随机抽取</h2>
<p><a href="/draws/${encodeURIComponent(draw.id)}">${draw.plan.name ?? draw.id}</a>
${draw.rehearsal ? html`<span class="tag clock">演练</span>` : ''}</p>
${
  draw.result === null
    ? html`<p class="muted">名单和人员库已于 ${day(draw.committedOn)} 封存，等待公开数值。</p>`
    : html`<p class="muted">${day(draw.result.conductedOn)} 从 ${count(draw.population.size)} 户中抽取 ${count(draw.result.selected)} 户。</p>
${shareBar(draw.result.selected, draw.population.size, floorOf(draw, law))}`
}
<p><a href="/draws/${encodeURIComponent(draw.id)}">看结果，自己核对</a></p>
</section>`

/** The home page without a query: one field, four figures, and how to check what is said here. */
export const home = (
  statistics: Statistics,
  draw: Draw | undefined,
  law: SettingSource,
  today: CivilDate,
): Html => html`
<div class="hero"><div class="wrap">
<h1>查企业</h1>
<p class="hint">输入名称、旧名称、拼音、首字母或者统一社会信用代码，两个字起即可。</p>
${searchBox('')}
<p class="examples">例：${EXAMPLES.map((q) => html`<a href="/?q=${encodeURIComponent(q)}">${q}</a>`)}</p>
</div></div>
${figures(statistics)}
<div class="wrap columns">
${draw === undefined ? '' : newest(draw, law)}
<section class="block" aria-labelledby="trust"><h2 id="trust">这里说的，都能核对</h2>
<p>列入、移出、处罚、抽取，每一项都写明哪个机关、哪一天、依据哪一条、怎样救济，并附记录的位置。</p>
<p class="muted">抽查名单由事先封存的名册和公开的数值算出，任何人都可以用自己的程序重算一遍。</p>
<p><a href="/about">数据从哪里来，怎样核对</a></p>
</section></div>
<div class="wrap"><p class="source">截至 ${day(today)}，记录位置 ${count(statistics.position)}。</p></div>`
