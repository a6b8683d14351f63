/** Wrong codes of an address in a minute; then nothing from there is looked at until the minute is over, right ones neither. */
const OF_ADDRESS = 30
/** Wrong codes of everybody in a minute: addresses are cheap. */
const OF_ALL = 600
const WINDOW_MS = 60_000
/** Addresses remembered. */
const REMEMBERED = 10_000

/** Counts wrong codes, so that six digits cannot be tried in number. A room at hand knows its code: a hall behind one address is let in. */
export class Tries {
  private counts = new Map<string, number>()
  private all = 0
  private until = 0

  constructor(private readonly now: () => number) {}

  /** Whether this address has to wait. */
  spent(address: string): boolean {
    this.turn()
    return this.all >= OF_ALL || (this.counts.get(address) ?? 0) >= OF_ADDRESS
  }

  wrong(address: string): void {
    this.turn()
    if (this.counts.size >= REMEMBERED) this.counts.clear()
    this.all += 1
    this.counts.set(address, (this.counts.get(address) ?? 0) + 1)
  }

  private turn(): void {
    if (this.now() < this.until) return
    this.until = this.now() + WINDOW_MS
    this.counts.clear()
    this.all = 0
  }
}
