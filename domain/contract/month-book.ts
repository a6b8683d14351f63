/** 月报 of a branch: what it did together and who studied, by the roster. The app imports types only: zod stays out of its package. */
import { z } from 'zod'
import { MEETING_KINDS } from './meeting-kinds'

/** A member's month: what the service knows of it. Study slips lie on the secretary's phone and join there. */
const bookPersonSchema = z.object({
  member: z.string(),
  name: z.string(),
  weeks: z.array(z.string()).describe('这个月在支部、已经开始的周，星期一'),
  phone: z.array(z.string()).describe('其中手机自报学过的周'),
  branch: z.array(z.string()).describe('其中支部登记学过的周'),
  expected: z.number().describe('应到几次会'),
  present: z.number(),
  leave: z.number(),
  activities: z.number().describe('参加了几次活动'),
  tasks: z.number().describe('这个月到期的任务，要做几项'),
  tasksDone: z.number().describe('其中完成了几项，手机自报'),
  hours: z.number().describe('这个月的学时'),
  yearHours: z.number().describe('今年到这个月底的学时'),
  required: z.number().describe('一年一般不少于'),
})
export type BookPerson = z.infer<typeof bookPersonSchema>

const bookMeetingSchema = z.object({
  id: z.string(),
  kind: z.enum(MEETING_KINDS.map(it => it.id)),
  title: z.string(),
  day: z.string(),
  group: z.string().optional(),
  members: z.number(),
  present: z.number(),
  leave: z.number(),
  hours: z.number(),
})
export type BookMeeting = z.infer<typeof bookMeetingSchema>

/** An activity of the month: its day is in it, it was closed in it, or it has a last day and was open at the month's end. */
const bookActivitySchema = z.object({
  id: z.string(),
  kind: z.string().describe('种类，照名字写'),
  title: z.string(),
  day: z.string().describe('哪一天；有期限的，是登记的那一天'),
  due: z.string().optional().describe('期限：有期限的是实事'),
  state: z.string().describe('状态，照名字写'),
  closed: z.string().optional().describe('办完的那一天；没有办完的没有'),
  late: z.literal(true).optional().describe('过了期限，到月底或今天还没有办完'),
  present: z.number(),
  members: z.number().optional().describe('应到几人；不是人人或支委应到的没有'),
  hours: z.number().optional(),
  empty: z.literal(true).optional().describe('办了，应当有人参加，却一个也没有记：不算次数和学时'),
})
export type BookActivity = z.infer<typeof bookActivitySchema>

const bookTaskSchema = z.object({ title: z.string(), due: z.string(), members: z.number(), done: z.number() })
export type BookTask = z.infer<typeof bookTaskSchema>

/** That the secretary has filed the month, and the sums as they were then. */
const filedSchema = z.object({
  at: z.string().describe('ISO 8601'),
  by: z.string().optional().describe('谁报的；已经注销的没有'),
  members: z.number(),
  studied: z.number().describe('参学：手机自报、支部登记和学习单'),
  meetings: z.number(),
  activities: z.number().describe('办了几次活动'),
  deeds: z.number().describe('办结几件实事'),
})
export type Filed = z.infer<typeof filedSchema>

/** `GET /v1/branches/:branch/months/:month`. */
export const monthBookSchema = z.object({
  month: z.string(),
  place: z.object({
    district: z.string().optional(),
    unit: z.string().optional(),
    branch: z.string(),
    demo: z.boolean(),
  }),
  people: z.array(bookPersonSchema).describe('按名册'),
  meetings: z.array(bookMeetingSchema).describe('按日期'),
  activities: z.array(bookActivitySchema).describe('按日期'),
  tasks: z.array(bookTaskSchema).describe('这个月到期的'),
  filed: filedSchema.optional(),
})
export type MonthBook = z.infer<typeof monthBookSchema>

/** `GET /v1/orgs/:org/months/:month?from=`: every branch under it, as on the roster; a member’s study is in none of it. */
const filedRowSchema = z.object({
  org: z.string(),
  name: z.string(),
  at: z.string().optional().describe('没有报的没有'),
  members: z.number().optional().describe('不足 5 人的支部没有'),
  studied: z.number().optional().describe('同本月合计的人数只差几个人的没有：一减就知道是谁'),
  meetings: z.number().optional(),
  activities: z.number().optional(),
  deeds: z.number().optional(),
})
export type FiledRow = z.infer<typeof filedRowSchema>
export const filedPageSchema = z.object({
  total: z.number().describe('一共几个支部'),
  filed: z.number().describe('其中报了几个'),
  rows: z.array(filedRowSchema),
})
export type FiledPage = z.infer<typeof filedPageSchema>
