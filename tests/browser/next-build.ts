/** The built app once more as its next version: the same, under names with other hashes, so that nothing kept of the first fits. */
import { execFile } from 'node:child_process'
import fs from 'node:fs'
import path from 'node:path'
import { promisify } from 'node:util'

const HASH = /\.([0-9a-f]{8})\.(?:js|css)$/

/** @param root for `serveApp`; to be removed afterwards */
export async function nextBuild(root: string): Promise<void> {
  const [from, to] = ['dist/h5', path.join(root, 'dist/h5')]
  const files = fs
    .readdirSync(from, { recursive: true, encoding: 'utf8' })
    .filter(name => !/^sw\.js|\.(br|gz)$/.test(name) && fs.statSync(path.join(from, name)).isFile())
  const hashes = new Set(files.flatMap(name => HASH.exec(name)?.[1] ?? []))
  const anyOf = new RegExp([...hashes].join('|'), 'g')
  const renamed = (words: string) => words.replace(anyOf, hash => [...hash].reverse().join(''))
  for (const name of files) {
    const target = path.join(to, renamed(name))
    fs.mkdirSync(path.dirname(target), { recursive: true })
    if (/\.(js|css|html)$/.test(name)) fs.writeFileSync(target, renamed(fs.readFileSync(path.join(from, name), 'utf8')))
    else fs.linkSync(path.join(from, name), target)
  }
  await promisify(execFile)('npx', ['tsx', 'scripts/build/service-worker.ts', to])
}
