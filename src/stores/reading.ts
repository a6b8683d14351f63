import Taro, { useDidHide, useDidShow, usePageScroll, useUnload } from '@tarojs/taro'
import { useEffect, useRef } from 'react'
import { readTick, startReading, takeReading, type ReadingState } from '@domain/progress/reading'
import { now } from '@/services/stamper'
import { recordReading } from './member'

const TICK_MS = 5_000
/** Engaged seconds that are worth an event; less waits for the next one or for leaving. */
const WORTH = 10

interface Reading {
  item: string
  /** Chinese characters of the article. */
  chars: number
  /** Selector of the paragraphs, in order. */
  selector: string
  count: number
}

/**
 * Counts engaged reading of one page: visible, moving, and which paragraphs have been on the screen.
 * @returns what to call on a touch, which counts as movement.
 */
export function useReading({ item, chars, selector, count }: Reading): () => void {
  const state = useRef<ReadingState>()
  const movedAt = useRef(0)
  const visible = useRef(true)
  const reached = useRef(0)
  const moved = () => {
    movedAt.current = now()
  }
  usePageScroll(moved)

  const advance = () => {
    if (state.current)
      state.current = readTick(state.current, { visible: visible.current, movedAt: movedAt.current, now: now() })
  }
  const save = (least: number) => {
    advance()
    if (!state.current) return
    const { seconds, state: rest } = takeReading(state.current)
    if (seconds < least) return
    state.current = rest
    void recordReading(item, seconds, reached.current / Math.max(1, count), chars)
  }
  const show = (on: boolean) => {
    advance()
    visible.current = on
    advance()
    if (!on) save(1)
  }
  useDidShow(() => show(true))
  useDidHide(() => show(false))
  useUnload(() => save(1))

  useEffect(() => {
    if (count === 0) return
    state.current = startReading(now())
    const timer = setInterval(() => save(WORTH), TICK_MS)
    const stopWatching = watchVisibility(show)
    const observer = Taro.createIntersectionObserver(Taro.getCurrentInstance().page!, {
      observeAll: true,
      thresholds: [0.01],
    })
    observer.relativeToViewport().observe(selector, result => {
      if (!(Number(result.intersectionRatio) > 0)) return
      const index = Number(/(\d+)$/.exec((result as { id?: string }).id ?? '')?.[1] ?? -1)
      reached.current = Math.max(reached.current, index + 1)
    })
    return () => {
      clearInterval(timer)
      stopWatching()
      observer.disconnect()
      save(1)
    }
    // The functions read refs only.
    // eslint-disable-next-line react-hooks/exhaustive-deps
  }, [item, count])
  return moved
}

/** On the web a hidden tab is not a hidden page; WeChat tells by useDidHide. */
function watchVisibility(show: (on: boolean) => void): () => void {
  if (process.env.TARO_ENV !== 'h5') return () => undefined
  const listener = () => show(document.visibilityState === 'visible')
  document.addEventListener('visibilitychange', listener)
  window.addEventListener('pagehide', listener)
  return () => {
    document.removeEventListener('visibilitychange', listener)
    window.removeEventListener('pagehide', listener)
  }
}
