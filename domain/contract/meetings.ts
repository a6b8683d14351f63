/** 三会一课 and 主题党日: who is expected, who was there, what was said. The app imports types only: zod stays out of its package. */
import { z } from 'zod'
import { CODE_MINUTES, CODE_MINUTES_MAX } from './check-in'
import { MEETING_KINDS } from './meeting-kinds'
import {
  GROUP_NAME_LIMIT,
  HOURS_MAX,
  LEAVE_NOTE_LIMIT,
  LEAVE_REASONS,
  LINKS_LIMIT,
  type LeaveReason,
  MINUTES_LIMIT,
} from './meeting-record'
import { daySchema, idempotencyKeySchema, idSchema, lineSchema, linesSchema, reasonSchema, timeSchema } from './shapes'

const members = z.array(idSchema).min(1).max(200)

const plannedSchema = z.strictObject({
  kind: z.enum(MEETING_KINDS.map(it => it.id)),
  title: lineSchema(60),
  day: daySchema,
  time: timeSchema,
  place: lineSchema(60).optional(),
  group: lineSchema(GROUP_NAME_LIMIT).optional().describe('党小组会：哪个党小组；没有的是各组一起'),
})
/** `POST /v1/branches/:branch/meetings`. */
export const newMeetingSchema = plannedSchema.extend({ form: idempotencyKeySchema })
export type NewMeeting = z.infer<typeof plannedSchema>

const meetingSchema = z.object({ id: z.string(), ...plannedSchema.shape })
export type Meeting = z.infer<typeof meetingSchema>

/** What the roster says of offices in the branch: its 党小组 by name, and how many are in the committee. */
const branchPostsSchema = z.object({ groups: z.array(z.string()), committee: z.number() })
export type BranchPosts = z.infer<typeof branchPostsSchema>

/** One of `GET /v1/branches/:branch/meetings`. */
const meetingSummarySchema = meetingSchema.extend({
  members: z
    .number()
    .describe(
      '应到：开会时在支部的（还没开的，现在在的）支委、党小组或全体，看是哪一种会，加上到了的；名册没标支委的，算全体',
    ),
  present: z.number(),
  leave: z.number().describe('应到的里面请假的'),
  hours: z.number().describe('到会的人各得的学时'),
  links: z.array(z.string()).describe('学的文章和节目'),
  openUntil: z.string().optional().describe('ISO 8601：签到开到什么时候'),
})
export type MeetingSummary = z.infer<typeof meetingSummarySchema>

/** `GET /v1/branches/:branch/meetings`: the latest first, some hundreds at most, and how many there are. */
export const meetingListSchema = z.object({
  meetings: z.array(meetingSummarySchema),
  total: z.number(),
  posts: branchPostsSchema,
  since: z.string().optional().describe('支部从哪一天起记在这里；早就在的没有'),
})
export type MeetingList = z.infer<typeof meetingListSchema>

const leaveSchema = z.object({
  reason: z.enum(Object.keys(LEAVE_REASONS) as LeaveReason[]),
  note: linesSchema(LEAVE_NOTE_LIMIT).optional().describe('书记写的；只有本支部的书记和本人看得到'),
})
export type Leave = z.infer<typeof leaveSchema>
/** `POST …/meetings/:meeting/leave`; `DELETE …/leave/:member` takes it back. */
export const newLeaveSchema = z.strictObject({ members, ...leaveSchema.shape })

/** `POST …/meetings/:meeting/attendance`: by the secretary's word; `DELETE …/attendance/:member` takes it back. */
export const markPresentSchema = z.strictObject({ members, reason: reasonSchema })

const attendanceRowSchema = z.object({
  member: z.string(),
  name: z.string(),
  present: z.boolean(),
  at: z.string().optional().describe('ISO 8601'),
  how: z.enum(['code', 'hand']).optional(),
  reason: z.string().optional().describe('为什么由书记登记'),
  leave: leaveSchema.optional(),
})
export type AttendanceRow = z.infer<typeof attendanceRowSchema>

/** `GET /v1/branches/:branch/meetings/:meeting`. */
export const meetingDetailSchema = z.object({
  meeting: meetingSummarySchema,
  rows: z.array(attendanceRowSchema),
  chair: z.string().optional().describe('本支部的党员，现在的或那时的'),
  recorder: z.string().optional(),
  minutes: z.string().optional(),
  edits: z.number().describe('改过几次'),
  posts: branchPostsSchema,
})
export type MeetingDetail = z.infer<typeof meetingDetailSchema>

const { kind: _kind, ...whenAndWhere } = plannedSchema.shape
const recordSchema = z.strictObject({
  ...whenAndWhere,
  chair: idSchema.optional(),
  recorder: idSchema.optional(),
  hours: z.number().min(0).max(HOURS_MAX).multipleOf(0.5),
  links: z.array(z.string().regex(/^[ae]-\d{4}$/)).max(LINKS_LIMIT),
  minutes: linesSchema(MINUTES_LIMIT).optional(),
})
export type MeetingRecord = z.infer<typeof recordSchema>
/** `PUT …/meetings/:meeting`: the whole record as it is to stand. A kind stays what it was. */
export const meetingEditSchema = recordSchema.extend({
  edits: z.int().min(0).describe('改的是第几版：两部手机不互相盖掉'),
})
export type MeetingEdit = z.infer<typeof meetingEditSchema>

/** `GET /v1/me/meetings`: what is arranged in one's branch from today on and expects one, the nearest first. */
export const ownMeetingsSchema = z.object({ meetings: z.array(meetingSchema) })
export type OwnMeeting = Meeting

/** `POST …/:meeting/code`: asking again makes a new one and ends the old. */
export const openCheckInSchema = z.strictObject({
  minutes: z.int().min(1).max(CODE_MINUTES_MAX).default(CODE_MINUTES),
})
/** Shown once, kept as a hash. */
export const checkInCodeSchema = z.object({
  qr: z.string().describe('二维码里的文字'),
  digits: z.string().describe('六位数字，用来输入'),
  until: z.string().describe('ISO 8601'),
})
export type CheckInCode = z.infer<typeof checkInCodeSchema>

/** `POST /v1/me/meetings/sign-in`. */
export const checkInSchema = z.strictObject({
  code: z.string().min(1).max(80).describe('二维码里的文字，或六位数字'),
})
export const checkedInSchema = z.object({
  meeting: meetingSchema,
  at: z.string(),
  already: z.boolean().describe('以前已经签过'),
})
export type CheckedIn = z.infer<typeof checkedInSchema>
