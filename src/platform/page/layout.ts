import Taro from '@tarojs/taro'

interface Insets {
  /** px taken on top by the phone's status bar. */
  top: number
  /** px to keep free at the right of the title bar for WeChat's capsule. */
  capsule: number
}

let insets: Insets | undefined

/** What the custom title bar must leave free. The web has neither status bar nor capsule. */
export function screenInsets(): Insets {
  if (process.env.TARO_ENV !== 'weapp') return { top: 0, capsule: 0 }
  if (insets) return insets
  const { statusBarHeight = 20, windowWidth } = Taro.getWindowInfo()
  const capsule = Taro.getMenuButtonBoundingClientRect()
  insets = { top: statusBarHeight, capsule: Math.max(0, windowWidth - capsule.left) + 8 }
  return insets
}

/** Whether a whole table fits beside its names: a desktop, or a tablet on its side. */
export function hasRoomForTables(): boolean {
  return Taro.getWindowInfo().windowWidth >= 900
}

/** Whether the screen is as low as that of the smallest phones; pages/home/index.scss has the same number. */
export function isLowScreen(): boolean {
  return Taro.getWindowInfo().windowHeight <= 700
}

/** Whether it is lower still, as that of the first small iPhones, 320 × 568; pages/home/index.scss has the same number. */
export function isLowestScreen(): boolean {
  return Taro.getWindowInfo().windowHeight <= 600
}

/** Whether notes fit beside 680 px of text. */
export function hasRoomForNotes(): boolean {
  return process.env.TARO_ENV === 'h5' && Taro.getWindowInfo().windowWidth >= 1024
}

/** px that the content of a wide page has from side to side: at most 960, less two gutters. */
export function wideContentWidth(): number {
  return Math.min(Taro.getWindowInfo().windowWidth, 960) - 40
}
