import type { DaysVolume } from '@domain/catalog/types'
import { Annal } from '@/components/annal'
import { Empty } from '@/components/empty'
import { open, routes } from '@/navigation'

/** The first entry of the day; its article, where there is one, is a tap away. */
export function TodayEvent({ day, volume }: { day: string; volume: DaysVolume }) {
  const entry = volume.days.find(it => it.day === day.slice(5))?.entries[0]
  if (!entry) return <Empty title="这一天还没有收录史事" />
  const { article } = entry
  return (
    <Annal
      id="today-event"
      year={entry.year}
      title={entry.text}
      words={article && '点开看全文和依据'}
      onPress={article ? () => open(routes.article(article)) : undefined}
    />
  )
}
