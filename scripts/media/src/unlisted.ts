import type { MediaEntry } from './media-index.ts'

/** What `npm run media` writes beside one another: sound or film, transcript, captions. */
const MADE = /^(e-\d{4})\.(?:json|m4a|mp4|vtt)$/u

/**
 * What the index does not know of: scripts that nobody has recorded, recordings whose script is gone, and files that belong to no entry.
 * @param scripts ids of the episodes
 * @param names of the folder that is in git
 */
export function unlisted(
  scripts: readonly string[],
  names: readonly string[],
  index: ReadonlyMap<string, Pick<MediaEntry, 'file' | 'bundled'>>,
): string[] {
  const known = new Set(scripts)
  const made = (name: string) => {
    const id = MADE.exec(name)?.[1]
    if (id === undefined) return []
    const entry = index.get(id)
    const sounds = /\.m(?:4a|p4)$/.test(name)
    if (entry && !(sounds && entry.bundled && entry.file !== name)) return []
    return [`${id}: ${name} 在 content/media 里，index.yml 里没有它；应当运行 npm run media -- ${id}，或删掉它`]
  }
  return [
    ...scripts
      .filter(id => !index.has(id))
      .map(id => `${id}: 有文稿，index.yml 里没有它的录音；应当运行 npm run media -- ${id}`),
    ...[...index.keys()]
      .filter(id => !known.has(id))
      .map(id => `${id}: index.yml 里有录音，没有它的文稿；应当把文稿放回来，或删掉录音`),
    ...[...names].sort().flatMap(made),
  ]
}
