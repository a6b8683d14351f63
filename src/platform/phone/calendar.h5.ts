import { icalendar, type DailyEvent } from '@domain/time/daily-event'
import { giveFile } from '../files/files.h5'
import { now } from './clock'

export const CALENDAR_FILE = true

export async function addToCalendar(event: DailyEvent): Promise<void> {
  const text = icalendar(event, 'daily@e-dangshi', now())
  await giveFile('每天学一会儿.ics', new TextEncoder().encode(text))
}
