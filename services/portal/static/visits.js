// Takes the visits along: what an officer may need without network is kept while there is one.

const said = document.querySelector('[data-offline]')
if (navigator.serviceWorker && globalThis.caches) {
  await navigator.serviceWorker.register('/staff/offline.js', { scope: '/staff/' })
  await navigator.serviceWorker.ready
  // What waits on this device is not to be thrown out when its disk is full.
  await navigator.storage?.persist?.()
  const pages = [location.href, ...[...document.querySelectorAll('a[data-keep]')].map(({ href }) => href)]
  const parts = [...document.querySelectorAll('link[rel=stylesheet], script[src]')].map(({ href, src }) => href ?? src)
  const kept = await caches.open('visits')
  const here = await Promise.all(
    [...pages, ...parts, '/assets/visit.js', '/assets/outbox.js'].map(async (address) => {
      const answer = await fetch(address).catch(() => undefined)
      if (!answer?.ok) return (await kept.match(address)) !== undefined
      await kept.put(new URL(address, location.href).href, answer)
      return true
    }),
  )
  said.dataset.offline = here.every(Boolean) ? 'ready' : 'missing'
  said.textContent = here.every(Boolean)
    ? '已存到本机：没有网络也能打开和填写。'
    : '有的页面没有存到本机：有网络时请重开本页。'
} else said.textContent = '这个浏览器不能离线使用：请在有网络的地方填写，或者改用 https 打开。'
