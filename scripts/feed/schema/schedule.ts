import { z } from 'zod'
import { articleId, episodeId, exactDay, monthDay, questionId, words } from './fields'

const plan = {
  articles: z.array(articleId).length(2, { error: '不是两篇；应当写两篇文章的编号' }),
  episode: episodeId.optional(),
  questions: z.array(questionId).length(5, { error: '不是五道；应当写五道题的编号' }),
}
/** `content/schedule.yml`. */
export const scheduleSchema = z.strictObject({
  starts: exactDay,
  weeks: z
    .array(
      z.strictObject({
        theme: words,
        note: words,
        days: z.array(z.strictObject(plan)).length(7, { error: '不是七天；应当从星期一写到星期日' }),
      }),
    )
    .min(1, { error: '没有一周；应当至少写一周' }),
  festivals: z.array(z.strictObject({ on: monthDay, theme: words, note: words, ...plan })).default([]),
})
export type ScheduleSource = z.infer<typeof scheduleSchema>
