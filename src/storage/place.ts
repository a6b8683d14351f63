/**
 * Where a reader was, as words rather than a number (W3C TextQuoteSelector): an edit of the article does not lose the place.
 */
export interface Place {
  /** The first characters of the paragraph at the top of the screen. */
  quote: string
  at: number
}

/** By article. */
export type Places = Record<string, Place>

/** The key that they are kept under. */
export const PLACES = 'places'
