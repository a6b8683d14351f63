import { z } from 'zod'
import { slugId, words } from './fields'

const named = z.strictObject({ id: slugId, title: words })

const field = z.strictObject({
  id: slugId,
  title: words,
  hint: words.optional(),
  long: z.literal(true).optional(),
  outsiders: z.literal(true).optional(),
  needed: z.enum(['always', 'done'], { error: '应当写 always 或 done，或者不写' }).optional(),
})

const kind = z
  .strictObject({
    id: slugId,
    title: words,
    asks: words,
    hint: words.optional(),
    lead: words.optional(),
    expected: z.enum(['all', 'committee', 'named', 'nobody'], { error: '应当写 all、committee、named 或 nobody' }),
    hours: z
      .number({ error: '应当写学时数，不算的写 0' })
      .min(0)
      .max(8, { error: '一次超过 8 学时；应当写一次的' })
      .multipleOf(0.5, { error: '应当写 0.5 的倍数' }),
    open: z.boolean({ error: '应当写 true 或 false' }),
    due: words.optional(),
    outsiders: z.literal(true).optional(),
    states: z.array(named).min(2, { error: '少于两个状态；应当有刚记下的和办完的' }),
    fields: z.array(field).max(6, { error: '多于六项；一页里填不完' }),
  })
  .refine(({ states }) => unique(states), { error: '有两个状态的 id 一样', path: ['states'] })
  .refine(({ fields }) => unique(fields), { error: '有两项的 id 一样', path: ['fields'] })

const unique = (list: readonly { id: string }[]) => new Set(list.map(it => it.id)).size === list.length

/** `content/rules/activities.yml`. */
export const activitiesSchema = z.strictObject({
  kinds: z.array(kind).min(1, { error: '没有种类；应当至少写一种' }).refine(unique, { error: '有两种的 id 一样' }),
})
export type ActivitiesSource = z.infer<typeof activitiesSchema>
