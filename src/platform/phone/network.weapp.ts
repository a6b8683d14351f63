import Taro from '@tarojs/taro'

export function onNetworkBack(back: () => void): void {
  Taro.onNetworkStatusChange(({ isConnected }) => {
    if (isConnected) back()
  })
}
