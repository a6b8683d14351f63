import Taro, { type BackgroundAudioManager, type InnerAudioContext } from '@tarojs/taro'
import type { AudioEngine, AudioEvent, AudioTrack } from './audio'

type Player = InnerAudioContext | BackgroundAudioManager

/**
 * Bundled files play through InnerAudioContext, which stops in the background; media from the host through
 * BackgroundAudioManager, which goes on with lock-screen controls but takes https addresses only.
 */
export function createAudio(listen: (event: AudioEvent, detail?: string) => void): AudioEngine {
  let inner: InnerAudioContext | undefined
  let background: BackgroundAudioManager | undefined
  let player: Player | undefined
  /** The second it was sent to or last told: a player that is put away says 0. */
  let wanted = 0
  /** BackgroundAudioManager forgets its file at the end; it must be given again, to begin where one has gone to since. */
  let ended: AudioTrack | undefined
  let loaded: AudioTrack | undefined
  /** Whether the player has opened the file: before, it may still know the length of the last one. */
  let opened = false
  /** A bundled file did not open: WeChat's player of it is not to be trusted with another. */
  let broken = false

  const hear = (it: Player) => {
    const mine = (event: AudioEvent, detail?: string) => player === it && listen(event, detail)
    it.onCanplay(() => {
      opened ||= player === it
    })
    it.onPlay(() => mine('play'))
    it.onPause(() => mine('pause'))
    it.onTimeUpdate(() => {
      if (player === it) wanted = it.currentTime || wanted
      mine('time')
    })
    it.onWaiting(() => mine('waiting'))
    it.onEnded(() => {
      ended = loaded
      if (player === it) wanted = it.duration || wanted
      mine('ended')
    })
    it.onError((error?: { errMsg?: string }) => {
      broken ||= player === it && it === inner
      mine('error', error?.errMsg ?? '播放失败')
    })
    return it
  }
  const openBackground = () => {
    const manager = hear(Taro.getBackgroundAudioManager()) as BackgroundAudioManager
    // The member has put the lock screen's player away.
    manager.onStop(() => player === manager && listen('pause'))
    manager.onNext(() => player === manager && listen('next'))
    manager.onPrev(() => player === manager && listen('previous'))
    return manager
  }
  const engine: AudioEngine = {
    load(track, position, rate) {
      wanted = position
      loaded = track
      ended = undefined
      opened = false
      if (track.remote) {
        background ??= openBackground()
        inner?.stop()
        player = background
        // iOS does not play without a title; startTime counts only before src is set.
        background.title = track.title
        background.epname = track.album
        // The lock screen shows this line, epname only the page that WeChat shares.
        background.singer = track.album
        background.coverImgUrl = track.cover ?? ''
        background.startTime = position
      } else {
        if (broken) inner?.destroy()
        if (broken || !inner) inner = hear(Taro.createInnerAudioContext()) as InnerAudioContext
        broken = false
        background?.stop()
        player = inner
        inner.startTime = position
      }
      player.playbackRate = rate
      player.src = track.url
    },
    play() {
      if (ended && player === background) engine.load(ended, wanted, player?.playbackRate ?? 1)
      ended = undefined
      player?.play()
    },
    pause: () => player?.pause(),
    seek(position) {
      wanted = position
      if (!ended || player !== background) player?.seek(position)
    },
    setRate(rate) {
      if (player) player.playbackRate = rate
    },
    position: () => (ended && player === background ? wanted : player?.currentTime || wanted),
    duration: () => (opened && player?.duration) || 0,
    stop: () => player?.stop(),
  }
  return engine
}
