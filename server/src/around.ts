import { z } from 'zod'
import { DAYS_AROUND } from '../../domain/contract/limits'
import { type Day, addDays } from '../../domain/time/day'
import { daySchema } from '../../domain/contract/shapes'

/** The first and the last day that a meeting or an activity may have. */
export const daysAround = (today: Day): [Day, Day] => [addDays(today, -DAYS_AROUND), addDays(today, DAYS_AROUND)]

/** Which days a list or a ledger is asked for. */
export const periodSchema = z.strictObject({ from: daySchema.optional(), to: daySchema.optional() })

/** The days asked for; without, all that there may be something on. */
export function periodOf({ from, to }: z.infer<typeof periodSchema>, today: Day): [Day, Day] {
  const [first, last] = daysAround(today)
  return [from ?? first, to ?? last]
}
