import Taro from '@tarojs/taro'

export function onNetworkBack(back: () => void): void {
  Taro.onNetworkStatusChange(({ isConnected }) => {
    if (isConnected) back()
  })
}

export function watchNetwork(tell: (connected: boolean) => void): void {
  Taro.getNetworkType().then(
    ({ networkType }) => tell(networkType !== 'none'),
    () => undefined,
  )
  Taro.onNetworkStatusChange(({ isConnected }) => tell(isConnected))
}
