import type { Transcript } from '../assemble.ts'
import type { EpisodeScript, Slide } from '../script.ts'
import { stepsOf } from './slide-html.ts'

/** One still picture of the video: from `start` on, in seconds, until the next one. */
export interface Frame {
  slide: Slide
  reached: number
  start: number
  /** The machine's label stands over it. */
  notice?: true
}

/**
 * When each slide, and each step on it, is shown: a slide with the first word of its paragraph, its steps spread over the time it stays.
 * @param notice seconds at the start over which the machine's label stands; 0 for none
 */
export function scheduleFrames(script: EpisodeScript, transcript: Transcript, seconds: number, notice = 0): Frame[] {
  return underNotice(slideFrames(script, transcript, seconds), Math.max(notice, notice && (transcript.cue?.end ?? 0)))
}

/** What begins before `until` stands under the label; the frame of that moment is shown again without it. */
function underNotice(frames: readonly Frame[], until: number): Frame[] {
  return frames.flatMap((frame, i) => {
    if (frame.start >= until) return [frame]
    const goesOn = (frames[i + 1]?.start ?? Infinity) > until
    return [{ ...frame, notice: true as const }, ...(goesOn ? [{ ...frame, start: until }] : [])]
  })
}

function slideFrames(script: EpisodeScript, transcript: Transcript, seconds: number): Frame[] {
  const slides =
    script.slides.length > 0
      ? script.slides
      : [{ slide: { kind: 'title', title: script.title } as Slide, paragraph: 0 }]
  const starts = slides.map(({ paragraph }, i) =>
    i === 0 ? 0 : (transcript.sentences.find(s => s.p >= paragraph)?.start ?? seconds) - 0.3,
  )
  return slides.flatMap(({ slide }, i) => {
    const start = starts[i]!
    const stay = (starts[i + 1] ?? seconds) - start
    if (stay <= 0) return []
    const steps = stepsOf(slide)
    return Array.from({ length: steps }, (_, step) => ({
      slide,
      reached: step + 1,
      start: start + (stay * step) / (steps + 0.5),
    }))
  })
}
