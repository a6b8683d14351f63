/** One sound at a time. `audio.weapp.ts` and `audio.h5.ts`. */
/** `begin`: the lock screen asks to go on; `next`, `previous`: for another episode. */
export type AudioEvent = 'play' | 'pause' | 'time' | 'waiting' | 'ended' | 'error' | 'begin' | 'next' | 'previous'

export interface AudioTrack {
  url: string
  title: string
  /** The series, shown on the lock screen. */
  album: string
  /** Address of its drawing for the lock screen: on the web any picture, on WeChat one that its native player can fetch. */
  cover?: string
  /** From the media host, so that WeChat may go on in the background. */
  remote: boolean
  /** Nothing comes before or after it. */
  alone?: boolean
}

export interface AudioEngine<Track = AudioTrack> {
  /** Gets ready to play `track` from `position` seconds; does not start. */
  load(track: Track, position: number, rate: number): void
  play(): void
  pause(): void
  /** @param position seconds */
  seek(position: number): void
  setRate(rate: number): void
  /** Seconds. */
  position(): number
  /** Seconds; 0 while unknown. */
  duration(): number
  stop(): void
}

/** Builds the platform's engine; `listen` hears of every event, errors with their reason. */
export declare function createAudio(listen: (event: AudioEvent, detail?: string) => void): AudioEngine
