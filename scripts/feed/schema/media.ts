import { z } from 'zod'
import { episodeId, words } from './fields'

const hash = z.string().regex(/^[0-9a-f]{64}$/u, { error: '不是 64 位十六进制的 sha-256；应当由 npm run media 写出' })

/** One entry of the `media` list in `content/media/index.yml`, written by the media scripts. */
export const mediaSchema = z
  .strictObject({
    id: episodeId,
    /** Name below `content/media/` when bundled, else below the media root. */
    file: z.string().regex(/^[\w-]+\.(?:m4a|mp3|mp4)$/u, { error: '文件名不对；应当写成 e-0001.m4a 或 e-0001.mp4' }),
    bytes: z.int().min(1),
    seconds: z.number().positive(),
    sha256: hash,
    bundled: z.boolean(),
    voice: words,
    label: z.enum(['合成语音', '机器朗读', '人工录制']),
    /** Who tells it, of a person's recording. */
    reader: words.optional(),
    /** Hash of the file that the person gave; the media scripts compare it. */
    source_sha256: hash.optional(),
    /** Hash of what was spoken; the media scripts compare it. */
    script_sha256: hash,
  })
  .refine(({ label, reader }) => (label === '人工录制') === (reader !== undefined), {
    path: ['reader'],
    error: '人工录制要写是谁讲的，合成的不写；应当由 npm run media 写出',
  })
export type MediaEntry = z.infer<typeof mediaSchema>

/** `content/media/index.yml`. */
export const mediaIndexSchema = z.strictObject({ media: z.array(z.unknown()) })

const seconds = z.number().min(0)

/** `content/media/<id>.json`: when the machine says that it is one, and when each sentence is heard. */
export const transcriptSchema = z.object({
  id: episodeId,
  cue: z.object({ t: words, start: seconds, end: seconds }).optional(),
  sentences: z.array(z.object({ p: z.int().min(0), t: z.string(), start: seconds, end: seconds })),
})
export type TranscriptSource = z.infer<typeof transcriptSchema>
