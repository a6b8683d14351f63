import fs from 'node:fs'
import path from 'node:path'

export interface Options {
  /** Validate only. */
  check: boolean
  /** Refuse items that no reviewer approved. */
  release: boolean
  /** Write the bundle in spite of errors, to measure or look at it: a build compiles again, and refuses (full-size.ts). */
  draft: boolean
  /** Write every id now published into content/ids.lock. */
  recordIds: boolean
  /** Recorded ids whose title may have changed beyond likeness. */
  renamed: string[]
  /** Print only what concerns files whose path starts so, and errors of what all texts stand on. */
  only?: string
  /** Make only `dist/errata.json`, against the feed that is in `dist/feed`. */
  errata: boolean
  /** Folder that holds `content/`. */
  root: string
}

/** Reads the command line. Throws a message in Chinese for an option or a path that does not exist. */
export function readOptions(args: readonly string[], root: string): Options {
  const options: Options = {
    check: false,
    release: false,
    draft: false,
    recordIds: false,
    renamed: [],
    errata: false,
    root,
  }
  for (let at = 0; at < args.length; at++) {
    const [name = '', inline] = args[at]!.split('=', 2)
    const value = () => {
      const given = inline ?? args[++at]
      if (given === undefined)
        throw new Error(`${name} 后面应当有值，如 --only content/articles/local、--renamed a-0001`)
      return given
    }
    if (name === '--check') options.check = true
    else if (name === '--release') options.release = true
    else if (name === '--draft') options.draft = true
    else if (name === '--record-ids') options.recordIds = true
    else if (name === '--errata') options.errata = true
    else if (name === '--renamed') options.renamed.push(value())
    else if (name === '--only') options.only = pathOf(root, value().replace(/^\.\//u, ''))
    else
      throw new Error(
        `不认识的参数 ${args[at]}；应当是 --check、--release、--draft、--record-ids、--renamed 编号、--errata 或 --only 路径`,
      )
  }
  if (options.release && options.draft) throw new Error('--release 和 --draft 不能一起用')
  return options
}

/** A path, or how one begins. What nothing begins with would be told to have no faults. */
function pathOf(root: string, only: string): string {
  const folder = path.join(root, path.dirname(`${only}.`))
  const start = only.endsWith('/') ? '' : path.basename(only)
  const names = fs.existsSync(folder) ? fs.readdirSync(folder) : []
  if (path.isAbsolute(only) || !names.some(name => name.startsWith(start)))
    throw new Error(`--only 后面的 ${only} 没有这个文件或文件夹；应当从 content/ 写起，如 content/articles/local`)
  return only
}
