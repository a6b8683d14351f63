/** The one film of a page, element `film`. `film.weapp.ts` and `film.h5.ts`. */
export interface Cue {
  text: string
  /** Seconds. */
  start: number
  end: number
}

/** Goes on from there. @param second of the film */
export declare function seekFilm(second: number): void
/** Goes there and does not begin to play. @param second of the film */
export declare function placeFilm(second: number): void
/** Goes on where it stands. */
export declare function playFilm(): void
export declare function pauseFilm(): void
export declare function setFilmRate(rate: number): void
/** In full screen a browser shows the film alone, so there the words are the browser's own captions; WeChat shows what lies inside. */
export declare function captionFullScreen(cues: Cue[], on: boolean): void
