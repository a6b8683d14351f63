import { useDidHide, useDidShow, usePageScroll, useUnload } from '@tarojs/taro'
import { useEffect, useRef } from 'react'
import { readTick, startReading, takeReading, type ReadingState } from '@domain/progress/reading'
import { surveyParagraphs } from '@/platform/page/paragraphs'
import { now } from '@/platform/phone/clock'
import { useAloud } from '@/stores/aloud'
import { recordReading } from '@/stores/member'

const TICK_MS = 5_000
/** After the last scrolling the page stands where it is read. */
const REST_MS = 600
/** Engaged seconds that are worth an event; less waits for the next one or for leaving. */
const WORTH = 10

interface Reading {
  item: string
  /** Chinese characters of the article, or of an episode's script. */
  chars: number
  /** Selector of the box that holds the paragraphs, and of one of them in it, in order. */
  box: string
  paragraph: string
  count: number
  /** Index of the first that is on the page, where not all are. */
  first?: number
  /** Told which paragraph is at the top, whenever another one is. */
  onPlace?: (index: number) => void
  /** Told how far down the eyes are, px from the top of the box, whenever that has changed. */
  onLine?: (line: number) => void
}

/**
 * Counts engaged reading of one page: visible, moving, and which paragraphs have been on the screen.
 * @returns what to call on a touch, which counts as movement.
 */
export function useReading({ item, chars, box, paragraph: each, count, first, onPlace, onLine }: Reading): () => void {
  const shownFrom = useRef(0)
  shownFrom.current = first ?? 0
  const state = useRef<ReadingState>()
  const movedAt = useRef(0)
  const visible = useRef(true)
  const reached = useRef(0)
  const moved = () => {
    movedAt.current = now()
  }
  const place = useRef(-1)
  const line = useRef(-1)
  const resting = useRef<ReturnType<typeof setTimeout>>()
  usePageScroll(() => {
    moved()
    clearTimeout(resting.current)
    resting.current = setTimeout(() => void look(), REST_MS)
  })

  const advance = () => {
    const { article, status, paragraph } = useAloud.getState()
    if (status === 'speaking' && article?.id === item) {
      // Who is read to on the open page studies it without a finger moving.
      moved()
      if (visible.current) reached.current = Math.max(reached.current, paragraph + 1)
    }
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
  const look = async () => {
    const seen = visible.current ? await surveyParagraphs(box, each) : undefined
    if (!seen) return
    reached.current = Math.max(reached.current, shownFrom.current + seen.last + 1)
    if (seen.line !== line.current) {
      line.current = seen.line
      onLine?.(seen.line)
    }
    if (seen.first === place.current) return
    place.current = seen.first
    onPlace?.(seen.first)
  }
  const show = (on: boolean) => {
    advance()
    visible.current = on
    // The voice counts the reading where this page does not.
    if (on) useAloud.setState({ page: item })
    else leaveAloud(item)
    advance()
    if (!on) save(1)
  }
  useDidShow(() => show(true))
  useDidHide(() => show(false))
  useUnload(() => {
    save(1)
    leaveAloud(item)
  })

  useEffect(() => {
    if (count === 0) return
    state.current = startReading(now())
    useAloud.setState({ page: item })
    const timer = setInterval(() => void look().then(() => save(WORTH)), TICK_MS)
    const stopWatching = watchVisibility(show)
    return () => {
      clearInterval(timer)
      clearTimeout(resting.current)
      stopWatching()
      save(1)
    }
    // The functions read refs only.
    // eslint-disable-next-line react-hooks/exhaustive-deps
  }, [item, count])
  return moved
}

function leaveAloud(item: string): void {
  if (useAloud.getState().page === item) useAloud.setState({ page: undefined })
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
