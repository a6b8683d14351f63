import Taro from '@tarojs/taro'

const film = () => Taro.createVideoContext('film')

export function seekFilm(second: number): void {
  film().seek(second)
  film().play()
}

export function pauseFilm(): void {
  film().pause()
}

export function setFilmRate(rate: number): void {
  film().playbackRate(rate)
}

/** WeChat's video component has no captions of its own; what lies inside it is shown in full screen too. */
export function captionFilm(): boolean {
  return false
}
