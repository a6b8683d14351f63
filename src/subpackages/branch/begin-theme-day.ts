import { begunMinutes, planOf, type Theme, themesOf } from '@domain/branch/theme-day'
import { CODE_MINUTES_MAX } from '@domain/contract/check-in'
import { meetingKindTitle } from '@domain/contract/meeting-kinds'
import { recordOf } from '@domain/contract/meeting-record'
import type { MeetingSummary } from '@domain/contract/meetings'
import { secondsUntil } from '@domain/branch/meetings'
import { clockTime } from '@domain/time/format'
import type { Idempotent } from '@domain/contract/idempotency-key'
import { meetingApi } from '@/api/meetings'
import { readCatalog, readCourses, readSchedule } from '@/feed/feed'
import { now, today } from '@/platform/phone/clock'
import { useMeetingCodes } from '@/stores/meeting-codes'
import { authorised } from '@/stores/session'

interface Begun {
  meeting: string
  theme: string
}

/** Sends under one idempotency key (api/idempotency-key). */
type Send = <T>(send: (key: Idempotent) => Promise<T>) => Promise<T>

/**
 * Begins a 主题党日 with this week's theme: today's meeting, arranged if there is none, its check-in code and the first lines of
 * its minutes. What is there already stays as it is, so that it may be pressed twice. Rejects with ApiError.
 */
export async function beginThemeDay(
  branch: string,
  meetings: readonly MeetingSummary[],
  send: Send,
  meeting = meetings.find(it => it.kind === 'theme_day' && it.day === today())?.id,
): Promise<Begun> {
  const [theme, catalog] = await Promise.all([weeksTheme(), readCatalog()])
  const api = meetingApi(authorised, branch)
  const time = clockTime(new Date(now()).toISOString())
  const arranged = { kind: 'theme_day' as const, title: theme.title, day: today(), time }
  const id = meeting ?? (await send(key => api.arrange({ ...arranged, ...key }))).id
  await openCheckIn(api, id)
  await beginRecord(api, id, theme, catalog)
  return { meeting: id, theme: theme.id }
}

/** What this week is about. Rejects where nothing is planned. */
export async function weeksTheme(): Promise<Theme> {
  const [schedule, courses] = await Promise.all([readSchedule(), readCourses()])
  const [theme] = themesOf(schedule, courses, today())
  if (!theme) throw new Error('还没有排好主题，请先在“安排一次会议”里安排')
  return theme
}

type Api = ReturnType<typeof meetingApi>

/** A code that this phone holds and that is still good is not replaced: somebody may be typing it. */
async function openCheckIn(api: Api, id: string): Promise<void> {
  const { load, keep } = useMeetingCodes.getState()
  await load().catch(() => undefined)
  if (secondsUntil(useMeetingCodes.getState().entries[id]?.endsHere, now()) > 0) return
  const made = await api.code(id, CODE_MINUTES_MAX)
  await keep(id, { ...made, endsHere: new Date(now() + CODE_MINUTES_MAX * 60_000).toISOString() })
}

/** Writes what is studied where nothing is written yet. */
async function beginRecord(api: Api, id: string, theme: Theme, catalog: Awaited<ReturnType<typeof readCatalog>>) {
  const detail = await api.detail(id)
  if (detail.minutes || detail.meeting.links.length > 0) return
  const plan = planOf(theme, catalog)
  const read = catalog.articles.find(it => it.id === plan.articles[0])
  const seen = catalog.episodes.find(it => it.id === plan.episodes[0])
  const plainTitle = detail.meeting.title === meetingKindTitle(detail.meeting.kind)
  await api.edit(id, {
    ...recordOf(detail),
    edits: detail.edits,
    title: plainTitle ? theme.title : detail.meeting.title,
    links: [read?.id, seen?.id].filter((it): it is string => it !== undefined),
    minutes: begunMinutes(theme.title, read?.title, seen && { title: seen.title, film: seen.kind === 'video' }),
  })
}
