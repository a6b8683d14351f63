/** What the lock screen's buttons do, and the keyboard's of a computer. Those that are not named have none. */
type Buttons = Partial<Record<MediaSessionAction, () => void>>

const ACTIONS: readonly MediaSessionAction[] = [
  'play',
  'pause',
  'seekbackward',
  'seekforward',
  'previoustrack',
  'nexttrack',
]

/** Seconds that its buttons go on or back. */
export const SKIP = 15

let shown: object | undefined

/**
 * The web's lock screen: one sound or film at a time stands on it. @param owner whose it is, for {@link leaveLockScreen}
 * @returns what it shows, where the browser has one
 */
export function onLockScreen(owner: object, title: string, album: string, buttons: Buttons): MediaMetadata | undefined {
  const session = navigator.mediaSession
  if (!session || typeof MediaMetadata === 'undefined') return undefined
  shown = owner
  for (const action of ACTIONS) session.setActionHandler(action, buttons[action] ?? null)
  session.metadata = new MediaMetadata({ title, album, artist: album })
  return session.metadata
}

/** Whether it is this one's. */
export const hasLockScreen = (owner: object): boolean => shown === owner

/** Takes it off, unless another has it by now. */
export function leaveLockScreen(owner: object): void {
  if (shown !== owner) return
  shown = undefined
  for (const action of ACTIONS) navigator.mediaSession.setActionHandler(action, null)
  navigator.mediaSession.metadata = null
}
