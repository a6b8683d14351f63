import type { Block } from '@domain/catalog/types'
import { Row } from '@/components/row'
import { Sheet } from '@/components/sheet'
import { scrollToNode } from '@/platform/page/scroll'

export const headingId = (article: string, index: number): string => `${article}-h${index}`

/** Which part a paragraph stands in, -1 for what comes before the first heading. */
export function partOf(blocks: readonly Block[], paragraph: number): number {
  let part = -1
  let at = -1
  for (const { kind } of blocks) {
    if (kind === 'heading') part += 1
    else if (++at === paragraph) return part
  }
  return part
}

interface Props {
  article: string
  headings: string[]
  open: boolean
  onClose: () => void
}

/** The parts of an article; one tap goes there. */
export function ContentsSheet({ article, headings, open, onClose }: Props) {
  return (
    <Sheet open={open} title="目录" onClose={onClose}>
      {headings.map((text, i) => (
        <Row
          key={i}
          id={`contents-${i}`}
          title={text}
          onPress={() => {
            onClose()
            scrollToNode(headingId(article, i))
          }}
        />
      ))}
    </Sheet>
  )
}
