import { View } from '@tarojs/components'
import { useReachBottom } from '@tarojs/taro'
import { useMemo, useState } from 'react'
import type { CitedLedger } from '@domain/catalog/ledger'
import type { Catalog } from '@domain/catalog/types'
import { Button } from '@/components/button'
import { Empty } from '@/components/empty'
import { Failed } from '@/components/failed'
import { FilterBar } from '@/components/filter-bar'
import type { Citation } from '@/components/rich-text'
import { Section } from '@/components/section'
import { Thread, ThreadEvent, ThreadYear } from '@/components/thread'
import { ROWS_MORE } from '@/layout/lists/long-list'
import { NoCatalog } from '@/layout/states/no-catalog'
import { Screen } from '@/layout/screen'
import { Stretched } from '@/layout/lists/stretched'
import { readCitedLedger } from '@/feed/feed'
import { scrollToNode } from '@/platform/page/scroll'
import { useCatalog } from '@/stores/catalog'
import { useQuery } from '@/hooks/query'
import { LedgerSheet } from '../ledger-sheet'
import { ALL, dayInYear, eventsOf, startOf } from './list'
import { YearSheet } from './year-sheet'
import './index.scss'

/** Events sent at once: the ledger has thousands. */
const PAGE = 20
/** A change of filter sends a screenful; the rest follows when one scrolls. */
const SCREENFUL = 8

/** Every event of the ledger on one thread, from the first period to the last. */
export default function TimelinePage() {
  const { catalog } = useCatalog()
  // Asked for again when the lists have come: one tap is to bring both.
  const ledger = useQuery(`ledger:${!!catalog}`, readCitedLedger)
  return (
    <Screen title="大事年表">
      <NoCatalog />
      {catalog && ledger.status === 'failed' && <Failed {...ledger} />}
      {catalog && ledger.status === 'ready' && <Timeline catalog={catalog} ledger={ledger.value} />}
    </Screen>
  )
}

function Timeline({ catalog, ledger }: { catalog: Catalog; ledger: CitedLedger }) {
  const [period, setPeriod] = useState(ALL)
  const [history, setHistory] = useState(ALL)
  const [year, setYear] = useState<number>()
  const [yearOpen, setYearOpen] = useState(false)
  const [span, setSpan] = useState({ before: 0, after: PAGE, sent: PAGE })
  const [citation, setCitation] = useState<Citation>()
  useReachBottom(() => setSpan(it => ({ ...it, after: it.after + ROWS_MORE })))
  const events = useMemo(() => eventsOf(ledger.events, period, history), [ledger, period, history])
  const start = year === undefined ? 0 : startOf(events, year)
  const from = Math.max(0, start - span.before)
  const shown = events.slice(from, start + span.after)
  const restart = () => setSpan({ before: 0, after: SCREENFUL, sent: SCREENFUL })
  const earlier = () => {
    const first = shown[0]
    setSpan(it => ({ ...it, before: it.before + SCREENFUL }))
    // What was being looked at stays where it is; the earlier ones are above it.
    if (first) scrollToNode(`event-${first.id}`)
  }
  return (
    <Section title="大事年表" aside={`${events.length} 件`}>
      <View className="timeline__year">
        <Button id="to-year" onPress={() => setYearOpen(true)}>
          {year === undefined ? '跳到某一年' : `从 ${year} 年看起，换一年`}
        </Button>
      </View>
      <FilterBar
        filters={[
          {
            id: 'period',
            label: '时期',
            value: period,
            options: [
              { value: ALL, text: '全部时期' },
              ...catalog.periods.map(it => ({ value: it.id, text: it.title })),
            ],
            onChange: value => {
              setPeriod(value)
              setYear(undefined)
              restart()
            },
          },
          {
            id: 'history',
            label: '四史',
            value: history,
            options: [{ value: ALL, text: '全部' }, ...catalog.histories.map(it => ({ value: it.id, text: it.title }))],
            onChange: value => {
              setHistory(value)
              restart()
            },
          },
        ]}
      />
      {/* Each part has its place from the start: a node put between others makes Taro send all of them again. */}
      <View>
        {from > 0 && (
          <Button id="earlier" look="plain" onPress={earlier}>
            看更早的
          </Button>
        )}
      </View>
      <View>
        {shown.length > 0 && (
          <Thread>
            <Stretched
              rows={events}
              from={from}
              to={start + span.after}
              of={`${period}-${history}`}
              sent={start + span.sent}
            >
              {(event, before) => {
                const year = event.date.slice(0, 4)
                return [
                  year !== before?.date.slice(0, 4) && <ThreadYear key={year} year={year} />,
                  <ThreadEvent
                    key={event.id}
                    id={`event-${event.id}`}
                    when={dayInYear(event.date)}
                    title={event.title}
                    onPress={() => setCitation({ kind: 'event', id: event.id })}
                  />,
                ]
              }}
            </Stretched>
          </Thread>
        )}
        {shown.length === 0 && (
          <Empty
            title="这里没有大事"
            hint="这个时期里没有这一类的条目"
            action={{
              text: '看全部',
              onPress: () => {
                setPeriod(ALL)
                setHistory(ALL)
                setYear(undefined)
                restart()
              },
            }}
          />
        )}
      </View>
      <View>
        {start + span.after < events.length && (
          <Button id="more" onPress={() => setSpan(it => ({ ...it, after: it.after + SCREENFUL }))}>
            看后面的
          </Button>
        )}
      </View>
      <View>
        {yearOpen && (
          <YearSheet
            events={events}
            year={year}
            onYear={value => {
              setYear(value)
              setYearOpen(false)
              restart()
            }}
            onClose={() => setYearOpen(false)}
          />
        )}
      </View>
      <View>
        <LedgerSheet catalog={catalog} ledger={ledger} citation={citation} onChange={setCitation} />
      </View>
    </Section>
  )
}
