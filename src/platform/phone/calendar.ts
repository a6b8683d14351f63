import type { DailyEvent } from '@domain/time/daily-event'

/** The phone's own calendar. `calendar.weapp.ts` and `calendar.h5.ts`. */

/**
 * Puts an event that repeats daily into it: on WeChat at once, on the web as a file that the calendar opens.
 * @throws Error in words for the member
 */
export declare function addToCalendar(event: DailyEvent): Promise<void>
/** Whether it is given as a file. */
export declare const CALENDAR_FILE: boolean
