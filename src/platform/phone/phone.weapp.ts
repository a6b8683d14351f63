import Taro from '@tarojs/taro'
import type { Theme } from './phone'

/** WeChat's `fontSizeSetting` at the standard step. */
const STANDARD_FONT_SIZE = 17

export function systemTheme(): Theme {
  return Taro.getAppBaseInfo().theme === 'dark' ? 'dark' : 'light'
}

export function onSystemTheme(change: (theme: Theme) => void): void {
  Taro.onThemeChange(({ theme }) => change(theme === 'dark' ? 'dark' : 'light'))
}

export function systemTextScale(): number {
  const info = Taro.getAppBaseInfo() as { fontSizeScaleFactor?: number; fontSizeSetting?: number }
  return info.fontSizeScaleFactor ?? (info.fontSizeSetting ?? STANDARD_FONT_SIZE) / STANDARD_FONT_SIZE
}

/** WeChat has `performance.now` on newer base libraries only; without it a jumped clock goes unnoticed. */
export function monotonicNow(): number {
  const performance = (Taro as unknown as { getPerformance?: () => { now?: () => number } }).getPerformance?.()
  return performance?.now?.() ?? Date.now()
}

export function randomBytes(length: number): Promise<Uint8Array> {
  return new Promise((resolve, reject) => {
    const wechat = (globalThis as unknown as { wx: WechatRandom }).wx ?? (Taro as unknown as WechatRandom)
    wechat.getRandomValues({
      length,
      success: result => resolve(new Uint8Array(result.randomValues)),
      fail: error => reject(new Error('手机没有给出随机数，请再试一次', { cause: error.errMsg })),
    })
  })
}

interface WechatRandom {
  getRandomValues(options: {
    length: number
    success: (result: { randomValues: ArrayBuffer }) => void
    fail: (error: { errMsg: string }) => void
  }): void
}
