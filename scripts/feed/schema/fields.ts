import { z } from 'zod'
import { isDayOfMonth, parseFuzzy } from '../dates/fuzzy'

/** YAML reads `1921` and `13` as numbers; where we want words they are taken as written. */
const asWritten = (value: unknown) => (typeof value === 'number' ? String(value) : value)

/** A non-empty line of text. */
export const words = z.preprocess(
  asWritten,
  z.string().trim().min(1, { error: '是空的；应当写上内容，或去掉这个字段' }),
)

/** Text with limits in characters. */
export const wordsUpTo = (max: number) =>
  z.preprocess(
    asWritten,
    z
      .string()
      .trim()
      .min(1, { error: '是空的；应当写上内容' })
      .max(max, { error: `太长；应当不超过 ${max} 个字` }),
  )

export const fuzzyDate = z.preprocess(
  asWritten,
  z.string().refine(text => parseFuzzy(text) !== undefined, {
    error: '不是日期；应当写成 1921、1921-07 或 1921-07-23，并且真有这一天',
  }),
)

export const exactDay = z.preprocess(
  asWritten,
  z.string().refine(text => parseFuzzy(text)?.d !== undefined, { error: '不是某一天；应当写成 2026-11-23' }),
)

export const monthDay = z.preprocess(
  asWritten,
  z.string().refine(
    text => {
      const match = /^(\d{2})-(\d{2})$/u.exec(text)
      return match !== null && isDayOfMonth(Number(match[1]), Number(match[2]))
    },
    { error: '不是月日；应当写成 07-23' },
  ),
)

export const year = z.int({ error: '不是年份；应当写四位数字，如 1921' }).min(1000).max(2999)

const pattern = (regex: RegExp, example: string) =>
  z.string({ error: `不是编号；应当写成 ${example}` }).regex(regex, { error: `编号写法不对；应当写成 ${example}` })

export const articleId = pattern(/^a-\d{4}$/u, 'a-0001')
export const episodeId = pattern(/^e-\d{4}$/u, 'e-0001')
export const questionId = pattern(/^q-\d{5}$/u, 'q-00001')
/** Events, people, terms and sources are named in lower-case pinyin. */
export const slugId = pattern(/^[a-z0-9]+(?:-[a-z0-9]+)*$/u, 'zunyi-huiyi（小写拼音和数字，用连字符相连）')

export const shelfId = z.enum(['new-democratic', 'construction', 'reform', 'new-era', 'people', 'local'])
export const periodId = z.enum(['new-democratic', 'construction', 'reform', 'new-era'])
export const seriesId = z.enum(['baitian', 'renwu', 'gushi'])
export const historyId = z.enum(['party', 'prc', 'reform', 'socialism'])

const basis = z
  .string({ error: '缺少依据；应当写 recalled，或 “来源, opened 2026-11-23”' })
  .regex(/^(?:recalled|\S.*, opened \d{4}-\d{2}-\d{2})$/u, {
    error: '写法不对；应当写 recalled，或 “来源名称, opened 2026-11-23”（半角逗号，写真正打开的那一天）',
  })
const verifyIn = z
  .array(slugId, { error: '应当写 works.yml 里的编号，如 [jianshi]' })
  .min(1, { error: '是空的；应当至少写一个 works.yml 里的编号' })

/** Longest quotation of a source's own words, in characters: enough to find the place, too little to copy it. */
export const CARRYING_LIMIT = 40
const carrying = z.preprocess(
  asWritten,
  z
    .string()
    .trim()
    .min(1, { error: '是空的；应当照抄来源里写着这件事的几个字' })
    .refine(text => [...text].length <= CARRYING_LIMIT, {
      error: `太长；应当不超过 ${CARRYING_LIMIT} 个字，只抄写着这件事的那几个字`,
    }),
)
/** One use of a source: which, where in it, and its own words that carry the fact. */
const sourceUse = z.strictObject({ id: slugId, row: words.optional(), words: carrying })
export type SourceUse = z.infer<typeof sourceUse>
const sourceUses = z
  .array(sourceUse, { error: '写法不对；应当写成 [{ id: 来源编号, row: 行, words: 原文的话 }]' })
  .min(1, { error: '是空的；应当至少写一个来源' })

const readings = {
  checked: z.strictObject({ by: z.enum(['machine', 'person']), on: exactDay }).optional(),
  /** `of`, for texts: what was read (review/signature.ts). */
  approved: z.strictObject({ by: words, on: exactDay, of: z.string().optional() }).optional(),
}
/** Every item says where it comes from, by `basis` or by `sources` (checks/sources.ts): ledger entries by uses of what was opened… */
export const provenance = { basis: basis.optional(), sources: sourceUses.optional(), verify_in: verifyIn, ...readings }
/** …and texts by the ids of what was opened, whose uses stand in their footnotes. */
export const textProvenance = {
  basis: basis.optional(),
  sources: z
    .array(slugId, { error: '写法不对；应当写成 [来源编号, …]，编号在 content/sources/ 里' })
    .min(1, { error: '是空的；应当写上为这篇打开过的来源' })
    .optional(),
  verify_in: verifyIn,
  ...readings,
}
/** Items that may lean on another item's provenance. */
export const provenanceOrInherited = { basis: basis.optional(), verify_in: verifyIn.optional(), ...readings }
/** …or stand on sources of their own. */
export const sourcedOrInherited = { ...provenanceOrInherited, sources: sourceUses.optional() }
