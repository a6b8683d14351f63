import { Text } from '@tarojs/components'
import type { ReactNode } from 'react'
import { DOT } from '@/components/dot'
import { byUnits, inLine } from '@/components/pieces'
import { unbroken } from '@/platform/page/unbroken'

/** em: as wide as a line of small type is on the narrowest phone in the largest type. */
const NARROWEST = 7

/**
 * Names and figures about one thing, with dots between them, each a node of its own: it goes to the next line whole, and what is
 * wider than a line is broken between its words. On WeChat, where every node is sent, they stay bare words, as a row’s note does.
 */
export function inWholePieces(all: readonly string[]): ReactNode {
  if (process.env.TARO_ENV === 'weapp') return inLine(all.join(DOT))
  const pieces = all.flatMap(it => it.split(' · '))
  return pieces.flatMap((piece, i) => {
    const whole = byUnits(inLine(piece))
    const dotted = i < pieces.length - 1 ? `${whole}\u00a0·` : whole
    const node = (
      <Text key={i} className="piece">
        {unbroken(dotted, NARROWEST)}
      </Text>
    )
    return i === 0 ? [node] : [' ', node]
  })
}
