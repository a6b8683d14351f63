import { Text, View } from '@tarojs/components'
import { useEffect, useState, type MutableRefObject } from 'react'
import type { Block } from '@domain/catalog/types'
import { a11y } from '@/components/a11y'
import { classNames } from '@/components/class-names'
import { scrollToNode } from '@/platform/page/scroll'
import { headingId, partOf } from './contents'
import './contents-column.scss'

/** Told the paragraph at the top of the screen. */
export type MarkPart = (paragraph: number) => void

interface Props {
  article: string
  blocks: readonly Block[]
  headings: readonly string[]
  mark: MutableRefObject<MarkPart | undefined>
}

/** On a wide desktop the parts of an article stand beside it, the one that is being read in ink; one press goes there. */
export function ContentsColumn({ article, blocks, headings, mark }: Props) {
  const [part, setPart] = useState(-1)
  useEffect(() => {
    mark.current = paragraph => setPart(partOf(blocks, paragraph))
    return () => {
      mark.current = undefined
    }
  }, [mark, blocks])
  return (
    <View className="contents-column" {...a11y({ role: 'navigation', label: '目录' })}>
      <View className="contents-column__parts">
        {headings.map((text, i) => (
          <View
            key={i}
            id={`part-${i}`}
            className={classNames('contents-column__part', i === part && 'contents-column__part--here')}
            onClick={() => scrollToNode(headingId(article, i))}
            {...a11y({ role: 'link' })}
          >
            <Text>{text}</Text>
          </View>
        ))}
      </View>
    </View>
  )
}
