import fs from 'node:fs'
import os from 'node:os'
import path from 'node:path'

/** A folder that stands for a checkout. */
export interface TemporaryRoot {
  root: string
  write(name: string, content?: string): void
  read(name: string): string
  remove(name: string): void
}

export function temporaryRoot(): TemporaryRoot {
  const root = fs.mkdtempSync(path.join(os.tmpdir(), 'build-'))
  const at = (name: string) => path.join(root, name)
  return {
    root,
    write: (name, content = name) => {
      fs.mkdirSync(path.dirname(at(name)), { recursive: true })
      fs.writeFileSync(at(name), content)
    },
    read: name => fs.readFileSync(at(name), 'utf8'),
    remove: name => fs.rmSync(at(name), { recursive: true }),
  }
}
