import { type Day, weekDays } from '@domain/time/day'
import { readWeek } from '@/feed/feed'
import { useQuery } from './query'

/** The schedule of the week of `day` and the day after it; read again when another week has begun. */
export const useWeek = (day: Day) => useQuery(`week-${weekDays(day)[0]}`, () => readWeek(day))
