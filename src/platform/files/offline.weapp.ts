import type { OfflineState } from './offline'

/** WeChat keeps the package itself. */
export async function offlineState(): Promise<OfflineState | undefined> {
  return undefined
}

export async function fillOffline(): Promise<OfflineState | undefined> {
  return undefined
}

export const sparesData = (): boolean => true

export function whenIdle(): void {
  // Nothing is ever to be fetched.
}
