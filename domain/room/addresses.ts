/** Addresses of pages that somebody types who is not in the app: the big screen, a phone in its room, 核对证书. */

/** @param meeting a 主题党日 whose check-in code this browser holds: it is shown beside the theme */
export function screenPath({ theme, meeting }: { theme?: string; meeting?: string } = {}): string {
  const query = Object.entries({ theme, meeting }).flatMap(([key, value]) => (value ? [`${key}=${value}`] : []))
  return `/subpackages/screen/show/index${query.length > 0 ? `?${query.join('&')}` : ''}`
}

/** Where phones are let into a round, made and led. */
export const roomScreenPath = (theme: string, article?: string): string =>
  `/subpackages/screen/room/index?theme=${theme}${article ? `&article=${article}` : ''}`

/** @param code of the room, six digits; without, the page asks for it */
export const roomPath = (code?: string): string => `/subpackages/exam/room/index${code ? `?code=${code}` : ''}`

/** What a person can type after the host, and the page that it means. */
export const SHORT_ADDRESSES: Readonly<Record<string, string>> = {
  '/screen': screenPath(),
  '/room': roomPath(),
  '/verify': '/subpackages/contest/verify/index',
}
