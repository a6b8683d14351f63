/** Numbers of the day record that phone and service agree on (design, Participation). */

/** Day records in one request: the days that count, and one for the clock's edge. */
export const DAYS_AT_ONCE = 15
/** A day counts from so many days back up to today, by the service's clock. */
export const DAYS_BACK = 14
/** Devices of one member whose days are held at the same time. */
export const DEVICES = 5
/** Ids one day may call finished, over all devices: what is beyond is refused as `full`. */
export const FINISHED_A_DAY = 100
/** Answers that count on one shelf and day, over all devices. */
export const ANSWERED_A_DAY = 1000
