import { createHash } from 'node:crypto'
import type { MediaEntry } from './media-index.ts'
import { spokenSource, type EpisodeScript } from './script.ts'

/** The hash that decides whether a script must be spoken again. */
export function scriptHash(script: EpisodeScript): string {
  return createHash('sha256').update(spokenSource(script)).digest('hex')
}

/**
 * True when what the index lists is what this script would become: same words, same or better voice, and a file that exists.
 * A file spoken by the neural voice is not replaced by the fallback on a machine without the model.
 */
export function isCurrent(
  script: EpisodeScript,
  entry: MediaEntry | undefined,
  fileExists: boolean,
  label: MediaEntry['label'],
): boolean {
  if (!entry || !fileExists || entry.script_sha256 !== scriptHash(script)) return false
  const rank = { 机器朗读: 0, 合成语音: 1, 真人朗读: 2 }
  return rank[entry.label] >= rank[label]
}

/** Which audio files live in git: flagships first, then by id, while they fit into `budget` bytes and `most` files. Files already there stay. */
export function chooseBundled(
  entries: readonly MediaEntry[],
  flagships: ReadonlySet<string>,
  most: number,
  budget: number,
): Set<string> {
  const chosen = new Set<string>()
  let bytes = 0
  const take = (entry: MediaEntry) => {
    chosen.add(entry.id)
    bytes += entry.bytes
  }
  entries.filter(e => e.bundled).forEach(take)
  const rest = entries
    .filter(e => !e.bundled && e.file.endsWith('.m4a'))
    .sort((a, b) => Number(flagships.has(b.id)) - Number(flagships.has(a.id)) || a.id.localeCompare(b.id))
  for (const entry of rest) {
    const audio = entries.filter(e => chosen.has(e.id) && e.file.endsWith('.m4a')).length
    if (audio < most && bytes + entry.bytes <= budget) take(entry)
  }
  return chosen
}
