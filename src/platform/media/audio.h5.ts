import type { AudioEngine, AudioEvent, AudioTrack } from './audio'

const REASONS: Record<number, string> = {
  1: '播放停住了',
  2: '网络断了',
  3: '声音文件坏了',
  4: '找不到文件，或浏览器不支持这种格式',
}

/** One audio element for the whole app, with the browser's lock-screen controls where it has them. */
export function createAudio(listen: (event: AudioEvent, detail?: string) => void): AudioEngine {
  const element = new Audio()
  element.preload = 'metadata'
  // A position asked for before the length is known is kept until it is.
  let pending = 0
  element.addEventListener('loadedmetadata', () => {
    if (pending > 0) element.currentTime = pending
    pending = 0
  })
  element.addEventListener('play', () => listen('play'))
  element.addEventListener('pause', () => listen('pause'))
  element.addEventListener('timeupdate', () => listen('time'))
  element.addEventListener('waiting', () => listen('waiting'))
  element.addEventListener('ended', () => listen('ended'))
  element.addEventListener('error', () => {
    if (element.getAttribute('src')) listen('error', REASONS[element.error?.code ?? 4])
  })
  const engine: AudioEngine = {
    load(track, position, rate) {
      pending = position
      element.src = track.url
      element.defaultPlaybackRate = rate
      element.playbackRate = rate
      describe(track, engine, () => listen('next'))
    },
    play: () =>
      void element.play().catch((error: Error) => {
        // A file that does not open has said so by an event of its own.
        if (error.name === 'AbortError' || element.error) return
        listen('error', error.name === 'NotAllowedError' ? '浏览器要您再点一下播放' : error.message)
      }),
    pause: () => element.pause(),
    seek(position) {
      if (element.readyState > 0) element.currentTime = position
      else pending = position
    },
    setRate: rate => {
      element.playbackRate = rate
    },
    position: () => pending || element.currentTime,
    duration: () => (Number.isFinite(element.duration) ? element.duration : 0),
    stop() {
      element.pause()
      element.removeAttribute('src')
      element.load()
    },
  }
  return engine
}

/** The lock screen's words and buttons. */
function describe(track: AudioTrack, engine: AudioEngine, next: () => void): void {
  const session = navigator.mediaSession
  if (!session || typeof MediaMetadata === 'undefined') return
  session.metadata = new MediaMetadata({ title: track.title, album: track.album })
  session.setActionHandler('play', () => engine.play())
  session.setActionHandler('pause', () => engine.pause())
  session.setActionHandler('seekbackward', () => engine.seek(Math.max(0, engine.position() - 15)))
  session.setActionHandler('seekforward', () => engine.seek(engine.position() + 15))
  session.setActionHandler('nexttrack', next)
}
