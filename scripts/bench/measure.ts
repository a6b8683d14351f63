export interface Row {
  what: string
  /** Milliseconds: the middle and the slowest of the runs. */
  median: number
  slowest: number
  runs: number
}

/** What one file of this folder measures; rows are made when asked for. */
export interface Figures {
  title: string
  rows: () => Row[]
  /** What is not a time, in Markdown, below the table. */
  words?: () => string
}

/** What one file of this folder measures in its own way, as Markdown below its title. */
export interface Section {
  title: string
  markdown: () => Promise<string>
}

/** Runs `work` once to warm up, then `runs` times. */
export function measure(what: string, runs: number, work: (n: number) => void): Row {
  work(-1)
  const times = Array.from({ length: runs }, (_, n) => {
    const start = performance.now()
    work(n)
    return performance.now() - start
  }).sort((a, b) => a - b)
  return { what, median: times[Math.floor(runs / 2)]!, slowest: times[runs - 1]!, runs }
}
