import Taro, { type VideoContext } from '@tarojs/taro'

const film = () => Taro.createVideoContext('film')

/** The film that plays, found while its page was in front: sought later, it would be looked for on the page above. */
let playing: VideoContext | undefined

export function seekFilm(second: number): void {
  film().seek(second)
  film().play()
}

export function pauseFilm(): void {
  playing?.pause()
}

export function setFilmRate(rate: number): void {
  playing = film()
  playing.playbackRate(rate)
}

/** WeChat's video component has no captions of its own; what lies inside it is shown in full screen too. */
export function captionFilm(): boolean {
  return false
}
