import { z } from 'zod'
import { words } from './fields'

/** One entry of `content/everyday.yml`: what people say, and names under which the content has it. */
export const everydaySchema = z.strictObject({
  say: z.array(words).min(1, { error: '是空的；应当至少写一种说法' }),
  means: z.array(words).min(1, { error: '是空的；应当至少写一个总账里的名字' }),
})
export type EverydaySource = z.infer<typeof everydaySchema>
