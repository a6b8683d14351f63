/**
 * 竞赛 as its organiser makes it. An organiser is whoever has the role `organiser` at exactly that organisation, or the secretary of
 * that branch: nobody above them, too, reads a pool before the close. The app imports types only: zod stays out of its package.
 *
 * Routes, all under `/v1/orgs/:org/contests` (another's organisation or contest: 404 `not_found`):
 * - `GET` → {@link contestListSchema}, latest first.
 * - `POST` {@link sentContestSchema} → 201 `{ id }`; 409 `quota` beyond CONTESTS_OF_ORG.
 * - `GET /orgs?under=…` → {@link orgsBelowSchema}: whose members may enter, one step down at a time. 404 outside the own organisation.
 * - `GET /:contest` → {@link contestDetailSchema}.
 * - `PUT /:contest` {@link changedContestSchema} → `{ revision }`; 409 `changed` when it has another revision by now, 409 `state`
 *   when it is published: then nothing but the close can be brought forward.
 * - `DELETE /:contest` → 204; a draft only (409 `state`).
 * - `POST /:contest/pool`, `GET /:contest/pool`, `GET /pool.xlsx`: ./contest-pool.
 * - `GET /:contest/preview?draw=n` → {@link contestPreviewSchema}: a paper as an entrant might get it, with its keys.
 * - `POST /:contest/publish` `{ revision }` → {@link contestDetailSchema}; 409 `incomplete` with `missing`, sentences that say what is
 *   to be mended first; 409 `changed`, `state`.
 * - `POST /:contest/close` `{ reason }` → {@link contestDetailSchema}: ends at once; before it has opened nobody can begin.
 * - `POST /:contest/voids` `{ number, reason }` → {@link contestDetailSchema}: from now on the question counts as right for everybody
 *   who had it, the results are made anew, and everybody is told. Again: no change. 404 for a number that the pool has not.
 * - `GET /:contest/results`, `/flags`, `/appeals`, `POST /:contest/appeals/:appeal`: ./contest-results.
 */
import { z } from 'zod'
import {
  BLUEPRINT_ROWS,
  CONTEST_NOTE,
  CONTEST_PRACTICE,
  CONTEST_QUESTIONS,
  CONTEST_STATES,
  CONTEST_TITLE,
  CONTEST_TRIES,
  CONTEST_TYPES,
  CONTEST_WINNERS,
  type ContestState,
  type ContestType,
  PAPER_SECONDS,
  POOL_QUESTIONS,
  POOL_TOPIC,
  QUESTION_SECONDS,
  TEAM_BEST,
} from './contest-limits'
import { shownLine, shownLines } from '../text/shown'
import { idempotencyKeySchema, reasonSchema } from './shapes'

export const contestTypeSchema = z.enum(Object.keys(CONTEST_TYPES) as ContestType[])
export const difficultySchema = z.union([z.literal(1), z.literal(2), z.literal(3)]).describe('1 易，2 中，3 难')
const stateSchema = z.enum(Object.keys(CONTEST_STATES) as ContestState[])
const momentSchema = z.iso.datetime().describe('ISO 8601，以 Z 结尾')
const orgCodeSchema = z.string().regex(/^[\w.-]{1,40}$/)

/** Whose clock runs: each question's, or the whole paper's. */
export const contestClockSchema = z.union([
  z.strictObject({ kind: z.literal('question'), seconds: z.int().min(QUESTION_SECONDS[0]).max(QUESTION_SECONDS[1]) }),
  z.strictObject({ kind: z.literal('paper'), seconds: z.int().min(PAPER_SECONDS[0]).max(PAPER_SECONDS[1]) }),
])
export type ContestClock = z.infer<typeof contestClockSchema>

/** So many questions of one kind; of what is not said, any. No question may fit two rows. */
const blueprintRowSchema = z.strictObject({
  type: contestTypeSchema.optional(),
  difficulty: difficultySchema.optional(),
  topic: z.string().trim().min(1).max(POOL_TOPIC).optional().describe('题库“主题”一列里的字'),
  count: z.int().min(1).max(CONTEST_QUESTIONS),
})
export type BlueprintRow = z.infer<typeof blueprintRowSchema>

/** `fixed`: the same questions for everybody, in another order for each; `blueprint`: other questions for each try. */
const contestPaperSchema = z.union([
  z.strictObject({
    kind: z.literal('fixed'),
    numbers: z.array(z.int().min(1).max(POOL_QUESTIONS)).max(CONTEST_QUESTIONS).describe('题库里的题号'),
  }),
  z.strictObject({ kind: z.literal('blueprint'), rows: z.array(blueprintRowSchema).max(BLUEPRINT_ROWS) }),
])
export type ContestPaper = z.infer<typeof contestPaperSchema>

const contestSettingsSchema = z.strictObject({
  title: z.string().overwrite(shownLine).min(1).max(CONTEST_TITLE),
  note: z.string().overwrite(shownLines).max(CONTEST_NOTE).describe('给参赛的人看的说明，可以是空的'),
  opens: momentSchema,
  closes: momentSchema,
  within: orgCodeSchema.describe('哪个组织里的党员可以参加：自己的组织，或它下面的一个'),
  tries: z.int().min(1).max(CONTEST_TRIES).describe('每人几次，取最好的一次'),
  clock: contestClockSchema,
  paper: contestPaperSchema,
  practice: z
    .array(z.string().regex(/^q-\d{5,7}$/))
    .max(CONTEST_PRACTICE)
    .describe('练习用的公开演示题：应用自带题目的编号，练习在手机上，不经过服务'),
  winners: z.strictObject({
    count: z.int().min(0).max(CONTEST_WINNERS).describe('公布前几名，0 是不公布'),
    names: z.enum(['chosen', 'masked']).describe('chosen 照本人选的写全名或“王*”，masked 一律写“王*”'),
  }),
  teams: z
    .strictObject({
      level: z.enum(['branch', 'unit']).describe('按支部，或按区下面一级的单位'),
      best: z.int().min(TEAM_BEST[0]).max(TEAM_BEST[1]).describe('一队算最好的几个人；不够的队不列'),
    })
    .nullable()
    .describe('不排队是 null'),
  reveal: z.boolean().describe('结束以后公布整个题库'),
  certificate: z.boolean().describe('完成的人可以取证书'),
})
export type ContestSettings = z.infer<typeof contestSettingsSchema>

/** An organisation, and what lies directly under it. */
export const orgsBelowSchema = z.object({
  path: z.array(z.object({ id: z.string(), name: z.string() })).describe('从自己的组织一级一级到这一个'),
  below: z.array(z.object({ id: z.string(), name: z.string() })),
})
export type OrgsBelow = z.infer<typeof orgsBelowSchema>

export const sentContestSchema = contestSettingsSchema.extend({ form: idempotencyKeySchema })
export const changedContestSchema = contestSettingsSchema.extend({
  revision: z.int().min(1).describe('读到的是第几版'),
})
export type ChangedContest = z.infer<typeof changedContestSchema>

const contestSummarySchema = z.object({
  id: z.string(),
  title: z.string(),
  state: stateSchema,
  opens: z.string(),
  closes: z.string().describe('提前结束的，是那一刻'),
  questions: z.number().describe('一份卷子几题'),
})
export type ContestSummary = z.infer<typeof contestSummarySchema>
export const contestListSchema = z.object({ contests: z.array(contestSummarySchema) })

export const voidedSchema = z.object({
  number: z.number().describe('题库里的题号'),
  reason: z.string(),
  at: z.string().describe('ISO 8601'),
})
export type Voided = z.infer<typeof voidedSchema>

export const contestDetailSchema = z.object({
  id: z.string(),
  state: stateSchema,
  revision: z.number(),
  settings: contestSettingsSchema,
  pool: z
    .object({
      total: z.number(),
      counts: z
        .array(
          z.object({
            type: contestTypeSchema,
            difficulty: difficultySchema,
            topic: z.string().describe('没有写的是空的'),
            count: z.number(),
          }),
        )
        .describe('每种几题，照它写抽题表'),
      sha256: z.string().optional().describe('发布时封好的题库的 SHA-256'),
    })
    .optional()
    .describe('还没有导入的没有'),
  missing: z.array(z.string()).describe('发布以前还要改什么，一句一件；空的就可以发布'),
  voids: z.array(voidedSchema),
  begun: z.number().describe('几个人看到了第一题'),
  finished: z.number().describe('几个人交了卷'),
  appeals: z.number().describe('几件申诉还没有答复'),
})
export type ContestDetail = z.infer<typeof contestDetailSchema>

export const contestPreviewSchema = z.object({
  questions: z.array(
    z.object({
      number: z.number().describe('题库里的题号'),
      type: contestTypeSchema,
      stem: z.string(),
      options: z.array(z.object({ id: z.string(), text: z.string() })).describe('照参赛的人看到的次序'),
      key: z.array(z.string()).describe('对的选项，照这里的字母'),
    }),
  ),
})
export type ContestPreview = z.infer<typeof contestPreviewSchema>

export const publishSchema = z.strictObject({ revision: z.int().min(1) })
export const closeSchema = z.strictObject({ reason: reasonSchema })
export const voidSchema = z.strictObject({ number: z.int().min(1).max(POOL_QUESTIONS), reason: reasonSchema })

/** 409 `incomplete`. */
export const incompleteSchema = z.object({
  error: z.string(),
  message: z.string(),
  missing: z.array(z.string()).optional(),
})
