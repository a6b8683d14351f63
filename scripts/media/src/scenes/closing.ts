import { z } from 'zod'
import { drawObject } from './drawing.ts'
import { coming } from './motion.ts'
import { words, type Kind } from './scene.ts'
import { INK, stroke, text } from './stage.ts'

const schema = z.strictObject({
  kind: z.literal('closing'),
  title: words(16),
  /** 党史故事 第 11 集. */
  number: words(20),
  /** Who published what the film rests on. */
  sources: z.array(words(22)).min(1).max(3),
  object: z.string(),
})
export type Closing = z.infer<typeof schema>

/** The last card: what this was and what it rests on. It is made from the script's front matter, nobody writes it. */
export const closing: Kind<Closing> = {
  schema,
  steps: ({ sources }) => sources.map(() => undefined),
  claims: () => [],
  draw({ title, number, sources, object }, { now, start, beats, drawings }) {
    const shown = coming(now, start)
    return (
      stroke('M96 0V570', 'red', 4) +
      `<circle cx="96" cy="104" r="14" fill="${INK.red}" stroke="${INK.paper}" stroke-width="4"/>` +
      text(title, { x: 148, y: 122, size: 60, face: 'serif', opacity: 0.3 + 0.7 * shown }) +
      text(number, { x: 148, y: 196, fill: 'soft', opacity: shown }) +
      text('依据', { x: 148, y: 318, face: 'serif', fill: 'red', opacity: shown }) +
      sources.map((it, i) => text(it, { x: 148, y: 388 + i * 66, opacity: coming(now, beats[i]!) })).join('') +
      drawObject(drawings.get(object)!, { x: 850, y: 258, scale: 2.3 }, 1)
    )
  },
}
