import type { DayRecord, DaysAnswer } from '@domain/contract/days'
import type { Ask } from './client'

/** Tells the service what days hold so far, at most DAYS_AT_ONCE; safe to repeat at any time. @throws ApiError */
export function putDays(ask: Ask, days: readonly DayRecord[]): Promise<DaysAnswer> {
  return ask('PUT', '/v1/days', { body: { days } })
}

/** What the service holds of the member, one record a day and device. @throws ApiError */
export async function readDays(ask: Ask): Promise<DayRecord[]> {
  return (await ask<{ days: DayRecord[] }>('GET', '/v1/me/days')).days
}
