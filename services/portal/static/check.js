// 在这里核对: redoes a draw, or checks a proof from the public log, in this page. The file is read here and stays here.

const NAMES = {
  file: '文件逐字节一致',
  form: '文件的格式',
  digests: '各部分的摘要',
  plan: '计划和比例',
  population: '检查对象名册',
  'population-root': '名册的根',
  strata: '分类',
  roster: '检查人员库',
  'roster-root': '人员库的根',
  commitments: '承诺与随机数',
  'public-value': '公开数值',
  seed: '种子',
  tickets: '抽签号',
  selection: '抽中名单',
  exclusions: '回避与除外',
  pairing: '人员选派',
  replacements: '人员替换',
  seal: '封存的内容',
  lists: '名录',
  log: '公开日志',
  'log-commitment': '承诺在先',
  'log-signature': '公开日志的签名',
}
const MARKS = new Map([
  [true, '通过'],
  [false, '不符'],
  ['not-checked', '未核'],
])

for (const box of document.querySelectorAll('[data-check]')) {
  const steps = box.querySelector('[data-steps]')
  const verdict = box.querySelector('[data-verdict]')
  const input = box.querySelector('input[type=file]')
  const here = box.querySelector('[data-here]')
  let worker

  const show = ({ step, ok, detail }) => {
    const line = document.createElement('li')
    line.dataset.ok = String(ok)
    const mark = document.createElement('strong')
    mark.textContent = `${MARKS.get(ok)} ${NAMES[step] ?? step}`
    const said = document.createElement('span')
    said.textContent = detail
    line.append(mark, said)
    steps.append(line)
  }
  /** Nothing of the check before stays in sight while the next is on its way. */
  const begin = () => {
    steps.replaceChildren()
    delete verdict.dataset.ok
    verdict.textContent = '正在核对 …'
  }
  const check = async (name, bytes) => {
    worker?.terminate()
    worker = new Worker(box.dataset.check)
    // The one thing that is asked for; who has the key from elsewhere compares it.
    const key = await fetch(box.dataset.key).then((answer) => (answer.ok ? answer.text() : undefined))
    const began = performance.now()
    worker.onmessage = ({ data: { step, verification } }) => {
      if (step !== undefined) return show(step)
      const seconds = ((performance.now() - began) / 1000).toFixed(1)
      verdict.dataset.ok = String(verification.ok)
      verdict.textContent = verification.ok
        ? `${name}：核对完毕，没有不符之处（${seconds} 秒，在您的浏览器里完成）。`
        : `${name}：有不符之处，见下面标明“不符”的一步。`
    }
    worker.onerror = () => {
      verdict.dataset.ok = 'false'
      verdict.textContent = '这个浏览器不能在页面里核对：请用上面的命令。'
    }
    worker.postMessage({ file: bytes, logKey: key }, [bytes])
  }
  const failed = () => {
    verdict.dataset.ok = 'false'
    verdict.textContent = '证明文件没有取到，请稍后再试。'
  }
  const take = (file) => {
    if (file === undefined) return
    begin()
    file.arrayBuffer().then((bytes) => check(file.name, bytes), failed)
  }

  here?.addEventListener('click', () => {
    begin()
    fetch(here.dataset.here)
      .then((answer) => (answer.ok ? answer.arrayBuffer() : Promise.reject(answer)))
      .then((bytes) => check('本次证明文件', bytes))
      .catch(failed)
  })
  input.addEventListener('change', () => take(input.files[0]))
  box.addEventListener('dragover', (event) => {
    event.preventDefault()
    box.dataset.over = ''
  })
  box.addEventListener('dragleave', () => delete box.dataset.over)
  box.addEventListener('drop', (event) => {
    event.preventDefault()
    delete box.dataset.over
    take(event.dataTransfer.files[0])
  })
  box.hidden = false
}
