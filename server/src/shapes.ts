import { z } from 'zod'
import { daySchema } from '../../domain/contract/shapes'

export { daySchema, idSchema, idempotencyKeySchema, reasonSchema, timeSchema } from '../../domain/contract/shapes'

export const monthSchema = z.string().regex(/^20\d{2}-(0[1-9]|1[0-2])$/)
/** Organisation codes are part of paths and addresses. */
export const orgSchema = z.string().regex(/^[\w.-]{1,40}$/)
/** What a table is exported as. */
export const formatSchema = z.enum(['csv', 'xlsx'])

/** Any day of the week; today's without one. */
export const weekQuery = z.strictObject({ week: daySchema.optional() })
