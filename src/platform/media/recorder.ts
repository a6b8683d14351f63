import type { RecorderError } from './recorder-error'

/** The microphone, one recording at a time. `recorder.weapp.ts` and `recorder.h5.ts`. */

/** What was recorded, before it has a name. */
export interface Recorded {
  seconds: number
  bytes: number
  /** Of a file's name: mp3, m4a, webm, ogg. */
  ending: string
  /** A temporary file's path on WeChat, a blob on the web. */
  file: string | Blob
}

export interface Recording {
  pause(): void
  resume(): void
  /** Ends it; `onDone` hears of what there is. */
  stop(): void
}

/** It was asked to end, has run for the longest that is allowed, or the microphone has gone. */
export type Ended = 'asked' | 'limit' | 'gone'

export interface RecordingOptions {
  /** It ends by itself after so many seconds of sound. */
  longest: number
  /** A telephone call, or the phone, has paused it; `muted`: the microphone gives nothing. */
  onPaused: (why?: 'muted') => void
  /** What there is so far, every ten seconds, where the phone gives it away before the end. */
  onPart?: (recorded: Recorded) => void
  onDone: (recorded: Recorded, why: Ended) => void
  onFailed: (error: RecorderError) => void
}

/**
 * Asks for the microphone and begins.
 * @throws RecorderError
 */
export declare function startRecording(options: RecordingOptions): Promise<Recording>
/** Opens the place where the answer about the microphone can be changed; undefined where only the member can find it. */
export declare const openMicrophoneSetting: (() => Promise<void>) | undefined
