import { useRouter } from '@tarojs/taro'
import { useState } from 'react'
import { type ReportingPeriod, lastFinishedWeek } from '@domain/district/reporting-period'
import { isDay, weekStart } from '@domain/time/day'
import { today } from '@/platform/phone/clock'

/** The week or month of the address, else the last week that is over. */
export function usePeriod() {
  const { week, month } = useRouter().params
  return useState<ReportingPeriod>(() => {
    if (month && /^20\d{2}-(0[1-9]|1[0-2])$/.test(month)) return { kind: 'month', start: month }
    return week && isDay(week) ? { kind: 'week', start: weekStart(week) } : lastFinishedWeek(today())
  })
}

/** The period as the next page's address carries it. */
export const carried = ({ kind, start }: ReportingPeriod) => ({ [kind]: start })
