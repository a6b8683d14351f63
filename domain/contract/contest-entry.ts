/**
 * 竞赛 as an entrant takes it. All routes are one's own (`self`); a contest that is not for one's branch, or a draft, is a 404. The
 * app imports types only: zod stays out of its package.
 *
 * - `GET /v1/me/contests` → {@link ownContestsSchema}: coming, open, and over since OVER_DAYS at most.
 * - `GET /v1/me/contests/:contest` → {@link ownContestSchema}.
 * - `POST …/ticket` → {@link ticketSchema}: one's place in line. Ask when the person presses 开始; wait `waitMs`, then `start`. Asking
 *   again gives another ticket, never a worse one than waiting. 409 `not_open` until TICKET_MINUTES_AHEAD before the opening, `over`, `tries`,
 *   `organiser` for whoever reads its pool.
 * - `POST …/start` {@link startSchema} → {@link trySchema}: begins a try, or goes on with the one that is begun. No question yet: the
 *   try is used when the first question is sent, not now. 409 `ticket` with `waitMs` when it is not one's turn (or the ticket is not
 *   the service's: ask again), `consent` when the words of ./contest-consent are others by now.
 * - `POST …/resume` `{ device }` → {@link trySchema}: goes on on this phone. The newest phone has the try; every other gets 409
 *   `taken_over` from whatever it asks. 409 `not_begun` when there is no try to go on with.
 * - `POST …/clock` {@link clockSchema} → {@link clockAnswerSchema}: measures the line. First without `echo`, then at once with the one
 *   that came back; three times before the first question. May be asked again between questions.
 * - `POST …/question` {@link askSchema} → {@link shownQuestionSchema}: question `n` (from 0). The same `n` again gives the same question
 *   with the time that is left. When the time of `n` is over, it is passed by: the answer holds `n + 1`, or the try is finished
 *   (`question` missing). 409 `early` for a question whose turn has not come.
 * - `POST …/answers` {@link answerSchema} → {@link ackSchema}: stored when it is acknowledged. The same answer again gives the same
 *   acknowledgement, so send it until it is answered; another one after the acknowledgement is a 409 `answered`. With `next` the
 *   acknowledgement brings the next question, whose time begins: use it with a paper's clock; with a question's clock ask for the
 *   next one when the person presses 下一题. The last answer finishes the try.
 * - `POST …/finish` {@link askFinishSchema} → {@link trySchema}: hands in early; again, nothing happens.
 * - 503 `busy` with `retry-after` and `retryMs`: 稍候. Nothing is lost; the same request again after that time.
 * - 409 `over` after the close: results follow after SETTLE_SECONDS (./contest-results).
 */
import { z } from 'zod'
import { voidedSchema, contestClockSchema, contestTypeSchema } from './contests'
import { CONTEST_QUESTIONS, CONTEST_STATES, type ContestState } from './contest-limits'

const deviceSchema = z.uuid().describe('这部手机为这次竞赛随机生成的编号，存在手机上')
const trySchemaNumber = z.int().min(1).max(9).describe('第几次')
const place = z.int().min(0).max(CONTEST_QUESTIONS).describe('第几题，从 0 数起')

/** One's own try, begun or handed in. */
export const trySchema = z.object({
  try: z.number().describe('第几次，从 1 数起'),
  state: z.enum(['ready', 'running', 'finished']).describe('ready：还没有看到第一题，这一次还没有用掉'),
  answered: z.number().describe('答到第几题：下一题的 n'),
  questions: z.number(),
  leftMs: z.number().optional().describe('整卷计时的：还有多少毫秒'),
  allowanceMs: z.number().describe('给网络补的时间；最多 2000'),
})
export type Try = z.infer<typeof trySchema>

export const ownContestSchema = z.object({
  id: z.string(),
  title: z.string(),
  note: z.string(),
  org: z.string().describe('谁办的'),
  state: z.enum(Object.keys(CONTEST_STATES) as ContestState[]).describe('没有 draft'),
  opens: z.string(),
  closes: z.string(),
  clock: contestClockSchema,
  questions: z.number(),
  tries: z.number(),
  used: z.number().describe('用掉几次'),
  practice: z.array(z.string()),
  sha256: z.string().describe('题库封好时的 SHA-256'),
  reveal: z.boolean(),
  certificate: z.boolean(),
  voids: z.array(voidedSchema.omit({ number: true })).describe('作废了几题，为什么；题号在 review 里'),
  own: trySchema.optional().describe('最近的一次'),
  reader: z.boolean().describe('看得到或者看过题库：不能参加'),
  demo: z.boolean().describe('演示'),
})
export type OwnContest = z.infer<typeof ownContestSchema>
export const ownContestsSchema = z.object({ contests: z.array(ownContestSchema) })

export const ticketSchema = z.object({
  ticket: z.string(),
  place: z.number().describe('前面还有几个人；0 是轮到了'),
  waitMs: z.number().describe('多少毫秒以后来 start'),
})
export type Ticket = z.infer<typeof ticketSchema>

export const startSchema = z.strictObject({
  ticket: z.string().max(400),
  device: deviceSchema,
  consent: z.string().max(40).describe('看过并同意的是哪一版：CONTEST_CONSENT_VERSION'),
  name: z.enum(['full', 'masked']).describe('获奖名单和证书上写全名还是“王*”'),
})
export type Start = z.infer<typeof startSchema>
export const resumeSchema = z.strictObject({ device: deviceSchema })

export const clockSchema = z.strictObject({
  try: trySchemaNumber,
  device: deviceSchema,
  echo: z.string().max(200).optional(),
})
export const clockAnswerSchema = z.object({
  echo: z.string().describe('马上原样送回'),
  lineMs: z.number().optional().describe('这一次量到的一来一回；没有 echo 的没有'),
  allowanceMs: z.number(),
})
export type ClockAnswer = z.infer<typeof clockAnswerSchema>

export const askSchema = z.strictObject({ try: trySchemaNumber, device: deviceSchema, n: place })
export const askFinishSchema = z.strictObject({ try: trySchemaNumber, device: deviceSchema })

/** As it is shown: never with a key, and with letters that are this person's alone. */
export const questionSchema = z.object({
  n: z.number(),
  type: contestTypeSchema,
  stem: z.string(),
  options: z
    .array(z.object({ id: z.string(), text: z.string() }))
    .describe('id 是 A、B……；判断题是 true 正确、false 错误'),
  leftMs: z.number().describe('从收到时算还有多少毫秒，网络补的不在里面；按手机自己走过的时间数，不看手机的钟'),
})
export type ContestQuestion = z.infer<typeof questionSchema>

export const shownQuestionSchema = z.object({
  question: questionSchema.optional(),
  passed: z.number().describe('因为时间到了跳过的几题'),
  finished: z.boolean(),
  allowanceMs: z.number(),
})
export type ShownQuestion = z.infer<typeof shownQuestionSchema>

export const answerSchema = z.strictObject({
  try: trySchemaNumber,
  device: deviceSchema,
  n: place,
  given: z
    .array(z.string().regex(/^([A-H]|true|false)$/))
    .min(1)
    .max(8)
    .describe('选中的 id，次序不论'),
  next: z.boolean().describe('答复里带下一题，它的时间这时开始'),
})
export type ContestAnswer = z.infer<typeof answerSchema>

export const ackSchema = z.object({
  n: z.number(),
  late: z.boolean().describe('时间到了才到：记下了，不算对'),
  finished: z.boolean(),
  question: questionSchema.optional().describe('要了 next，并且还有下一题'),
})
export type Ack = z.infer<typeof ackSchema>
