import { hasSession, html, type Staff } from '@mingjian/http'
import { type Answer, type Audience, pageFor, type Shown } from '../../page.ts'
import { bothLanguages, type Failure, failed } from '../../parts/failure.ts'
import type { Ports, StaffPages } from '../../ports.ts'

const WRONG = {
  zh: '口令不对。请核对后再输入；忘记的，请向本机关的管理员索取。',
  en: 'This is not the token of staff: check it, or ask the administrator of your authority.',
}

/** Where staff come in; `to` is the page that was asked for. */
export const atEntrance = (to: string, status: 200 | 401, wrong = false): Shown => ({
  status,
  title: '工作人员入口',
  body: html`
<div class="wrap"><div class="head"><h1>工作人员入口</h1>
<p>时限看板和检查任务只供执法人员使用。公示信息不需要登录，请从<a href="/">首页</a>查询。</p></div>
<form class="form" action="/staff" method="post">
<input type="hidden" name="to" value="${to}">
<label for="token">工作人员口令</label>
<input id="token" name="token" type="password" autocomplete="current-password" required maxlength="200"
  ${wrong ? html`aria-invalid="true" aria-describedby="wrong"` : ''}>
${wrong ? html`<p class="fault" id="wrong" role="alert">${bothLanguages(WRONG)}</p>` : ''}
<p class="apply"><button class="primary" type="submit">进入</button></p>
<p class="muted">进入后十二小时内有效；在公用的电脑上，用完请退出。</p></form></div>`,
})

const closedDoor: Failure = {
  title: '没有开放工作人员入口',
  next: ['本平台启动时没有设置 STAFF_TOKEN，不接受网上办理', '公示信息照常可以查询'],
  english: 'The entrance of staff is closed: this platform was started without STAFF_TOKEN.',
}

type Inside = Ports & { readonly staff: StaffPages & { readonly staff: Staff } }
type Entered = { readonly ports: Inside } | Answer | undefined

const opened = ({ staff: pages, ...ports }: Ports): Entered => {
  if (pages === undefined) return undefined
  const { staff } = pages
  return staff === undefined ? failed(403, closedDoor) : { ports: { ...ports, staff: { ...pages, staff } } }
}

/** Staff alone; others are shown the entrance. */
export const staffAlone: Audience<Inside> = {
  // Nothing of it stays on a computer that others use.
  kept: 'no-store',
  enter: (ports, request) => {
    const entered = opened(ports)
    if (entered === undefined || !('ports' in entered)) return entered
    return hasSession(request, entered.ports.staff.staff) ? entered : atEntrance(request.url, 401)
  },
}

/** A page for staff, known by the session that their browser was given for the token. */
export const pageForStaff = pageFor(staffAlone)

/** A page before the door, that knows who is inside. */
export const pageAtTheDoor = pageFor<Inside & { readonly isInside: boolean }>({
  kept: 'no-cache',
  enter: (ports, request) => {
    const entered = opened(ports)
    if (entered === undefined || !('ports' in entered)) return entered
    return { ports: { ...entered.ports, isInside: hasSession(request, entered.ports.staff.staff) } }
  },
})
