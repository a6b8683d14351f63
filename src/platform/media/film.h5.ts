import type { Cue } from './film'

/** Pages below this one stay in the document, so the last is the one in sight. */
function element(): HTMLVideoElement | undefined {
  const all = document.querySelectorAll<HTMLVideoElement>('#film')
  return all[all.length - 1]
}

export function seekFilm(second: number): void {
  placeFilm(second)
  playFilm()
}

export function placeFilm(second: number): void {
  const film = element()
  if (film) film.currentTime = second
}

export function playFilm(): void {
  void element()
    ?.play()
    .catch(() => undefined)
}

export function pauseFilm(): void {
  for (const film of document.querySelectorAll<HTMLVideoElement>('#film')) film.pause()
}

export function setFilmRate(rate: number): void {
  const film = element()
  if (film) film.playbackRate = rate
}

/** A text track of the element: the browser draws it, and the member's own caption style applies. */
export function captionFullScreen(cues: Cue[], on: boolean): void {
  const film = element()
  if (!film || typeof VTTCue === 'undefined') return
  const track = film.textTracks[0] ?? film.addTextTrack('captions', '字幕', 'zh-CN')
  track.mode = on ? 'showing' : 'hidden'
  if (!track.cues?.length) for (const { start, end, text } of cues) track.addCue(new VTTCue(start, end, text))
}
