import { View } from '@tarojs/components'
import { useRouter } from '@tarojs/taro'
import { useMemo, useState } from 'react'
import type { HistoryId } from '@domain/catalog/types'
import { Choice } from '@/components/choice'
import { Cover } from '@/components/cover'
import { Empty } from '@/components/empty'
import { Failed } from '@/components/failed'
import { GroupName } from '@/components/group-name'
import { ArticleRow } from '@/components/item-row'
import { EpisodeRow } from '@/layout/study/episode-row'
import { LongList } from '@/layout/lists/long-list'
import { NoCatalog } from '@/layout/states/no-catalog'
import { Row } from '@/components/row'
import { Screen } from '@/layout/screen'
import { Section } from '@/components/section'
import { Waiting } from '@/components/waiting'
import { coverFile } from '@/feed/covers'
import { readCitedLedger } from '@/feed/feed'
import { open, routes } from '@/navigation'
import { useAppearance } from '@/stores/appearance'
import { useCatalog } from '@/stores/catalog'
import { useMember } from '@/stores/member'
import { useObjectPictures } from '@/hooks/object-pictures'
import { useQuery } from '@/hooks/query'
import { allOf, filtered, groupOf, type Filter } from './list'
import './index.scss'

/** Rows of the first screen and a little more: what nobody sees yet holds up what they see. */
const FIRST = 12
/** After a tap: 4 kB of setData. */
const FEW = 5

const FILTERS: { value: Filter; text: string }[] = [
  { value: 'all', text: '全部' },
  { value: 'unread', text: '没学完' },
  { value: 'article', text: '文章' },
  { value: 'audio', text: '听' },
  { value: 'video', text: '看' },
]

/** One shelf, one series, or one of the four histories, oldest first. */
export default function ShelfPage() {
  const { id, series, history } = useRouter().params
  const { catalog } = useCatalog()
  const { theme } = useAppearance()
  const pictureOf = useObjectPictures()
  const items = useMember(state => state.progress.items)
  const read = useMember(state => state.status === 'ready')
  const ledger = useQuery(history ? `ledger:${!!catalog}` : 'none', () =>
    history ? readCitedLedger() : Promise.resolve(undefined),
  )
  const [filter, setFilter] = useState<Filter>('all')
  const known = ledger.status === 'ready' ? ledger.value : undefined
  const all = useMemo(() => {
    if (!catalog || (history && !known)) return []
    return allOf(catalog, {
      shelf: id,
      series,
      history: known && { id: history as HistoryId, ledger: known },
    })
  }, [catalog, known, id, series, history])
  if (!catalog) {
    return (
      <Screen title="学习">
        <NoCatalog />
      </Screen>
    )
  }
  const list: { id: string; title: string }[] = history ? catalog.histories : series ? catalog.series : catalog.shelves
  const heading = list.find(it => it.id === (history ?? series ?? id))?.title
  const rows = filtered(all, filter, items)
  const reading = !!history && !known
  const cover = coverFile([series ? `series-${series}` : `${id}`], theme, 'library')
  return (
    <Screen title={heading ?? '学习'}>
      {cover && <Cover {...cover} />}
      <Section
        title={heading ?? (series ? '没有这个系列' : '没有这个书架')}
        aside={
          reading
            ? ''
            : `${read ? `学完 ${all.filter(row => items[row.item.id]?.finishedAt).length}，` : ''}共 ${all.length}`
        }
      >
        <Choice
          id="filter"
          label="筛选"
          value={filter}
          options={series ? FILTERS.slice(0, 2) : FILTERS}
          onChange={setFilter}
        />
        {ledger.status === 'failed' && <Failed {...ledger} />}
        <View>{history && ledger.status === 'loading' && <Waiting>正在翻总账…</Waiting>}</View>
        {series && heading && (
          <View className="shelf-download">
            <Row
              id="to-downloads"
              title="下载这个系列"
              note="下载了，没有网络也能听"
              onPress={() => open(routes.downloads(series))}
            />
          </View>
        )}
        <LongList rows={rows} of={filter} first={FIRST} few={FEW} unit="条">
          {(row, before) => {
            const item = items[row.item.id]
            const group = groupOf(row, !!series)
            return [
              (!before || groupOf(before, !!series) !== group) && <GroupName key={group}>{group}</GroupName>,
              row.kind === 'article' ? (
                <ArticleRow
                  key={row.item.id}
                  article={row.item}
                  done={!!item?.finishedAt}
                  reached={item?.reached}
                  picture={pictureOf(row.item)}
                  drawings
                  onPress={() => open(routes.article(row.item.id))}
                />
              ) : (
                <EpisodeRow
                  key={row.item.id}
                  episode={row.item}
                  done={!!item?.finishedAt}
                  second={item?.position?.second}
                  covers={series ? 'library' : undefined}
                  drawings
                  onPress={() => open(routes.episode(row.item.id))}
                />
              ),
            ]
          }}
        </LongList>
        {rows.length === 0 && !reading && (
          <Empty title={filter === 'unread' && all.length ? '这里都学完了' : '这里还没有内容'} hint="换一个筛选看看" />
        )}
      </Section>
    </Screen>
  )
}
