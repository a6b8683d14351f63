import Taro from '@tarojs/taro'
import type { CalendarEvent } from '@domain/time/calendar-event'

export const CALENDAR_FILE = false

export async function addToCalendar(event: CalendarEvent): Promise<void> {
  const { title, note, from, time, daily, minutes, place, alarm } = event
  const [year = 0, month = 1, day = 1] = from.split('-').map(Number)
  const [hour, minute] = time.split(':').map(Number)
  // By the phone's own clock, as in the web's file.
  const start = new Date(year, month - 1, day, hour, minute).getTime()
  try {
    const one = {
      title,
      description: note,
      startTime: Math.round(start / 1000),
      alarm: true,
      alarmOffset: alarm * 60,
      ...(place ? { location: place } : {}),
    }
    if (daily) await Taro.addPhoneRepeatCalendar({ ...one, repeatInterval: 'day' })
    else await Taro.addPhoneCalendar({ ...one, endTime: String(one.startTime + minutes * 60) })
  } catch (error) {
    const words = (error as { errMsg?: string }).errMsg ?? ''
    throw new Error(
      /auth|privacy|deny|denied/.test(words)
        ? '没有许可写日历。想要提醒，到微信的“设置、权限”里打开日历再试'
        : '手机的日历没有写进去，请再试一次',
      { cause: error },
    )
  }
}
