/** Something to run; what it waits for is named. */
export interface Task {
  name: string
  /** Names of tasks that must have gone well before. Those that are not among the tasks are not waited for. */
  after?: string[]
  /** How much of the room it takes; 1 when it says nothing. More than there is means: alone. */
  weight?: number
}

/**
 * Runs tasks side by side, the earlier ones first, never more at once than the room holds.
 * @param room the sum of weights that may run together
 * @param run says whether it went well; must not reject
 * @param skip is called instead of `run` for a task that waits for one that did not go well
 */
export async function schedule<T extends Task>(
  tasks: readonly T[],
  room: number,
  run: (task: T) => Promise<boolean>,
  skip: (task: T, because: string) => void,
): Promise<void> {
  const waiting = new Set(tasks)
  const wentWell = new Map<string, boolean>()
  const running = new Set<Promise<void>>()
  let free = room
  const names = new Set(tasks.map(task => task.name))
  const before = (task: T) => (task.after ?? []).filter(name => names.has(name))

  const start = (task: T, weight: number): void => {
    free -= weight
    const done: Promise<void> = run(task).then(well => {
      wentWell.set(task.name, well)
      free += weight
      running.delete(done)
    })
    running.add(done)
  }

  while (waiting.size > 0) {
    let skipped = false
    for (const task of waiting) {
      const failed = before(task).find(name => wentWell.get(name) === false)
      if (failed !== undefined) {
        waiting.delete(task)
        wentWell.set(task.name, false)
        skip(task, failed)
        skipped = true
        continue
      }
      const weight = Math.min(task.weight ?? 1, room)
      if (!before(task).every(name => wentWell.get(name))) continue
      // What is large would wait for ever if the small ones behind it went first.
      if (weight > free) break
      waiting.delete(task)
      start(task, weight)
    }
    if (skipped) continue
    if (running.size === 0) {
      if (waiting.size > 0) throw new Error(`tasks wait for each other: ${[...waiting].map(it => it.name).join(', ')}`)
      return
    }
    await Promise.race(running)
  }
  await Promise.all(running)
}
