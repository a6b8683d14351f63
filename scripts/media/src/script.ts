import { parse } from 'yaml'

/** An episode's script, ready to be spoken: paragraphs with citations reduced to their words. */
export interface EpisodeScript {
  id: string
  title: string
  series: string
  number: number
  kind: 'audio' | 'video'
  flagship: boolean
  /** Where it was read from, and its storyboard's text; only what was read from a folder has them. */
  file?: string
  storyboard?: string
  paragraphs: string[]
  /** Chapter headings with the index of the paragraph they precede. */
  chapters: { title: string; paragraph: number }[]
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

/** Reads one `content/episodes/**.md`. Throws with `name` in the message when the front matter cannot be read. */
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
    paragraphs: [],
    chapters: [],
  }
  for (const block of match[2]!.split(/\n\s*\n/)) {
    const text = block.trim()
    const heading = /^##+\s+(.+)$/m.exec(text)
    if (heading) {
      script.chapters.push({ title: heading[1]!.trim(), paragraph: script.paragraphs.length })
      const rest = plain(text.slice(text.indexOf(heading[0]) + heading[0].length))
      if (rest) script.paragraphs.push(rest)
    } else if (text && !text.startsWith('<!--') && !FOOTNOTE.test(text)) script.paragraphs.push(plain(text))
  }
  return script
}

/**
 * Everything that is spoken, as one string: what the hash of an episode is taken from.
 * Constants stand where the kind and the slides once were: recordings are known by this hash.
 */
export function spokenSource({ title, paragraphs, chapters }: EpisodeScript): string {
  return JSON.stringify([title, 'audio', paragraphs, chapters, []])
}
