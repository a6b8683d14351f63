import type { ScreenView } from '@domain/contract/room'
import type { Step } from '@domain/room/game'

/** The step that the red button, a key and the remote take. */
export const mainStep = ({ can }: ScreenView): Step | undefined =>
  (['next', 'again', 'close', 'end'] as const).find(it => can.indexOf(it) >= 0)
