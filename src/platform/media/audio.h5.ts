import type { AudioEngine, AudioEvent, AudioTrack } from './audio'
import { SKIP, hasLockScreen, leaveLockScreen, onLockScreen } from './lock-screen'

const REASONS: Record<number, string> = {
  1: '播放停住了',
  2: '网络断了',
  3: '声音文件坏了',
  4: '文件打不开，或浏览器不支持这种格式',
}

/** One audio element for the whole app, with the browser's lock-screen controls where it has them. */
export function createAudio(listen: (event: AudioEvent, detail?: string) => void): AudioEngine {
  const element = new Audio()
  element.preload = 'metadata'
  // A position asked for before the length is known is kept until it is.
  let pending = 0
  let loaded: AudioTrack | undefined
  element.addEventListener('loadedmetadata', () => {
    if (pending > 0) element.currentTime = pending
    pending = 0
  })
  element.addEventListener('play', () => listen('play'))
  element.addEventListener('pause', () => listen('pause'))
  element.addEventListener('timeupdate', () => listen('time'))
  // Between a seek and a pause it is told when the pause has happened already, and would never end.
  element.addEventListener('waiting', () => !element.paused && listen('waiting'))
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
      if (loaded) leaveLockScreen(loaded)
      loaded = track
    },
    play() {
      // Another sound or a film may have had it since.
      if (loaded && !hasLockScreen(loaded)) describe(loaded, engine, listen)
      void element.play().catch((error: Error) => {
        // A file that does not open has said so by an event of its own.
        if (error.name === 'AbortError' || element.error) return
        listen('error', error.name === 'NotAllowedError' ? '浏览器要您再点一下播放' : error.message)
      })
    },
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
      if (loaded) leaveLockScreen(loaded)
      loaded = undefined
    },
  }
  return engine
}

/** The lock screen's words, picture and buttons. */
function describe(track: AudioTrack, engine: AudioEngine, listen: (event: AudioEvent) => void): void {
  const { title, album, alone } = track
  const metadata = onLockScreen(track, title, album, {
    // Another sound or a film may have the turn.
    play: () => listen('begin'),
    pause: () => engine.pause(),
    seekbackward: () => engine.seek(Math.max(0, engine.position() - SKIP)),
    seekforward: () => engine.seek(engine.position() + SKIP),
    ...(!alone && { previoustrack: () => listen('previous'), nexttrack: () => listen('next') }),
  })
  if (track.cover && metadata) void showCover(track.cover, metadata)
}

/** The side of a lock screen's picture, px. */
const COVER_SIDE = 512

/** Lock screens take no SVG: the drawing is painted once, on a square of its own paper. Without it the words stand alone. */
async function showCover(address: string, metadata: MediaMetadata): Promise<void> {
  try {
    const image = new Image()
    image.src = address
    await image.decode()
    const canvas = document.createElement('canvas')
    canvas.width = canvas.height = COVER_SIDE
    const pen = canvas.getContext('2d')!
    const height = (COVER_SIDE * image.naturalHeight) / image.naturalWidth
    // Its own edge is the paper that it is drawn on.
    pen.drawImage(image, 0, 0, 1, 1, 0, 0, COVER_SIDE, COVER_SIDE)
    pen.drawImage(image, 0, (COVER_SIDE - height) / 2, COVER_SIDE, height)
    metadata.artwork = [{ src: canvas.toDataURL('image/png'), sizes: `${COVER_SIDE}x${COVER_SIDE}`, type: 'image/png' }]
  } catch {
    // It is decoration.
  }
}
