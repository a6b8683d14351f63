import { useRef, useState } from 'react'
import { lineAt, spokenLines } from '@domain/catalog/spoken-lines'
import type { EpisodeBody, EpisodeMeta } from '@domain/catalog/types'
import { quoteOf, type TextQuote } from '@domain/notes/anchor'
import { plainText } from '@/components/rich-text'
import { notesOf, useNotes } from '@/stores/notes'
import { usePlayer } from '@/stores/player'

/** A hand is a moment behind the ear: what was said so long ago is meant, seconds. */
const BEHIND = 1

/** What came of pressing 记这句. */
export interface Mark {
  /** Where the sentence begins, seconds. */
  second: number
  /** Its note, if this page has just made it: it can be taken back. */
  made?: string
  /** It could not be kept. */
  problem?: string
}

/** Keeps the sentence that was just heard as a note of the member's; `mark` is undefined until it has been pressed. */
export function useMark(meta: EpisodeMeta, body: EpisodeBody | undefined) {
  const [mark, setMark] = useState<Mark>()
  /** One press after another: a second one in the same moment finds the note of the first. */
  const presses = useRef(Promise.resolve())
  /** The note of the last press that made one. */
  const latest = useRef<string>()
  const keep = async (second: number, quote: TextQuote) => {
    try {
      const { load, add } = useNotes.getState()
      await load()
      const known = notesOf(useNotes.getState().notes, meta.id).find(it => it.quote.exact === quote.exact)
      if (!known) latest.current = await add(meta.id, quote, '', second)
      setMark({ second, made: !known || known.id === latest.current ? latest.current : undefined })
    } catch (error) {
      setMark({ second, problem: (error as Error).message })
    }
  }
  const undo = async () => {
    if (!mark?.made) return
    try {
      await useNotes.getState().remove(mark.made)
      setMark(undefined)
    } catch (error) {
      setMark({ ...mark, problem: (error as Error).message })
    }
  }
  const press = () => {
    if (!body) return
    // What was heard when it was pressed, not when its turn comes.
    const { second, quote } = heardAt(body, meta, usePlayer.getState().position - BEHIND)
    presses.current = presses.current.then(() => keep(second, quote))
  }
  return { mark, keep: press, undo: () => void undo() }
}

/** The sentence that is said at a second, as a quotation from its paragraph. */
function heardAt(body: EpisodeBody, meta: EpisodeMeta, second: number): { second: number; quote: TextQuote } {
  const lines = spokenLines(body, meta.seconds)
  const line = lines[lineAt(lines, second)]!
  const paragraphs = body.blocks.flatMap(block => (block.kind === 'paragraph' ? [plainText(block.spans)] : []))
  const paragraph = paragraphs[line.paragraph] ?? ''
  const start = paragraph.indexOf(line.text)
  const quote =
    start < 0 ? { exact: line.text, prefix: '', suffix: '' } : quoteOf(paragraph, start, start + line.text.length)
  return { second: line.start, quote }
}
