/** 任务: what a secretary asks the branch to study by a day. The app imports types only: zod stays out of its package. */
import { z } from 'zod'
import { ASSIGNMENT_LIMIT } from './assignment-items'
import { daySchema, idempotencyKeySchema, lineSchema, linesSchema } from './shapes'

/** `POST /v1/branches/:branch/assignments`; what an item asks for is read by ./assignment-items. */
export const newAssignmentSchema = z.strictObject({
  title: lineSchema(60),
  note: linesSchema(200).optional(),
  due: daySchema.describe('最后一天'),
  items: z
    .array(z.string().max(40))
    .min(1)
    .max(ASSIGNMENT_LIMIT)
    .describe('文章 a-0001、节目 e-0001、文章的题 article:a-0001、书架的题 shelf:reform、题数 answers:50'),
})
export type NewAssignment = z.infer<typeof newAssignmentSchema>
/** As it is sent, with its key. */
export const sentAssignmentSchema = newAssignmentSchema.extend({ form: idempotencyKeySchema })

const assignmentSchema = z.object({
  id: z.string(),
  title: z.string(),
  note: z.string().optional(),
  due: z.string(),
  items: z.array(z.string()),
  createdAt: z.string().describe('ISO 8601'),
  sent: z.literal(true).optional().describe('上级发的：支部不能撤销'),
})
export type Assignment = z.infer<typeof assignmentSchema>

/** One of `GET /v1/branches/:branch/assignments`. */
export const assignmentSummarySchema = assignmentSchema.extend({
  members: z.number().describe('截止时在支部的人；还没截止的，现在在支部的人'),
  done: z.number(),
  notYet: z.number(),
  offline: z.number().describe('不用手机，跟着支部学：不等他们'),
})
export type AssignmentSummary = z.infer<typeof assignmentSummarySchema>

const assignmentMemberRowSchema = z.object({
  member: z.string(),
  name: z.string(),
  offline: z.boolean(),
  bound: z.boolean().describe('绑定了手机'),
  done: z.boolean(),
  itemsDone: z.number(),
  items: z.number(),
})
export type AssignmentMemberRow = z.infer<typeof assignmentMemberRowSchema>

/** `GET /v1/branches/:branch/assignments/:assignment`. */
export const assignmentDetailSchema = z.object({
  assignment: assignmentSummarySchema,
  rows: z.array(assignmentMemberRowSchema),
})
export type AssignmentDetail = z.infer<typeof assignmentDetailSchema>

/** One of `GET /v1/me/assignments`, the nearest last day first. */
export const ownAssignmentSchema = assignmentSchema.extend({
  left: z.array(z.string()).describe('按服务知道的，还没做完的；手机可能知道得更多'),
})
export type OwnAssignment = z.infer<typeof ownAssignmentSchema>
