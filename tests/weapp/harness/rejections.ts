type Hear = (reason: unknown) => void

/** Held weakly: a phone that no test knows any more may go, with all that its app had in memory. */
const living = new Set<WeakRef<Hear>>()

process.on('unhandledRejection', reason => {
  for (const it of living) it.deref()?.(reason)
})

/** Hears of promises that were rejected while nobody listened. One listener for all phones: Node has one process. */
export function hearRejections(hear: Hear): void {
  stopHearing(undefined)
  living.add(new WeakRef(hear))
}

/** Hears no more; those that are gone are forgotten as well. */
export function stopHearing(hear: Hear | undefined): void {
  for (const it of living) if ([hear, undefined].includes(it.deref())) living.delete(it)
}
