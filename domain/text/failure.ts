const WORDS: Record<string, string> = {
  EACCES: '没有权限，请看它归谁所有、能不能读写',
  EPERM: '没有权限，请看它归谁所有、能不能读写',
  EROFS: '磁盘是只读的，请换一个能写的地方，或者把磁盘重新挂载成可写',
  ENOSPC: '磁盘满了，请腾出空间再试',
  EDQUOT: '磁盘配额用完了，请腾出空间再试',
  EEXIST: '那里已经有同名的文件，请把它移开再试',
  EISDIR: '那里应当是文件，却是一个文件夹，请把它移开再试',
  ENOTDIR: '路径中间有一段不是文件夹，请把它移开再试',
  EMFILE: '同时打开的文件太多，请把上限调高（ulimit -n）再试',
  ENFILE: '这台机器打开的文件太多，请关掉别的程序再试',
  ENOMEM: '内存不够，请关掉别的程序再试',
  EADDRINUSE: '端口已被占用，请换一个 SERVICE_PORT',
  ECONNREFUSED: '数据库连不上：没有在那个地址和端口上运行，请核对 DATABASE_URL',
  ENOTFOUND: '数据库连不上：找不到那台主机，请核对 DATABASE_URL',
  '28P01': '数据库不认这个用户名或口令，请核对 DATABASE_URL',
  '28000': '数据库不让这个用户登录，请核对 DATABASE_URL',
  '3D000': '没有这个库，请先建库，或核对 DATABASE_URL',
  '42501': '数据库账户的权限不够，它要能建表',
  '53100': '数据库的磁盘满了，请腾出空间',
  ERR_PARSE_ARGS_UNKNOWN_OPTION: '没有这个参数',
  ERR_PARSE_ARGS_INVALID_OPTION_VALUE: '这个参数写得不对：要带值的后面写一个，不带值的不写',
  ERR_PARSE_ARGS_UNEXPECTED_POSITIONAL: '这里不能写这个词',
}

/** What is known of an error's code, in words; undefined when nothing is. */
export const wordsOf = (code = ''): string | undefined => WORDS[code]

/** `--tenat`, of what Node says of a command line: `Unknown option '--tenat'. To …` */
const typed = (code: string, message: string): string | undefined =>
  code.startsWith('ERR_PARSE_ARGS') ? /'([^'\s]+)/.exec(message)?.[1] : undefined

/** An error as Node throws it: a file operation says where, and where to. */
type SystemError = Error & { code?: string; path?: string; dest?: string; port?: number }

/**
 * Why the service, a build or a command could not do its work, in words for whoever runs it; what it is about stands after
 * the colon. `where` is named when the error itself does not say: a full disk says no path.
 */
export function inWords(error: Error, where?: string): string {
  const { code = '', path, dest, port, message } = error as SystemError
  const said = wordsOf(code)
  const about = dest ?? path ?? port ?? typed(code, message) ?? where
  return said ? `${said}${about === undefined ? '' : `：${about}`}（${code}）` : message
}

/** `EACCES: permission denied, open '/a'`; the last path is the one that was to be written. */
const NODE_WORDS = /\b(E[A-Z]{3,}): [a-z -]+, [a-z]+(?:.*'([^'\n]+)')?/g

/** The first such error in what a tool has said, stack and all; undefined when there is none that has words here. */
export function systemErrorIn(said: string): Error | undefined {
  for (const [line, code, place] of said.matchAll(NODE_WORDS)) {
    if (wordsOf(code)) return Object.assign(new Error(line), { code, ...(place && { path: place }) })
  }
  return undefined
}
