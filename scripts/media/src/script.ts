import { parse } from 'yaml'

/** A slide as its author wrote it (docs/content-format.md). */
export interface Slide {
  kind: 'title' | 'text' | 'quote' | 'timeline' | 'route'
  title?: string
  year?: number | string
  lines?: string[]
  quote?: { text: string; by?: string; occasion?: string }
  points?: { when: string | number; what: string }[]
  stops?: { name: string; x: number; y: number }[]
}

/** An episode's script, ready to be spoken: paragraphs with citations reduced to their words. */
export interface EpisodeScript {
  id: string
  title: string
  series: string
  number: number
  kind: 'audio' | 'video'
  flagship: boolean
  /** The period of content/shelves.yml; its picture stands on the title slide. */
  period: string
  paragraphs: string[]
  /** Chapter headings with the index of the paragraph they precede. */
  chapters: { title: string; paragraph: number }[]
  /** Slides with the index of the paragraph they precede. */
  slides: { slide: Slide; paragraph: number }[]
}

/** What a footnote says stands below the script, where nobody speaks. */
const FOOTNOTE = /^\[\^[^\]]+\]:/

/** Citations become the words they stand on; emphasis, block ids and the marks of footnotes go. */
function plain(text: string): string {
  return text
    .replace(/\s*\[\^[^\]]+\]\s*/g, '')
    .replace(/\[([^\]]+)\]\([^)]*\)/g, '$1')
    .replace(/\*\*/g, '')
    .replace(/\s*\^[a-z]\d+\s*$/i, '')
    .replace(/\s*\n\s*/g, '')
    .trim()
}

/** Reads one `content/episodes/**.md`. Throws with `name` in the message when front matter or a slide cannot be read. */
export function parseScript(source: string, name: string): EpisodeScript {
  const match = /^---\r?\n([\s\S]*?)\r?\n---\r?\n?([\s\S]*)$/.exec(source)
  if (!match) throw new Error(`${name}: no front matter`)
  const front = parse(match[1]!) as Record<string, unknown>
  if (typeof front.id !== 'string' || typeof front.title !== 'string')
    throw new Error(`${name}: id and title are needed`)
  const script: EpisodeScript = {
    id: front.id,
    title: front.title,
    series: String(front.series ?? ''),
    number: Number(front.number ?? 0),
    kind: front.kind === 'video' ? 'video' : 'audio',
    flagship: front.flagship === true,
    period: String(front.period ?? ''),
    paragraphs: [],
    chapters: [],
    slides: [],
  }
  const body = match[2]!.replace(/```slide\r?\n([\s\S]*?)```/g, (_, yaml: string) => {
    try {
      script.slides.push({ slide: parse(yaml) as Slide, paragraph: -1 })
    } catch (error) {
      throw new Error(`${name}: slide ${script.slides.length + 1}: ${(error as Error).message}`, { cause: error })
    }
    return `\n\n@slide ${script.slides.length - 1}\n\n`
  })
  for (const block of body.split(/\n\s*\n/)) {
    const text = block.trim()
    const slide = /^@slide (\d+)$/.exec(text)
    const heading = /^##+\s+(.+)$/m.exec(text)
    if (slide) script.slides[Number(slide[1])]!.paragraph = script.paragraphs.length
    else if (heading) {
      script.chapters.push({ title: heading[1]!.trim(), paragraph: script.paragraphs.length })
      const rest = plain(text.slice(text.indexOf(heading[0]) + heading[0].length))
      if (rest) script.paragraphs.push(rest)
    } else if (text && !text.startsWith('<!--') && !FOOTNOTE.test(text)) script.paragraphs.push(plain(text))
  }
  if (script.chapters.length === 0) script.chapters = chaptersOfSlides(script)
  return script
}

/** A video without headings takes its slides' titles as chapters. */
function chaptersOfSlides(script: EpisodeScript): EpisodeScript['chapters'] {
  const seen = new Set<number>()
  return script.slides.flatMap(({ slide, paragraph }) => {
    if (!slide.title || seen.has(paragraph)) return []
    seen.add(paragraph)
    return [{ title: slide.title, paragraph }]
  })
}

/** Everything that is spoken or drawn, as one string: what the hash of an episode is taken from. */
export function spokenSource(script: EpisodeScript): string {
  return JSON.stringify([script.title, script.kind, script.paragraphs, script.chapters, script.slides])
}
