/** What the schemas of resources are made of. */
import { z } from 'zod'
import { shownLine, shownLines } from '../text/shown'
import { isDay } from '../time/day'

/** A day the database can count with. */
export const daySchema = z
  .string()
  .regex(/^20\d{2}-\d{2}-\d{2}$/)
  .refine(isDay, '不是日期')
/** `HH:MM`, Asia/Shanghai. */
export const timeSchema = z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$/)
export const idSchema = z.uuid()
/** What stands in one line, as it is seen: nothing invisible, nothing that turns the writing round; at least one character. */
export const lineSchema = (max: number) => z.string().overwrite(shownLine).min(1).max(max)
/** The same of several lines. */
export const linesSchema = (max: number) => z.string().overwrite(shownLines).min(1).max(max)
/** Why something audited is done. */
export const reasonSchema = z.string().overwrite(shownLines).min(2).max(200)

/** The idempotency key: made by the phone, one for each thing it sends, so that sending it again is safe. */
export const idempotencyKeySchema = z.uuid().describe('手机为这份表生成的编号；重发同一份表用同一个，服务只记一次')

export const monthSchema = z.string().regex(/^20\d{2}-(0[1-9]|1[0-2])$/)
/** Organisation codes are part of paths and addresses. */
export const orgSchema = z.string().regex(/^[\w.-]{1,40}$/)
/** What a table is exported as. */
export const formatSchema = z.enum(['csv', 'xlsx'])

/** Any day of the week; today's without one. */
export const weekQuery = z.strictObject({ week: daySchema.optional() })
