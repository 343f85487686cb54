// A visit on the phone: each form is an act that is kept on the device at once and sent when there is a network.

import { allActs, draftOf, forget, giveUp, keep, saveDraft, send, whenChanged } from './outbox.js'

const AGAIN_MS = 20_000
const SOON_MS = 500
const PLACE_MS = 8_000

const hex = (bytes) => [...new Uint8Array(bytes)].map((byte) => byte.toString(16).padStart(2, '0')).join('')
const sha256 = async (blob) => hex(await crypto.subtle.digest('SHA-256', await blob.arrayBuffer()))
const made = (name, text, className) => {
  const element = document.createElement(name)
  element.textContent = text
  if (className !== undefined) element.className = className
  return element
}

/** Where the device says that it is; null where it can't or may not say. */
const place = () =>
  new Promise((resolve) => {
    if (!navigator.geolocation) return resolve(null)
    navigator.geolocation.getCurrentPosition(
      ({ coords: { latitude, longitude, accuracy } }) => resolve({ latitude, longitude, accuracyMetres: accuracy }),
      () => resolve(null),
      { enableHighAccuracy: true, timeout: PLACE_MS, maximumAge: 60_000 },
    )
  })

const fileOf = async (blob, name) => ({ sha256: await sha256(blob), blob, name })
const texts = (fields, name) => fields.getAll(name).map(String)
const text = (fields, name) => String(fields.get(name) ?? '').trim()

/** What each form asks for, as the command takes it. */
const asked = {
  IssueTaskSlip: () => ({}),
  GiveInspectionNotice: (fields) => ({ manner: text(fields, 'manner'), visitOn: text(fields, 'visitOn') }),
  EnterPremises: (fields) => ({ officers: texts(fields, 'officer') }),
  CheckItem: (fields, form) => ({
    itemNo: form.dataset.item,
    by: text(fields, 'by'),
    with: texts(fields, 'with').filter((one) => one !== text(fields, 'by')),
    answers: [...form.querySelectorAll('[data-point]')].map(({ dataset: { point } }, at) => ({
      point,
      answer: text(fields, `answer-${at}`),
      note: text(fields, `note-${at}`),
    })),
    findings: texts(fields, 'result').map((result) => ({ result, detail: text(fields, `facts-${result}`) })),
    correctBy: text(fields, 'correctBy') || null,
  }),
  TakeEvidence: async (fields) => {
    const [{ sha256: hash, blob, name }, where] = await Promise.all([
      fileOf(fields.get('file'), fields.get('file').name),
      place(),
    ])
    return {
      data: {
        sha256: hash,
        mediaType: blob.type || 'application/octet-stream',
        bytes: blob.size,
        place: where,
        itemNo: text(fields, 'itemNo') || null,
        description: text(fields, 'description'),
        by: text(fields, 'by'),
      },
      files: [{ sha256: hash, blob, name }],
    }
  },
  SignAsOfficer: (_, form) => ({ officer: form.dataset.officer }),
  SignAsEnterprise: async (fields, form) => {
    const drawn = await form.querySelector('canvas').drawn()
    const file = await fileOf(drawn, 'signature.png')
    return { data: { capacity: text(fields, 'capacity'), signatureSha256: file.sha256 }, files: [file] }
  },
  NoteSignatureRefused: (fields) => ({
    kind: text(fields, 'kind'),
    reason: text(fields, 'reason'),
    witness: text(fields, 'witness') || null,
    by: text(fields, 'by'),
  }),
  CompleteVisit: (fields) => ({ enterpriseState: text(fields, 'enterpriseState') }),
}

/** What a refusal says here; the others in the words of the platform. */
const REFUSALS = {
  'slip-outdated': '检查人员有变动：请重新签发任务单。',
  'notice-missing': '有事项应当提前通知：请先填写检查通知。',
  'too-few-officers': '检查人员不得少于两人，并应持有效执法证件。',
  'not-entered': '还没有记录入企：请先填写入企，或者由企业扫码。',
  'not-assigned': '填写的人员不在本任务的检查人员之内。',
  reassigned: '检查人员已经替换：请由现任检查人员填写。',
  'no-certificate': '填写的人员没有执法证件，不得检查。',
  'certificate-expired': '执法证件不在有效期内，不得检查。',
  'conflict-of-interest': '填写的人员应当回避：请替换检查人员。',
  'other-department': '这一事项由本部门的检查人员填写。',
  'point-open': '每一项检查要点都要选择一个答案。',
  'answers-contradict':
    '检查要点的答案与抽查结果不一致：“未发现问题”要求各要点都已检查且没有不符合；发现问题的，指出哪一点不符合。',
  'results-exclusive': '“未发现问题”不能与其他结果同时选择。',
  'facts-missing': '这一结果要写明事实。',
  'personal-data': '写明的事实将会公示：请删去姓名、证件号码、住址、电话。',
  'correct-by': '责令改正的要填改正的最后一日，其他结果不填。',
  'items-open': '还有事项没有检查。',
  'signatures-missing': '至少两名检查人员在现在的记录上签字：记录改动以后要重新签字。',
  'enterprise-unsigned': '由企业在现在的记录上签字，或者记录不签字的原因。',
  'witness-missing': '拒绝签字、无人签字的，应当有见证人，或者有证据。',
  'out-of-order': '检查已经结束，或者任务单尚未签发。',
  'visit-cancelled': '这项任务已经取消。',
  'before-window': '还没有到检查时间。',
  'in-the-future': '这台设备的时钟快了：请校准后再填。',
}
const reason = ({ code, detail, provision }) =>
  `${REFUSALS[code] ?? detail ?? code}${provision === undefined ? '' : `（${provision}）`}`
const clockTime = (at) => new Date(at).toLocaleTimeString('zh-CN', { hour12: false })

const [page] = document.querySelectorAll('[data-visit]')
const task = page.dataset.visit
const forms = [...page.querySelectorAll('form[data-act]')]
const slotOf = (form) => form.dataset.slot ?? form.dataset.act
/** Evidence is taken again and again, anything else is one act that is mended. */
const manifold = (form) => form.dataset.act === 'TakeEvidence'

// 八类结果: one of them excludes the others, some want facts, one wants a day.
const arrange = (form) => {
  const boxes = [...form.querySelectorAll('[name=result]')]
  const alone = boxes.find(({ dataset }) => dataset.alone !== undefined)
  for (const box of boxes) {
    const barred = box === alone ? boxes.some((other) => other !== alone && other.checked) : alone?.checked === true
    box.disabled = barred
    if (barred) box.checked = false
    const facts = box.closest('li').querySelector('[data-facts]')
    if (facts !== null) {
      facts.hidden = !box.checked
      for (const field of facts.querySelectorAll('[data-needed]')) field.required = box.checked
      for (const field of facts.querySelectorAll('input[type=date]')) field.disabled = !box.checked
    }
  }
  boxes[0]?.setCustomValidity(boxes.some(({ checked }) => checked) ? '' : '请选择抽查结果')
}

const fill = (form, draft) => {
  for (const field of form.elements) {
    if (field.name === '' || field.type === 'file' || field.type === 'hidden') continue
    const values = draft[field.name] ?? []
    if (field.type === 'checkbox' || field.type === 'radio') field.checked = values.includes(field.value)
    else if (values.length > 0) field.value = values[0]
  }
  if (form.dataset.act === 'CheckItem') arrange(form)
}
const draftIn = (form) => {
  const draft = {}
  for (const [name, value] of new FormData(form))
    if (typeof value === 'string') draft[name] = [...(draft[name] ?? []), value]
  return draft
}

const sign = (form) => {
  const canvas = form.querySelector('canvas')
  if (canvas === null) return
  const pen = canvas.getContext('2d')
  let inked = false
  const wipe = () => {
    pen.fillStyle = '#fff'
    pen.fillRect(0, 0, canvas.width, canvas.height)
    inked = false
  }
  const at = ({ offsetX, offsetY }) => [
    (offsetX * canvas.width) / canvas.clientWidth,
    (offsetY * canvas.height) / canvas.clientHeight,
  ]
  canvas.addEventListener('pointerdown', (event) => {
    canvas.setPointerCapture(event.pointerId)
    Object.assign(pen, { lineWidth: 5, lineCap: 'round', lineJoin: 'round', strokeStyle: '#111' })
    pen.beginPath()
    pen.moveTo(...at(event))
  })
  canvas.addEventListener('pointermove', (event) => {
    if (!canvas.hasPointerCapture(event.pointerId)) return
    pen.lineTo(...at(event))
    pen.stroke()
    inked = true
  })
  form.querySelector('[data-wipe]').addEventListener('click', wipe)
  wipe()
  canvas.drawn = () =>
    inked
      ? new Promise((resolve) => canvas.toBlob(resolve, 'image/png'))
      : Promise.reject(new Error('请在框内签字；不签的，填写下面的“未签字”。'))
}

const show = async () => {
  const acts = (await allActs()).filter((act) => act.task === task)
  for (const form of forms) {
    const mine = acts.filter(({ slot }) => slot === slotOf(form) || slot.startsWith(`${slotOf(form)}/`))
    const said = form.querySelector('[data-said]')
    const last = mine.findLast(({ name }) => name === form.dataset.act)
    if (last === undefined) continue
    said.dataset.state = last.state
    said.textContent = {
      waiting: `已存在本机（${clockTime(last.keptAt)}），等待发送`,
      sent: `已送达（${clockTime(last.keptAt)}）`,
      refused: last.problem === undefined ? '' : `没有收下：${reason(last.problem)}改正后重新提交。`,
    }[last.state]
  }
  const unsent = acts.filter(({ state }) => state !== 'sent')
  const list = page.querySelector('[data-list]')
  list.replaceChildren(
    ...unsent.map((act) => {
      const line = made('li', `${clockTime(act.keptAt)} ${page.dataset[`name${act.name}`] ?? act.name}`)
      if (act.state === 'refused') {
        line.append(made('p', `没有收下：${reason(act.problem)}`, 'fault'))
        const drop = made('button', '不再提交这一项', 'quiet')
        drop.type = 'button'
        drop.addEventListener('click', () => giveUp(act.n).then(deliver))
        line.append(drop)
      }
      return line
    }),
  )
  list.closest('details').hidden = unsent.length === 0
  const refused = unsent.filter(({ state }) => state === 'refused').length
  const counted = page.querySelector('[data-count]')
  counted.dataset.unsent = String(unsent.length)
  counted.dataset.refused = String(refused)
  counted.textContent =
    unsent.length === 0
      ? acts.length === 0
        ? '填写的内容先存在本机，有网络时自动发送。'
        : '全部送达。'
      : `${unsent.length} 项没有送达${refused === 0 ? '' : `，其中 ${refused} 项没有收下：处理以后，后面的才继续发送`}。`
  if (acts.some(({ name, state }) => name === 'CompleteVisit' && state === 'sent')) {
    page.querySelector('[data-over]').hidden = false
    for (const form of forms) for (const button of form.querySelectorAll('button[type=submit]')) button.disabled = true
  }
}

const isIssued = (acts) => acts.some((act) => act.task === task && act.name === 'IssueTaskSlip' && act.state === 'sent')

const NETWORK = { done: '', busy: '', away: '现在没有网络，恢复后自动发送。', stranger: '登录已经过期：' }
const deliver = async () => {
  const outcome = await send()
  // What is under way may have begun without network, and give up.
  if (outcome === 'busy') setTimeout(deliver, SOON_MS)
  // What is on the slip is on the page that comes now.
  if (page.dataset.stage === 'assigned' && isIssued(await allActs()))
    return setTimeout(() => location.reload(), SOON_MS)
  const said = page.querySelector('[data-network]')
  said.dataset.network = outcome
  said.textContent = NETWORK[outcome]
  if (outcome === 'stranger') {
    const link = made('a', '重新登录后继续发送')
    link.href = `/staff?to=${encodeURIComponent(location.pathname)}`
    said.append(link)
  }
}

/** Acts are kept in the order in which they were done, whichever is ready first: a picture takes a moment, a place may take seconds. */
let before = Promise.resolve()
const keepInTurn = (given, keepIt) => {
  const kept = Promise.all([given, before]).then(([ready]) => keepIt(ready))
  before = Promise.allSettled([kept, before])
  return kept
}

for (const form of forms) {
  const [said] = form.querySelectorAll('[data-said]')
  sign(form)
  const draft = await draftOf(task, slotOf(form))
  if (draft !== undefined && !manifold(form)) fill(form, draft)
  else if (form.dataset.act === 'CheckItem') arrange(form)
  form.addEventListener('input', () => {
    if (form.dataset.act === 'CheckItem') arrange(form)
    if (!manifold(form)) saveDraft(task, slotOf(form), draftIn(form))
  })
  // Where this is may take seconds to find out: asked for while the rest is filled in, and known for a minute.
  if (manifold(form)) form.addEventListener('change', place)
  form.addEventListener('submit', async (event) => {
    event.preventDefault()
    const at = new Date().toISOString()
    const [button] = form.querySelectorAll('button[type=submit]')
    button.disabled = true
    said.dataset.state = 'keeping'
    said.textContent = '正在存到本机……'
    try {
      await keepInTurn(asked[form.dataset.act](new FormData(form), form), (given) => {
        const { data, files } = 'data' in given ? given : { data: given, files: [] }
        const slot = manifold(form) ? `${slotOf(form)}/${data.sha256}` : slotOf(form)
        // A slip is issued when it is, not when it was asked for.
        const when = form.dataset.act === 'IssueTaskSlip' ? {} : { at }
        return keep({ task, slot, name: form.dataset.act, data: { task, ...when, ...data }, files })
      })
      if (manifold(form)) form.reset()
      button.disabled = false
      deliver()
    } catch (error) {
      said.dataset.state = 'refused'
      said.textContent = error.message
      button.disabled = false
    }
  })
}

whenChanged(show)
await show()
addEventListener('online', deliver)
document.addEventListener('visibilitychange', () => document.visibilityState === 'visible' && deliver())
setInterval(deliver, AGAIN_MS)
page.querySelector('[data-send]').addEventListener('click', deliver)
if (page.dataset.stage !== 'issued' && page.dataset.stage !== 'assigned') await forget(task)
page.dataset.ready = ''
deliver()
