import type { Block } from '@domain/catalog/types'

/** An article with fewer parts is taken in at a glance. */
const WORTH = 3

/** The headings of a long article; none of a short one. */
export function contentsOf(blocks: readonly Block[]): string[] {
  const headings: string[] = []
  for (const it of blocks) if (it.kind === 'heading') headings.push(it.text)
  return headings.length >= WORTH ? headings : []
}
