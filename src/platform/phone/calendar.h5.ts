import { icalendar, type CalendarEvent } from '@domain/time/calendar-event'
import { giveFile } from '../files/files.h5'
import { now } from './clock'

export const CALENDAR_FILE = true

export async function addToCalendar(event: CalendarEvent, id: string): Promise<void> {
  const text = icalendar(event, `${id}@e-dangshi`, now())
  await giveFile(`${event.title}.ics`, new TextEncoder().encode(text))
}
