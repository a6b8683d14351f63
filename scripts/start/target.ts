/**
 * Path and query that a request asks for. A client that takes us for a proxy sends the whole address (absolute-form, RFC 9112,
 * 3.2.2): who we are called is not looked at there any more than in `Host`, and nothing is ever fetched from elsewhere.
 * Undefined for what names no resource of ours: another scheme, `*`, a bare host.
 */
export function targetOf(url = ''): string | undefined {
  if (url.startsWith('/')) return url
  const [found, rest = ''] = /^http:\/\/[^/?#\s]+([/?].*)?$/i.exec(url) ?? []
  if (found === undefined) return undefined
  return rest.startsWith('/') ? rest : `/${rest}`
}
