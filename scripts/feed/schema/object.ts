import { z } from 'zod'
import { slugId, wordsUpTo } from './fields'

/** Shapes without a colour of their own: the page gives ink and red. `fill="red"` fills what is otherwise a line. */
const SHAPES =
  /^(?:<(?:path|circle|ellipse|rect)(?: (?:d|cx|cy|r|rx|ry|x|y|width|height|transform)="[\w\s.,()-]+"| fill="red")+\/>)+$/u
const shapes = z.string().regex(SHAPES, {
  error: '有不认得的图形；应当只用 path、circle、ellipse、rect，不写颜色（填红写 fill="red"）',
})

/** One entry of `content/objects.yml`: the thing that a story turns on, in one line and one red. */
export const objectSchema = z
  .strictObject({
    id: slugId,
    alt: wordsUpTo(40),
    /** Ids of articles. */
    of: z.array(z.string()).default([]),
    /** Ids of episodes whose cover it is (scripts/media/src/covers). */
    cover: z.array(z.string()).default([]),
    ink: shapes,
    red: shapes,
  })
  .refine(({ of, cover }) => of.length + cover.length > 0, {
    error: '没有写是哪篇文章、哪一集的；应当写 of: [文章编号] 或 cover: [节目编号]',
  })
export type ObjectSource = z.infer<typeof objectSchema>
