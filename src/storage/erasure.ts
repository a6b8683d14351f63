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
}

const holders: { stop(): void; forget(): Promise<void> }[] = []

/**
 * Every store that holds something of the member's joins, so that nothing is still shown or written when everything has
 * been erased. A store whose code was never loaded holds nothing.
 */
export function joinErasure<State>(store: Store<State>, { stop, begin, after }: Ways<State> = {}): void {
  holders.push({
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
