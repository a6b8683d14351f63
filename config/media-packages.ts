import fs from 'node:fs'
import path from 'node:path'

/** Sub-packages kept for sounds: `media/1` and on. */
export const MEDIA_PACKAGES = 2
/** WeChat allows 2 MB a sub-package, and its own check advises 1.5 MB; its page and ready.js take a little. */
export const LIMIT = 1_480_000

/**
 * Which sub-package each bundled sound travels in, by id: each goes into the first one that still has room for it.
 * @returns package number by file name
 * @throws Error when the sounds need more sub-packages than there are
 */
export function packMedia(folder: string): Record<string, number> {
  if (!fs.existsSync(folder)) return {}
  const packed: Record<string, number> = {}
  const room = Array.from({ length: MEDIA_PACKAGES }, () => LIMIT)
  for (const name of fs.readdirSync(folder).sort()) {
    if (!name.endsWith('.m4a')) continue
    const { size } = fs.statSync(path.join(folder, name))
    const at = room.findIndex(left => left >= size)
    if (at < 0) {
      throw new Error(
        `content/media/${name} 放不进小程序的媒体分包（共 ${MEDIA_PACKAGES} 个，每个 2 MB）；应当少打包几集（index.yml 的 bundled）`,
      )
    }
    packed[name] = at + 1
    room[at]! -= size
  }
  return packed
}
