import { Problem } from './problem'

export interface WechatSettings {
  appId: string
  secret: string
  url: string
}

/**
 * Exchanges a `wx.login` code for the openid at WeChat's server. The session key is never kept. Throws Problem with what
 * the member can do.
 */
export async function openidOf(code: string, settings: WechatSettings): Promise<string> {
  const query = new URLSearchParams({
    appid: settings.appId,
    secret: settings.secret,
    js_code: code,
    grant_type: 'authorization_code',
  })
  let answer: { openid?: unknown; errcode?: number }
  try {
    const response = await fetch(`${settings.url}/sns/jscode2session?${query}`, { signal: AbortSignal.timeout(3000) })
    answer = (await response.json()) as typeof answer
  } catch {
    // The error's text may hold the address, and the address holds the secret and the code.
    throw new Problem(503, 'wechat_unreachable', '微信登录暂时连不上，请稍后再试')
  }
  if (typeof answer.openid === 'string' && answer.openid) return answer.openid
  switch (answer.errcode) {
    case 40029:
    case 40163:
      throw new Problem(400, 'wechat_code', '登录凭证已失效，请再点一次登录')
    case 45011:
    case -1:
      throw new Problem(503, 'wechat_busy', '微信登录繁忙，请过一分钟再试')
    case 40226:
      throw new Problem(403, 'wechat_refused', '微信不允许这个账号登录')
    default:
      throw new Problem(502, 'wechat_failed', '微信登录没有成功，请稍后再试')
  }
}
