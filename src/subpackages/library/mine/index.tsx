import { View } from '@tarojs/components'
import { useRouter } from '@tarojs/taro'
import { useState } from 'react'
import type { MemberItem } from '@domain/progress/summaries'
import { continueList } from '@domain/progress/completion'
import { shanghaiDay, weekStart } from '@domain/time/day'
import { Choice } from '@/components/choice'
import { Empty } from '@/components/empty'
import { GroupName } from '@/components/group-name'
import { ArticleRow } from '@/components/item-row'
import { EpisodeRow } from '@/layout/study/episode-row'
import { useObjectPictures } from '@/hooks/object-pictures'
import { LongList } from '@/layout/lists/long-list'
import { Notice } from '@/components/notice'
import { Section } from '@/components/section'
import { NoCatalog } from '@/layout/states/no-catalog'
import { Screen } from '@/layout/screen'
import { open, routes, switchTab } from '@/navigation'
import { today } from '@/platform/phone/clock'
import { findArticle, findEpisode, useCatalog } from '@/stores/catalog'
import { useMember } from '@/stores/member'

type Tab = 'favourites' | 'recent' | 'unfinished'

const TABS: { value: Tab; text: string }[] = [
  { value: 'favourites', text: '收藏' },
  { value: 'recent', text: '最近学的' },
  { value: 'unfinished', text: '没学完的' },
]
const HINTS: Record<Tab, string> = {
  favourites: '读文章、听节目时点右上角的星，就收到这里',
  recent: '读过、听过的会按时间排在这里',
  unfinished: '开了头没学完的会在这里等您',
}
/** Rows with the page, and after a tap: fewer, because a tap must answer at once. */
const FIRST = 12
const FEW = 5

const TITLE = '收藏和学过的'

/** What the list of late study is parted by. */
function whenOf(item: MemberItem | undefined): string {
  const day = item ? shanghaiDay(item.lastAt) : ''
  if (day === today()) return '今天'
  return day >= weekStart(today()) ? '本周' : '更早'
}

/** Favourites, what was studied lately, and what waits to be finished. */
export default function Mine() {
  const { tab: first = 'favourites' } = useRouter().params
  const [tab, setTab] = useState<Tab>(TABS.find(it => it.value === first)?.value ?? 'favourites')
  const { catalog } = useCatalog()
  const pictureOf = useObjectPictures()
  const { items, favourites } = useMember(state => state.progress)
  if (!catalog) {
    return (
      <Screen title={TITLE}>
        <NoCatalog />
      </Screen>
    )
  }
  const latest = (a: { at: number }, b: { at: number }) => b.at - a.at
  const ids: Record<Tab, () => string[]> = {
    favourites: () =>
      Object.entries(favourites)
        .filter(([, it]) => it.on)
        .map(([id, it]) => ({ id, at: it.at }))
        .sort(latest)
        .map(it => it.id),
    recent: () =>
      Object.values(items)
        .map(it => ({ id: it.item, at: it.lastAt }))
        .sort(latest)
        .map(it => it.id),
    unfinished: () => continueList(catalog, items, Infinity).map(it => it.item),
  }
  const all = ids[tab]()
  const list = all.filter(id => findArticle(catalog, id) ?? findEpisode(catalog, id))
  const withdrawn = all.length - list.length
  return (
    <Screen title={TITLE} records>
      <Choice id="mine" label="看哪些" value={tab} options={TABS} onChange={setTab} />
      <Section
        title={TABS.find(it => it.value === tab)?.text ?? ''}
        aside={list.length ? `共 ${list.length}` : undefined}
      >
        {/* Each part has its place: a node put between others makes Taro send all of them again. */}
        <View>{withdrawn > 0 && <Notice>有 {withdrawn} 条已经撤下，不再列出；学过的记录还在。</Notice>}</View>
        <LongList rows={list} of={tab} first={FIRST} few={FEW} unit="条">
          {(id, before) => {
            const item = items[id]
            const done = !!item?.finishedAt
            const when = tab === 'recent' ? whenOf(item) : ''
            const name = when !== '' && (!before || whenOf(items[before]) !== when) && (
              <GroupName key={when}>{when}</GroupName>
            )
            const article = findArticle(catalog, id)
            const episode = findEpisode(catalog, id)
            return [
              name,
              article && (
                <ArticleRow
                  key={id}
                  article={article}
                  done={done}
                  reached={item?.reached}
                  picture={pictureOf(article)}
                  drawings
                  onPress={() => open(routes.article(id))}
                />
              ),
              episode && (
                <EpisodeRow
                  key={id}
                  episode={episode}
                  done={done}
                  second={item?.position?.second}
                  drawings
                  onPress={() => open(routes.episode(id))}
                />
              ),
            ]
          }}
        </LongList>
        {list.length === 0 && (
          <Empty
            title="这里还是空的"
            hint={HINTS[tab]}
            action={{ text: '去学习', onPress: () => switchTab('learn') }}
          />
        )}
      </Section>
    </Screen>
  )
}
