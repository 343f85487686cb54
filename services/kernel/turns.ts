/** Runs work that shares a key one after the other, in the order of the calls; other work doesn't wait. */
export const turns = (): (<T>(keys: Iterable<string>, work: () => Promise<T>) => Promise<T>) => {
  const last = new Map<string, Promise<void>>()
  return async (keys, work) => {
    const own = new Set(keys)
    const done = Promise.withResolvers<void>()
    // All keys are queued at once, so no two pieces of work can wait for each other.
    const before = new Set<Promise<void>>()
    for (const key of own) {
      const busy = last.get(key)
      if (busy !== undefined) before.add(busy)
      last.set(key, done.promise)
    }
    try {
      await Promise.all(before)
      return await work()
    } finally {
      for (const key of own) if (last.get(key) === done.promise) last.delete(key)
      done.resolve()
    }
  }
}
