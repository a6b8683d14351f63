/** One thing that is to be done later; setting it again puts it off. */
export class Later {
  private timer?: ReturnType<typeof setTimeout>

  /** @param ms from now */
  set(ms: number, work: () => void): void {
    this.cancel()
    this.timer = setTimeout(work, ms)
  }

  cancel(): void {
    clearTimeout(this.timer)
  }
}
