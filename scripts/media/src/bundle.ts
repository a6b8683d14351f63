import { copyFileSync, existsSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { readEpisodes } from './episodes.ts'
import { readIndex, writeIndex } from './media-index.ts'
import { paths } from './paths.ts'
import { chooseBundled, type BundleLimits } from './plan.ts'

/** 90 MB is what the repository may hold of the first half (130 MB of all); a little is left for transcripts and captions. */
const LIMITS: BundleLimits = { audio: 185, video: 24, bytes: 88_000_000 }

/** Moves the chosen files from dist/media to content/media and says so in the index. Files already in git are not touched. Returns the ids that moved. */
export function bundleMedia(report: (line: string) => void): string[] {
  const index = readIndex(paths.index)
  const flagships = new Set(
    readEpisodes(paths.episodes, report)
      .filter(s => s.flagship)
      .map(s => s.id),
  )
  const moved: string[] = []
  for (const id of chooseBundled([...index.values()], flagships, LIMITS)) {
    const entry = index.get(id)!
    const built = join(paths.built, entry.file)
    if (entry.bundled || !existsSync(built)) continue
    copyFileSync(built, join(paths.bundled, entry.file))
    rmSync(built)
    index.set(id, { ...entry, bundled: true })
    moved.push(id)
  }
  writeIndex(paths.index, index)
  return moved
}
