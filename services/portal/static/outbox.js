// What staff do on a visit waits here until it has been taken down: in the order in which it was done, under an id made here, so that it may be
// sent as often as need be. Nothing leaves before the platform has answered for it.

const NAME = 'mingjian-outbox'
const SEND_MS = 30_000

const done = (request) =>
  new Promise((resolve, reject) => {
    request.onsuccess = () => resolve(request.result)
    request.onerror = () => reject(request.error)
  })

let opened
const database = () => {
  opened ??= new Promise((resolve, reject) => {
    const request = indexedDB.open(NAME, 1)
    request.onupgradeneeded = () => {
      const db = request.result
      db.createObjectStore('acts', { keyPath: 'n', autoIncrement: true })
      db.createObjectStore('files', { keyPath: 'sha256' })
      db.createObjectStore('drafts')
    }
    request.onsuccess = () => resolve(request.result)
    request.onerror = () => reject(request.error)
  })
  return opened
}

/** One transaction, over before this resolves: what it wrote is on the disk. */
const within = async (stores, mode, work) => {
  const transaction = (await database()).transaction(stores, mode, { durability: 'strict' })
  const over = new Promise((resolve, reject) => {
    transaction.oncomplete = resolve
    transaction.onerror = () => reject(transaction.error)
    transaction.onabort = () => reject(transaction.error)
  })
  const result = await work(...stores.map((store) => transaction.objectStore(store)))
  await over
  return result
}

const listeners = new Set()
export const whenChanged = (heard) => listeners.add(heard)
const others = new BroadcastChannel(NAME)
const tell = () => {
  for (const heard of listeners) heard()
}
others.onmessage = tell
const changed = () => {
  tell()
  others.postMessage('changed')
}

/** Acts in the order in which they were done: `state` is waiting, sent or refused, and `problem` says why. */
export const allActs = () => within(['acts'], 'readonly', (acts) => done(acts.getAll()))

/**
 * Keeps an act. One of the same slot that has not been taken down is replaced where it stands: what is mended goes before what was done after it.
 * `files` go with it, by hash.
 */
export const keep = async ({ task, slot, name, data, files = [] }) => {
  await within(['acts', 'files'], 'readwrite', async (acts, kept) => {
    for (const file of files) kept.put(file)
    const before = (await done(acts.getAll())).find(
      (act) => act.task === task && act.slot === slot && act.state !== 'sent',
    )
    const act = {
      ...{ id: crypto.randomUUID(), task, slot, name, data, files: files.map(({ sha256 }) => sha256) },
      ...{ keptAt: new Date().toISOString(), state: 'waiting' },
    }
    acts.put(before === undefined ? act : { ...act, n: before.n })
  })
  changed()
}

/** Gives up an act that was refused, or has not been sent. */
export const giveUp = async (n) => {
  await within(['acts'], 'readwrite', async (acts) => {
    if ((await done(acts.get(n)))?.state !== 'sent') acts.delete(n)
  })
  changed()
}

/** Forgets a task that is over; false while something of it has not been taken down. */
export const forget = async (task) => {
  const gone = await within(['acts', 'drafts'], 'readwrite', async (acts, drafts) => {
    const its = (await done(acts.getAll())).filter((act) => act.task === task)
    if (its.some(({ state }) => state !== 'sent')) return false
    for (const { n } of its) acts.delete(n)
    drafts.delete(IDBKeyRange.bound(`${task}\n`, `${task}\n\uffff`))
    return true
  })
  if (gone) tell()
  return gone
}

export const draftOf = (task, slot) => within(['drafts'], 'readonly', (drafts) => done(drafts.get(`${task}\n${slot}`)))
export const saveDraft = (task, slot, draft) =>
  within(['drafts'], 'readwrite', (drafts) => void drafts.put(draft, `${task}\n${slot}`))

const post = (address, options) =>
  fetch(address, { ...options, signal: AbortSignal.timeout(SEND_MS) }).catch(() => undefined)

/** Files go before the act that names them: taken again, they are the same. Undefined when all have arrived. */
const deliverFiles = async (hashes) => {
  for (const sha256 of hashes) {
    const file = await within(['files'], 'readonly', (files) => done(files.get(sha256)))
    if (file === undefined) continue
    const answer = await post(`/v1/evidence/${sha256}`, {
      ...{ method: 'PUT', headers: { 'content-type': 'application/octet-stream' }, body: file.blob },
    })
    const outcome = await outcomeOf(answer, 'sha256')
    if (outcome.state !== 'sent') return outcome
    await within(['files'], 'readwrite', (files) => void files.delete(sha256))
  }
}

const outcomeOf = async (answer, proof) => {
  if (answer === undefined || answer.status === 429 || answer.status >= 500) return { state: 'away' }
  if (answer.status === 401 || answer.status === 403) return { state: 'stranger' }
  const said = await answer.json().catch(() => undefined)
  // A network that wants its own page read first answers in our name.
  if (answer.ok) return { state: said?.[proof] === undefined ? 'away' : 'sent' }
  return said?.code === undefined ? { state: 'away' } : { state: 'refused', problem: said }
}

/** What became of an act that was sent: `away` and `stranger` are no answers to it. */
const deliver = async ({ id, name, data, files = [] }) =>
  (await deliverFiles(files)) ??
  outcomeOf(
    await post(`/v1/commands/${name}`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', 'idempotency-key': id },
      body: JSON.stringify(data),
    }),
    'outcome',
  )

/**
 * Sends what waits, one after the other, alone among the pages that are open. Of a task of which something was refused nothing more is sent:
 * what comes after may rest on it. Resolves to `done`, `busy`, `away` or `stranger`.
 */
export const send = () =>
  navigator.locks.request(NAME, { ifAvailable: true }, async (lock) => {
    if (lock === null) return 'busy'
    for (;;) {
      const acts = await allActs()
      const held = new Set(acts.filter(({ state }) => state === 'refused').map(({ task }) => task))
      const act = acts.find(({ state, task }) => state === 'waiting' && !held.has(task))
      if (act === undefined) return 'done'
      const outcome = await deliver(act)
      if (outcome.state === 'away' || outcome.state === 'stranger') return outcome.state
      await within(['acts'], 'readwrite', async (kept) => {
        // Mended meanwhile: it goes again, as it is now.
        if ((await done(kept.get(act.n)))?.id === act.id) kept.put({ ...act, ...outcome })
      })
      changed()
    }
  })
