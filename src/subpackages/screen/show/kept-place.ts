import Taro from '@tarojs/taro'
import { BEGINNING, type Place } from '@domain/branch/theme-day'

/** What was shown last, and how far: a reload goes on there. Nothing in it is about a person. */
export interface Kept {
  theme: string
  place: Place
  article?: string
  /** That the article fills on this screen, once it has been measured. */
  pages?: number
  episode?: string
  /** Of the film, seconds. */
  second: number
}

const KEY = 'screen'

/** Where this theme was left; its beginning where another was shown meanwhile, or nothing can be read. */
export function readKept(theme: string): Kept {
  const fresh = { theme, place: BEGINNING, second: 0 }
  try {
    const kept = Taro.getStorageSync(KEY) as Partial<Kept> | ''
    if (!kept || kept.theme !== theme || typeof kept.place?.part !== 'string') return fresh
    return { ...fresh, ...kept, place: { ...BEGINNING, ...kept.place } }
  } catch {
    return fresh
  }
}

/** A browser that keeps nothing still shows it. */
export function keep(kept: Kept): void {
  try {
    Taro.setStorageSync(KEY, kept)
  } catch (error) {
    console.warn('the place on the screen is not kept', error)
  }
}
