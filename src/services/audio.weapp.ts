import Taro, { type BackgroundAudioManager, type InnerAudioContext } from '@tarojs/taro'
import type { AudioEngine, AudioEvent } from './audio'

type Player = InnerAudioContext | BackgroundAudioManager

/**
 * Bundled files play through InnerAudioContext, which stops in the background; media from the host through
 * BackgroundAudioManager, which goes on with lock-screen controls but takes https addresses only.
 */
export function createAudio(listen: (event: AudioEvent, detail?: string) => void): AudioEngine {
  let inner: InnerAudioContext | undefined
  let background: BackgroundAudioManager | undefined
  let player: Player | undefined
  let wanted = 0

  const hear = (it: Player) => {
    const mine = (event: AudioEvent, detail?: string) => player === it && listen(event, detail)
    it.onPlay(() => mine('play'))
    it.onPause(() => mine('pause'))
    it.onTimeUpdate(() => mine('time'))
    it.onWaiting(() => mine('waiting'))
    it.onEnded(() => mine('ended'))
    it.onError((error?: { errMsg?: string }) => mine('error', error?.errMsg ?? '播放失败'))
    return it
  }
  return {
    load(track, position, rate) {
      wanted = position
      if (track.remote) {
        background ??= hear(Taro.getBackgroundAudioManager()) as BackgroundAudioManager
        inner?.stop()
        player = background
        // iOS does not play without a title; startTime counts only before src is set.
        background.title = track.title
        background.epname = track.album
        background.startTime = position
      } else {
        inner ??= hear(Taro.createInnerAudioContext()) as InnerAudioContext
        background?.stop()
        player = inner
        inner.startTime = position
      }
      player.playbackRate = rate
      player.src = track.url
    },
    play: () => player && 'play' in player && player.play(),
    pause: () => player?.pause(),
    seek(position) {
      wanted = position
      player?.seek(position)
    },
    setRate(rate) {
      if (player) player.playbackRate = rate
    },
    position: () => player?.currentTime || wanted,
    duration: () => player?.duration || 0,
    stop: () => player?.stop(),
  }
}
