import type { ActivityDetail, NewActivity } from '../contract/activities'
import { type ActivityKind, firstState, isDone } from '../contract/activity-kinds'
import type { Day } from '../time/day'

/** An activity of the kind with nothing filled in but the day. */
export const blankActivity = (kind: ActivityKind, day: Day): NewActivity => ({
  kind: kind.id,
  title: '',
  day,
  state: firstState(kind),
  words: {},
  members: [],
})

/** What is filled in where an activity that is there is to be changed. */
export function filledIn({ activity, people }: ActivityDetail): NewActivity & { revision: number } {
  const { kind, title, day, time, place, hours, due, lead, state, words, revision } = activity
  const closed = activity.due !== undefined && activity.done ? activity.closed : undefined
  const members = people.filter(it => it.present).map(it => it.member)
  return { kind, title, day, time, place, hours, due, lead, state, words, members, closed, revision }
}

/** The same as another kind: what that does not ask for waits, in case the choice was a slip. */
export const asKind = <It extends NewActivity>(it: It, kind: ActivityKind): It => ({
  ...it,
  kind: kind.id,
  state: kind.states.some(state => state.id === it.state) ? it.state : firstState(kind),
})

/** As it is sent: of what the kind asks for, in this state, and without what is empty. */
export function toSend<It extends NewActivity>(kind: ActivityKind, it: It): It {
  const text = (value: string | undefined) => value?.trim() || undefined
  const words = kind.fields.flatMap(({ id }) => (text(it.words[id]) ? [[id, text(it.words[id])!] as const] : []))
  const asked: It = {
    ...it,
    title: it.title.trim(),
    time: kind.due ? undefined : text(it.time),
    place: kind.due ? undefined : text(it.place),
    hours: kind.hours > 0 && isDone(kind, it.state) ? (it.hours ?? kind.hours) : undefined,
    due: kind.due ? it.due : undefined,
    lead: kind.lead ? it.lead : undefined,
    words: Object.fromEntries(words),
    closed: kind.due && isDone(kind, it.state) ? it.closed : undefined,
    members: kind.expected === 'nobody' ? [] : it.members,
  }
  // What is undefined is not said at all.
  return JSON.parse(JSON.stringify(asked)) as It
}
