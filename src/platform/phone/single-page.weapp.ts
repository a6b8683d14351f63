import Taro from '@tarojs/taro'

/** WeChat's number for what is opened from 朋友圈. */
const FROM_MOMENTS = 1154

export function inSinglePage(): boolean {
  return Taro.getLaunchOptionsSync().scene === FROM_MOMENTS
}
