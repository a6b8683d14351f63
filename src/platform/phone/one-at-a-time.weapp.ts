const busy = new Set<string>()

export async function oneAtATime(name: string, work: () => Promise<void>): Promise<boolean> {
  if (busy.has(name)) return false
  busy.add(name)
  try {
    await work()
    return true
  } finally {
    busy.delete(name)
  }
}
