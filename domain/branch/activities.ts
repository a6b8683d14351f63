import type { Activity, NewActivity } from '../contract/activities'
import {
  ACTIVITY_LINE,
  ACTIVITY_WORDS,
  type ActivityField,
  type ActivityKind,
  isDone,
  stateTitle,
} from '../contract/activity-kinds'
import { byCodeUnit } from '../text/by-code-unit'
import { type Day, daysBetween } from '../time/day'
import { formatDay } from '../time/format'
import { refusal } from './personal-details'

/** What is wrong with an activity as it is filled in: which field, and what to do. */
export interface ActivityProblem {
  /** `title`, `place`, `due`, or a field's id. */
  field: string
  words: string
}

/**
 * Everything that keeps an activity of the kind from being taken: what has to be filled and is not, what is too long, and what names
 * people outside the branch. The same on the phone and in the service.
 */
export function activityProblems(kind: ActivityKind, it: NewActivity, today: Day): ActivityProblem[] {
  const problems: ActivityProblem[] = []
  const say = (field: string, words: string) => problems.push({ field, words })
  const look = (field: string, title: string, text: string, outsiders: boolean) => {
    const why = refusal(text, outsiders)
    if (why) say(field, `“${title}”里${why}`)
  }
  if (!kind.states.some(state => state.id === it.state)) say('state', '没有这个状态，请重新选')
  if (it.title.trim() === '') say('title', `请写上“${kind.asks}”`)
  look('title', kind.asks, it.title, !!kind.outsiders)
  look('place', '地点', it.place ?? '', !!kind.outsiders)
  if (kind.due && !it.due) say('due', `请选“${kind.due}”`)
  if (it.due && !kind.due) say('due', '这一种活动没有期限，请去掉')
  else if (it.due && it.due < it.day) say('due', `“${kind.due ?? '期限'}”在登记的日子之前，请改一个`)
  if (it.hours && kind.hours === 0) say('hours', '这一种活动不记学时，请更新应用后再记')
  const done = isDone(kind, it.state)
  if (it.closed && !(kind.due && done)) say('closed', '还没有办完，不用写哪一天办完')
  if (it.closed && it.closed < it.day) say('closed', '办完的日子在登记的日子之前，请改一个')
  if (it.closed && it.closed > today) say('closed', `${formatDay(it.closed)}还没有到，请改办完的日子`)
  if (done && it.day > today) say('state', `${formatDay(it.day)}还没有到，不能记成“${stateTitle(kind, it.state)}”`)
  for (const field of kind.fields) {
    const text = (it.words[field.id] ?? '').trim()
    if (text === '' && isNeeded(field, done)) say(field.id, `请写上“${field.title}”`)
    if (text.length > limitOf(field)) say(field.id, `“${field.title}”太长，请不超过 ${limitOf(field)} 个字`)
    look(field.id, field.title, text, !!(kind.outsiders || field.outsiders))
  }
  for (const id of Object.keys(it.words)) {
    if (!kind.fields.some(field => field.id === id)) say(id, '这一种活动没有这一项，请更新应用后再记')
  }
  return problems
}

/** Characters that a field holds. */
export const limitOf = (field: ActivityField): number => (field.long ? ACTIVITY_WORDS : ACTIVITY_LINE)

/** Whether the field has to be filled in the state. */
export const isNeeded = (field: ActivityField, done: boolean): boolean =>
  field.needed === 'always' || (field.needed === 'done' && done)

/** The last day that something not done has: its own, or the day it is planned for. */
const lastDay = ({ due, day }: Pick<Activity, 'due' | 'day'>): Day => due ?? day

/** Not done and past its last day: nobody has said yet what became of it. */
export const isLate = (it: Pick<Activity, 'done' | 'due' | 'day'>, today: Day): boolean =>
  !it.done && lastDay(it) < today

/** The ledger as it is read: what is late, the longest first; what is to come, the nearest first; what is done, the latest first. */
export function activityParts<It extends Pick<Activity, 'done' | 'due' | 'day'>>(list: readonly It[], today: Day) {
  const byLast = (a: It, b: It) => byCodeUnit(lastDay(a), lastDay(b))
  return {
    late: list.filter(it => isLate(it, today)).sort(byLast),
    open: list.filter(it => !it.done && !isLate(it, today)).sort(byLast),
    done: list.filter(it => it.done).sort((a, b) => byCodeUnit(b.day, a.day)),
  }
}

/** When it is, or how long it is overdue, in words. */
export function whenWord(it: Pick<Activity, 'done' | 'due' | 'day' | 'time'>, today: Day): string {
  const on = `${formatDay(it.day)}${it.time ? ` ${it.time}` : ''}`
  if (it.done) return on
  const days = daysBetween(lastDay(it), today)
  if (it.due) return days > 0 ? `过了期限 ${days} 天` : `${formatDay(it.due)}以前`
  return days > 0 ? `${on}，还没有记结果` : on
}
