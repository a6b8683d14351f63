import { useEffect, useMemo } from 'react'
import type { Span } from '@domain/catalog/types'
import { locate } from '@domain/notes/anchor'
import type { Range } from '@domain/notes/mark'
import { plainText } from '@/components/rich-text'
import { notesOf, useNotes } from '@/stores/notes'

/** Where the member's notes stand in today's words, by paragraph; a note whose words are gone stands nowhere. */
export function useHighlights(item: string, paragraphs: { spans: Span[] }[]): Record<number, Range[]> {
  const { notes, load } = useNotes()
  useEffect(() => void load(), [load])
  return useMemo(() => {
    const texts = paragraphs.map(it => plainText(it.spans))
    const found: Record<number, Range[]> = {}
    for (const note of notesOf(notes, item)) {
      const passage = locate(texts, note.quote)
      if (passage) (found[passage.paragraph] ??= []).push(passage)
    }
    return found
  }, [notes, item, paragraphs])
}
