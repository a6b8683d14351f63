/** 活动: the branch's ledger, and what members read of it. The app imports types only: zod stays out of its package. */
import { z } from 'zod'
import { ACTIVITY_HOURS, ACTIVITY_LINE, ACTIVITY_MEMBERS, ACTIVITY_WORDS } from './activity-kinds'
import { shownLines } from '../text/shown'
import { daySchema, idempotencyKeySchema, idSchema, lineSchema, timeSchema } from './shapes'

const line = lineSchema(ACTIVITY_LINE)
const name = z.string().regex(/^[a-z0-9-]{1,40}$/)

const toldSchema = z.strictObject({
  kind: name.describe('content/rules/activities.yml 里的种类'),
  title: line,
  day: daySchema.describe('哪一天；有期限的，是登记的那一天'),
  time: timeSchema.optional(),
  place: line.optional(),
  hours: z.number().min(0.5).max(ACTIVITY_HOURS).multipleOf(0.5).optional().describe('参加的人各记多少学时'),
  due: daySchema.optional().describe('期限'),
  lead: idSchema.optional().describe('谁来办：一位党员'),
  state: name.describe('这一种的状态之一'),
  words: z.record(name, z.string().overwrite(shownLines).max(ACTIVITY_WORDS)).describe('这一种另外要填的，按编号'),
})

/** `POST /v1/branches/:branch/activities`. */
const newActivitySchema = toldSchema.extend({
  members: z.array(idSchema).max(ACTIVITY_MEMBERS).describe('参加的人'),
  closed: daySchema.optional().describe('有期限的：哪一天办完；没有写的，是写下办完的那一天'),
})
export type NewActivity = z.infer<typeof newActivitySchema>
/** As it is sent, with its key. */
export const sentActivitySchema = newActivitySchema.extend({ form: idempotencyKeySchema })

/** `PUT /v1/branches/:branch/activities/:activity`: 409 `changed` when it has another revision by now. */
const changedActivitySchema = newActivitySchema.extend({ revision: z.int().min(1).describe('读到的是第几版') })
export type ChangedActivity = z.infer<typeof changedActivitySchema>
export const sentChangeSchema = changedActivitySchema.extend({ form: idempotencyKeySchema })

const activitySchema = z.object({
  id: z.string(),
  ...toldSchema.shape,
  revision: z.number().describe('改一次加一'),
  done: z.boolean().describe('写的时候在最后一个状态'),
  closed: z.string().optional().describe('到最后一个状态的那一天；还没有的没有'),
  leadName: z.string().optional(),
  present: z.number().describe('参加了几人'),
  members: z.number().optional().describe('应到几人：那一天在支部的，和参加了的；不是全支部应到的没有'),
})
export type Activity = z.infer<typeof activitySchema>

/** `GET /v1/branches/:branch/activities`: what is not done, whenever it was, and the rest of the period, latest first. */
export const activityListSchema = z.object({
  activities: z.array(activitySchema),
  total: z.number().describe('一共几件；名单里最多 500 件'),
})
export type ActivityList = z.infer<typeof activityListSchema>

/** `GET /v1/branches/:branch/activities/waiting`: what of the ledger waits for the secretary. */
export const waitingSchema = z.object({
  late: z.number().describe('过了日子，还没办完的，一共几件'),
  next: z
    .object({ title: z.string(), day: z.string().describe('最后一天，没有期限的是哪一天') })
    .optional()
    .describe('没有过日子的里面最近的一件'),
})
export type Waiting = z.infer<typeof waitingSchema>

/** `GET /v1/branches/:branch/activities/:activity`: with those in the branch on its day and whoever took part, as on the roster. */
export const activityDetailSchema = z.object({
  activity: activitySchema,
  people: z.array(z.object({ member: z.string(), name: z.string(), present: z.boolean().describe('参加了') })),
})
export type ActivityDetail = z.infer<typeof activityDetailSchema>
export type ActivityPerson = ActivityDetail['people'][number]

/** One of `GET /v1/me/activities`: what is planned and open, and what is one's own to do, the nearest day first. */
export const ownActivitySchema = z.object({
  ...activitySchema.pick({ id: true, kind: true, title: true, day: true, time: true, place: true, due: true }).shape,
  ...activitySchema.pick({ state: true, leadName: true }).shape,
  own: z.boolean().describe('由本人来办'),
})
export type OwnActivity = z.infer<typeof ownActivitySchema>
