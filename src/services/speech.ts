/** Reading aloud by the platform. `speech.weapp.ts` and `speech.h5.ts`. */
export interface Speech {
  stop(): void
}

/** Whether the platform can speak Chinese; where it cannot, nothing offers to. */
export declare function canSpeak(): boolean
/**
 * Speaks the texts one after another from `start`.
 * @param onText told which one is being spoken; -1 when all have been or it failed
 */
export declare function speak(texts: string[], start: number, rate: number, onText: (index: number) => void): Speech
