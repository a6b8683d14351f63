import { mkdirSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import type { Tree } from './fixture'

/** Writes a tree's files below a folder. */
export function writeTree(root: string, tree: Tree): void {
  for (const [name, text] of Object.entries(tree)) {
    mkdirSync(path.dirname(path.join(root, name)), { recursive: true })
    writeFileSync(path.join(root, name), text)
  }
}
