import { useReachBottom, useRouter } from '@tarojs/taro'
import { useState } from 'react'
import { continueList } from '@domain/progress/completion'
import { Button } from '@/components/button'
import { Choice } from '@/components/choice'
import { Empty } from '@/components/empty'
import { ArticleRow } from '@/components/item-row'
import { EpisodeRow } from '@/frame/episode-row'
import { Section } from '@/components/section'
import { Screen } from '@/frame/screen'
import { open, routes, switchTab } from '@/services/navigation'
import { findArticle, findEpisode, useCatalog } from '@/stores/catalog'
import { useMember } from '@/stores/member'

type Tab = 'favourites' | 'recent' | 'unfinished'

const TABS: { value: Tab; text: string }[] = [
  { value: 'favourites', text: '收藏' },
  { value: 'recent', text: '最近学的' },
  { value: 'unfinished', text: '没学完的' },
]
const HINTS: Record<Tab, string> = {
  favourites: '读文章时点右上角的星，就收到这里',
  recent: '读过、听过的会按时间排在这里',
  unfinished: '开了头没学完的会在这里等您',
}
/** Rows with the page, and after a tap: fewer, because a tap must answer at once. */
const PAGE = 20
const FEW = 6

/** Favourites, what was studied lately, and what waits to be finished. */
export default function Mine() {
  const { tab: first = 'favourites' } = useRouter().params
  const [tab, setTab] = useState<Tab>(first as Tab)
  const [shown, setShown] = useState(PAGE)
  useReachBottom(() => setShown(n => n + FEW))
  const { catalog } = useCatalog()
  const { items, favourites } = useMember(state => state.progress)
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
    unfinished: () => (catalog ? continueList(catalog, items, Infinity).map(it => it.item) : []),
  }
  const list = ids[tab]()
  return (
    <Screen title="我学过的">
      <Choice
        id="mine"
        label="看哪些"
        value={tab}
        options={TABS}
        onChange={value => {
          setTab(value)
          setShown(FEW)
        }}
      />
      <Section title={TABS.find(it => it.value === tab)?.text ?? ''} aside={`${list.length} 篇（集）`}>
        {list.slice(0, shown).map(id => {
          const done = !!items[id]?.finishedAt
          const article = findArticle(catalog, id)
          if (article) {
            return <ArticleRow key={id} article={article} done={done} onPress={() => open(routes.article(id))} />
          }
          const episode = findEpisode(catalog, id)
          return (
            episode && <EpisodeRow key={id} episode={episode} done={done} onPress={() => open(routes.episode(id))} />
          )
        })}
        {list.length > shown && <Button onPress={() => setShown(n => n + FEW)}>再看几条</Button>}
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
