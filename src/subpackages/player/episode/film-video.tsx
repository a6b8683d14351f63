import type { ReactNode } from 'react'

/** `film-video.weapp.tsx` and `film-video.h5.tsx`. */
export interface FilmVideoProps {
  id: string
  className: string
  src: string
  title: string
  /** What it is part of. */
  series: string
  /** Seconds, where it begins. */
  from: number
  onPlay: () => void
  onPause: () => void
  onEnded: () => void
  /** @param seconds of the whole film; told again and again on WeChat */
  onLength: (seconds: number) => void
  /** @param second of the film */
  onSecond: (second: number) => void
  onError: () => void
  /** It fills the screen, or no longer does. */
  onFull: (full: boolean) => void
  /** What the page lays over the picture, where the platform lets it. */
  children?: ReactNode
}

/** The platform's own video element with the platform's own controls. */
export declare function FilmVideo(props: FilmVideoProps): JSX.Element
