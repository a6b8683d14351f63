import { planOn } from '@domain/catalog/plan'
import type { ArticleMeta, Catalog } from '@domain/catalog/types'
import { addDays, weekDays } from '@domain/time/day'
import { Text, View } from '@tarojs/components'
import { a11y } from '@/components/a11y'
import { DOT } from '@/components/dot'
import { readingMinutes } from '@/components/duration'
import { aboutWords, readSoFar } from '@/components/item-row'
import { inPieces } from '@/components/pieces'
import { useWeek } from '@/hooks/week'
import { open, routes } from '@/navigation'
import { findArticle } from '@/stores/catalog'
import { useDay } from '@/stores/day'
import { useMember } from '@/stores/member'

/** The one thing of this page that is today's: what the day, else its week, else tomorrow, else the library still has to read. */
export function TodayReading({ catalog }: { catalog: Catalog }) {
  const { day } = useDay()
  const items = useMember(state => state.progress.items)
  const read = useMember(state => state.status === 'ready')
  const schedule = useWeek(day)
  if (!read || schedule.status !== 'ready') return null
  const planned = (on: string) =>
    (planOn(schedule.value, on)?.articles ?? []).flatMap(id => findArticle(catalog, id) ?? [])
  const places: [string, readonly ArticleMeta[]][] = [
    ['今天读', planned(day)],
    ['这一周还没读', weekDays(day).flatMap(planned)],
    ['明天读', planned(addDays(day, 1))],
    ['接着往下读', catalog.articles],
  ]
  for (const [kind, articles] of places) {
    const article = articles.find(it => items[it.id]?.finishedAt === undefined)
    if (article) return <Reading kind={kind} article={article} reached={items[article.id]?.reached ?? 0} />
  }
  return null
}

function Reading({ kind, article, reached }: { kind: string; article: ArticleMeta; reached: number }) {
  const far = reached > 0 ? readSoFar(reached) : `${readingMinutes(article.chars)} 分钟`
  return (
    <View
      id="learn-today"
      className="learn-today"
      hoverClass="learn-today--pressed"
      onClick={() => open(routes.article(article.id))}
      {...a11y({ role: 'link' })}
    >
      <Text className="learn-today__kind">{inPieces(`${kind}${DOT}${far}`)}</Text>
      <Text className="learn-today__title">{article.title}</Text>
      <Text className="learn-today__about">{inPieces(aboutWords(article))}</Text>
    </View>
  )
}
