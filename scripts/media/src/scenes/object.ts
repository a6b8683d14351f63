import { z } from 'zod'
import { drawObject } from './drawing.ts'
import { heading } from './heading.ts'
import { coming, ramp } from './motion.ts'
import { anchorOf, HEADING, line, textOf, type Kind } from './scene.ts'
import { FRAME, stroke, text } from './stage.ts'

const schema = z.strictObject({
  kind: z.literal('object'),
  heading: HEADING,
  object: z.string(),
  lines: z.array(line(12)).max(5).default([]),
})
export type ObjectScene = z.infer<typeof schema>

/** The thing that the story turns on, drawn line by line, and what is to be known of it beside it. */
export const object: Kind<ObjectScene> = {
  schema,
  steps: ({ lines }) => lines.map(anchorOf),
  claims: ({ heading: head, lines }) => [
    ...(head ? [{ words: head }] : []),
    ...lines.map(it => ({ words: textOf(it) })),
  ],
  draw({ heading: head, object: id, lines }, moment) {
    const { now, start, end, beats, drawings } = moment
    const drawn = ramp(now, start + 0.2, Math.min(5, (end - start) * 0.7))
    const wide = lines.length === 0
    const place = wide ? { x: 372, y: 132, scale: 3.4 } : { x: FRAME.margin - 10, y: 150, scale: 3.3 }
    const step = 78
    const top = 342 - ((lines.length - 1) * step) / 2
    return (
      heading(head, moment) +
      drawObject(drawings.get(id)!, place, drawn) +
      lines
        .map((it, i) => {
          const y = top + i * step
          const opacity = coming(now, beats[i]!)
          return (
            text(textOf(it), { x: 690, y, size: 48, face: 'serif', opacity }) +
            stroke(`M660 ${y - 34}v40`, 'red', 5, opacity)
          )
        })
        .join('')
    )
  },
}
