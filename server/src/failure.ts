const WORDS: Record<string, string> = {
  EACCES: '没有写入的权限',
  EPERM: '没有写入的权限',
  EROFS: '磁盘是只读的',
  ENOSPC: '磁盘满了，请腾出空间再启动',
  EDQUOT: '磁盘配额用完了，请腾出空间再启动',
  ENOTDIR: '路径中间有一段不是文件夹',
  EADDRINUSE: '端口已被占用，请换一个 SERVICE_PORT',
  ECONNREFUSED: '数据库连不上：没有在那个地址和端口上运行，请核对 DATABASE_URL',
  ENOTFOUND: '数据库连不上：找不到那台主机，请核对 DATABASE_URL',
  '28P01': '数据库不认这个用户名或口令，请核对 DATABASE_URL',
  '28000': '数据库不让这个用户登录，请核对 DATABASE_URL',
  '3D000': '没有这个库，请先建库，或核对 DATABASE_URL',
  '42501': '数据库账户的权限不够，它要能建表',
  '53100': '数据库的磁盘满了',
}

/** Why the service or a command could not start, in words for whoever runs it; what it is about stands after the colon. */
export function inWords(error: Error & { code?: string; path?: string; port?: number }): string {
  const said = WORDS[error.code ?? '']
  const about = error.path ?? error.port
  return said ? `${said}${about === undefined ? '' : `：${about}`}（${error.code}）` : error.message
}
