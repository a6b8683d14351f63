import fs from 'node:fs'
import path from 'node:path'

/** Sub-packages kept for media in src/app.config.ts: `media/1` to `media/7`. */
export const MEDIA_PACKAGES = 7
/** WeChat allows 2 MB a sub-package, and its own check advises 1.5 MB; its page and ready.js take a little. */
const LIMIT = 1_480_000

/**
 * Which sub-package each bundled sound travels in: by id, filled up one after another, so that adding an episode at the end moves no other.
 * @returns package number by file name
 * @throws Error when the sounds need more sub-packages than there are
 */
export function packMedia(folder: string): Record<string, number> {
  if (!fs.existsSync(folder)) return {}
  const packed: Record<string, number> = {}
  let number = 1
  let filled = 0
  for (const name of fs.readdirSync(folder).sort()) {
    if (!name.endsWith('.m4a')) continue
    const { size } = fs.statSync(path.join(folder, name))
    if (filled + size > LIMIT) {
      number += 1
      filled = 0
    }
    if (size > LIMIT || number > MEDIA_PACKAGES) {
      throw new Error(
        `content/media/${name} 放不进小程序的媒体分包（共 ${MEDIA_PACKAGES} 个，每个 2 MB）；应当少打包几集（index.yml 的 bundled）`,
      )
    }
    packed[name] = number
    filled += size
  }
  return packed
}
