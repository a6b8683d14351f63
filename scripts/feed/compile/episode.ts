import type { LedgerIndex } from '../corpus/ledger-index'
import type { EpisodeFront } from '../schema/episode'
import type { TranscriptSource } from '../schema/media'
import { paragraphsOf, plainText, type TextDoc, type Texted } from '../corpus/corpus'
import { countChars } from '../text/comparable'
import type { EpisodeBody } from '../../../domain/catalog/types'
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
    ...provenanceOf(value, index),
  }
}

/** The headings of a script, as the film's own chapters are. */
function chaptersOf(doc: TextDoc, transcript: TranscriptSource | undefined): { title: string; start: number }[] {
  const paragraphs = paragraphsOf(doc)
  return headingsOf(doc).map(({ title, paragraph }) => {
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
