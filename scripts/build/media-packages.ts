import fs from 'node:fs'
import path from 'node:path'
import { parse } from 'yaml'
import type { Schedule } from '../../domain/catalog/calendar'
import { planOn } from '../../domain/catalog/plan'
import { addDays } from '../../domain/time/day'

/** Sub-packages kept for sounds at the most, `media/1` and on: with the rest at full content they stay under WeChat's 30 MB. */
export const MOST_MEDIA_PACKAGES = 16
/** WeChat allows 2 MB a sub-package, and its own check advises 1.5 MB; its page and ready.js take a little. */
export const LIMIT = 1_480_000
/** As long as the schedule is before it begins again. */
const DAYS = 52 * 7

/**
 * Which sub-package each sound travels in: in the order in which the schedule brings them, each into the first one that
 * still has room. What finds none stays out and is heard from `MEDIA_BASE_URL`.
 * @param order ids of episodes, first what is wanted first; sounds of none of these come last, by name
 * @returns package number, from 1, by file name
 */
export function packMedia(folder: string, order: readonly string[]): Record<string, number> {
  const sounds = soundsIn(folder)
  const place = new Map(order.map((id, i) => [`${id}.m4a`, i]))
  const placeOf = (name: string) => place.get(name) ?? order.length
  sounds.sort((a, b) => placeOf(a) - placeOf(b) || (a < b ? -1 : 1))
  const packed: Record<string, number> = {}
  const room = Array.from({ length: MOST_MEDIA_PACKAGES }, () => LIMIT)
  for (const name of sounds) {
    const { size } = fs.statSync(path.join(folder, name))
    const at = room.findIndex(left => left >= size)
    if (at < 0) continue
    packed[name] = at + 1
    room[at]! -= size
  }
  return packed
}

/**
 * Ids of the episodes that the schedule brings in the year from `day` on, each once.
 * @param day `YYYY-MM-DD`
 */
export function scheduledFrom(schedule: Schedule, day: string): string[] {
  const ids = Array.from({ length: DAYS }, (_, i) => planOn(schedule, addDays(day, i))?.episode)
  return [...new Set(ids.filter(id => id !== undefined))]
}

const mediaOf = (root: string) => path.join(root, 'content/media')
/** What is heard: a person's recording as it came from their phone (`e-0007.human.王小明.m4a`) lies beside it. */
const soundsIn = (folder: string) =>
  fs.existsSync(folder) ? fs.readdirSync(folder).filter(name => /^e-\d+\.m4a$/.test(name)) : []

/** How many sounds a packing leaves to `MEDIA_BASE_URL`. */
export const soundsLeft = (root: string, packed: Record<string, number>): number =>
  soundsIn(mediaOf(root)).filter(name => packed[name] === undefined).length

/** The packing of a build that is made on `day`. */
export function packedOn(root: string, day: string): Record<string, number> {
  const schedule = parse(fs.readFileSync(path.join(root, 'content/schedule.yml'), 'utf8')) as Schedule
  return packMedia(mediaOf(root), scheduledFrom(schedule, day))
}
