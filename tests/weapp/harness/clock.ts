interface Task {
  at: number
  run: () => void
  /** Milliseconds between runs of an interval. */
  every?: number
}

/** Lets promises of the package run: nothing in it waits for anything but promises and this clock. */
const drained = () => new Promise<void>(resolve => setImmediate(resolve))

/** Time that passes only when a test lets it: ten minutes of listening take milliseconds, and nothing depends on the machine's speed. */
export class VirtualClock {
  private readonly tasks = new Map<number, Task>()
  private lastId = 0

  constructor(
    /** Milliseconds since the epoch. */
    public now: number,
    private readonly onError: (error: unknown) => void,
  ) {}

  /** As `setTimeout`, or `setInterval` when `every` is given. */
  schedule(run: () => void, delay = 0, every?: number): number {
    this.lastId += 1
    this.tasks.set(this.lastId, { at: this.now + Math.max(0, delay || 0), run, every })
    return this.lastId
  }

  cancel(id: number): void {
    this.tasks.delete(id)
  }

  /** A killed app runs no more. */
  stop(): void {
    this.tasks.clear()
  }

  async pass(milliseconds: number): Promise<void> {
    const until = this.now + milliseconds
    for (;;) {
      await drained()
      const due = this.nextDue(until)
      if (!due) break
      const [id, task] = due
      this.now = Math.max(this.now, task.at)
      if (task.every === undefined) this.tasks.delete(id)
      else task.at = this.now + Math.max(1, task.every)
      try {
        task.run()
      } catch (error) {
        this.onError(error)
      }
    }
    this.now = until
  }

  private nextDue(until: number): [number, Task] | undefined {
    let first: [number, Task] | undefined
    for (const entry of this.tasks) if (entry[1].at <= until && (!first || entry[1].at < first[1].at)) first = entry
    return first
  }
}
