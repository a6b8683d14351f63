import fs from 'node:fs'
import path from 'node:path'
import { filesOf } from './inputs'

/** What names the others comes after them: whoever loads the page in between gets a whole app, old or new. */
const LAST = /^(index\.html|sw\.js|app\.json)(\.br|\.gz)?$/

/**
 * Makes `target` what `made` is, which is gone afterwards. Files that did not change are left alone, so that browsers and
 * WeChat DevTools see only what is new.
 */
export function publish(made: string, target: string): void {
  fs.mkdirSync(target, { recursive: true })
  const files = filesOf(made, fs.readdirSync(made))
  for (const file of [...files.filter(it => !LAST.test(it)), ...files.filter(it => LAST.test(it))]) {
    const [from, to] = [path.join(made, file), path.join(target, file)]
    makeRoom(target, file)
    if (!sameFile(from, to)) fs.renameSync(from, to)
  }
  const wanted = new Set(files)
  for (const file of filesOf(target, fs.readdirSync(target))) if (!wanted.has(file)) fs.rmSync(path.join(target, file))
  fs.rmSync(made, { recursive: true })
}

function sameFile(one: string, other: string): boolean {
  const there = fs.statSync(other, { throwIfNoEntry: false })
  if (!there?.isFile() || there.size !== fs.statSync(one).size) return false
  return fs.readFileSync(one).equals(fs.readFileSync(other))
}

/** A folder may stand where a file comes, or a file where its folder does. */
function makeRoom(target: string, file: string): void {
  const folders = path.dirname(file).split('/')
  for (let depth = 1; depth <= folders.length; depth++) {
    const folder = path.join(target, ...folders.slice(0, depth))
    if (fs.statSync(folder, { throwIfNoEntry: false })?.isFile()) fs.rmSync(folder)
  }
  fs.mkdirSync(path.join(target, ...folders), { recursive: true })
  const to = path.join(target, file)
  if (fs.statSync(to, { throwIfNoEntry: false })?.isDirectory()) fs.rmSync(to, { recursive: true })
}
