import { z } from 'zod'
import { words } from './fields'

/** `content/brand.yml`. */
export const brandSchema = z.strictObject({
  name: words,
  district: words,
  // Empty until whoever runs it has put theirs here: members are shown no placeholder.
  contact: words.or(z.literal('')),
  /** Where complaints go, and the number that the program is filed under; empty as the contact may be. */
  complaints: words.or(z.literal('')),
  filing: words.or(z.literal('')),
  organisation: words,
  colour: z.string().regex(/^#[0-9a-f]{6}$/u, { error: '不是颜色；应当写成 "#a8261b"（小写，加引号）' }),
  /** Ed25519, 32 bytes; `npm run errata -- key` makes one. */
  errata_key: z
    .string()
    .regex(/^([\w-]{43})?$/u, { error: '不是公钥；应当照抄 npm run errata -- key 打印的 43 个字符，没有就空着' }),
})
export type BrandSource = z.infer<typeof brandSchema>
