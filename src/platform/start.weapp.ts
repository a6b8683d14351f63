import Taro from '@tarojs/taro'

/** A new version that has been downloaded in the background is used at the next cold start; nobody is interrupted. */
export function startPlatform(): void {
  Taro.getUpdateManager().onUpdateFailed(() => console.warn('新版本下载失败，下次启动再试'))
}
