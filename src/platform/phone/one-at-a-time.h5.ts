const busy = new Set<string>()

/** Browsers without Web Locks mind this tab only: what two tabs send at once is told apart by its ids at the service. */
export async function oneAtATime(name: string, work: () => Promise<void>): Promise<boolean> {
  if (busy.has(name)) return false
  busy.add(name)
  try {
    if (!navigator.locks) {
      await work()
      return true
    }
    return await navigator.locks.request(name, { ifAvailable: true }, async lock => {
      if (lock) await work()
      return lock !== null
    })
  } finally {
    busy.delete(name)
  }
}
