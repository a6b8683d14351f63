import { Text, View } from '@tarojs/components'
import { useEffect, useMemo, useRef, useState } from 'react'
import { captionsOf } from '@domain/catalog/captions'
import { isOtherLength } from '@domain/catalog/other-length'
import { spokenLines } from '@domain/catalog/spoken-lines'
import type { EpisodeMeta } from '@domain/catalog/types'
import { a11y } from '@/components/a11y'
import { readEpisode } from '@/feed/feed'
import { failureWords, freshAddress, refuseOther } from '@/feed/sound-file'
import { useOtherFile } from '@/hooks/other-file'
import { useQuery } from '@/hooks/query'
import { takeTurn } from '@/platform/media/audio-turn'
import { Side } from './side'
import './film-slide.scss'

interface Props {
  meta: EpisodeMeta
  /** Where to go on, seconds. */
  from: number
  onSecond: (second: number) => void
}

/** How often the place is kept, seconds. */
const EVERY = 2

/** A film, or what is only heard: large, its words under it. Nothing of it is counted: nobody is logged in here. */
export function FilmSlide({ meta, from, onSecond }: Props) {
  const element = useRef<HTMLVideoElement>(null)
  const [begin] = useState(from)
  const [second, setSecond] = useState(from)
  const [failed, setFailed] = useState<string>()
  const [url, setUrl] = useState(() => freshAddress(meta.media!))
  const [playing, setPlaying] = useState(false)
  const body = useQuery(`screen:${meta.id}`, () => readEpisode(meta.id))
  const cues = useMemo(
    () => (body.status === 'ready' ? captionsOf(spokenLines(body.value, meta.seconds)) : []),
    [body, meta.seconds],
  )
  const cue = cues.find(it => second >= it.start && second < it.end)
  const film = meta.kind === 'video'
  useEffect(() => {
    const media = element.current
    return () => media?.pause()
  }, [])
  // One and the same: with another it would take the turn from itself, and stop.
  const [silence] = useState(() => () => element.current?.pause())
  const fail = (words: string) => {
    element.current?.pause()
    setFailed(words)
  }
  const refuse = () => fail(refuseOther(meta.media!))
  useOtherFile(meta.media!, url, refuse)
  const again = useRef(false)
  useEffect(() => {
    if (again.current) void element.current?.play().catch(() => undefined)
    again.current = false
  }, [url])
  const toggle = () => {
    const media = element.current
    if (!media) return
    if (failed !== undefined) {
      // What has failed has another address by now; the old one would fail again.
      again.current = true
      setFailed(undefined)
      return setUrl(freshAddress(meta.media!))
    }
    if (media.paused) void media.play().catch(() => undefined)
    else media.pause()
  }
  return (
    <View className="show__slide">
      <View className="show__main">
        <Text className="show__kicker" {...a11y({ role: 'heading', level: 1 })}>
          {meta.title}
        </Text>
        <View className={film ? 'show__film' : 'show__film show__film--heard'}>
          <video
            ref={element}
            id="screen-film"
            src={url}
            playsInline
            controls={film}
            preload="metadata"
            onLoadedMetadata={event => {
              if (isOtherLength(event.currentTarget.duration, meta.seconds)) return refuse()
              // What had been played to its end begins anew.
              event.currentTarget.currentTime = begin < meta.seconds - 3 ? begin : 0
            }}
            onPlay={() => {
              takeTurn(silence)
              setPlaying(true)
            }}
            onPause={event => {
              setPlaying(false)
              onSecond(event.currentTarget.currentTime)
            }}
            onTimeUpdate={event => {
              const at = event.currentTarget.currentTime
              if (Math.floor(at / EVERY) !== Math.floor(second / EVERY)) onSecond(at)
              setSecond(at)
            }}
            onError={() => void failureWords('host', '文件打不开', meta.media).then(fail)}
          />
        </View>
        <View className="show__caption">
          {failed === undefined
            ? (cue?.text ?? meta.subject ?? '')
            : `放不出来：${failed}。点“播放”再试一次，或者往下走。`}
        </View>
        <View className="show__tools">
          <View id="screen-play" className="show__tool show__tool--main" onClick={toggle} {...a11y({ role: 'button' })}>
            {playing ? '停一下' : '播放'}
          </View>
          <Text className="show__about">{meta.media?.label ?? ''}</Text>
        </View>
      </View>
      <Side article={meta.articles[0]} />
    </View>
  )
}
