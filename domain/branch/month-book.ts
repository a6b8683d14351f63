import type { BookActivity, BookMeeting, BookPerson, BookTask, Filed, MonthBook } from '../contract/month-book'
import { meetingKindTitle } from '../contract/meeting-kinds'
import type { Column } from '../text/table'
import { type Day, addDays, daysBetween, shanghaiDay } from '../time/day'
import { formatDay, formatMonth } from '../time/format'
import { type Month, monthEnd, monthOf } from '../time/month'
import { hoursWord } from './study-hours'
import type { Slip } from './slip'

/** One person, one line: what the service knows and what their slips say, with whose word it is. */
export interface BookLine extends BookPerson {
  /** Weeks in which they studied, whoever says so; Mondays. */
  studied: Day[]
  /** Weeks that a slip of theirs tells of. */
  slips: Day[]
}

/** Joins the slips of each person (./matched-slips) to the people of the book. */
export function bookLines(
  { people }: Pick<MonthBook, 'people'>,
  slips: ReadonlyMap<string, readonly Slip[]>,
): BookLine[] {
  return people.map(person => {
    const own = slips.get(person.member) ?? []
    const told = own.filter(it => it.studyDays > 0 && person.weeks.indexOf(it.week) >= 0).map(it => it.week)
    const studied = person.weeks.filter(week => [person.phone, person.branch, told].some(it => it.indexOf(week) >= 0))
    return { ...person, studied, slips: told }
  })
}

/** Whose word a line is: a phone's and a slip's are nobody's proof. */
function lineSources({ phone, branch, slips, present, activities }: BookLine): string {
  const words = [phone.length > 0 && '手机自报', slips.length > 0 && '学习单', branch.length > 0 && '支部登记']
  return [...words, present > 0 && '会议', activities > 0 && '活动'].filter(Boolean).join('、')
}

/** `1 / 2`, of those due in the month; nothing where none is. */
const taskWord = ({ tasks, tasksDone }: BookLine) => (tasks > 0 ? `${tasksDone} / ${tasks}` : undefined)

export const LINE_COLUMNS: readonly Column<BookLine>[] = [
  { key: 'name', title: '姓名', type: 'text', value: r => r.name },
  { key: 'studied', title: '自学（自报）', type: 'text', value: r => (r.studied.length > 0 ? '学过' : '还没有') },
  { key: 'weeks', title: '学过几周', type: 'text', value: r => `${r.studied.length} / ${r.weeks.length}` },
  { key: 'meetings', title: '到会', type: 'text', value: r => `${r.present} / ${r.expected}` },
  { key: 'leave', title: '请假', type: 'number', value: r => r.leave },
  { key: 'activities', title: '活动', type: 'number', value: r => r.activities },
  { key: 'tasks', title: '任务', type: 'text', value: taskWord },
  { key: 'hours', title: '本月学时', type: 'number', value: r => r.hours },
  { key: 'year', title: '全年学时', type: 'text', value: r => hoursWord({ hours: r.yearHours, required: r.required }) },
  { key: 'source', title: '来源', type: 'text', value: lineSources },
]

/** 支部委员会, with the 党小组 where it is one's own. */
const kindWord = ({ kind, group }: BookMeeting) => meetingKindTitle(kind) + (group ? `（${group}）` : '')

/** `20 / 22`; where nobody is written down as having been there, that, or by `today` that it is still to come. */
export function heldWord({ day, present, members }: BookMeeting, today: Day): string {
  if (present > 0) return `${present} / ${members}`
  return day > today ? '还没开' : '没有记到会'
}

/** A meeting a row, on the screen, on paper and in the workbook. By `today` one that is still to come is told from one where nobody is written down. */
export const bookMeetingColumns = (today: Day): readonly Column<BookMeeting>[] => [
  { key: 'day', title: '日期', type: 'text', value: r => formatDay(r.day) },
  { key: 'kind', title: '类别', type: 'text', value: kindWord },
  { key: 'title', title: '内容', type: 'text', value: r => r.title },
  { key: 'present', title: '实到 / 应到', type: 'text', value: r => heldWord(r, today) },
  { key: 'leave', title: '请假', type: 'number', value: r => r.leave },
  { key: 'hours', title: '学时', type: 'number', value: r => (r.present > 0 ? r.hours : undefined) },
]

/** A deed for others: it has a last day. */
const isDeed = ({ due }: BookActivity) => due !== undefined

/** Whether it stands for something done in the month: a deed that was closed in it, anything else that was held in it, by somebody. */
const isDoneIn = (it: BookActivity, month: Month) =>
  it.closed !== undefined && !it.empty && monthOf(isDeed(it) ? it.closed : it.day) === month

/** `办结，11月20日`; of one that is open, by when, and whether that is over. */
function stateWord(it: BookActivity): string {
  if (!isDeed(it)) return it.state
  return it.closed === undefined
    ? `${it.state}，期限 ${formatDay(it.due!)}${it.late ? '，超期' : ''}`
    : `${it.state}，${formatDay(it.closed)}`
}

/** `18 / 22`, or how many where nobody has to be there; of one that was held with nobody on its list, that. */
export const joinedWord = ({ present, members, empty }: BookActivity) => {
  if (present === 0) return empty && '没有记参加'
  return members === undefined ? `${present} 人` : `${present} / ${members}`
}

/** 学时 that somebody got from it. */
const givenHours = ({ closed, present, hours }: BookActivity) =>
  closed === undefined || present === 0 ? undefined : hours

export const BOOK_ACTIVITY_COLUMNS: readonly Column<BookActivity>[] = [
  { key: 'day', title: '日期', type: 'text', value: r => formatDay(r.day) },
  { key: 'kind', title: '种类', type: 'text', value: r => r.kind },
  { key: 'title', title: '内容', type: 'text', value: r => r.title },
  { key: 'state', title: '状态', type: 'text', value: stateWord },
  { key: 'present', title: '参加', type: 'text', value: joinedWord },
  { key: 'hours', title: '学时', type: 'number', value: givenHours },
]

export const BOOK_TASK_COLUMNS: readonly Column<BookTask>[] = [
  { key: 'title', title: '任务', type: 'text', value: r => r.title },
  { key: 'due', title: '最后一天', type: 'text', value: r => formatDay(r.due) },
  { key: 'done', title: '完成 / 应完成', type: 'text', value: r => `${r.done} / ${r.members}` },
]

export interface BookTotals {
  members: number
  /** Who studied in some week, whoever says so. */
  studied: number
  /** Meetings at which somebody was. */
  meetings: number
  /** Activities held in the month, with somebody where somebody is expected. */
  activities: number
  /** Deeds closed in the month, and those that were open at its end. */
  deeds: number
  openDeeds: number
  /** 学时 of those meetings and activities together at which somebody was, whoever was expected. */
  hours: number
  tasks: number
}

/** What the month adds up to: sums of the lines that are shown, and of nothing else. */
export function bookTotals(
  { month, meetings, activities, tasks }: Pick<MonthBook, 'month' | 'meetings' | 'activities' | 'tasks'>,
  lines: readonly BookLine[],
): BookTotals {
  const held = meetings.filter(it => it.present > 0)
  const done = activities.filter(it => isDoneIn(it, month))
  const together = done.filter(it => !isDeed(it))
  return {
    members: lines.length,
    studied: lines.filter(it => it.studied.length > 0).length,
    meetings: held.length,
    activities: together.length,
    deeds: done.length - together.length,
    openDeeds: activities.filter(it => isDeed(it) && (it.closed === undefined || monthOf(it.closed) > month)).length,
    hours: [...held.map(it => it.hours), ...together.map(it => givenHours(it) ?? 0)].reduce((sum, it) => sum + it, 0),
    tasks: tasks.length,
  }
}

/** A week of the month, and how many of those who were in the branch studied in it. */
export interface BookWeek {
  week: Day
  members: number
  studied: number
}

/** The weeks that have begun, the first first. */
export function bookWeeks(lines: readonly BookLine[]): BookWeek[] {
  const weeks = [...new Set(lines.flatMap(it => it.weeks))].sort()
  return weeks.map(week => ({
    week,
    members: lines.filter(it => it.weeks.indexOf(week) >= 0).length,
    studied: lines.filter(it => it.studied.indexOf(week) >= 0).length,
  }))
}

/** Said before a month is filed that is not over by `today`; nothing when it is. */
export function unfinishedWord(month: Month, today: Day): string {
  const left = daysBetween(today, monthEnd(month))
  if (left <= 0) return ''
  return `${Number(month.slice(5))} 月还有 ${left} 天，以后的会、活动和学习不在里面；现在报了，月底可以重报一次。`
}

/** What a book holds of slips: they lie on the device that took them, and only there. */
export function slipsHereWord(slips: number): string {
  const here = slips > 0 ? `这台设备收的 ${slips} 张学习单已经算在里面` : '这台设备上没有这个月的学习单'
  return `${here}；收在别的手机上的不在里面，要一起算，在那部手机的“收学习单”里复制，到这里粘贴。`
}

/** `2日—8日`, of the week of a Monday. */
export const weekDaysWord = (monday: Day): string =>
  `${Number(monday.slice(8))}日—${Number(addDays(monday, 6).slice(8))}日`

/** `示例街道01 · 示例街道01第3支部`, without what the branch's own name says already. */
export function placeWord({ unit, branch }: MonthBook['place']): string {
  return unit && branch.indexOf(unit) < 0 ? `${unit} · ${branch}` : branch
}

/** `办结 2，在办 1`. */
export const deedsWord = ({ deeds, openDeeds }: Pick<BookTotals, 'deeds' | 'openDeeds'>): string =>
  `办结 ${deeds}，在办 ${openDeeds}`

/** What stands above the tables, name and value; the same on the sheet of paper and in the workbook. */
export function bookHead({ month, place, filed }: MonthBook, totals: BookTotals): [string, string | number][] {
  return [
    ['区', place.district ?? ''],
    ['单位', place.unit ?? ''],
    ['支部', place.branch],
    ['月份', formatMonth(month)],
    ['党员', totals.members],
    ['参学（自报）', `${totals.studied} / ${totals.members}`],
    ['会议（次）', totals.meetings],
    ['活动（次）', totals.activities],
    ['实事（件）', deedsWord(totals)],
    ['学时', totals.hours],
    ['任务（项）', totals.tasks],
    ['状态', filed ? `已报，${formatDay(shanghaiDay(Date.parse(filed.at)))}` : '还没有报'],
    ...(place.demo ? [['说明', '演示数据：人名和组织都是编的'] as [string, string]] : []),
  ]
}

/**
 * What the branch did together in a month that is filed, in words, when it is no longer what was filed: a deed was taken away since,
 * a meeting was written down. Who studied is not compared: slips lie on the phone that filed.
 */
export function changedSinceFiled(filed: Filed, totals: BookTotals): string | undefined {
  const same = (['meetings', 'activities', 'deeds'] as const).every(it => filed[it] === totals[it])
  return same ? undefined : filedWord(totals)
}

/** Said where {@link changedSinceFiled} has found something: what is in it now. */
export const changedWord = (now: string): string => `报过以后记录又改过，现在是${now}。重报一次，上级看到的才一样。`

/** `会议 5 次，活动 2 次，办结实事 1 件`: what a filed month says was done together, without what is none but the meetings. */
export function filedWord({ meetings = 0, activities = 0, deeds = 0 }: Partial<Filed>): string {
  const words = [`会议 ${meetings} 次`, activities > 0 && `活动 ${activities} 次`, deeds > 0 && `办结实事 ${deeds} 件`]
  return words.filter(Boolean).join('，')
}
