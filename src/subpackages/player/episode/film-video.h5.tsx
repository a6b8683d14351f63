import { View } from '@tarojs/components'
import { useEffect, useRef, useState } from 'react'
import { a11y } from '@/components/a11y'
import { Icon } from '@/components/icon'
import { SKIP, leaveLockScreen, onLockScreen } from '@/platform/media/lock-screen'
import type { FilmVideoProps } from './film-video'

/** What tells of full screen: Safari on a phone has events of its own. */
const FULL = {
  document: ['fullscreenchange', 'webkitfullscreenchange'],
  film: ['webkitbeginfullscreen', 'webkitendfullscreen'],
} as const

type SafariDocument = Document & { webkitFullscreenElement?: Element | null }
type SafariVideo = HTMLVideoElement & { webkitDisplayingFullscreen?: boolean }

const fillsScreen = (film: SafariVideo) =>
  (document.fullscreenElement ?? (document as SafariDocument).webkitFullscreenElement) === film ||
  film.webkitDisplayingFullscreen === true

/** The film on the lock screen, in place of what was heard before. */
function showFilm(film: HTMLVideoElement, title: string, series: string): void {
  const jump = (seconds: number) => {
    film.currentTime = Math.max(0, film.currentTime + seconds)
  }
  onLockScreen(film, title, series, {
    play: () => void film.play().catch(() => undefined),
    pause: () => film.pause(),
    seekbackward: () => jump(-SKIP),
    seekforward: () => jump(SKIP),
  })
}

/**
 * Not Taro's Video: that draws its own controls and can play live streams, and its code would lie in what every page loads
 * (docs/decisions/0053-plain-video-on-the-web.md).
 */
export function FilmVideo({ from, series, onPlay, onLength, onSecond, onFull, ...rest }: FilmVideoProps) {
  // The whole picture is one button first; the browser's own small ones once it plays.
  const [begun, setBegun] = useState(false)
  const element = useRef<HTMLVideoElement>(null)
  useEffect(() => {
    const film = element.current
    if (!film) return
    const begin = () => {
      film.currentTime = from
    }
    if (film.readyState > 0) begin()
    else film.addEventListener('loadedmetadata', begin, { once: true })
    return () => film.removeEventListener('loadedmetadata', begin)
    // The place of the beginning; where it goes from there is the element's own.
  }, [from])
  useEffect(() => {
    const film = element.current
    return () => {
      if (film) leaveLockScreen(film)
    }
  }, [])
  const tell = useRef(onFull)
  tell.current = onFull
  useEffect(() => {
    const film = element.current
    if (!film) return
    const changed = () => tell.current(fillsScreen(film))
    for (const event of FULL.document) document.addEventListener(event, changed)
    for (const event of FULL.film) film.addEventListener(event, changed)
    return () => {
      for (const event of FULL.document) document.removeEventListener(event, changed)
      for (const event of FULL.film) film.removeEventListener(event, changed)
    }
  }, [])
  return (
    <>
      <video
        {...rest}
        ref={element}
        controls={begun}
        playsInline
        preload="metadata"
        onPlay={() => {
          setBegun(true)
          if (element.current) showFilm(element.current, rest.title, series)
          onPlay()
        }}
        onLoadedMetadata={event => onLength(event.currentTarget.duration)}
        onTimeUpdate={event => onSecond(event.currentTarget.currentTime)}
      />
      {!begun && (
        <View
          id="film-begin"
          className="film__begin"
          onClick={() => void element.current?.play().catch(() => undefined)}
          {...a11y({ role: 'button', label: '播放' })}
        >
          <View className="film__sign">
            <Icon name="play" />
          </View>
        </View>
      )}
    </>
  )
}
