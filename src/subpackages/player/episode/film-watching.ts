import { useDidHide, useUnload } from '@tarojs/taro'
import { type RefObject, useEffect, useRef } from 'react'
import type { EpisodeMeta } from '@domain/catalog/types'
import { pauseFilm, placeFilm } from '@/platform/media/film'
import { now } from '@/platform/phone/clock'
import { keepAwake } from '@/platform/phone/keep-awake'
import { useFilm } from '@/stores/film'
import { startPlayedTime, useMember } from '@/stores/member'
import { resumeAt } from '@/stores/player'

/** From the element's reports to played time, durable at once on pause, hide, end and leaving. */
export function useWatching(meta: EpisodeMeta, from: number, rate: number) {
  const played = useRef<ReturnType<typeof startPlayedTime>>()
  const playing = useRef(false)
  const begun = useRef(false)
  const position = useRef(0)
  const elsewhere = useRef<number>()
  useOtherTab(meta, playing, played, second => (position.current = elsewhere.current = second))
  const follow = (on: boolean, atOnce = false) => {
    if (!played.current) {
      position.current = elsewhere.current ?? from
      played.current = startPlayedTime('watch', meta, position.current)
    }
    playing.current = on
    keepAwake('film', on)
    begun.current ||= on
    played.current.report(on, position.current, { atOnce, rate })
  }
  const settle = () => follow(playing.current, true)
  // Under another page it would go on unseen, and nothing there could stop it.
  useDidHide(() => {
    pauseFilm()
    settle()
  })
  useUnload(() => {
    if (played.current) settle()
    keepAwake('film', false)
    useFilm.setState({ id: undefined })
  })
  return {
    follow,
    playing: () => playing.current,
    reach(second: number) {
      position.current = second
      // One who moves it while it is paused may leave any moment.
      follow(playing.current, begun.current && !playing.current)
      // Twice a second is as fine as captions and the marked sentence need.
      if (Math.floor(second * 2) !== Math.floor(useFilm.getState().second * 2))
        useFilm.setState({ id: meta.id, second })
    },
    /** @param end the second of the end, which not every element reports */
    stop(end?: number) {
      if (!played.current) return
      if (end !== undefined) position.current = end
      follow(false, true)
    },
  }
}

/**
 * What stands here goes on from where another tab has gone to; WeChat has one window.
 * @param stand takes the second: the element tells of it only when its picture has come, and the page may be left before
 */
function useOtherTab(
  meta: EpisodeMeta,
  playing: RefObject<boolean>,
  played: RefObject<ReturnType<typeof startPlayedTime> | undefined>,
  stand: (second: number) => void,
): void {
  const told = useRef(stand)
  told.current = stand
  const opened = useRef(now())
  useEffect(() => {
    if (process.env.TARO_ENV === 'weapp') return
    return useMember.subscribe(({ progress }, before) => {
      const known = progress.items[meta.id]?.position
      if (!known || known === before.progress.items[meta.id]?.position || playing.current) return
      if (played.current ? !played.current.keptElsewhere(known) : known.at <= opened.current) return
      const second = resumeAt(meta)
      played.current?.follow(second, known.second)
      told.current(second)
      placeFilm(second)
    })
  }, [meta, playing, played])
}
