import { z } from 'zod'
import { articleId, episodeId, slugId, wordsUpTo } from './fields'

const item = z.union([articleId, episodeId, z.strictObject({ quiz: articleId })], {
  error: '不认得；应当写文章编号、节目编号，或 { quiz: 文章编号 }',
})

/** One entry of `content/courses.yml`. */
export const courseSchema = z.strictObject({
  id: slugId,
  title: wordsUpTo(12),
  note: wordsUpTo(60),
  weeks: z
    .array(
      z.strictObject({
        title: wordsUpTo(12),
        items: z.array(item).min(3, { error: '不到三件；一周应当有三件以上' }),
      }),
    )
    .length(4, { error: '不是四周；应当写四周' }),
})
export type CourseSource = z.infer<typeof courseSchema>
