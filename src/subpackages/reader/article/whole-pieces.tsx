import { Text } from '@tarojs/components'
import type { ReactNode } from 'react'
import { DOT } from '@/components/dot'
import { inLine } from '@/components/pieces'
import { unbroken } from '@/platform/page/unbroken'

/** em: as wide as a line of small type is on the narrowest phone in the largest type. */
const NARROWEST = 7

/**
 * Names and figures about one thing, with dots between them, each a node of its own: it goes to the next line whole, and what is
 * wider than a line is broken between its words. On WeChat, where every node is sent, they stay bare words, as a row’s note does.
 */
export function inWholePieces(all: readonly string[]): ReactNode {
  if (process.env.TARO_ENV === 'weapp') return inLine(all.join(DOT))
  return all.flatMap((piece, i) => {
    const dotted = i < all.length - 1 ? `${inLine(piece)}\u00a0·` : inLine(piece)
    const node = (
      <Text key={i} className="piece">
        {unbroken(dotted, NARROWEST)}
      </Text>
    )
    return i === 0 ? [node] : [' ', node]
  })
}
