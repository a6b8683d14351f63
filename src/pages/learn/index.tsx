import { View } from '@tarojs/components'
import { seriesCompletion, shelfCompletion } from '@domain/progress/completion'
import { Button } from '@/components/button'
import { Row } from '@/components/row'
import { SearchEntry } from '@/components/search-entry'
import { NoCatalog } from '@/layout/states/no-catalog'
import { Screen } from '@/layout/screen'
import { Section } from '@/components/section'
import { open, routes } from '@/navigation'
import { useCatalog } from '@/stores/catalog'
import { useMember } from '@/stores/member'
import { Courses } from './courses'
import { TodayReading } from './today'
import './index.scss'

/** What there is to study: today's first, then six shelves and three series, each with how far one has come. */
export default function Learn() {
  const { catalog } = useCatalog()
  const items = useMember(state => state.progress.items)
  // Before the records are read nobody has finished nothing.
  const read = useMember(state => state.status === 'ready')
  if (!catalog)
    return (
      <Screen title="学习" tab="learn">
        <NoCatalog />
      </Screen>
    )
  const shelves = shelfCompletion(catalog, items)
  const series = seriesCompletion(catalog, items)
  return (
    <Screen title="学习" tab="learn">
      <SearchEntry id="to-search" hint="搜人名、地名、哪一年" onPress={() => open(routes.search())} />
      {/* A place of its own: what it shows comes after what stands around it. */}
      <View>
        <TodayReading catalog={catalog} />
      </View>
      <View>
        <Courses catalog={catalog} />
      </View>
      <Section title="书架" aside={`${catalog.articles.length} 篇文章`}>
        {catalog.shelves.map((shelf, i) => (
          <Row
            key={shelf.id}
            id={`shelf-${shelf.id}`}
            title={shelf.title}
            note={shelf.note}
            meta={read ? `${shelves[i]!.done} / ${shelves[i]!.total}` : `${shelves[i]!.total}`}
            share={read && shelves[i]!.total ? shelves[i]!.done / shelves[i]!.total : 0}
            onPress={() => open(routes.shelf(shelf.id))}
          />
        ))}
      </Section>
      <Section title="听和看" aside={`${catalog.episodes.length} 集`}>
        {catalog.series.map((one, i) => (
          <Row
            key={one.id}
            id={`series-${one.id}`}
            kind={one.kind === 'audio' ? '听' : '看'}
            title={one.title}
            note={one.note}
            meta={`${read ? `${series[i]!.done} / ` : ''}${series[i]!.total} 集`}
            onPress={() => open(routes.series(one.id))}
          />
        ))}
      </Section>
      <Section title="四史">
        <View className="histories">
          {catalog.histories.map(it => (
            <Button key={it.id} id={`history-${it.id}`} onPress={() => open(routes.history(it.id))}>
              {it.title}
            </Button>
          ))}
        </View>
      </Section>
      <Section title="查找">
        <Row id="to-ask" title="问总账" note="问一句话，用事实卡和原话来答" onPress={() => open(routes.ask())} />
        <Row
          id="to-timeline"
          title="大事年表"
          meta={`${catalog.counts.events} 件`}
          onPress={() => open(routes.timeline())}
        />
        <Row id="to-people" title="人物" meta={`${catalog.counts.people} 位`} onPress={() => open(routes.people())} />
        <Row id="to-mine" title="收藏和学过的" onPress={() => open(routes.mine('recent'))} />
      </Section>
    </Screen>
  )
}
