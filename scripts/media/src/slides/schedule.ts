import type { Transcript } from '../assemble.ts'
import type { EpisodeScript, Slide } from '../script.ts'
import { stepsOf } from './slide-html.ts'

/** One still picture of the video: from `start` on, in seconds, until the next one. */
export interface Frame {
  slide: Slide
  reached: number
  start: number
}

/** When each slide, and each step on it, is shown: a slide with the first word of its paragraph, its steps spread over the time it stays. */
export function scheduleFrames(script: EpisodeScript, transcript: Transcript, seconds: number): Frame[] {
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
