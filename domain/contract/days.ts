/** `PUT /v1/days`: what a day holds so far on one device. The app imports types only: zod stays out of its package. */
import { z } from 'zod'
import { SHELVES } from '../catalog/shelves'
import { isDay } from '../time/day'
import { ANSWERED_A_DAY, DAYS_AT_ONCE, FINISHED_A_DAY } from './day-limits'

/** `a-0001`, `e-0001`, or `article:a-0001` for the questions of an article. Longer numbers are nobody's. */
const finishedId = z.string().regex(/^([ae]-\d{4,6}|article:a-\d{4,6})$/)

export const dayRecordSchema = z.strictObject({
  day: z
    .string()
    .regex(/^20\d{2}-\d{2}-\d{2}$/)
    .refine(isDay)
    .describe('哪一天（上海时间）'),
  device: z
    .uuid()
    .overwrite(it => it.toLowerCase())
    .describe('这份学习记录所在手机的随机编号，由应用自己生成'),
  studied: z.boolean().describe('这一天学过没有'),
  finished: z.array(finishedId).max(FINISHED_A_DAY).describe('这一天学完的文章、节目和做完的题组'),
  answered: z.partialRecord(z.enum(SHELVES), z.int().min(1).max(ANSWERED_A_DAY)).describe('这一天在每个书架答了几题'),
})
export type DayRecord = z.infer<typeof dayRecordSchema>

export const putDaysSchema = z.strictObject({ days: z.array(dayRecordSchema).min(1).max(DAYS_AT_ONCE) })

/** Why a day is not held. `ahead` may be sent again when it has come; `full` holds as much as a day may. */
const dayRefusals = z.enum(['ahead', 'old', 'devices', 'full'])

/** In the order of the days sent. */
export const daysAnswerSchema = z.object({
  results: z.array(
    z.object({
      taken: z.boolean(),
      reason: dayRefusals.optional(),
      unknown: z.array(z.string()).optional().describe('服务不认得、没有记下的编号；其余照记'),
    }),
  ),
})
export type DaysAnswer = z.infer<typeof daysAnswerSchema>
export type DayAnswer = DaysAnswer['results'][number]

/** `GET /v1/me/days`: what the service holds, one record a day and device. */
export const heldDaysSchema = z.object({ days: z.array(dayRecordSchema) })
