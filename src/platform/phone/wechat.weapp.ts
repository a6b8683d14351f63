import Taro from '@tarojs/taro'

export function canUseWechat(): boolean {
  return true
}

export async function wechatCode(): Promise<string> {
  const { code } = await Taro.login().catch(() => ({ code: '' }))
  if (!code) throw new Error('微信没有给登录凭证，请检查网络再试一次')
  return code
}
