import Taro from '@tarojs/taro'

/**
 * Whether going to the network costs the member data: everything but Wi-Fi and a cable. Browsers that do not tell are
 * taken to cost, because a bill is worse than a question.
 */
export async function costsData(): Promise<boolean> {
  const { networkType } = await Taro.getNetworkType().catch(() => ({ networkType: 'unknown' }))
  return !['wifi', 'ethernet'].includes(networkType)
}
