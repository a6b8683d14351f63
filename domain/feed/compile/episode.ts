import type { LedgerIndex } from '../ledger-index'
import type { EpisodeFront } from '../schema/episode'
import type { SlideSource } from '../schema/slide'
import type { TranscriptSource } from '../schema/media'
import { paragraphsOf, plainText, type TextDoc, type Texted } from '../source'
import { countChars } from '../text/normalise'
import type { EpisodeBody, Slide } from '../types'
import { provenanceOf } from './provenance'
import { compileBlocks } from './spans'

/** A calm speaker says about four characters a second. */
const CHARS_A_SECOND = 4

const charsOf = (paragraphs: readonly { spans: Parameters<typeof plainText>[0] }[]) =>
  paragraphs.reduce((sum, { spans }) => sum + countChars(plainText(spans)), 0)

/** Seconds a script takes to speak, before it has been spoken. */
export function estimatedSeconds(doc: TextDoc): number {
  return Math.round(charsOf(paragraphsOf(doc)) / CHARS_A_SECOND)
}

/** An episode as the player opens it. */
export function compileEpisode(
  { value, doc }: Texted<EpisodeFront>,
  index: LedgerIndex,
  transcript?: TranscriptSource,
): EpisodeBody {
  return {
    id: value.id,
    summary: value.summary,
    blocks: compileBlocks(doc.blocks, index),
    ...(transcript
      ? { sentences: transcript.sentences.map(({ p, t, start, end }) => ({ paragraph: p, text: t, start, end })) }
      : {}),
    chapters: chaptersOf(doc, transcript),
    slides: doc.slides.map(({ paragraph, value: slide }) => compileSlide(paragraph, slide)),
    ...provenanceOf(value),
  }
}

function chaptersOf(doc: TextDoc, transcript: TranscriptSource | undefined): { title: string; start: number }[] {
  const before: TextDoc['blocks'] = []
  const chapters: { title: string; start: number }[] = []
  for (const block of doc.blocks) {
    if (block.kind === 'heading') {
      const paragraphs = before.flatMap(told => (told.kind === 'paragraph' ? [told] : []))
      const spoken = transcript?.sentences.find(({ p }) => p >= paragraphs.length)?.start
      chapters.push({ title: block.text, start: spoken ?? Math.round(charsOf(paragraphs) / CHARS_A_SECOND) })
    }
    before.push(block)
  }
  return chapters
}

function compileSlide(paragraph: number, { kind, year, title, ...rest }: SlideSource): Slide {
  return {
    kind,
    paragraph,
    ...(year === undefined ? {} : { year }),
    ...(title === undefined ? {} : { title }),
    ...(rest as Omit<Slide, 'kind' | 'paragraph'>),
  }
}
