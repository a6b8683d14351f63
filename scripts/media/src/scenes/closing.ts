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
  /** How much the film rests on, and the books where a reader may check it: nobody has opened those. */
  sources: words(22),
  books: z.array(words(22)).max(2),
  object: z.string(),
})
export type Closing = z.infer<typeof schema>

/** The last card: what this was and what it rests on. It is made from the script's front matter, nobody writes it. */
export const closing: Kind<Closing> = {
  schema,
  steps: ({ books }) => ['', ...books].map(() => undefined),
  claims: () => [],
  draw({ title, number, sources, books, object }, { now, start, beats, drawings }) {
    const shown = coming(now, start)
    return (
      stroke('M96 0V570', 'red', 4) +
      `<circle cx="96" cy="104" r="14" fill="${INK.red}" stroke="${INK.paper}" stroke-width="4"/>` +
      text(title, { x: 148, y: 122, size: 60, face: 'serif', opacity: 0.3 + 0.7 * shown }) +
      text(number, { x: 148, y: 196, fill: 'soft', opacity: shown }) +
      text('依据', { x: 148, y: 276, face: 'serif', fill: 'red', opacity: shown }) +
      text(sources, { x: 148, y: 338, opacity: coming(now, beats[0]!) }) +
      text(books.length > 0 ? '可以核对的书' : '', { x: 148, y: 418, face: 'serif', fill: 'red', opacity: shown }) +
      books.map((it, i) => text(it, { x: 148, y: 480 + i * 60, opacity: coming(now, beats[i + 1]!) })).join('') +
      drawObject(drawings.get(object)!, { x: 850, y: 258, scale: 2.3 }, 1)
    )
  },
}
