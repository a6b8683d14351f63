import { z } from 'zod'
import { drawObject } from './drawing.ts'
import { coming, ramp } from './motion.ts'
import { anchor, words, type Kind } from './scene.ts'
import { broken, FRAME, text, widthOf } from './stage.ts'

const schema = z.strictObject({
  kind: z.literal('title'),
  year: words(5),
  title: words(16),
  subject: words(24).optional(),
  subjectAt: anchor,
  object: z.string(),
})
export type Title = z.infer<typeof schema>

/** Seconds in which the object is drawn. */
const DRAWING = 4.5

/** The story's name, whole from the first frame on: that frame is the poster. It stands above the middle, where players put their button. */
export const title: Kind<Title> = {
  schema,
  steps: ({ subject, subjectAt }) => (subject ? [subjectAt] : []),
  claims: ({ year, subject }) => [{ words: year }, ...(subject ? [{ words: subject }] : [])],
  draw({ year, title: name, subject, object }, { now, start, beats, drawings }) {
    const size = widthOf(name, 84) <= FRAME.width - 2 * FRAME.margin ? 84 : 70
    return (
      text(year, { x: FRAME.margin, y: 124, size: 112, face: 'serif', fill: 'red' }) +
      text(name, { x: FRAME.margin, y: 218, size, face: 'serif' }) +
      drawObject(drawings.get(object)!, { x: 788, y: 238, scale: 2.7 }, ramp(now, start + 0.4, DRAWING), 0.55) +
      (subject
        ? broken(subject, 44, 440)
            .map((it, i) =>
              text(it, { x: FRAME.margin, y: 310 + i * 62, fill: 'soft', opacity: coming(now, beats[0]!) }),
            )
            .join('')
        : '')
    )
  },
}
