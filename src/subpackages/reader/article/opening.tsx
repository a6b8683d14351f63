import { Text } from '@tarojs/components'
import type { ReactNode } from 'react'
import type { ArticleMeta } from '@domain/catalog/types'
import { formatFuzzyDate } from '@domain/time/format'
import { a11y } from '@/components/a11y'
import { Annal } from '@/components/annal'
import { readingMinutes } from '@/components/duration'
import { Thread } from '@/components/thread'
import { ArticleObject } from '@/layout/article-object'
import { inWholePieces } from './whole-pieces'
import './opening.scss'

interface Props {
  meta: ArticleMeta
  /** Title of its shelf. */
  shelf?: string
  children: ReactNode
}

/** The year in large numerals on the thread, the title, what it is about or when, where, and what it costs to read. */
export function Opening({ meta, shelf, children }: Props) {
  const about = [
    meta.subject ?? formatFuzzyDate(meta.date),
    shelf,
    `${readingMinutes(meta.chars)} 分钟`,
    `AI 辅助撰写，${meta.approved ? '已经人工审校' : '待人工审校'}`,
  ]
  return (
    <Thread goesOn>
      <Annal year={meta.date.slice(0, 4)} drawing={<ArticleObject article={meta.id} />}>
        <Text className="article__title" {...a11y({ role: 'heading', level: 1 })}>
          {meta.title}
        </Text>
        <Text className="opening__meta">{inWholePieces(about.filter((it): it is string => !!it))}</Text>
      </Annal>
      {children}
    </Thread>
  )
}
