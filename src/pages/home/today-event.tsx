import { useState } from 'react'
import type { DayEntry, DaysVolume } from '@domain/catalog/calendar'
import { keepWords } from '@domain/text/line-ends'
import { Annal } from '@/components/annal'
import { Button } from '@/components/button'
import { Empty } from '@/components/empty'
import { cardOf, dayCard } from '@/components/ledger-card/facts'
import { ArticleObject } from '@/layout/study/article-object'
import { FactSheet } from '@/layout/facts/citation-sheet'
import { open, routes } from '@/navigation'
import { isLowestScreen, isLowScreen } from '@/platform/page/layout'
import { useAppearance } from '@/stores/appearance'

/** Characters that are in sight of a text however its words fall, where the page shows only its first lines (index.scss). */
function inSight(step: number): number {
  if (isLowestScreen()) return [Infinity, Infinity, 24, 18, 8][step]!
  return step === 4 && isLowScreen() ? 14 : Infinity
}

/** The entry that stands on the first page of `day`. */
export function entryOf(day: string, volume: DaysVolume): DayEntry | undefined {
  return volume.days.find(it => it.day === day.slice(5))?.entries[0]
}

/**
 * The first entry of the day; one tap opens its article, else its event's card, else the card of the day itself. Where the
 * page shows only the beginning of a long one (index.scss), its card has it whole, and the article is behind that.
 */
export function TodayEvent({ day, entry }: { day: string; entry?: DayEntry }) {
  const [asked, setAsked] = useState(false)
  const { step } = useAppearance()
  if (!entry) return <Empty title="这一天还没有收录史事" />
  const { article, event } = entry
  const cut = entry.text.length > inSight(step)
  const about = event ? { kind: 'event' as const, id: event } : undefined
  return (
    <>
      <Annal
        id="today-event"
        year={entry.year}
        title={keepWords(entry.text, entry.words)}
        drawing={article && <ArticleObject article={article} />}
        words={article ? '点开看全文和依据' : '点开看时间、地点和依据'}
        onPress={() => (article && !cut ? open(routes.article(article)) : setAsked(true))}
      />
      <FactSheet
        entry={about}
        card={
          asked
            ? (ledger, sources) => {
                const card = about && cardOf(ledger, about, sources)
                if (!card) return dayCard(ledger, day.slice(5), entry, sources)
                return cut ? { ...card, summary: entry.text } : card
              }
            : undefined
        }
        more={() =>
          cut &&
          article && (
            <Button
              id="event-article"
              onPress={() => {
                setAsked(false)
                open(routes.article(article))
              }}
            >
              看全文
            </Button>
          )
        }
        onClose={() => setAsked(false)}
      />
    </>
  )
}
