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

/** @param above folders on the way here: a link may lead back to one of them */
function walk(root: string, name: string, above: readonly string[] = []): string[] {
  const place = path.join(root, name)
  const entry = statOf(place)
  if (!entry?.isDirectory()) return entry?.isFile() ? [name] : []
  const folder = fs.realpathSync(place)
  if (above.includes(folder)) return []
  return fs.readdirSync(place).flatMap(inside => walk(root, `${name}/${inside}`, [...above, folder]))
}

/** A link that leads to itself leads to nothing. */
function statOf(place: string): fs.Stats | undefined {
  try {
    return fs.statSync(place, { throwIfNoEntry: false })
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ELOOP') return undefined
    throw error
  }
}

/** What every product is made with: the packages as asked for and as they lie there, and the language they are read in. */
export const TOOLS = ['package.json', 'package-lock.json', 'node_modules/.package-lock.json', 'tsconfig.json']

/** Of another Node another result is possible. */
export const NODE = Number(process.versions.node.split('.')[0])
