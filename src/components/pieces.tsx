import { Text } from '@tarojs/components'
import type { ReactNode } from 'react'
import { inLine, isLong, joined, turnsOf } from './line-breaks'
import './pieces.scss'

/**
 * Words of a row in the pieces that a line may end between: each side of a dot, a number with its unit, a range of dates. Only a
 * range that may be wider than a line is a node of its own, and that not on WeChat, where every node is sent; the others stay bare
 * words.
 */
export function inPieces(words: string): ReactNode {
  if (process.env.TARO_ENV === 'weapp') return inLine(words)
  const all: ReactNode[] = []
  let bare = ''
  turnsOf(words).forEach((part, i) => {
    if (i % 2 === 0 || !isLong(part)) bare += joined(part, i)
    else {
      if (bare !== '') all.push(bare)
      bare = ''
      all.push(
        <Text key={i} className="piece">
          {joined(part, i)}
        </Text>,
      )
    }
  })
  if (bare !== '') all.push(bare)
  return all.length === 1 ? all[0] : all
}

/** Pieces as nodes, each of which goes to the next line whole. */
export function pieceNodes(pieces: readonly string[]): ReactNode {
  return pieces.flatMap((piece, i) => {
    const node = (
      <Text key={i} className="piece">
        {piece}
      </Text>
    )
    return i === 0 ? [node] : [' ', node]
  })
}
