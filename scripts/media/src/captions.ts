import { divideAtPauses } from '../../../domain/text/sentences.ts'
import type { Transcript } from './assemble.ts'

function clock(seconds: number): string {
  const ms = Math.round(seconds * 1000)
  const two = (n: number) => String(n).padStart(2, '0')
  return `${two(Math.floor(ms / 3600000))}:${two(Math.floor(ms / 60000) % 60)}:${two(Math.floor(ms / 1000) % 60)}.${String(ms % 1000).padStart(3, '0')}`
}

/** Two lines of a film's band. */
const CAPTION = { pauses: '，；。！？：', longest: 36 }

/** Captions for a `<track>`: long sentences are shown in parts, each for its share of the sentence's time. */
export function webVtt(transcript: Transcript): string {
  const said = [...(transcript.cue ? [transcript.cue] : []), ...transcript.sentences]
  const cues = said.flatMap(({ t, start, end }) => {
    const parts = divideAtPauses(t, CAPTION)
    const total = parts.join('').length
    let at = start
    return parts.map(part => {
      const from = at
      at = Math.min(end, at + ((end - start) * part.length) / total)
      return `${clock(from)} --> ${clock(at)}\n${part}`
    })
  })
  return `WEBVTT\n\n${cues.map((cue, i) => `${i + 1}\n${cue}`).join('\n\n')}\n`
}

/**
 * Chapters in ffmpeg's metadata format.
 * @param seconds where the last one ends
 * @param opening what stands before the first, from the beginning on
 */
export function chapterMetadata(transcript: Transcript, seconds: number, opening: string): string {
  const chapters = [{ title: opening, start: 0 }, ...transcript.chapters]
  const marks = chapters.map((chapter, i) => {
    const end = chapters[i + 1]?.start ?? seconds
    return `[CHAPTER]\nTIMEBASE=1/1000\nSTART=${Math.round(chapter.start * 1000)}\nEND=${Math.round(end * 1000)}\ntitle=${chapter.title.replace(/[=;#\\\n]/g, ' ')}\n`
  })
  return `;FFMETADATA1\n${marks.join('')}`
}
