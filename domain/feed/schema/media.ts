import { z } from 'zod'
import { episodeId, words } from './common'

/** One entry of `content/media/index.yml`, written by the media scripts. */
export const mediaSchema = z.strictObject({
  id: episodeId,
  /** Name below `content/media/`. */
  file: z.string().regex(/^[\w-]+\.(?:m4a|mp3|mp4)$/u, { error: '文件名不对；应当写成 e-0001.m4a 或 e-0001.mp4' }),
  bytes: z.int().min(1),
  seconds: z.number().positive(),
  sha256: z.string().regex(/^[0-9a-f]{64}$/u, { error: '应当是 64 位十六进制的 sha-256' }),
  bundled: z.boolean(),
  voice: words,
  label: words,
  /** Hash of the script as it was spoken. */
  script_sha256: z.string().regex(/^[0-9a-f]{64}$/u, { error: '应当是 64 位十六进制的 sha-256' }),
  /** Name of the file with the sentence times. */
  sentences: words.optional(),
})
export type MediaEntry = z.infer<typeof mediaSchema>

/** `content/media/<id>.json`. */
export const timingsSchema = z.array(
  z.object({ paragraph: z.int().min(0), text: z.string(), start: z.number().min(0), end: z.number().min(0) }),
)
