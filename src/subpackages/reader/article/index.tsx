import { Text, View } from '@tarojs/components'
import { useRouter } from '@tarojs/taro'
import { useState } from 'react'
import type { ArticleBody, ArticleMeta } from '@domain/feed/types'
import { formatFuzzyDate } from '@domain/time/format'
import { a11y } from '@/components/a11y'
import { Button } from '@/components/button'
import { readingMinutes } from '@/components/duration'
import { Empty } from '@/components/empty'
import { Failed } from '@/components/failed'
import { Icon } from '@/components/icon'
import type { Citation } from '@/components/rich-text'
import { Screen } from '@/frame/screen'
import { TypeSheet } from '@/frame/type-sheet'
import { readArticle } from '@/services/feed/feed'
import { open, routes } from '@/services/navigation'
import { findArticle, useCatalog } from '@/stores/catalog'
import { useMember } from '@/stores/member'
import { useResource } from '@/stores/resource'
import { Body } from './body'
import { CitationSheet } from './citation-sheet'
import { Ending } from './ending'
import './index.scss'

export default function ArticlePage() {
  const { id = '', block } = useRouter().params
  const { catalog } = useCatalog()
  const meta = findArticle(catalog, id)
  const body = useResource(`${id}:${!!catalog}`, () => readArticle(id))
  const [citation, setCitation] = useState<Citation>()
  const [typeOpen, setTypeOpen] = useState(false)
  const cite = (it: Citation) => (it.kind === 'article' ? open(routes.article(it.id)) : setCitation(it))
  const actions = (
    <>
      <View
        className="title-action"
        id="type-size"
        onClick={() => setTypeOpen(true)}
        {...a11y({ role: 'button', label: '调整字号' })}
      >
        <Text>大字 A</Text>
      </View>
      {meta && <Favourite id={id} />}
    </>
  )
  return (
    <Screen title="文章" right={actions}>
      {catalog && !meta && <Empty title="没有这篇文章" hint="它可能已经改名或撤下，可以在学习页找找别的" />}
      {body.status === 'failed' && meta && <Failed {...body} />}
      {meta && body.status === 'ready' && <Article meta={meta} body={body.value} block={block} onCite={cite} />}
      <CitationSheet citation={citation} onClose={() => setCitation(undefined)} />
      <TypeSheet open={typeOpen} onClose={() => setTypeOpen(false)} />
    </Screen>
  )
}

interface ArticleProps {
  meta: ArticleMeta
  body: ArticleBody
  block?: string
  onCite: (citation: Citation) => void
}

function Article({ meta, body, block, onCite }: ArticleProps) {
  const { catalog } = useCatalog()
  const shelf = catalog?.shelves.find(it => it.id === meta.shelf)?.title
  return (
    <View className="article">
      <Text className="article__shelf">
        {shelf} · {formatFuzzyDate(meta.date)}
      </Text>
      <Text className="article__title" {...a11y({ role: 'heading', level: 1 })}>
        {meta.title}
      </Text>
      <Text className="article__meta">
        {readingMinutes(meta.chars)} 分钟 · AI 辅助撰写，{meta.approved ? '已经人工审校' : '待人工审校'}
      </Text>
      <Body meta={meta} blocks={body.blocks} block={block} onCite={onCite} />
      <Ending meta={meta} body={body} />
      {meta.questions > 0 && (
        <Button id="article-quiz" look="main" onPress={() => open(routes.run({ mode: 'article', article: meta.id }))}>
          答这篇的 {meta.questions} 道题
        </Button>
      )}
    </View>
  )
}

function Favourite({ id }: { id: string }) {
  const on = useMember(state => !!state.progress.favourites[id]?.on)
  const record = useMember(state => state.record)
  return (
    <View
      className="title-action"
      id="favourite"
      onClick={() => void record([{ kind: 'favourite', item: id, on: !on }])}
      {...a11y({ role: 'button', label: on ? '取消收藏' : '收藏' })}
    >
      <Icon name={on ? 'star-on' : 'star'} />
    </View>
  )
}
