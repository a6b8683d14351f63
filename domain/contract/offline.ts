/** 线下学习: study of members without a phone, written down by the secretary. The app imports types only: zod stays out of its package. */
import { z } from 'zod'
import { daySchema, idempotencyKeySchema, idSchema, lineSchema, reasonSchema } from './shapes'

/** What is written down, of however many members. */
const offlineEntrySchema = z.strictObject({
  day: daySchema,
  minutes: z.int().min(1).max(600),
  what: lineSchema(100),
  reason: reasonSchema.describe('为什么由书记登记；记进操作记录'),
})
export type OfflineEntry = z.infer<typeof offlineEntrySchema>

/** `POST /v1/branches/:branch/offline`. */
export const sentOfflineSchema = offlineEntrySchema.extend({
  form: idempotencyKeySchema,
  members: z.array(idSchema).min(1).max(200),
  again: z.literal(true).optional().describe('那一天已经记过的，也再记一次'),
})

/** One of `GET /v1/branches/:branch/offline`. */
export const offlineRecordSchema = z.object({
  id: z.string(),
  member: z.string(),
  name: z.string(),
  day: z.string(),
  minutes: z.number(),
  what: z.string(),
  reason: z.string(),
})
export type OfflineRecord = z.infer<typeof offlineRecordSchema>
