/** The content as read: validated fields and parsed texts, each with its place in a file, before anything is checked across items. */
import type { SeriesId, ShelfId } from '../../../domain/catalog/types'
import type { At } from '../problem'
import type { ActivitiesSource } from '../schema/activities'
import type { ArticleFront } from '../schema/article'
import type { BrandSource } from '../schema/brand'
import type { CopiedSource } from '../schema/copied'
import type { CourseSource } from '../schema/course'
import type { DaySource } from '../schema/day'
import type { DemoPaperSource } from '../schema/demo-paper'
import type { EpisodeFront } from '../schema/episode'
import type { EverydaySource } from '../schema/everyday'
import type { EventSource } from '../schema/event'
import type { TermSource } from '../schema/glossary'
import type { ObjectSource } from '../schema/object'
import type { PersonSource } from '../schema/person'
import type { PointsSource } from '../schema/points'
import type { QuestionSource } from '../schema/question'
import type { ScheduleSource } from '../schema/schedule'
import type { ShelvesSource } from '../schema/shelves'
import type { SourceSource } from '../schema/source'
import type { WorkSource } from '../schema/work'
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
/** A footnote's mark in a text. */
export interface NoteMark {
  label: string
  /** Characters of the paragraph's plain words that stand before it. */
  at: number
  line: number
}
/** A footnote: which opened source carries the marked sentence, where in it, and in which of its own words. */
export interface Footnote {
  label: string
  source: string
  row?: string
  words: string
  line: number
}
/** Words with the marks that stand in them; the marks are not part of the words. */
export interface Marked {
  spans: TextSpan[]
  notes: NoteMark[]
}
export interface ParagraphBlock extends Marked {
  kind: 'paragraph'
  /** Block id, when questions rest on it. */
  id?: string
  line: number
}
export const WHY_LABELS = ['起因', '决定', '意义', '易混'] as const
/** A line of the 为什么 block; its words stand without the label. */
export interface WhyLine extends Marked {
  label: string
  line: number
}
export type TextBlock = HeadingBlock | ParagraphBlock

/** A Markdown body. */
export interface TextDoc {
  blocks: TextBlock[]
  keyPoints: (Marked & { line: number })[]
  /** Line of the 要点 block, when there is one. */
  keyPointsLine?: number
  why: WhyLine[]
  /** Line of the 为什么 block, when there is one. */
  whyLine?: number
  footnotes: Footnote[]
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

export type WithheldKind = 'article' | 'episode' | 'event' | 'person' | 'question' | 'term' | 'day'
/** An item that no source carries yet. */
export interface WithheldItem extends Sourced<{ id: string; title: string; shelf?: ShelfId; series?: SeriesId }> {
  kind: WithheldKind
  reason: string
  /** Ids of the sources it has already. */
  sources: readonly string[]
  doc?: TextDoc
}

export interface Corpus {
  brand?: Sourced<BrandSource>
  shelves?: Sourced<ShelvesSource>
  points?: Sourced<PointsSource>
  activities?: Sourced<ActivitiesSource>
  schedule?: Sourced<ScheduleSource>
  /** What may stand as a source has it. */
  copied: Sourced<CopiedSource>[]
  /** The 公开演示题. */
  demo?: Sourced<DemoPaperSource>
  events: Sourced<EventSource>[]
  people: Sourced<PersonSource>[]
  /** Books in which a reader can check. */
  works: Sourced<WorkSource>[]
  /** What was opened. */
  sources: Sourced<SourceSource>[]
  glossary: Sourced<TermSource>[]
  /** Drawings of the things that stories turn on. */
  objects: Sourced<ObjectSource>[]
  /** Ways through what is there. */
  courses: Sourced<CourseSource>[]
  /** What people say for what the content calls otherwise. */
  everyday: Sourced<EverydaySource>[]
  days: Sourced<DaySource>[]
  questions: Sourced<QuestionSource>[]
  articles: Texted<ArticleFront>[]
  episodes: Texted<EpisodeFront>[]
  media: Sourced<MediaEntry>[]
  /** What waits in `content/withheld` for a source; not in the feed. */
  withheld: WithheldItem[]
  /** Sentence times by episode id. */
  transcripts: ReadonlyMap<string, Sourced<TranscriptSource>>
  /** Ids and places of items that failed their schema: reported once there, not again by everything that names them. */
  broken: ReadonlyMap<string, At>
  /** A file could not be read at all: what others cite of it is not checked until it can. */
  unread: boolean
  /** A schema or a place was refused: what the refused names is not known. */
  refused: boolean
}

/** The paragraphs of a text, headings left out. */
export function paragraphsOf(doc: TextDoc): ParagraphBlock[] {
  return doc.blocks.filter(block => block.kind === 'paragraph')
}

/** Everything in a text that carries marks: paragraphs, the 为什么 lines, the key points. */
export function markedOf(doc: TextDoc): (Marked & { line: number })[] {
  return [...paragraphsOf(doc), ...doc.why, ...doc.keyPoints]
}

/** Plain words of spans. */
export function plainText(spans: readonly TextSpan[]): string {
  return spans.map(span => span.text).join('')
}
