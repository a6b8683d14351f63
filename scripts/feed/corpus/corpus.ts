/** The content as read: validated fields and parsed texts, each with its place in a file, before anything is checked across items. */
import type { At } from '../problem'
import type { ArticleFront } from '../schema/article'
import type { BrandSource } from '../schema/brand'
import type { DaySource } from '../schema/day'
import type { EpisodeFront } from '../schema/episode'
import type { EventSource } from '../schema/event'
import type { TermSource } from '../schema/glossary'
import type { PersonSource } from '../schema/person'
import type { PointsSource } from '../schema/points'
import type { QuestionSource } from '../schema/question'
import type { ScheduleSource } from '../schema/schedule'
import type { ShelvesSource } from '../schema/shelves'
import type { SlideSource } from '../schema/slide'
import type { SourceSource } from '../schema/source'
import type { MediaEntry, TranscriptSource } from '../schema/media'

export type TextSpan =
  | { kind: 'text'; text: string; line: number }
  | { kind: 'strong'; text: string; line: number }
  | { kind: 'event' | 'person' | 'article'; id: string; text: string; line: number }

export interface HeadingBlock {
  kind: 'heading'
  text: string
  line: number
}
export interface ParagraphBlock {
  kind: 'paragraph'
  /** Block id, when questions rest on it. */
  id?: string
  spans: TextSpan[]
  line: number
}
export type TextBlock = HeadingBlock | ParagraphBlock

/** A Markdown body. */
export interface TextDoc {
  blocks: TextBlock[]
  keyPoints: { spans: TextSpan[]; line: number }[]
  /** Line of the 要点 block, when there is one. */
  keyPointsLine?: number
  slides: { paragraph: number; value: SlideSource; line: number }[]
  /** Last line of the file, where what is missing at the end is reported. */
  lastLine: number
}

export interface Sourced<T> {
  at: At
  value: T
}
export interface Texted<T> extends Sourced<T> {
  doc: TextDoc
}

export interface Corpus {
  brand?: Sourced<BrandSource>
  shelves?: Sourced<ShelvesSource>
  points?: Sourced<PointsSource>
  schedule?: Sourced<ScheduleSource>
  events: Sourced<EventSource>[]
  people: Sourced<PersonSource>[]
  sources: Sourced<SourceSource>[]
  glossary: Sourced<TermSource>[]
  days: Sourced<DaySource>[]
  questions: Sourced<QuestionSource>[]
  articles: Texted<ArticleFront>[]
  episodes: Texted<EpisodeFront>[]
  media: Sourced<MediaEntry>[]
  /** Sentence times by episode id. */
  transcripts: ReadonlyMap<string, Sourced<TranscriptSource>>
  /** Ids of items that failed their schema: reported once there, not again by everything that names them. */
  broken: ReadonlySet<string>
  /** A file that others cite could not be read at all: what depends on it is not checked until it can. */
  unread: boolean
}

/** The paragraphs of a text, headings left out. */
export function paragraphsOf(doc: TextDoc): ParagraphBlock[] {
  return doc.blocks.filter(block => block.kind === 'paragraph')
}

/** Plain words of spans. */
export function plainText(spans: readonly TextSpan[]): string {
  return spans.map(span => span.text).join('')
}
