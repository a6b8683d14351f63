import { createHash } from 'node:crypto'
import { readdir, readFile } from 'node:fs/promises'
import path from 'node:path'

export interface ContentFile {
  /** Path as editors see it, `content/…`, with forward slashes. */
  name: string
  text: string
  sha256: string
  /** A symbolic link, which is not followed: the text is empty. */
  link?: true
}

/** Reads every text below `content/` (Markdown, YAML, sentence times in JSON) and names every link, sorted by name. A missing folder reads as empty. */
export async function readTree(root: string): Promise<ContentFile[]> {
  const folder = path.join(root, 'content')
  const entries = await readdir(folder, { recursive: true, withFileTypes: true }).catch(() => [])
  const found = entries
    .filter(entry => entry.isSymbolicLink() || (entry.isFile() && /\.(?:md|ya?ml|json)$/iu.test(entry.name)))
    .map(entry => ({
      name: path.relative(root, path.join(entry.parentPath, entry.name)).split(path.sep).join('/'),
      link: entry.isSymbolicLink(),
    }))
    .sort((a, b) => (a.name < b.name ? -1 : 1))
  return Promise.all(
    found.map(async ({ name, link }) => {
      if (link) return { name, text: '', sha256: 'link', link }
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
