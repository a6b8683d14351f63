/** 三会一课 and 主题党日, and what they are called. */
export const MEETING_KINDS = [
  { id: 'congress', title: '支部党员大会' },
  { id: 'committee', title: '支部委员会' },
  { id: 'group', title: '党小组会' },
  { id: 'lecture', title: '党课' },
  { id: 'theme_day', title: '主题党日' },
] as const
export type MeetingKind = (typeof MEETING_KINDS)[number]['id']

/** The name of a kind of meeting. */
export function meetingKindTitle(kind: MeetingKind): string {
  return MEETING_KINDS.find(it => it.id === kind)!.title
}

/** A branch's list of meetings is no longer than this; files have them all. */
export const MEETING_LIST = 200
