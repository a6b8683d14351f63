import { coming } from './motion.ts'
import type { Moment } from './scene.ts'
import { FRAME, stroke, text } from './stage.ts'

/** What a scene is about, at its top; there from the scene's first frame on. */
export function heading(words: string | undefined, { now, start }: Moment): string {
  if (!words) return ''
  return (
    text(words, { x: FRAME.margin, y: 98, size: 54, face: 'serif', opacity: 0.2 + 0.8 * coming(now, start) }) +
    stroke(`M${FRAME.margin} 122h72`, 'red', 5, coming(now, start))
  )
}

/** Where what stands under a heading begins and ends, px from the top. */
export const BELOW = { top: 150, bottom: 545 }
