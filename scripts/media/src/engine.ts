/** Mono speech: samples between −1 and 1 at `rate` samples a second. */
export interface Speech {
  samples: Float32Array
  rate: number
}

/** One way to turn a normalised sentence into sound. */
export interface Engine {
  /** What the index file records, e.g. `kokoro-82m-v1.0/zm_yunyang`. */
  voice: string
  /** What the listener is told. */
  label: '合成语音' | '机器朗读'
  /** How the sentence will be read, as text: when it changes (a new lexicon entry), the sentence must be spoken again. */
  reading: (sentence: string) => string
  speak: (sentence: string) => Promise<Speech>
}
