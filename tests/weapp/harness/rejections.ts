const living = new Set<(reason: unknown) => void>()

process.on('unhandledRejection', reason => {
  for (const hear of living) hear(reason)
})

/** Hears of promises that were rejected while nobody listened. One listener for all phones: Node has one process. */
export function hearRejections(hear: (reason: unknown) => void): void {
  living.add(hear)
}

export function stopHearing(hear: (reason: unknown) => void): void {
  living.delete(hear)
}
