import { createHash } from 'node:crypto'
import type { Transcript } from './assemble.ts'
import type { MediaEntry } from './media-index.ts'
import { normalise } from './normalise.ts'
import { spokenSource, type EpisodeScript } from './script.ts'
import { sentencesOf } from './sentences.ts'
import { CUE } from './synthetic-label.ts'

/** The hash that decides whether a file must be made again: the cue, the words, and what a film shows. */
export function scriptHash(script: EpisodeScript): string {
  return createHash('sha256')
    .update(CUE + spokenSource(script) + (script.kind === 'video' ? (script.storyboard ?? '') : ''))
    .digest('hex')
}

/**
 * True when a synthetic recording with this transcript says the script as it stands: the cue, the sentences of each paragraph, the long
 * pauses where chapters begin. What chapters are called, and whether there are pictures, is not heard.
 */
export function saysScript(script: EpisodeScript, { cue, sentences, chapters }: Transcript): boolean {
  const wanted = script.paragraphs.flatMap((text, p) =>
    sentencesOf(text)
      .filter(t => normalise(t))
      .map(t => `${p} ${t}`),
  )
  const begins = script.chapters.map(({ paragraph }) => sentences.find(({ p }) => p >= paragraph)?.start)
  const opening = sentences[0]?.start
  const inside = (starts: readonly (number | undefined)[]) => starts.filter(start => start !== opening).join()
  return (
    cue?.t === CUE &&
    sentences.map(({ p, t }) => `${p} ${t}`).join('\n') === wanted.join('\n') &&
    inside(chapters.map(({ start }) => start)) === inside(begins)
  )
}

/** The transcript with the chapters of a script that it says, by the names they have now. */
export function withChapters(script: EpisodeScript, transcript: Transcript): Transcript {
  const { sentences } = transcript
  const end = sentences.at(-1)?.end ?? 0
  const chapters = script.chapters.map(({ title, paragraph }) => ({
    title,
    start: sentences.find(({ p }) => p >= paragraph)?.start ?? end,
  }))
  return { ...transcript, chapters }
}

/**
 * True when what the index lists is what this script would become: same words, this voice or a better kind, and a file that exists.
 * A file spoken by the neural voice is not replaced by the fallback on a machine without the model; a person's recording is, when it
 * was taken away: whoever takes back their consent is not heard any more.
 */
export function isCurrent(
  script: EpisodeScript,
  entry: MediaEntry | undefined,
  fileExists: boolean,
  now: Pick<MediaEntry, 'label' | 'voice' | 'reader' | 'source_sha256'>,
): boolean {
  if (!entry || !fileExists || entry.script_sha256 !== scriptHash(script)) return false
  if (entry.label === '合成语音' && now.label === '机器朗读') return true
  return (['label', 'voice', 'reader', 'source_sha256'] as const).every(key => entry[key] === now[key])
}

/** How much media git may hold: number of audio and of video files, and their bytes together. */
export interface BundleLimits {
  audio: number
  video: number
  bytes: number
}

/** Which files live in git: those already there stay; then flagships, then by id, while they fit into the limits. */
export function chooseBundled(
  entries: readonly MediaEntry[],
  flagships: ReadonlySet<string>,
  limits: BundleLimits,
): Set<string> {
  const kind = (entry: MediaEntry) => (entry.file.endsWith('.mp4') ? 'video' : 'audio')
  const left = { ...limits }
  const chosen = new Set<string>()
  const take = (entry: MediaEntry) => {
    chosen.add(entry.id)
    left[kind(entry)] -= 1
    left.bytes -= entry.bytes
  }
  entries.filter(e => e.bundled).forEach(take)
  const rest = entries
    .filter(e => !e.bundled)
    .sort((a, b) => Number(flagships.has(b.id)) - Number(flagships.has(a.id)) || a.id.localeCompare(b.id))
  for (const entry of rest) if (left[kind(entry)] > 0 && left.bytes >= entry.bytes) take(entry)
  return chosen
}
