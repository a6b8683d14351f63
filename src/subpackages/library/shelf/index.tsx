import { View } from '@tarojs/components'
import { useReachBottom, useRouter } from '@tarojs/taro'
import { useState } from 'react'
import { Button } from '@/components/button'
import { Choice } from '@/components/choice'
import { Empty } from '@/components/empty'
import { ArticleRow, EpisodeRow } from '@/components/item-row'
import { Screen } from '@/frame/screen'
import { Section } from '@/components/section'
import { open, routes } from '@/services/navigation'
import { useCatalog } from '@/stores/catalog'
import { useMember } from '@/stores/member'
import { listOf, type Filter } from './list'

/** Rows sent at once: a whole shelf would be tens of kilobytes of setData on WeChat. */
const PAGE = 24
/** After a tap: 4 kB of setData. */
const FEW = 5

const FILTERS: { value: Filter; text: string }[] = [
  { value: 'all', text: '全部' },
  { value: 'unread', text: '没学完' },
  { value: 'article', text: '文章' },
  { value: 'media', text: '音视频' },
]

/** One shelf or one series, oldest first. */
export default function ShelfPage() {
  const { id, series } = useRouter().params
  const { catalog } = useCatalog()
  const items = useMember(state => state.progress.items)
  const [filter, setFilter] = useState<Filter>('all')
  const [shown, setShown] = useState(PAGE)
  useReachBottom(() => setShown(n => n + PAGE))
  if (!catalog) return <Screen title="学习">{null}</Screen>
  const heading = series
    ? catalog.series.find(it => it.id === series)?.title
    : catalog.shelves.find(it => it.id === id)?.title
  const rows = listOf(catalog, { shelf: id, series }, filter, items)
  const all = listOf(catalog, { shelf: id, series }, 'all', items)
  return (
    <Screen title={heading ?? '学习'}>
      <Section
        title={heading ?? '没有这个书架'}
        aside={`学完 ${all.filter(row => items[row.item.id]?.finishedAt).length}，共 ${all.length}`}
      >
        <Choice
          id="filter"
          label="筛选"
          value={filter}
          options={series ? FILTERS.slice(0, 2) : FILTERS}
          onChange={value => {
            setFilter(value)
            setShown(FEW)
          }}
        />
        <View>
          {rows.slice(0, shown).map(row => {
            const done = !!items[row.item.id]?.finishedAt
            return row.kind === 'article' ? (
              <ArticleRow
                key={row.item.id}
                article={row.item}
                done={done}
                onPress={() => open(routes.article(row.item.id))}
              />
            ) : (
              <EpisodeRow
                key={row.item.id}
                episode={row.item}
                done={done}
                onPress={() => open(routes.episode(row.item.id))}
              />
            )
          })}
        </View>
        {rows.length > shown && (
          <Button id="more" onPress={() => setShown(n => n + FEW)}>
            再看 {Math.min(FEW, rows.length - shown)} 条
          </Button>
        )}
        {rows.length === 0 && (
          <Empty title={filter === 'unread' ? '这里都学完了' : '这里还没有内容'} hint="换一个筛选看看" />
        )}
      </Section>
    </Screen>
  )
}
