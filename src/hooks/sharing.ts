import { useAddToFavorites, useShareAppMessage, useShareTimeline } from '@tarojs/taro'
import type { ArticleMeta } from '@domain/catalog/types'

/** What a page says of itself when it leaves the app. */
export interface Shared {
  title: string
  /** Its address in the app. */
  url: string
  /** Address of a PNG for the card; without it WeChat takes a picture of the page. */
  picture?: string
}

/**
 * What WeChat's menu sends: to a chat, to 朋友圈, into 收藏. Asked at that moment, so that it is what is in sight; the page's
 * config allows the first two (`enableShareAppMessage`, `enableShareTimeline`).
 */
export function useSharing(subject: () => Shared): void {
  const queried = () => {
    const { title, url, picture } = subject()
    return { title, query: url.split('?')[1] ?? '', ...(picture && { imageUrl: picture }) }
  }
  useShareAppMessage(() => {
    const { title, url, picture } = subject()
    return { title, path: url, ...(picture && { imageUrl: picture }) }
  })
  useShareTimeline(queried)
  useAddToFavorites(queried)
}

/** A title may be a scene: whoever receives it is told what it is. */
export function sharedTitle(meta: Pick<ArticleMeta, 'title' | 'subject'> | undefined): string | undefined {
  return meta && (meta.subject ? `${meta.title}：${meta.subject}` : meta.title)
}
