// Pages of visits without network: what was shown last, until there is a network again. Acts are none of its business: they wait in the outbox.

const KEPT = 'visits'
/** A network that takes longer is as good as none. */
const PATIENCE_MS = 8_000
const isPage = ({ mode, url }) => mode === 'navigate' && new URL(url).pathname.startsWith('/staff/visits')
const isPart = ({ url }) => new URL(url).origin === location.origin && new URL(url).pathname.startsWith('/assets/')

self.addEventListener('install', () => self.skipWaiting())
self.addEventListener('activate', (event) => event.waitUntil(self.clients.claim()))

const keep = async (address, page) => (await caches.open(KEPT)).put(address, page)

const answer = async (event) => {
  const { request } = event
  try {
    const fresh = await fetch(request, { signal: AbortSignal.timeout(PATIENCE_MS) })
    // To its last byte: a network that ends in the middle of a page is none.
    await fresh.clone().arrayBuffer()
    // Shown whether or not there is room for it here.
    if (fresh.ok && !fresh.redirected) event.waitUntil(keep(request.url, fresh.clone()).catch(() => {}))
    return fresh
  } catch (away) {
    const known = await (await caches.open(KEPT)).match(request.url)
    if (known === undefined) throw away
    return known
  }
}

self.addEventListener('fetch', (event) => {
  const { request } = event
  // Whoever leaves takes the pages along; what has not been sent stays for the next who comes in.
  if (request.method === 'POST' && new URL(request.url).pathname === '/staff/leave')
    event.waitUntil(caches.delete(KEPT))
  if (request.method === 'GET' && (isPage(request) || isPart(request))) event.respondWith(answer(event))
})
