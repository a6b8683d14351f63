import Taro from '@tarojs/taro'

/** px of the title bar that covers the top of a page. */
export const COVERED = 90

/** Shows the top of the page in sight, at once. */
export function scrollToTop(): void {
  void Taro.pageScrollTo({ scrollTop: 0, duration: 0 })
}

/** Shows the node with this id under the title bar, once what was just changed is on the page. */
export function scrollToNode(id: string): void {
  Taro.nextTick(() =>
    setTimeout(() => void Taro.pageScrollTo({ selector: `#${id}`, offsetTop: -COVERED, duration: 0 }), 60),
  )
}
