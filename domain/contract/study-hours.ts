/** 学时 as the service tells them. The app imports types only: zod stays out of its package. */
import { z } from 'zod'

/** One thing that the branch did together and the member took part in. */
const ownHoursEntrySchema = z.object({
  day: z.string(),
  kind: z.string(),
  title: z.string(),
  hours: z.number(),
})
export type OwnHoursEntry = z.infer<typeof ownHoursEntrySchema>

/** `GET /v1/me/study-hours?year=2026`: one's own, the latest first; the running year without `year`. */
export const ownHoursSchema = z.object({
  year: z.string(),
  hours: z.number(),
  required: z.number().describe('党员 32，支部书记和支委 56'),
  entries: z.array(ownHoursEntrySchema),
})
export type OwnHours = z.infer<typeof ownHoursSchema>
