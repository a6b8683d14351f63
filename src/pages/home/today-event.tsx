import { useState } from 'react'
import type { DayEntry, DaysVolume } from '@domain/catalog/calendar'
import { Annal } from '@/components/annal'
import { Empty } from '@/components/empty'
import { cardOf, dayCard } from '@/components/ledger-card/facts'
import { ArticleObject } from '@/layout/article-object'
import { FactSheet } from '@/layout/citation-sheet'
import { open, routes } from '@/navigation'
import { unbroken } from '@/platform/page/unbroken'

/** The entry that stands on the first page of `day`. */
export function entryOf(day: string, volume: DaysVolume): DayEntry | undefined {
  return volume.days.find(it => it.day === day.slice(5))?.entries[0]
}

/** The first entry of the day; one tap opens its article, else its event's card, else the card of the day itself. */
export function TodayEvent({ day, entry }: { day: string; entry?: DayEntry }) {
  const [asked, setAsked] = useState(false)
  if (!entry) return <Empty title="这一天还没有收录史事" />
  const { article, event } = entry
  const about = event ? { kind: 'event' as const, id: event } : undefined
  return (
    <>
      <Annal
        id="today-event"
        year={entry.year}
        title={unbroken(entry.text)}
        drawing={article && <ArticleObject article={article} />}
        words={article ? '点开看全文和依据' : '点开看时间、地点和依据'}
        onPress={() => (article ? open(routes.article(article)) : setAsked(true))}
      />
      <FactSheet
        entry={about}
        card={
          asked
            ? (ledger, sources) =>
                (about && cardOf(ledger, about, sources)) || dayCard(ledger, day.slice(5), entry, sources)
            : undefined
        }
        onClose={() => setAsked(false)}
      />
    </>
  )
}
