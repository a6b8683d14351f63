import type { CalendarEvent } from '@domain/time/calendar-event'

/** The phone's own calendar. `calendar.weapp.ts` and `calendar.h5.ts`. */

/**
 * Puts an event into it: on WeChat at once, on the web as a file that the calendar opens.
 * @param id of the event in the file: the same again replaces it @throws Error in words for the member
 */
export declare function addToCalendar(event: CalendarEvent, id: string): Promise<void>
/** Whether it is given as a file. */
export declare const CALENDAR_FILE: boolean
