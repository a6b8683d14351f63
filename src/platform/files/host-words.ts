/** What is said of a host's refusal. @param status of HTTP, 400 or more */
export function refusalWords(status: number): string {
  if (status === 404 || status === 410) return '放节目的服务器上没有这一集'
  return status >= 500 ? '放节目的服务器出了毛病，过一会儿再试' : '放节目的服务器没有给出这一集，过一会儿再试'
}

/** A page came in place of the file. */
export const LOGIN_FIRST = '连着的网络要先登录才能用，登录以后再试'
