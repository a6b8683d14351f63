/**
 * What the runner says where there is no browser, in the words of Node's runner. On a machine that is to say whether all is
 * well (`CI`), what could not be looked at is not well.
 * @param files how many were to run
 */
export function withoutBrowser(files: number, ci: boolean): { words: string; status: 0 | 1 } {
  const [failed, skipped] = ci ? [files, 0] : [0, files]
  const why = '这台机器没有 Chromium，也不是 Linux x64：浏览器测试没有运行。CHROMIUM=… 指一个'
  return { words: `${why}\nℹ pass 0\nℹ fail ${failed}\nℹ skipped ${skipped}`, status: failed > 0 ? 1 : 0 }
}
