import { z } from 'zod'
import { exactDay, fuzzyDate, slugId, words } from './fields'

const address = z
  .string({ error: '不是网址；应当照抄打开时的网址' })
  .regex(/^https?:\/\/\S+$/u, { error: '不是网址；应当以 http:// 或 https:// 开始，中间没有空格' })
  .refine(text => URL.canParse(text), { error: '不是网址；应当照抄打开时的网址' })

/** A file of a public repository, as it was at one commit. */
const repository = z.strictObject({
  name: z.string().regex(/^[\w.-]+\/[\w.-]+$/u, { error: '仓库名写法不对；应当写成 所有者/仓库' }),
  commit: z.string().regex(/^[0-9a-f]{40}$/u, { error: '不是提交编号；应当写全四十位十六进制' }),
  path: words,
})

/** One entry of `content/sources/*.yml`: what was really opened, where, and on which day. */
export const sourceSchema = z
  .strictObject({
    id: slugId,
    /** Its own title, as it stands on the page. */
    title: words,
    publisher: words,
    published: fuzzyDate.optional(),
    address: address.optional(),
    repository: repository.optional(),
    /** Where the original of a repository's file stands. */
    online: address.optional(),
    opened: exactDay,
    /** Set when a stored copy was read and not the page itself. */
    copy: z.literal('stored', { error: '写法不对；应当写 stored（读的是存档副本），或去掉' }).optional(),
    /** The question that brought the stored copy back: its address alone does not open it (decisions/0148). Not shown in the app. */
    asked: words.optional(),
  })
  .refine(it => it.asked === undefined || (it.copy !== undefined && it.address !== undefined), {
    error: '查找时问的话（asked）写给了不用查找的来源；应当只写给按网址存着的副本（copy: stored 和 address）',
    path: ['asked'],
  })
  .refine(it => (it.address === undefined) !== (it.repository === undefined), {
    error: '网址（address）和仓库文件（repository）写了两样，或一样也没有；应当正好写一样',
  })
  .refine(it => it.published === undefined || it.published <= it.opened, {
    error: '发表的日子（published）在打开的日子（opened）之后；应当核对这两个日子',
    path: ['published'],
  })
export type SourceSource = z.infer<typeof sourceSchema>
