import Taro from '@tarojs/taro'

const OK = 200

/** WeChat takes only https hosts that are listed for the mini-program. */
function place(): string | undefined {
  if (ERRATA_URL) return ERRATA_URL
  return MEDIA_BASE_URL.startsWith('https://') ? `${MEDIA_BASE_URL.replace(/\/$/, '')}/errata.json` : undefined
}

export async function fetchErrata(): Promise<string | undefined> {
  const url = place()
  if (!url) return undefined
  // As text, so that its hash is taken of what was sent.
  const { statusCode, data } = await Taro.request<string>({ url, dataType: '其他', responseType: 'text' })
  return statusCode === OK ? data : undefined
}
