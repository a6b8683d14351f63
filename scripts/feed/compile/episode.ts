import type { LedgerIndex } from '../corpus/ledger-index'
import type { EpisodeFront } from '../schema/episode'
import type { SlideSource } from '../schema/slide'
import type { TranscriptSource } from '../schema/media'
import { paragraphsOf, plainText, type TextDoc, type Texted } from '../corpus/corpus'
import { countChars } from '../text/comparable'
import type { EpisodeBody, Slide } from '../../../domain/catalog/types'
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
    ...provenanceOf(value, index),
  }
}

/** The headings of a script; a film without any is divided by its slides, as the file itself is. */
function chaptersOf(doc: TextDoc, transcript: TranscriptSource | undefined): { title: string; start: number }[] {
  const paragraphs = paragraphsOf(doc)
  const marks = headingsOf(doc)
  return (marks.length > 0 ? marks : slideTitlesOf(doc)).map(({ title, paragraph }) => {
    const spoken = transcript?.sentences.find(({ p }) => p >= paragraph)?.start
    return { title, start: spoken ?? Math.round(charsOf(paragraphs.slice(0, paragraph)) / CHARS_A_SECOND) }
  })
}

interface ChapterMark {
  title: string
  /** The paragraph it stands before. */
  paragraph: number
}

function headingsOf(doc: TextDoc): ChapterMark[] {
  let paragraph = 0
  return doc.blocks.flatMap(block => {
    if (block.kind === 'heading') return [{ title: block.text, paragraph }]
    paragraph += 1
    return []
  })
}

function slideTitlesOf(doc: TextDoc): ChapterMark[] {
  const seen = new Set<number>()
  return doc.slides.flatMap(({ paragraph, value: { title } }) => {
    if (title === undefined || seen.has(paragraph)) return []
    seen.add(paragraph)
    return [{ title, paragraph }]
  })
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
