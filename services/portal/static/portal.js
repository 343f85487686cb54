// What JavaScript adds to pages that are whole without it: a copy button, suggestions while typing, theme and type size.

const manner = document.querySelector('.manner')
if (manner) {
  const root = document.documentElement
  const darkByDefault = matchMedia('(prefers-color-scheme: dark)').matches
  const choices = {
    theme: () => ((root.dataset.theme ?? (darkByDefault ? 'dark' : 'light')) === 'dark' ? 'light' : 'dark'),
    type: () => (root.dataset.type === 'large' ? 'normal' : 'large'),
  }
  const show = () => {
    for (const button of manner.querySelectorAll('button')) {
      const on = choices[button.dataset.manner]() === { theme: 'light', type: 'normal' }[button.dataset.manner]
      button.setAttribute('aria-pressed', String(on))
    }
  }
  for (const button of manner.querySelectorAll('button')) {
    const name = button.dataset.manner
    button.addEventListener('click', () => {
      root.dataset[name] = choices[name]()
      localStorage.setItem(name, root.dataset[name])
      show()
    })
  }
  show()
  manner.hidden = false
}

if (navigator.clipboard) {
  for (const button of document.querySelectorAll('[data-copy]')) {
    const words = button.textContent
    button.hidden = false
    button.addEventListener('click', async () => {
      await navigator.clipboard.writeText(button.dataset.copy)
      button.textContent = '已复制'
      setTimeout(() => {
        button.textContent = words
      }, 2000)
    })
  }
}

// Suggestions: the combobox pattern with a list box, from the same public API that anybody may use.
const input = document.querySelector('#q')
if (input) {
  const PAUSE_MS = 180
  const list = document.createElement('ul')
  list.id = 'suggestions'
  list.className = 'suggestions'
  list.setAttribute('role', 'listbox')
  list.setAttribute('aria-label', '可能的企业')
  list.hidden = true
  input.after(list)
  for (const [name, value] of [
    ['role', 'combobox'],
    ['aria-autocomplete', 'list'],
    ['aria-controls', list.id],
    ['aria-expanded', 'false'],
  ])
    input.setAttribute(name, value)

  let chosen = -1
  let pending = 0
  let asked = ''

  const close = () => {
    list.hidden = true
    chosen = -1
    input.setAttribute('aria-expanded', 'false')
    input.removeAttribute('aria-activedescendant')
  }
  const choose = (index) => {
    chosen = index
    for (const [at, option] of [...list.children].entries()) option.setAttribute('aria-selected', String(at === index))
    if (index < 0) input.removeAttribute('aria-activedescendant')
    else input.setAttribute('aria-activedescendant', list.children[index].id)
  }
  const marked = (name, ranges) => {
    const parts = document.createElement('span')
    let at = 0
    for (const [from, to] of ranges) {
      const mark = document.createElement('mark')
      mark.textContent = name.slice(from, to)
      parts.append(name.slice(at, from), mark)
      at = to
    }
    parts.append(name.slice(at))
    return parts
  }
  const option = ({ uscc, name, match }, index) => {
    const item = document.createElement('li')
    item.id = `suggestion-${index}`
    item.setAttribute('role', 'option')
    item.dataset.uscc = uscc
    const code = document.createElement('span')
    code.className = 'code'
    code.textContent = uscc
    item.append(marked(name, match?.name === name ? match.ranges : []), code)
    return item
  }
  const suggest = async (q) => {
    asked = q
    const answer = await fetch(`/v1/enterprises?limit=6&q=${encodeURIComponent(q)}`)
    if (!answer.ok || asked !== q) return
    const { items } = await answer.json()
    if (asked !== q) return
    list.replaceChildren(...items.map(option))
    chosen = -1
    list.hidden = items.length === 0
    input.setAttribute('aria-expanded', String(items.length > 0))
  }

  input.addEventListener('input', () => {
    clearTimeout(pending)
    const q = input.value.trim()
    asked = ''
    if ([...q].length < 2) close()
    // What fails here is found by the button all the same.
    else pending = setTimeout(() => suggest(q).catch(close), PAUSE_MS)
  })
  input.addEventListener('keydown', (event) => {
    if (list.hidden || event.isComposing) return
    const count = list.children.length
    if (event.key === 'Escape') close()
    else if (event.key === 'ArrowDown') choose((chosen + 1) % count)
    else if (event.key === 'ArrowUp') choose(chosen < 1 ? count - 1 : chosen - 1)
    else if (event.key === 'Enter' && chosen >= 0) location.assign(`/enterprises/${list.children[chosen].dataset.uscc}`)
    else return
    event.preventDefault()
  })
  // Before the field loses its focus, which would close the list.
  list.addEventListener('pointerdown', (event) => {
    event.preventDefault()
    const item = event.target.closest('li')
    if (item) location.assign(`/enterprises/${item.dataset.uscc}`)
  })
  input.addEventListener('blur', close)
}

// How long it is until a public value comes out, beside its time.
for (const time of document.querySelectorAll('[data-countdown]')) {
  const at = time.getAttribute('datetime')
  const due = Date.parse(/^\d{4}-\d{2}-\d{2}$/.test(at) ? `${at}T00:00:00+08:00` : at)
  const left = document.createElement('span')
  const show = () => {
    const minutes = Math.floor((due - Date.now()) / 60_000)
    const [days, hours] = [Math.floor(minutes / 1440), Math.floor(minutes / 60) % 24]
    left.textContent = minutes < 0 ? '（时间已到）' : `（还有 ${days} 天 ${hours} 小时 ${minutes % 60} 分）`
  }
  if (Number.isNaN(due)) continue
  show()
  time.after(left)
  setInterval(show, 60_000)
}
