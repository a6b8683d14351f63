import { Text, View } from '@tarojs/components'
import type { ReactNode } from 'react'
import { ArticleObject } from '@/layout/study/article-object'
import { findArticle, useCatalog } from '@/stores/catalog'
import './side.scss'

/** Beside what is shown: the year on the red thread, and the thing that the story turns on. */
export function Side({ article, children }: { article?: string; children?: ReactNode }) {
  const { catalog } = useCatalog()
  const meta = article === undefined ? undefined : findArticle(catalog, article)
  return (
    <View className="show__side">
      {meta && (
        <View className="show__year">
          <Text>{meta.date.slice(0, 4)}</Text>
          <ArticleObject article={meta.id} className="show__drawing" />
        </View>
      )}
      {children}
    </View>
  )
}
