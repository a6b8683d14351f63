/** The one film of a page, element `film`. `film.weapp.ts` and `film.h5.ts`. */
export interface Cue {
  text: string
  /** Seconds. */
  start: number
  end: number
}

/** Goes on from there. @param second of the film */
export declare function seekFilm(second: number): void
export declare function pauseFilm(): void
export declare function setFilmRate(rate: number): void
/**
 * Lays captions over the picture, in full screen too.
 * @returns false where the page has to draw them itself
 */
export declare function captionFilm(cues: Cue[], on: boolean): boolean
