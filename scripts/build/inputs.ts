import { createHash } from 'node:crypto'
import fs from 'node:fs'
import path from 'node:path'

/**
 * One hash of files and of whole folders, names and contents, and of `facts` beside them. What is not there counts as not there.
 * @param names below `root`
 */
export function hashOf(root: string, names: readonly string[], facts: unknown = null): string {
  const hash = createHash('sha256').update(JSON.stringify(facts))
  for (const file of filesOf(root, names)) {
    const bytes = fs.readFileSync(path.join(root, file))
    hash.update(`\0${file}\0${bytes.length}\0`).update(bytes)
  }
  return hash.digest('hex')
}

/** Every file of these names, with those of folders, as paths below `root` with forward slashes, in order. */
export function filesOf(root: string, names: readonly string[]): string[] {
  return names.flatMap(name => walk(root, name)).sort()
}

function walk(root: string, name: string): string[] {
  const entry = fs.statSync(path.join(root, name), { throwIfNoEntry: false })
  if (!entry) return []
  if (!entry.isDirectory()) return [name]
  return fs.readdirSync(path.join(root, name)).flatMap(inside => walk(root, `${name}/${inside}`))
}

/** What every product is made with: the packages as asked for and as they lie there, and the language they are read in. */
export const TOOLS = ['package.json', 'package-lock.json', 'node_modules/.package-lock.json', 'tsconfig.json']

/** Of another Node another result is possible. */
export const NODE = Number(process.versions.node.split('.')[0])
