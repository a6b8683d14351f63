/**
 * What comes out of a contest. Before {@link SETTLE_SECONDS} after the close everything here is a 409 `not_over`. The app imports
 * types only: zod stays out of its package.
 *
 * For an entrant, `self`:
 * - `GET /v1/me/contests/:contest/result` → {@link ownResultSchema}.
 * - `GET /v1/me/contests/:contest/review` → {@link reviewSchema}: the best try, every question with its proving words. 404 for whoever
 *   has answered nothing, and after ANSWERS_KEPT_DAYS.
 * - `POST /v1/me/contests/:contest/appeals` {@link appealSchema} → 201 `{ id }`, within APPEAL_DAYS; about a question of one's own paper
 *   only; one a question. 409 `quota`, `over`.
 * - `GET /v1/me/contests/:contest/certificate` → {@link certificateSchema}; 404 for whoever did not get to the end of their paper, and where there are none, 503
 *   `certificate` where the service has no key for them.
 * For anybody: `GET /v1/certificate-key` → {@link certificateKeySchema}. The code itself: domain/contest/certificate.
 *
 * For the organiser, under `/v1/orgs/:org/contests/:contest`:
 * - `GET /results?from=n` → {@link contestResultsSchema}, in pages of RESULTS_PAGE; `GET /results.csv`, `/results.xlsx` the same as a file.
 * - `GET /flags` → {@link contestFlagsSchema}.
 * - `GET /appeals` → {@link appealsSchema}; `POST /appeals/:appeal` {@link appealAnswerSchema} → 204. `void: true` voids the question.
 */
import { z } from 'zod'
import { APPEAL_WORDS, BANDS, type Band } from './contest-limits'
import { shownLines } from '../text/shown'
import { contestTypeSchema, voidedSchema } from './contests'

const bandSchema = z.enum(BANDS.map(it => it.id) as [Band, ...Band[]])

/** `right` of `questions`, in `spentMs`: the service's clock, from the sending of a question to its answer. */
const scored = {
  right: z.number(),
  questions: z.number(),
  spentMs: z.number(),
}

export const ownResultSchema = z.object({
  own: z
    .object({
      ...scored,
      band: bandSchema.optional().describe('没有答到头的、不足五人有成绩的没有'),
      try: z.number(),
      complete: z.boolean().describe('答到了头，或交了卷，或卷子的时间到了；没有的不发证书'),
    })
    .optional()
    .describe('一题也没有答的没有'),
  winners: z.array(z.object({ place: z.number(), name: z.string(), branch: z.string(), ...scored })),
  unlisted: z
    .object({ place: z.number(), people: z.number() })
    .optional()
    .describe('并列在这一名的人太多，从这一名起都没有列'),
  teams: z
    .array(z.object({ place: z.number(), name: z.string(), right: z.number() }))
    .describe('每队最好的几个人一共答对几题'),
  voids: z.array(voidedSchema),
  regradedAt: z.string().optional().describe('作废题目以后重算的时刻'),
  pool: z.boolean().describe('题库可以看'),
  sha256: z.string(),
})
export type OwnResult = z.infer<typeof ownResultSchema>

export const reviewSchema = z.object({
  try: z.number(),
  allowanceMs: z.number(),
  rows: z.array(
    z.object({
      number: z.number().describe('题库里的题号，申诉用'),
      type: contestTypeSchema,
      stem: z.string(),
      options: z.array(z.object({ id: z.string(), text: z.string() })).describe('照答题时的次序'),
      given: z.array(z.string()).describe('没有答的是空的'),
      key: z.array(z.string()),
      right: z.boolean().describe('作废的题一律算对'),
      late: z.boolean(),
      voided: z.boolean(),
      spentMs: z.number(),
      basis: z.string().describe('依据：出处和原话'),
      explain: z.string(),
      appeal: z.object({ words: z.string(), answer: z.string().optional() }).optional(),
    }),
  ),
})
export type ContestReview = z.infer<typeof reviewSchema>

const words = z.string().overwrite(shownLines).min(2).max(APPEAL_WORDS)
export const appealSchema = z.strictObject({ number: z.int().min(1), words })
export const appealAnswerSchema = z.strictObject({ words, void: z.boolean().describe('同意，这一题作废') })
export const appealsSchema = z.object({
  appeals: z.array(
    z.object({
      id: z.string(),
      number: z.number(),
      stem: z.string(),
      name: z.string().optional().describe('注销了的没有'),
      words: z.string(),
      at: z.string(),
      answer: z.string().optional(),
    }),
  ),
})
export type Appeal = z.infer<typeof appealsSchema>['appeals'][number]

export const certificateSchema = z.object({ code: z.string().describe('二维码里的字，也可以复制') })
export const certificateKeySchema = z.object({
  key: z.string().describe('Ed25519 公钥，base64url'),
  fingerprint: z.string().describe('公钥 SHA-256 的前 16 位，四个一组，给人核对'),
})

/** Rows of one page of results. */
export const RESULTS_PAGE = 200
export const contestResultsSchema = z.object({
  total: z.number().describe('几个人至少答了一题'),
  rows: z.array(
    z.object({
      place: z.number().describe('答对的多、用时少的在前；一样的并列'),
      name: z.string(),
      branch: z.string(),
      try: z.number(),
      ...scored,
      allowanceMs: z.number(),
      flags: z.number().describe('有几处要看一看'),
    }),
  ),
})
export type ContestResults = z.infer<typeof contestResultsSchema>

/** What a machine noticed, for a person to judge: nobody is disqualified by it, and nobody but the organiser sees it. */
export const contestFlagsSchema = z.object({
  flags: z.array(
    z.object({
      kind: z.enum(['fast', 'same']).describe('fast 快得读不完题；same 错得一模一样'),
      people: z.array(z.object({ name: z.string(), branch: z.string(), place: z.number() })),
      evidence: z.array(z.string()).describe('一句一条：哪几题、几秒、选了什么'),
    }),
  ),
})
export type ContestFlags = z.infer<typeof contestFlagsSchema>
