import { View } from '@tarojs/components'
import { useState } from 'react'
import { eventDate } from '@domain/catalog/event-date'
import { articlesCiting } from '@domain/catalog/citing'
import type { CitedLedger } from '@domain/catalog/ledger'
import type { Catalog } from '@domain/catalog/types'
import { Button } from '@/components/button'
import { ArticleRow } from '@/components/item-row'
import { LedgerCard } from '@/components/ledger-card'
import { cardOf } from '@/components/ledger-card/facts'
import type { Citation } from '@/components/rich-text'
import { Row } from '@/components/row'
import { Section } from '@/components/section'
import { Sheet } from '@/components/sheet'
import { Sources } from '@/layout/facts/provenance'
import { useObjectPictures } from '@/hooks/object-pictures'
import { open, routes } from '@/navigation'
import { useMember } from '@/stores/member'
import './ledger-sheet.scss'

interface Props {
  catalog: Catalog
  ledger: CitedLedger
  citation?: Citation
  /** Another card takes this one's place; undefined closes. */
  onChange: (citation: Citation | undefined) => void
}

/** A sheet opens with few rows: what it sends to the page on WeChat stays small. */
const FEW = 3
const MORE = 4

/** The card of an event, person or term with what the app has on it. */
export function LedgerSheet({ catalog, ledger, citation, onChange }: Props) {
  const card = citation && cardOf(ledger, citation, (file, id) => <Sources key={id} file={file} id={id} />)
  if (!citation) return null
  return (
    <Sheet open title={card?.title ?? '没有这张卡'} kind={card?.kind} onClose={() => onChange(undefined)}>
      {card && (
        <LedgerCard card={card}>
          <Related key={citation.id} catalog={catalog} ledger={ledger} citation={citation} onChange={onChange} />
        </LedgerCard>
      )}
    </Sheet>
  )
}

function Related({ catalog, ledger, citation, onChange }: Props & { citation: Citation }) {
  const items = useMember(state => state.progress.items)
  const [articlesShown, setArticlesShown] = useState(FEW)
  const pictureOf = useObjectPictures()
  const [eventsShown, setEventsShown] = useState(FEW)
  const { kind, id } = citation
  const articles = kind === 'event' || kind === 'person' ? articlesCiting(catalog, ledger, kind, id) : []
  const events = kind === 'person' ? ledger.events.filter(it => it.people.includes(id)) : []
  return (
    <View className="ledger-sheet__related">
      {articles.length > 0 && (
        <Section title="相关文章" aside={`${articles.length} 篇`}>
          {articles.slice(0, articlesShown).map(article => (
            <ArticleRow
              key={article.id}
              article={article}
              done={!!items[article.id]?.finishedAt}
              picture={pictureOf(article)}
              drawings
              onPress={() => open(routes.article(article.id))}
            />
          ))}
          {articles.length > articlesShown && (
            <Button id="more-articles" look="plain" onPress={() => setArticlesShown(n => n + MORE)}>
              再看几篇
            </Button>
          )}
        </Section>
      )}
      {events.length > 0 && (
        <Section title="相关大事" aside={`${events.length} 件`}>
          {events.slice(0, eventsShown).map(event => (
            <Row
              key={event.id}
              id={`event-${event.id}`}
              title={event.title}
              meta={eventDate(event)}
              onPress={() => onChange({ kind: 'event', id: event.id })}
            />
          ))}
          {events.length > eventsShown && (
            <Button id="more-events" look="plain" onPress={() => setEventsShown(n => n + MORE)}>
              再看几件
            </Button>
          )}
        </Section>
      )}
    </View>
  )
}
