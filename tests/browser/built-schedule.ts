import fs from 'node:fs'
import type { Schedule } from '../../domain/catalog/calendar'
import { joinSchedule, type ScheduleFrame, type WeeksVolume, weeksVolumes } from '../../domain/catalog/schedule-parts'

const feed = <T>(file: string) => JSON.parse(fs.readFileSync(`dist/h5/feed/${file}`, 'utf8')) as T

/** The schedule of the app that was built. */
export function builtSchedule(): Schedule {
  const frame = feed<ScheduleFrame>('schedule.json')
  return joinSchedule(
    frame,
    weeksVolumes(frame.count).map(name => feed<WeeksVolume>(name)),
  )
}
