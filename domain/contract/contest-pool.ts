/**
 * The pool of a contest: from an Excel sheet into the database, never in git and never in the feed. Before the close nobody reads it
 * but its organiser. Columns: POOL_COLUMNS of ./contest-limits. The app imports types only: zod stays out of its package.
 *
 * - `GET /v1/orgs/:org/contests/pool.xlsx` → an empty sheet with what goes into each column.
 * - `POST /v1/orgs/:org/contests/:contest/pool?mode=check|apply`, the body being the .xlsx (POOL_BYTES at most) → 200
 *   {@link poolAnswerSchema}. `check` changes nothing. `apply` takes the place of the pool before and is taken whole or not at all:
 *   with any problem 409 `pool` with the problems. The same file again changes nothing. 400 `workbook` when the file cannot be read,
 *   503 `busy` when too many sheets wait, 409 `state` when the contest is published.
 * - `GET /v1/orgs/:org/contests/:contest/pool` → {@link poolSchema}, for the organiser.
 * - `GET /v1/me/contests/:contest/pool` → the sealed pool as text (application/json), exactly what was hashed, after the close and
 *   only where the organiser has said so (404 otherwise).
 */
import { z } from 'zod'
import { contestTypeSchema, difficultySchema } from './contests'
import { badCellSchema } from './roster'

export const poolQuerySchema = z.strictObject({ mode: z.enum(['check', 'apply']).default('check') })

export const poolAnswerSchema = z.object({
  applied: z.boolean(),
  total: z.number().describe('读到几题'),
  problems: z.array(badCellSchema).describe('哪一格不能用，为什么，应当怎样写；最多 200 条'),
})
export type PoolAnswer = z.infer<typeof poolAnswerSchema>
export const poolRefusalSchema = z
  .object({ error: z.string(), message: z.string() })
  .extend(poolAnswerSchema.partial().shape)

const poolQuestionSchema = z.object({
  number: z.number().describe('表里从上到下，从 1 数起'),
  type: contestTypeSchema,
  stem: z.string(),
  options: z.array(z.object({ id: z.string().describe('a 到 h'), text: z.string() })).describe('判断题没有'),
  key: z.array(z.string()).describe('选项的编号；判断题是 true 或 false'),
  basis: z.string().describe('依据：出处和原话'),
  explain: z.string(),
  difficulty: difficultySchema,
  topic: z.string(),
})
export type PoolQuestion = z.infer<typeof poolQuestionSchema>

export const poolSchema = z.object({ questions: z.array(poolQuestionSchema) })
export type Pool = z.infer<typeof poolSchema>

/** What is sealed at the publishing: its SHA-256 is shown before, itself after. The seed is what papers are drawn and shuffled by. */
export interface SealedPool {
  contest: string
  seed: string
  questions: PoolQuestion[]
}
