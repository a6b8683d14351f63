import { createHash } from 'node:crypto'
import { readdir, readFile } from 'node:fs/promises'
import path from 'node:path'

export interface ContentFile {
  /** Path as editors see it, `content/…`, with forward slashes. */
  name: string
  text: string
  sha256: string
}

/** Reads every text below `content/` (Markdown, YAML, sentence times in JSON), sorted by name. A missing folder reads as empty. */
export async function readTree(root: string): Promise<ContentFile[]> {
  const folder = path.join(root, 'content')
  const entries = await readdir(folder, { recursive: true, withFileTypes: true }).catch(() => [])
  const names = entries
    .filter(entry => entry.isFile() && /\.(?:md|ya?ml|json)$/u.test(entry.name))
    .map(entry => path.relative(root, path.join(entry.parentPath, entry.name)).split(path.sep).join('/'))
    .sort()
  return Promise.all(
    names.map(async name => {
      const bytes = await readFile(path.join(root, name))
      // A byte-order mark and Windows line ends are an editor's accident, not content.
      const text = bytes
        .toString('utf8')
        .replace(/^\uFEFF/u, '')
        .replaceAll('\r\n', '\n')
      return { name, text, sha256: createHash('sha256').update(bytes).digest('hex') }
    }),
  )
}
