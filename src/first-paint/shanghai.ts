// Not domain/time: the library under it weighs more than both scripts together, and every visit waits for them first.

/** The date and time in Shanghai as an ISO string. */
export const shanghai = (now: number): string => new Date(now + 8 * 3_600_000).toISOString()

/** Whole weeks from a day to a time in Shanghai; negative before. */
export const weeksSince = (day: string, now: number): number =>
  // eslint-disable-next-line own/no-restricted-syntax -- see above
  Math.floor((now + 8 * 3_600_000 - Date.parse(day)) / (7 * 86_400_000))

/** `周日` to `周六` in Shanghai. */
export function weekday(now: number): string {
  // eslint-disable-next-line own/no-restricted-syntax -- see above
  return `周${'日一二三四五六'.charAt(new Date(shanghai(now)).getUTCDay())}`
}
