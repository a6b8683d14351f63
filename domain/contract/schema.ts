/** The schema of domain/progress/events for the service and tests. The app imports the types only. */
import { z } from 'zod'
import { isDay } from '../time/day'
import { SHELVES } from '../catalog/shelves'

const day = z.string().refine(isDay)
const item = z.string().regex(/^[ae]-\d{4,}$/)
const seconds = z.int().min(0)
const base = {
  id: z.uuidv7(),
  at: z.int().min(0),
  day,
}
const mode = z.enum(['daily', 'practice', 'sequence', 'recite', 'challenge', 'exam', 'friend', 'review', 'article'])
/** What a database takes for text: no NUL, and no half of a character, which a keyboard's length limit can leave. */
const storable = (text: string) => !text.includes('\0') && !/\p{Surrogate}/u.test(text)
const text = (max: number) => z.string().max(max).refine(storable)
const run = text(64).min(1)

export const givenAnswerSchema = z.strictObject({
  question: z.string().regex(/^q-\d{4,}$/),
  hash: z.string().regex(/^[0-9a-f]{12}$/),
  type: z.enum(['single', 'multiple', 'judge', 'fill', 'order']),
  shelf: z.enum(SHELVES),
  given: z.array(text(100)).min(1).max(12),
  correct: z.boolean(),
  seconds: seconds.max(3600),
})

/** One stretch of engagement may last at most four hours: longer is a broken clock. */
const engaged = seconds.max(4 * 3600)
const fileSecond = z
  .number()
  .min(0)
  .max(24 * 3600)
const played = { ...base, item, seconds: engaged, from: fileSecond, position: fileSecond }

export const memberEventSchema = z.discriminatedUnion('kind', [
  z.strictObject({ ...base, kind: z.literal('read'), item, seconds: engaged, reached: z.number().min(0).max(1) }),
  z.strictObject({ ...played, kind: z.literal('listen') }),
  z.strictObject({ ...played, kind: z.literal('watch') }),
  z.strictObject({ ...base, kind: z.literal('finish'), item }),
  z.strictObject({ ...base, kind: z.literal('answer'), run, mode, answer: givenAnswerSchema }),
  z.strictObject({
    ...base,
    kind: z.literal('set'),
    run,
    mode,
    set: text(80).min(1).optional(),
    total: z.int().min(1).max(5000),
    correct: z.int().min(0).max(5000),
    untimed: z.literal(true).optional(),
  }),
  z.strictObject({ ...base, kind: z.literal('favourite'), item, on: z.boolean() }),
])

/** `POST /v1/events`. */
export const eventBatchSchema = z.strictObject({ events: z.array(memberEventSchema).min(1).max(200) })
