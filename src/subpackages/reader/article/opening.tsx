import { Text } from '@tarojs/components'
import type { ReactNode } from 'react'
import type { ArticleMeta } from '@domain/catalog/types'
import { a11y } from '@/components/a11y'
import { Annal } from '@/components/annal'
import { pieceNodes } from '@/components/pieces'
import { Thread } from '@/components/thread'
import { ArticleObject } from '@/layout/study/article-object'
import { aboutOf } from './about'
import { bareWords, wholePieces } from './whole-pieces'
import './opening.scss'

interface Props {
  meta: ArticleMeta
  /** Title of its shelf. */
  shelf?: string
  children: ReactNode
}

/** The year in large numerals on the thread, the title, what it is about or when, where, and what it costs to read. */
export function Opening({ meta, shelf, children }: Props) {
  const about = aboutOf(meta, shelf)
  return (
    <Thread goesOn>
      <Annal year={meta.date.slice(0, 4)} drawing={<ArticleObject article={meta.id} />}>
        <Text className="article__title" {...a11y({ role: 'heading', level: 1 })}>
          {meta.title}
        </Text>
        <Text className="opening__meta">
          {process.env.TARO_ENV === 'weapp' ? bareWords(about) : pieceNodes(wholePieces(about))}
        </Text>
      </Annal>
      {children}
    </Thread>
  )
}
