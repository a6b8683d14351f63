import { z } from 'zod'
import { exactDay, slugId, words } from './fields'

const positive = z.int({ error: '应当写正整数' }).min(1, { error: '应当大于零' })

/** `content/rules/points.yml`. */
export const pointsSchema = z.strictObject({
  rule_sets: z
    .array(
      z.strictObject({
        from: exactDay,
        note: words,
        daily_cap: positive,
        rules: z
          .array(
            z.strictObject({
              id: slugId,
              label: words,
              counter: z.enum([
                'new_articles',
                'new_episodes',
                'read_seconds',
                'listen_seconds',
                'correct_answers',
                'new_sets',
                'reviews',
              ]),
              per: positive,
              points: positive,
              daily_cap: positive,
            }),
          )
          .min(1),
      }),
    )
    .min(1, { error: '没有规则；应当至少写一套' }),
})
export type PointsSource = z.infer<typeof pointsSchema>
