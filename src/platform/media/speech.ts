/** Reading aloud by the platform. `speech.weapp.ts` and `speech.h5.ts`. */
export interface Speech {
  /** Silence at once; the listener hears no more. */
  stop(): void
}

export interface SpeechListener {
  /** Text number `index` is being spoken now. */
  at(index: number): void
  /** All have been spoken. */
  end(): void
  /** The platform gave up. @param reason for the member */
  fail(reason: string): void
}

/** Whether the platform can speak Chinese; where it cannot, nothing offers to. */
export declare function canSpeak(): boolean
/** Calls back when that may have changed: browsers learn of their voices late. */
export declare function onVoices(change: () => void): void
/** Speaks the texts one after another from number `start`. @param rate 1 is the voice's own speed */
export declare function speak(texts: string[], start: number, rate: number, listener: SpeechListener): Speech
