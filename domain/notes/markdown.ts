import { formatFullDay } from '../time/format'
import { shanghaiDay } from '../time/day'
import type { TextQuote } from './anchor'

/** A highlight, with or without words of the member's own. */
export interface Note {
  id: string
  /** The article or episode. */
  item: string
  quote: TextQuote
  words: string
  at: number
  /** Of an episode: where the words are said, seconds. */
  second?: number
}

/** All notes as Markdown, article by article in the order given by `titles`, oldest first. */
export function notesMarkdown(notes: readonly Note[], titleOf: (item: string) => string): string {
  const items = [...new Set(notes.map(note => note.item))]
  const parts = items.map(item => {
    const own = notes.filter(note => note.item === item).sort((a, b) => a.at - b.at)
    const lines = own.map(note => {
      const day = formatFullDay(shanghaiDay(note.at))
      const words = note.words.trim() ? `\n\n${note.words.trim()}` : ''
      return `> ${note.quote.exact}${words}\n\n<small>${day}</small>`
    })
    return `## ${titleOf(item)}\n\n${lines.join('\n\n')}`
  })
  return `# 我的笔记\n\n${parts.join('\n\n')}\n`
}
