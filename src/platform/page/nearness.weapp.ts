import Taro from '@tarojs/taro'

/** Scrolling alone brings rows: what a tap shows is to send little. */
export const ROWS_AHEAD = undefined

export function watchNearness(id: string, near: number, tell: (isNear: boolean, height: number) => void): () => void {
  const { page } = Taro.getCurrentInstance()
  if (!page) return () => undefined
  const observer = Taro.createIntersectionObserver(page)
  observer
    .relativeToViewport({ top: near, bottom: near })
    .observe(`#${id}`, ({ intersectionRatio = 0, boundingClientRect }) => {
      const height = boundingClientRect?.height ?? 0
      if (height > 0) tell(intersectionRatio > 0, height)
    })
  return () => observer.disconnect()
}
