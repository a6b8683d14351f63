import Taro, { type VideoContext } from '@tarojs/taro'

const film = () => Taro.createVideoContext('film')

/** The film that plays, found while its page was in front: sought later, it would be looked for on the page above. */
let playing: VideoContext | undefined

export function seekFilm(second: number): void {
  placeFilm(second)
  playFilm()
}

export function placeFilm(second: number): void {
  film().seek(second)
}

export function playFilm(): void {
  film().play()
}

export function pauseFilm(): void {
  playing?.pause()
}

export function setFilmRate(rate: number): void {
  playing = film()
  playing.playbackRate(rate)
}

export function captionFullScreen(): void {
  // WeChat's video component has no captions of its own; the page draws them inside it.
}
