export function canUseWechat(): boolean {
  return false
}

export async function wechatCode(): Promise<string> {
  throw new Error('网页版没有微信登录，请在微信小程序里登录')
}
