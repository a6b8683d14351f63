/** One sound at a time. `audio.weapp.ts` and `audio.h5.ts`. */
/** `next`: the lock screen asks for the next episode. */
export type AudioEvent = 'play' | 'pause' | 'time' | 'waiting' | 'ended' | 'error' | 'next'

export interface AudioTrack {
  url: string
  title: string
  /** The series, shown on the lock screen. */
  album: string
  /** From the media host, so that WeChat may go on in the background. */
  remote: boolean
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
