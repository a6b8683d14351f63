/** Who builds says what is being done; who asked for it shows it. */
export interface Progress {
  /** Begins something that takes a while; it goes on until the next word. `about`: seconds it took the last time. */
  doing(words: string, about?: number): void
  /** Something is done, or is to be known. */
  done(words: string): void
}

/** Half a second, not 0.5123. */
export const secondsSince = (began: number): number => Math.round((performance.now() - began) / 100) / 10
