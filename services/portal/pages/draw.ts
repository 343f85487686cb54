import type { Draw } from '@mingjian/credit-query'
import { type Html, html, type Part } from '@mingjian/http'
import { leastShare, samplingFloor } from '@mingjian/inspection/law'
import type { SettingSource } from '@mingjian/law'
import { page, place, text } from '../page.ts'
import { auditTests } from '../parts/audit.ts'
import { block } from '../parts/block.ts'
import { checkBox } from '../parts/check-box.ts'
import { floorOf, rehearsalTag, stageName } from '../parts/draw-stage.ts'
import { type Failure, failed } from '../parts/failure.ts'
import { trail } from '../parts/frame.ts'
import { scaleFor, shareBar, stratumBar } from '../parts/share-bar.ts'
import type { Ports } from '../ports.ts'
import type { SelectedObject, Selection } from '../proof-file.ts'
import { codeGroups, count, day, percent, wholePercent } from '../words.ts'

/** A page of the objects drawn, with the names of today. */
interface SelectedPage {
  readonly objects: readonly (SelectedObject & { readonly name: string | undefined })[]
  /** Place of the first of them among all, from 0. */
  readonly from: number
  readonly next: number | undefined
}

interface Drawn {
  readonly selection: Selection
  readonly page: SelectedPage
}

const hashes = (items: readonly (readonly [name: string, value: string])[]): Html => html`
<dl class="pairs hashes">${items.map(([name, value]) => html`<dt>${name}</dt><dd>${value}</dd>`)}</dl>`

const waiting = ({ stage, plan, committedOn, commitments, revealed }: Draw): Html => {
  const source = plan.publicSource as { readonly name?: string; readonly at?: string } | undefined
  return html`<section class="answer" aria-label="抽取阶段"><h2>${stageName(stage)}</h2>
<p>名册和人员库已于 ${day(committedOn)} 封存，此后不能增减、调换。已有 ${commitments.length} 人作出承诺，${revealed.length} 人公布了随机数。</p>
${source?.name === undefined ? '' : html`<p>公开数值：${source.name}${source.at === undefined ? '' : html`，<time datetime="${source.at}" data-countdown>${source.at}</time>`}。随机数须在此之前公布，抽取在此之后进行。</p>`}</section>`
}

const outcome = (draw: Draw, law: SettingSource): Html => {
  const { result, population, voided } = draw
  if (voided !== null)
    return html`<section class="answer sanction" aria-label="抽取阶段"><h2>这次抽取已作废</h2>
<p>${day(voided.on)} 作废：${voided.why}。不据此检查任何企业；记录永久保留。</p></section>`
  if (result === null) return waiting(draw)
  return html`<section class="answer" aria-label="抽取结果"><h2>从 ${count(population.size)} 户中抽取 ${count(result.selected)} 户</h2>
<p>${day(result.conductedOn)} 抽取${result.byFloor === 0 ? '' : `，其中 ${count(result.byFloor)} 户为达到法定比例补抽`}${
    result.unassigned === 0 ? '' : `；${count(result.unassigned)} 户没有足够的检查人员可派，单独列明`
  }${result.repeats === 0 ? '' : `；${count(result.repeats)} 户本年度已被抽取过`}。${draw.rehearsal ? html`这是一次演练，不据此检查任何企业。` : ''}</p>
${shareBar(result.selected, population.size, floorOf(draw, law))}</section>`
}

/** How far the year has come with the floor, before this draw and with it. */
const coverage = ({ coverage: reached, result, committedOn }: Draw, law: SettingSource): Part =>
  reached === null
    ? ''
    : html`<p>${reached.year} 年度：本机关已公示上一年度年报的企业 ${count(reached.reports)} 户，抽取前已抽查 ${count(reached.before)} 户（${percent(reached.before, reached.reports)}），${result === null ? '预计抽取后' : '抽取后'} ${count(reached.after)} 户（${percent(reached.after, reached.reports)}），要求不少于 ${wholePercent(leastShare(committedOn, law(samplingFloor)))}。</p>`

const replacements = ({ replacements: replaced }: Draw): Html => html`
<ul class="results">${replaced.map(
  ({ uscc, inspector, replacement, reason }) =>
    html`<li><a href="/enterprises/${uscc}">${uscc}</a>：${inspector} 由 ${replacement} 替换<p class="why">${reason}；替换人是同一种子排序中的下一位</p></li>`,
)}</ul>`

const EXCLUSIONS: Readonly<Record<string, string>> = {
  deregistered: '已注销',
  'licence-revoked': '已吊销',
  'registration-rescinded': '登记已撤销',
  'migrated-out': '已迁出',
  'frequency-cap': '已达年度检查频次上限',
}

const exclusions = ({ population: { excluded } }: Draw): Part => {
  const reasons = Object.entries(excluded)
  return reasons.length === 0
    ? ''
    : html`<p>计划范围内不参加抽取的：${reasons.map(([reason, number]) => `${EXCLUSIONS[reason] ?? reason} ${count(number)} 户`).join('，')}；名单和理由在证明文件里。</p>`
}

const strata = ({ population, plan }: Draw, selection: Selection | undefined): Html => {
  const rates = (plan.rates ?? {}) as Readonly<Record<string, string>>
  const names = Object.keys(population.perStratum)
  const drawn = (name: string): number | undefined =>
    selection === undefined || selection.perStratum.size === 0 ? undefined : (selection.perStratum.get(name) ?? 0)
  const scale = scaleFor(names.map((name) => (drawn(name) ?? 0) / (population.perStratum[name] || 1)))
  const row = (name: string): Html => {
    const [size, part] = [population.perStratum[name] ?? 0, drawn(name)]
    return html`<tr><th scope="row">${name}</th>
<td data-label="计划比例">${rates[name] ?? '—'}</td><td class="number" data-label="名册">${count(size)}</td>
<td class="number" data-label="抽中">${part === undefined ? '—' : count(part)}</td>
<td class="number" data-label="比例">${part === undefined ? '—' : percent(part, size)}</td>
<td class="bars">${part === undefined ? '' : stratumBar(part, size, scale)}</td></tr>`
  }
  return html`<table class="cards"><caption>每一类多少户、抽中多少户${
    plan.sealed
      ? '；各类的名单不公开：监督机关凭密钥核对全部，企业可以向本机关要来本户的一行，自己核对'
      : `；条形满刻度为 ${wholePercent(scale)}`
  }</caption>
<thead><tr><th scope="col">类别</th><th scope="col">计划比例</th><th scope="col" class="number">名册（户）</th><th scope="col" class="number">抽中（户）</th><th scope="col" class="number">比例</th><th scope="col"><span class="unseen">图示</span></th></tr></thead>
<tbody>${names.map(row)}</tbody></table>`
}

const randomness = ({
  population,
  roster,
  commitments,
  revealed,
  failedReveals,
  seed,
  logPosition,
}: Draw): Html => html`
<h3>一、事先封存</h3>
${hashes([
  ['检查对象名册', `${count(population.size)} 户，截至记录位置 ${count(logPosition)}`],
  ['名册的根', population.root],
  ['检查人员库', `${count(roster.size)} 人`],
  ['人员库的根', roster.root],
  ...commitments.map(({ official, sha256 }) => [`${official} 的承诺`, sha256] as const),
])}
<h3>二、事后公布</h3>
${
  seed === null
    ? html`<p>公开数值还没有公布。</p>${hashes(revealed.map(({ official, nonce }) => [`${official} 的随机数`, nonce] as const))}`
    : hashes([
        ...seed.reveals.map(({ official, nonce }) => [`${official} 的随机数`, nonce] as const),
        [
          '公开数值',
          `${seed.publicValue}（${seed.publicSource}${seed.witness === null ? '' : `，见证人：${seed.witness}`}）`,
        ],
        ['种子', seed.seed],
      ])
}
${
  failedReveals.length === 0
    ? ''
    : html`<h3>与承诺不符的随机数</h3>${hashes(failedReveals.map(({ official, nonce, on }) => [`${official}，${on}`, nonce] as const))}`
}`

const selectedRow = ({
  uscc,
  name,
  stratum,
  reason,
  inspectors,
  unassigned,
}: SelectedPage['objects'][number]): Html => html`
<tr><th scope="row"><a href="/enterprises/${uscc}">${name ?? uscc}</a></th>
<td class="short" data-label="代码">${codeGroups(uscc)}</td>
<td class="short" data-label="类别">${stratum ?? '不公开'}</td>
<td class="short" data-label="抽中方式">${reason === 'floor' ? '补足比例' : '按类抽取'}</td>
<td data-label="检查人员">${inspectors === undefined ? `未派：${unassigned ?? ''}` : `${inspectors.length} 人：${inspectors.join('、')}`}</td></tr>`

const selectedList = ({ id }: Draw, { selection, page }: Drawn): Html => {
  const total = selection.selected.length
  const link = (from: number): string => `/draws/${encodeURIComponent(id)}?from=${from}#selected`
  return html`<table class="cards"><caption>按抽签号从小到大排列，第 ${count(page.from + 1)} 至 ${count(page.from + page.objects.length)} 户，共 ${count(total)} 户；检查人员只列编号</caption>
<thead><tr><th scope="col">企业</th><th scope="col">代码</th><th scope="col">类别</th><th scope="col">抽中方式</th><th scope="col">检查人员</th></tr></thead>
<tbody>${page.objects.map(selectedRow)}</tbody></table>
<nav class="pages" aria-label="翻页">${page.from === 0 ? '' : html`<a href="${link(0)}">回到第一页</a>`}
${page.next === undefined ? '' : html`<a href="${link(page.next)}" rel="next">下一页</a>`}</nav>`
}

const verify = ({ id, result }: Draw): Html => html`
${checkBox({ url: `/v1/draws/${encodeURIComponent(id)}/proof`, label: '在这里核对' })}
<div class="prose"><p>证明文件里有重算所需的全部内容，不需要相信本网站，也不需要数据库；<a href="/about#draws">为什么可信</a>。</p>
<ol><li>下载<a href="/v1/draws/${encodeURIComponent(id)}/proof" download="${id}.proof.json">证明文件（JSON）</a>。公开日志里记的是它去掉 <code>log</code> 一行后的 SHA-256：<br><code>${result?.proofSha256 ?? ''}</code></li>
<li>在装有 Node 的电脑上取得本软件的源代码，运行：<code class="command">npm run -s mingjian -- verify ${id}.proof.json --log-key key.pub</code>其中 <a href="/log/key.pub">key.pub</a> 是公开日志的公钥。</li>
<li>程序逐步重算名册的根、承诺、种子、抽签号、名单和人员选派，每步一行；改动任何一个字节都会指出在哪里。</li></ol>
<p class="muted">抽签号用的是公开的算法，也可以用别人写的程序核对，例如 Python 的 <code>consistent_sampler</code>；公开日志用的是 C2SP 的公开格式，例如 Tessera 的 <code>fsck</code> 可以核对它。</p></div>`

const earlier = ({ earlier: before }: Draw): Html => html`
<ul class="results">${before.map(
  (one) =>
    html`<li>${day(one.committedOn)} 封存 ${rehearsalTag(one)}${one.voided === null ? '' : `；作废：${one.voided}`}<p class="why">种子 <code>${one.seed ?? '未产生'}</code></p></li>`,
)}</ul>`

const body = (draw: Draw, drawn: Drawn | undefined, law: SettingSource): Html => {
  const { id, plan, authority, position } = draw
  const window = plan.window
  const blocks = [
    ['strata', '分类抽取', html`${strata(draw, drawn?.selection)}${exclusions(draw)}${coverage(draw, law)}`],
    ['randomness', '随机从哪里来', randomness(draw)],
    ...(draw.result === null ? [] : [['verify', '自己核对', verify(draw)] as const]),
    ...(drawn === undefined ? [] : [['selected', '抽中名单', selectedList(draw, drawn)] as const]),
    ...(draw.replacements.length === 0 ? [] : [['replacements', '人员替换', replacements(draw)] as const]),
    ...(draw.audit === null ? [] : [['audit', '自我审计', auditTests(draw.audit)] as const]),
    ...(draw.earlier.length === 0 ? [] : [['earlier', '以前的抽取', earlier(draw)] as const]),
  ] as const
  // A rehearsal is nobody's act.
  const from = authority === '' ? '' : `${authority}；`
  return html`
${trail(
  [
    ['/', '查企业'],
    ['/draws', '双随机抽查'],
  ],
  plan.name ?? id,
)}
<div class="wrap"><div class="head"><div class="titled"><h1>${plan.name ?? id}</h1>${rehearsalTag(draw)}</div>
<p>${authority === '' ? '' : `${authority} · `}${window === undefined ? '' : html`检查时间 ${day(window.from)} 至 ${day(window.to)} · `}计划编号 <code>${id}</code></p></div>
${outcome(draw, law)}
<nav class="anchors" aria-label="本页内容"><ul>${blocks.map(([id, title]) => html`<li><a href="#${id}">${title}</a></li>`)}</ul></nav>
${blocks.map(([id, title, body]) => block(id, title, body))}
${draw.result === null || draw.rehearsal ? '' : html`<p><a href="/inspections/results?plan=${encodeURIComponent(id)}">这次抽取已经公示的检查结果</a></p>`}
<p class="source">来源：${from}记录位置 ${count(position)}。</p></div>`
}

const ON_A_PAGE = 50

/** The objects of a draw from a place on, by name; undefined until it has been conducted. */
const drawnFrom = async (draw: Draw, wanted: number, { queries, selectionIn }: Ports): Promise<Drawn | undefined> => {
  const selection = await selectionIn(draw)
  if (selection === undefined) return undefined
  const { selected } = selection
  const from = wanted < selected.length ? wanted : 0
  const objects = await Promise.all(
    selected.slice(from, from + ON_A_PAGE).map(async (object) => ({
      ...object,
      name: (await queries.enterprise(object.uscc))?.name,
    })),
  )
  const next = from + ON_A_PAGE < selected.length ? from + ON_A_PAGE : undefined
  return { selection, page: { objects, from, next } }
}

const noSuchDraw: Failure = {
  title: '没有这次抽取',
  next: ['请从“双随机抽查”栏目选择一次抽取', '历次抽取都保留，包括作废的'],
  english: 'There is no such draw: choose one from the list of draws, which keeps the void ones too.',
}

/** A draw: what was fixed beforehand, what was made public after, what follows from the two, and how to do it again oneself. */
export const draw = page({
  path: '/draws/:id',
  params: { id: text },
  query: { from: place },
  otherwise: noSuchDraw,
  render: async ({ params: { id }, query: { from = 0 } }, ports) => {
    const found = await ports.queries.draw(id)
    if (found === undefined) return failed(404, noSuchDraw)
    const [drawn, law] = await Promise.all([drawnFrom(found, from, ports), ports.queries.law()])
    return { title: found.plan.name ?? found.id, current: '/draws', body: body(found, drawn, law) }
  },
})
