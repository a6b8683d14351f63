/** A zustand store, as far as it is needed to begin it anew. */
interface Store<State> {
  getInitialState(): State
  setState(state: State, replace: true): void
}

interface Ways<State> {
  /** Ends what would write records again; called before they are erased. */
  stop?(): void
  /** What differs from the state the store began with. */
  begin?(): Partial<State>
  /** What lies outside the store; called once it has begun anew. */
  after?(): Promise<void>
  /**
   * Takes over what the records hold once another phone's have been joined into them. A store without it holds nothing that a
   * file or a new phone brings.
   */
  reread?(): Promise<void>
}

const holders: { stop(): void; forget(): Promise<void>; reread?(): Promise<void> }[] = []

/**
 * Every store that holds something of the member's joins, so that nothing is still shown or written when everything has
 * been erased, and nothing old when another phone's records have come. A store whose code was never loaded holds nothing.
 */
export function joinErasure<State>(store: Store<State>, { stop, begin, after, reread }: Ways<State> = {}): void {
  holders.push({
    reread,
    stop: () => stop?.(),
    forget: async () => {
      store.setState({ ...store.getInitialState(), ...begin?.() }, true)
      await after?.()
    },
  })
}

/** Ends everything that would write. */
export function stopHolders(): void {
  for (const holder of holders) holder.stop()
}

/** Begins every store anew. */
export async function forgetHeld(): Promise<void> {
  await Promise.all(holders.map(holder => holder.forget()))
}

/** Lets every store take over what the records hold now. */
export async function rereadHeld(): Promise<void> {
  await Promise.all(holders.map(holder => holder.reread?.()))
}
