import { entityTypeText, regionText } from '@mingjian/codes'
import type { EnterpriseCounts, EnterpriseFilters, FoundEnterprise, Range, Why } from '@mingjian/credit-query'
import type { Page } from '@mingjian/http'
import { type Html, html, type Part } from '@mingjian/http'
import { industrySections } from '../../parts/industry-sections.ts'
import { searchBox } from '../../parts/search-box.ts'
import { codeGroups, day, listName, orDash, stateTag } from '../../words.ts'

export interface Search {
  readonly q: string
  readonly filters: EnterpriseFilters
  readonly cursor?: string | undefined
  readonly counts: EnterpriseCounts
}

const STATES = ['存续', '吊销，未注销', '吊销，已注销', '注销', '撤销', '迁出']
const LISTS = ['abnormal', 'mark', 'serious']
const TYPES = ['9500', '1130', '1151', '1153', '1190', '1110', '1140', '1223', '2130', '4540', '4533', '9100']
const DISTRICTS = ['150203', '150202', '150204', '150205', '150206', '150207']

const WHY: Readonly<Record<Why, string>> = {
  code: '统一社会信用代码相符',
  name: '名称相符',
  'old-name': '旧名称相符',
  pinyin: '拼音相符',
  initials: '拼音首字母相符',
  near: '相近的名称，有一个字不同',
}

/** A name with the parts that matched marked. */
const marked = (name: string, ranges: readonly Range[]): readonly Html[] => {
  const parts: Html[] = []
  let at = 0
  for (const [from, to] of ranges) {
    parts.push(html`${name.slice(at, from)}<mark>${name.slice(from, to)}</mark>`)
    at = to
  }
  return [...parts, html`${name.slice(at)}`]
}

/** A name that matches as it stands needs no word; an old one is shown. */
const whyFound = ({ why, name, ranges }: NonNullable<FoundEnterprise['match']>, current: boolean): Part => {
  if (why === undefined || (why === 'name' && current)) return ''
  return html`<span class="why">${WHY[why]}${current ? '' : html`：${marked(name, ranges)}`}</span>`
}

const result = ({ uscc, name, state, district, industryName, established, lists, match }: FoundEnterprise): Html => {
  const current = match?.name === name
  return html`<li>
<div class="titled"><h2><a href="/enterprises/${uscc}">${marked(name, current ? match.ranges : [])}</a></h2>${stateTag(state)}
${[...new Set(lists.map(({ list }) => list))].map((list) => html`<span class="tag sanction">${listName(list)}</span>`)}</div>
<p class="facts">${codeGroups(uscc)}<span>${regionText(district) ?? district}</span><span>${orDash(industryName)}</span><span>成立 ${day(established)}</span>${match === undefined ? '' : whyFound(match, current)}</p>
</li>`
}

/** A number of hits; one that is estimated says so. */
const numberOf = (count: number, { exact }: EnterpriseCounts): string =>
  `${exact ? '' : '约 '}${count.toLocaleString('en-US')}`

const choice = (
  name: keyof EnterpriseFilters,
  label: string,
  options: readonly (readonly [value: string, text: string])[],
  { filters, counts }: Pick<Search, 'filters' | 'counts'>,
): Html => {
  const chosen = filters[name]
  // A value that the page doesn't offer came by a link and stays in force.
  const offered = chosen === undefined || options.some(([value]) => value === chosen)
  const all = offered ? options : [...options, [chosen, chosen] as const]
  const counted = (value: string): string => {
    const count = counts.by[name].get(value)
    // What an estimate hasn't met may be there all the same.
    return count === undefined && !counts.exact ? '' : `（${numberOf(count ?? 0, counts)}）`
  }
  return html`<label for="by-${name}">${label}</label><select id="by-${name}" name="${name}"><option value="">不限</option>
${all.map(([value, text]) => html`<option value="${value}" ${value === chosen ? 'selected' : ''}>${text}${counted(value)}</option>`)}</select>`
}

const named = (codes: readonly string[], nameOf: (code: string) => string | undefined) =>
  codes.map((code) => [code, nameOf(code) ?? code] as const)

const filterForm = ({ q, filters, counts }: Search): Html => html`
<form class="filters" action="/" method="get" aria-label="筛选"><details ${Object.keys(filters).length > 0 ? 'open' : ''}>
<summary>筛选</summary>
<input type="hidden" name="q" value="${q}">
${choice('state', '登记状态', named(STATES, String), { filters, counts })}
${choice('list', '名录', named(LISTS, listName), { filters, counts })}
${choice('type', '类型', named(TYPES, entityTypeText), { filters, counts })}
${choice('industry', '行业门类', industrySections, { filters, counts })}
${choice('district', '行政区划', named(DISTRICTS, regionText), { filters, counts })}
<p class="apply"><button class="secondary" type="submit">筛选</button><a href="/?q=${encodeURIComponent(q)}">清除</a></p>
</details></form>`

const linkTo = ({ q, filters }: Search, cursor?: string): string =>
  `/?${new URLSearchParams({ ...(q === '' ? {} : { q }), ...filters, ...(cursor === undefined ? {} : { cursor }) })}`

const nothing = ({ q, filters }: Search): Html => html`
<div class="prose" role="status"><h2>没有找到${q === '' ? '符合条件的企业' : `“${q}”`}</h2>
<ul>${Object.keys(filters).length > 0 ? html`<li><a href="/?q=${encodeURIComponent(q)}">去掉筛选条件再查</a></li>` : ''}
<li>少写几个字：只写字号，不写地名和“有限公司”</li>
<li>写拼音或者首字母，例如 shangmao、bgxt</li>
<li>代码请核对 18 位，或者只写前面几位</li>
<li>不在本辖区登记的企业，请到<a href="https://www.gsxt.gov.cn/" rel="external">国家企业信用信息公示系统</a>查询</li></ul></div>`

export const results = (search: Search, page: Page<FoundEnterprise>): Html => html`
<div class="hero small"><div class="wrap"><h1 class="unseen">查询结果</h1>${searchBox(search.q)}</div></div>
<div class="wrap split">
${filterForm(search)}
<div>${
  page.items.length === 0
    ? nothing(search)
    : html`<p class="muted">找到 ${numberOf(search.counts.total, search.counts)} 家</p>
<ol class="results" aria-label="查询结果">${page.items.map(result)}</ol>
<nav class="pages" aria-label="翻页">${search.cursor === undefined ? '' : html`<a href="${linkTo(search)}">回到第一页</a>`}
${page.next === undefined ? html`<span class="muted">没有更多了</span>` : html`<a href="${linkTo(search, page.next)}" rel="next">下一页</a>`}</nav>`
}</div></div>`
