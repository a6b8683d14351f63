import { Video, View } from '@tarojs/components'
import Taro, { useDidHide, useUnload } from '@tarojs/taro'
import { useEffect, useRef, useState } from 'react'
import type { EpisodeMeta } from '@domain/feed/types'
import { playTick, startPlayback, takePlayed, type PlaybackState } from '@domain/progress/playback'
import { Notice } from '@/components/notice'
import { now } from '@/services/stamper'
import { recordPlaying } from '@/stores/member'
import { resumeAt, usePlayer } from '@/stores/player'

const SAVE_EVERY = 5_000

/** A video that goes on where it was left; only seconds really played count. */
export function Film({ meta, url }: { meta: EpisodeMeta; url: string }) {
  const [failed, setFailed] = useState(false)
  const [from] = useState(() => resumeAt(meta))
  const played = useRef<PlaybackState>()
  const savedAt = useRef(0)
  const playing = useRef(false)
  const position = useRef(from)

  useEffect(() => {
    played.current = startPlayback(from, now())
    // A sound that is playing would talk over the film.
    const { status, toggle } = usePlayer.getState()
    if (status === 'playing') toggle()
  }, [from])

  const follow = (on: boolean) => {
    playing.current = on
    if (played.current)
      played.current = playTick(played.current, { playing: on, position: position.current, rate: 1, now: now() })
  }
  const save = () => {
    if (!played.current) return
    savedAt.current = now()
    const taken = takePlayed(played.current)
    played.current = taken.state
    void recordPlaying('watch', meta.id, taken.stretches, meta.seconds)
  }
  const settle = () => {
    follow(playing.current)
    save()
  }
  useDidHide(settle)
  useUnload(settle)

  if (failed) {
    return (
      <Notice tone="warning" action={{ text: '再试一次', onPress: () => setFailed(false) }}>
        视频放不出来，可能是没有网络。文稿在下面，可以先读。
      </Notice>
    )
  }
  return (
    <View className="film">
      <Video
        id="film"
        className="film__video"
        src={url}
        title={meta.title}
        initialTime={from}
        controls
        showFullscreenBtn
        onPlay={() => follow(true)}
        onPause={() => {
          follow(false)
          save()
        }}
        onEnded={() => {
          follow(false)
          save()
        }}
        onTimeUpdate={event => {
          position.current = event.detail.currentTime
          follow(playing.current)
          if (now() - savedAt.current > SAVE_EVERY) save()
        }}
        onError={() => setFailed(true)}
      />
    </View>
  )
}

/** Jumps the film to a chapter. */
export function seekFilm(second: number): void {
  const context = Taro.createVideoContext('film')
  context.seek(second)
  context.play()
}
