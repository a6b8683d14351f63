import Taro from '@tarojs/taro'

/** Puts text on the clipboard. WeChat says so itself, the web does not: the page tells in its own words. */
export async function copyText(text: string): Promise<void> {
  await Taro.setClipboardData({ data: text })
}
