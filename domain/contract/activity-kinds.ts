/**
 * What a branch does together beside meetings, and the deeds it does for others: the kinds are a file that a district edits,
 * `content/rules/activities.yml`; app and service read it from the feed (`activities.json`).
 */

export interface ActivityField {
  id: string
  title: string
  hint?: string
  /** Several lines. */
  long?: true
  /** Tells of people outside the branch, by kind only (domain/branch/personal-details). */
  outsiders?: true
  /** Must be filled: always, or once the activity is done. */
  needed?: 'always' | 'done'
}

export interface ActivityKind {
  id: string
  title: string
  /** What the title of an activity is called: 学什么, 办什么事. */
  asks: string
  hint?: string
  /** What whoever is in charge is called: 主讲人, 经办人. Without, nobody is. */
  lead?: string
  /** Who should be there: the branch, its committee (whoever is named where the roster marks none), those who are named, nobody. */
  expected: 'all' | 'committee' | 'named' | 'nobody'
  /** 学时 of whoever took part unless the secretary says otherwise, in halves; 0 where none is counted. */
  hours: number
  /** Members read what is planned. */
  open: boolean
  /** What the last day is called; without, none is asked for. */
  due?: string
  /** The title and every field tell of people outside the branch. */
  outsiders?: true
  /** The first is where it begins, the last is done. */
  states: { id: string; title: string }[]
  fields: ActivityField[]
}

/** `activities.json`. */
export interface ActivitiesFile {
  kinds: ActivityKind[]
}

/** Activities in one list. */
export const ACTIVITY_LIST = 500
/** Characters of a title and of a line. */
export const ACTIVITY_LINE = 60
/** Characters of several lines. */
export const ACTIVITY_WORDS = 1000
/** The most 学时 that one activity counts: a whole day's. */
export const ACTIVITY_HOURS = 8
/** Who took part in one. */
export const ACTIVITY_MEMBERS = 500

/** Kinds at which somebody of the branch should have been: with nobody on its list such an activity stands for nothing held. */
export const expectsSomebody = (kind: ActivityKind): boolean => kind.expected !== 'nobody'

/** The state that an activity of the kind begins with. */
export const firstState = (kind: ActivityKind): string => kind.states[0]!.id
/** Whether the state is the kind's last. */
export const isDone = (kind: ActivityKind, state: string): boolean => kind.states[kind.states.length - 1]!.id === state
/** What a state is called; of a kind that is no longer in the file, as it is written. */
export const stateTitle = (kind: ActivityKind | undefined, state: string): string =>
  kind?.states.find(it => it.id === state)?.title ?? state
