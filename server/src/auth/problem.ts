/**
 * An answer other than success that a route gives on purpose. `message` is for the person, `code` for the app, which may get
 * `more` beside them.
 */
export class Problem extends Error {
  override name = 'Problem'
  constructor(
    readonly status: 400 | 401 | 403 | 404 | 409 | 413 | 429 | 502 | 503,
    readonly code: string,
    message: string,
    readonly more?: object,
    /** When to come again, seconds; said with a 429 or 503. */
    readonly retry = 60,
  ) {
    super(message)
  }
}

/** One answer for what is not there and what is none of the asker's business: nobody learns which. */
export const notFound = () => new Problem(404, 'not_found', '没有找到，或者不在您的权限之内')
/** No login, or one that is over: the app trades its long token for a new one, or asks for a login. */
export const unauthorised = () => new Problem(401, 'unauthorised', '登录已过期，请重新登录')
/** One who has left keeps the rights to what was stored, and nothing else. */
export const hasLeft = () =>
  new Problem(
    403,
    'left',
    '您已从支部名册转出，这里只能导出、撤回同意、注销和退出登录。到了新支部，请用新支部的邀请码绑定',
  )
/** Nothing is taken from a member who has not consented or has withdrawn it. */
export const noConsent = () => new Problem(403, 'consent', '您还没有同意上传学习记录')
