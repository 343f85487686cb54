import { type Html, html } from '@mingjian/http'

/** Where staff come in; `to` is the page that was asked for. */
export const entrance = (to: string, wrong: boolean): Html => html`
<div class="wrap"><div class="head"><h1>工作人员入口</h1>
<p>时限看板和检查任务只供执法人员使用。公示信息不需要登录，请从<a href="/">首页</a>查询。</p></div>
<form class="form" action="/staff" method="post">
<input type="hidden" name="to" value="${to}">
<label for="token">工作人员口令</label>
<input id="token" name="token" type="password" autocomplete="current-password" required maxlength="200"
  ${wrong ? html`aria-invalid="true" aria-describedby="wrong"` : ''}>
${wrong ? html`<p class="fault" id="wrong" role="alert">口令不对。请核对后再输入；忘记的，请向本机关的管理员索取。</p>` : ''}
<p class="apply"><button class="primary" type="submit">进入</button></p>
<p class="muted">进入后十二小时内有效；在公用的电脑上，用完请退出。</p></form></div>`

export const closedDoor = {
  title: '没有开放工作人员入口',
  next: ['本平台启动时没有设置 STAFF_TOKEN，不接受网上办理', '公示信息照常可以查询'],
}

export const noSuchVisit = {
  title: '没有这项检查任务',
  next: ['请从“检查任务”选择一项', '任务由抽取产生，或者由复查、线索产生'],
}
