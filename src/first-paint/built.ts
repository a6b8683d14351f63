/** Which volume holds an item: the letter at the place of its number (a-0012: the twelfth) is the volume's in `names`. */
export interface VolumesOf {
  names: Record<string, string>
  letters: string
}

/** What a build puts beside index.html (config/first-paint/plugin.ts), as the two scripts in it need it. */
export interface Built {
  /** The app's own script, which begins when the first paint stands. */
  app: string
  /** Scripts and styles of each page, by its route. */
  files: Record<string, string[]>
  /** Volumes of articles and of episodes. */
  volumes: Record<'a' | 'e', VolumesOf>
  /** When the schedule begins, and its weeks in all. */
  schedule: { starts: string; count: number }
  /** Names of the drawings at the head of a list. */
  covers: string[]
}

/** What the first script found out, for the second. */
export interface EarlyPage {
  home: boolean
  /** An article that is opened at its beginning, and its volume. */
  article?: { id: string; volume: string }
  dark: boolean
  /** The step of type that the member chose, if any; 0 follows the phone. */
  type?: number
  /** The lines of articles stand further apart. */
  loose: boolean
  styles: string[]
}

declare global {
  interface Window {
    built: Built
    earlyPage: EarlyPage
    /** Files of the feed that are on their way, by name; `src/feed/source.h5.ts` takes them over. */
    earlyFeed?: Record<string, Promise<Response>>
  }
}
