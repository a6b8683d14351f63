import { createHash } from 'node:crypto'
import type { MediaEntry } from './media-index.ts'
import { spokenSource, type EpisodeScript } from './script.ts'
import { CUE } from './synthetic-label.ts'

/** The hash that decides whether a script must be spoken again; the cue before it counts. */
export function scriptHash(script: EpisodeScript): string {
  return createHash('sha256')
    .update(CUE + spokenSource(script))
    .digest('hex')
}

/**
 * True when what the index lists is what this script would become: same words, this voice or a better kind, and a file that exists.
 * A file spoken by the neural voice is not replaced by the fallback on a machine without the model.
 */
export function isCurrent(
  script: EpisodeScript,
  entry: MediaEntry | undefined,
  fileExists: boolean,
  now: Pick<MediaEntry, 'label' | 'voice'>,
): boolean {
  if (!entry || !fileExists || entry.script_sha256 !== scriptHash(script)) return false
  const rank = { 机器朗读: 0, 合成语音: 1, 真人朗读: 2 }
  return rank[entry.label] > rank[now.label] || (entry.label === now.label && entry.voice === now.voice)
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
