import { Text, View } from '@tarojs/components'
import type { Catalog } from '@domain/catalog/types'
import type { Today } from '@domain/progress/today'
import { formatFuzzyDate } from '@domain/time/fuzzy-date'
import { a11y } from '@/components/a11y'
import { DOT } from '@/components/dot'
import { readingMinutes, spellSeconds } from '@/components/duration'
import { inLine } from '@/components/line-breaks'
import { Knot } from '@/components/thread/knot'
import { ArticleObject } from '@/layout/study/article-object'
import { open, routes } from '@/navigation'
import { findArticle, findEpisode } from '@/stores/catalog'

interface Props {
  catalog: Catalog
  today: Today
  /** Of today's event. */
  year?: number
  /** Tomorrow's items, the first first. */
  tomorrow: readonly string[]
}

/** The end of the day's thread: loose while something is left, and what; tied when all is done, and what comes tomorrow. */
export function DayClose({ catalog, today, year, tomorrow }: Props) {
  if (!today.done) {
    return (
      <View className="day-close" id="day-open">
        <Knot kind="end" className="day-close__end" />
        <Text className="day-close__left">{inLine(`${whatIsLeft(today)}，今天的结就打上了`)}</Text>
      </View>
    )
  }
  return (
    <View className="day-close" id="day-done">
      <View className="day-close__tied" {...a11y({ role: 'status' })}>
        <Knot kind="tied" className="day-close__knot" />
        <View className="day-close__words">
          <Text className="day-close__title">今天的结打好了</Text>
          <Text className="day-close__note">{year ? `从 ${year} 年系到今天` : '今天都学完了'}</Text>
        </View>
      </View>
      <Tomorrow catalog={catalog} items={tomorrow} />
    </View>
  )
}

/** `再听完节目、答完五题`: in the order of the page. */
function whatIsLeft({ pieces, five, due }: Today): string {
  const left = pieces.filter(it => !it.done).length
  const parts = [
    left > 0 && (left === pieces.length ? '学完今天的文章和节目' : `学完剩下的 ${left} 件`),
    !five && '答完五题',
    due > 0 && `温习 ${due} 题`,
  ].filter(Boolean)
  return parts.join('、')
}

function Tomorrow({ catalog, items }: { catalog: Catalog; items: readonly string[] }) {
  const article = items.flatMap(id => findArticle(catalog, id) ?? [])[0]
  const episode = items.flatMap(id => findEpisode(catalog, id) ?? [])[0]
  const first = article ?? episode
  if (!first) return null
  const cost = article
    ? `读 ${readingMinutes(article.chars)} 分钟`
    : `${episode!.kind === 'audio' ? '听' : '看'} ${spellSeconds(episode!.seconds)}`
  return (
    <View
      id="tomorrow"
      className="tomorrow"
      onClick={() => open(article ? routes.article(first.id) : routes.episode(first.id))}
      {...a11y({ role: 'link' })}
    >
      <View className="tomorrow__words">
        <Text className="tomorrow__when">明天</Text>
        <Text className="tomorrow__title">{first.title}</Text>
        <Text className="tomorrow__cost">{`${formatFuzzyDate(first.date)}${DOT}${cost}`}</Text>
      </View>
      <ArticleObject article={first.id} />
    </View>
  )
}
