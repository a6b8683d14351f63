import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { parseScript, type EpisodeScript } from './script.ts'

/** Every script under `folder`, ordered by id. Scripts that cannot be read are reported and left out, so that one draft does not stop the line. */
export function readEpisodes(folder: string, report: (problem: string) => void): EpisodeScript[] {
  const scripts: EpisodeScript[] = []
  for (const entry of readdirSync(folder, { recursive: true, withFileTypes: true })) {
    if (!entry.isFile() || !entry.name.endsWith('.md')) continue
    const file = join(entry.parentPath, entry.name)
    try {
      const storyboard = file.replace(/\.md$/, '.scenes.yml')
      scripts.push({
        ...parseScript(readFileSync(file, 'utf8'), file),
        file,
        ...(existsSync(storyboard) ? { storyboard: readFileSync(storyboard, 'utf8') } : {}),
      })
    } catch (error) {
      report((error as Error).message)
    }
  }
  return scripts.sort((a, b) => a.id.localeCompare(b.id))
}
