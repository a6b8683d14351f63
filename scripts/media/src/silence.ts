import type { Speech } from './engine.ts'

const QUIET = 0.01
const FRAME_SECONDS = 0.01
/** Kept before and after the voice, so that no consonant is cut. */
const MARGIN_SECONDS = 0.05
const FADE_SECONDS = 0.008
/** No pause inside a sentence is longer than this. */
const LONGEST_PAUSE_SECONDS = 0.6

function loudFrames(speech: Speech): boolean[] {
  const size = Math.round(speech.rate * FRAME_SECONDS)
  const frames: boolean[] = []
  for (let start = 0; start < speech.samples.length; start += size) {
    let peak = 0
    for (let i = start; i < Math.min(start + size, speech.samples.length); i += 1)
      peak = Math.max(peak, Math.abs(speech.samples[i]!))
    frames.push(peak > QUIET)
  }
  return frames
}

/** Removes silence before and after the voice, and shortens pauses inside it to 0.6 s. All-silent speech comes back empty. */
export function tidySilence(speech: Speech): Speech {
  const frames = loudFrames(speech)
  const size = Math.round(speech.rate * FRAME_SECONDS)
  const margin = Math.round(MARGIN_SECONDS / FRAME_SECONDS)
  const longest = Math.round(LONGEST_PAUSE_SECONDS / FRAME_SECONDS)
  const first = frames.indexOf(true)
  if (first < 0) return { ...speech, samples: new Float32Array(0) }
  const last = frames.lastIndexOf(true)
  const kept: Float32Array[] = []
  let quiet = 0
  for (let f = Math.max(0, first - margin); f <= Math.min(frames.length - 1, last + margin); f += 1) {
    quiet = frames[f] ? 0 : quiet + 1
    if (quiet > longest) continue
    kept.push(speech.samples.subarray(f * size, Math.min((f + 1) * size, speech.samples.length)))
  }
  return { ...speech, samples: joined(kept) }
}

/** Rises from nothing and falls back to it over a few milliseconds at each end, so that a joint does not click. */
export function softEnds({ samples, rate }: Speech): Speech {
  const soft = samples.slice()
  const most = Math.min(Math.round(rate * FADE_SECONDS), Math.floor(soft.length / 2))
  for (let i = 0; i < most; i += 1) {
    const gain = (1 - Math.cos((Math.PI * i) / most)) / 2
    soft[i]! *= gain
    soft[soft.length - 1 - i]! *= gain
  }
  return { samples: soft, rate }
}

/** Puts pieces of sound one after the other. */
export function joined(pieces: readonly Float32Array[]): Float32Array {
  const out = new Float32Array(pieces.reduce((sum, piece) => sum + piece.length, 0))
  let at = 0
  for (const piece of pieces) {
    out.set(piece, at)
    at += piece.length
  }
  return out
}
