import Taro from '@tarojs/taro'

/** Shows the top of the page in sight, at once. */
export function scrollToTop(): void {
  void Taro.pageScrollTo({ scrollTop: 0, duration: 0 })
}
