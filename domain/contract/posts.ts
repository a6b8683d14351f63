/** 支委 and 党小组 of a branch, set in the app. The app imports types only: zod stays out of its package. */
import { z } from 'zod'
import { shownLine } from '../text/shown'
import { ROSTER_OF_BRANCH } from './limits'
import { GROUP_NAME_LIMIT } from './meeting-record'
import { idSchema } from './shapes'

/** What the roster says of somebody now. */
const memberPostSchema = z.object({
  member: z.string(),
  name: z.string(),
  committee: z.boolean(),
  group: z.string().describe('哪个党小组；没有编组的是空的'),
  since: z.string().describe('哪天进的名册，区里随便哪个支部的；以前的会和活动，照“后进名册”补记'),
})
export type MemberPost = z.infer<typeof memberPostSchema>

/** `GET /v1/branches/:branch/posts`, as on the roster. */
export const postsSchema = z.object({ people: z.array(memberPostSchema) })

/** `PUT /v1/branches/:branch/posts`: of whom it changes, and to what; the rest stays. */
export const postChangesSchema = z.strictObject({
  changes: z
    .array(
      z.strictObject({
        member: idSchema,
        committee: z.boolean().optional(),
        group: z.string().overwrite(shownLine).max(GROUP_NAME_LIMIT).optional(),
      }),
    )
    .min(1)
    .max(ROSTER_OF_BRANCH),
})
export type PostChange = z.infer<typeof postChangesSchema>['changes'][number]
