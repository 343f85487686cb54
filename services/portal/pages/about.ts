import { REMOVAL } from '@mingjian/credit-lists/law'
import { type Html, html } from '@mingjian/http'
import { leastShare, samplingFloor } from '@mingjian/inspection/law'
import { page } from '../page.ts'
import { checkBox } from '../parts/check-box.ts'
import { drawPicture } from '../parts/draw-picture.ts'
import { trail } from '../parts/frame.ts'
import { term, wholePercent } from '../words.ts'

const body = (name: string, least: number): Html => html`
${trail([['/', '查企业']], '关于')}
<div class="wrap"><div class="head"><h1>关于明鉴</h1></div>
<div class="prose">
<p>${name}把市场主体的登记、年度报告、行政处罚、经营异常名录和双随机抽查放在一处公示，不需要登录，也不收费。</p>

<h2 id="data">数据从哪里来</h2>
<p>每一项登记、报送、列入、移出、处罚和抽取，都作为一条记录按发生的次序写下，只增不改。页面由这些记录算出，所以每一块都写明来源和记录位置：位置相同，内容就相同。</p>
<p>更正以新的记录作出，更正前的内容仍然看得到。公示期满的处罚停止公示。</p>

<h2 id="lists">为什么列入，怎样移出</h2>
<p>每一次列入都写明事由、当天有效的法律条文和版本、决定机关、决定书文号，以及异议、行政复议、行政诉讼的最后一日。期限按国务院公布的放假安排计算，遇休息日顺延。</p>
<p>企业和农民专业合作社列入经营异常名录；个体工商户不列入名录，标记为经营异常状态。补报或者改正以后申请，${term(REMOVAL)}内移出或者恢复。</p>

<h2 id="settings">由机关设定的数额和比例</h2>
<p>较低数额罚款、听证的数额、抽查比例等由机关设定，有生效日和文件依据，还没有核实的写明待核：<a href="/law/settings">设定事项</a>。</p>

<h2 id="draws">抽取为什么可信</h2>
${drawPicture}
<ol>
<li>抽取以前，检查对象名册和检查人员库各算出一个“根”：增减一户、调换一人，根就变了。</li>
<li>两名以上工作人员各自写下一个随机数，先只公布它的摘要；摘要倒推不出随机数，随机数也换不了。</li>
<li>计划还要事先写明用哪一个公开数值，例如将来某一期的公开随机数或者开奖号码，这时谁也不知道它。</li>
<li>这些都在公开数值产生以前写入公开日志，日志有签名，只增不改，改了就与别人手里的副本对不上。</li>
<li>公开数值产生以前，工作人员公布随机数，与摘要不符的不予接受；不公布的，抽取作废，这些都留在记录里。</li>
<li>名册的根、人员库的根、各人的随机数和公开数值合成一个种子，缺一不可，所以没有人能单独决定它。</li>
<li>种子和每一户的代码算出这一户的抽签号，号码最小的若干户抽中，合计不足 ${wholePercent(least)} 的依次补足。</li>
<li>检查人员按同样的办法选派；回避、证件过期、专业不符的除外，替换只能依次递补，都写明原因。</li>
<li>种子产生以前没有人知道名单；产生以后任何人重算，都得到同一份名单。</li>
<li>重算不必用我们的程序，也不必相信本网站：办法、数据、证明文件和日志都是公开的。</li>
</ol>
<p>每次抽取的页面都可以当场核对，见<a href="/draws">双随机抽查</a>。手里有证明文件的，在这里核对：</p>
${checkBox()}

<h2 id="log">公开日志</h2>
<p>抽取、列入移出、处罚公示和撤回，都在一秒之内写入<a href="/log/checkpoint">公开日志</a>：采用 C2SP 的公开格式，每次写入都签名，<a href="/log/key.pub">公钥在这里</a>。任何人都可以复制一份，以后拿来对照。</p>
<p>依法只公示一段时间的（处罚、列入），日志里只有它的封印；公示期内，封印可以用公示的内容打开。每个签名还附有当时名录的“根”，所以某企业“当时不在任何名录上”也能证明：在企业页面取得证明。</p>

<h2 id="privacy">个人信息</h2>
<p>不公示自然人的姓名、证件号码、住址和手机号码。检查人员只列编号。处罚信息公示前已去除个人信息。</p>

<h2 id="api">接口</h2>
<p>页面上的内容都可以用程序读取，不需要登记：<a href="/openapi.json">接口说明（OpenAPI）</a>。例如：</p>
<code class="command">GET /v1/enterprises?q=钢铁
GET /v1/enterprises/{统一社会信用代码}
GET /v1/lists/abnormal
GET /v1/draws/{编号}/proof</code>
</div></div>`

export const about = page({
  path: '/about',
  render: async (_, { name, queries, today }) => {
    const least = leastShare(today, (await queries.law())(samplingFloor))
    return { title: '关于', current: '/about', body: body(name, least) }
  },
})
