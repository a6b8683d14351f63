import dayjs from 'dayjs'
import { type Day, dayStart } from './day'

/** Milliseconds since the epoch at which it is `time` (`HH:MM`) on `day` in Asia/Shanghai. */
export function momentAt(day: Day, time: string): number {
  const [hours, minutes] = time.split(':').map(Number) as [number, number]
  return dayjs.utc(dayStart(day)).add(hours, 'hour').add(minutes, 'minute').valueOf()
}

/** The moment `n` days of 24 hours after `ms` (milliseconds since the epoch); `n` may be negative. */
export function daysLater(ms: number, n: number): number {
  return dayjs
    .utc(ms)
    .add(24 * n, 'hour')
    .valueOf()
}
