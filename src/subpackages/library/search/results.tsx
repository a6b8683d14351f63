import { View } from '@tarojs/components'
import { useEffect, useMemo, useRef, useState } from 'react'
import { lookUp } from '@domain/search/look-up'
import { nearest } from '@domain/search/suggest'
import { Empty } from '@/components/empty'
import { FilterBar } from '@/components/filter-bar'
import { Notice } from '@/components/notice'
import type { Citation } from '@/components/rich-text'
import { Row } from '@/components/row'
import { Section } from '@/components/section'
import { useObjectPictures } from '@/hooks/object-pictures'
import { LongList } from '@/layout/lists/long-list'
import { open, routes } from '@/navigation'
import { useSearch } from '@/stores/search'
import { useSearchHistory } from '@/stores/search-history'
import { HitRow } from './hit-row'
import { ALL, kindsOf, ofKind } from './kinds'

/** Hits sent with the answer: a tap is to send little. The rest follows when one scrolls. */
const FEW = 4
const SUGGESTIONS = 3

interface Props {
  query: string
  onAsk: (query: string) => void
  onCard: (citation: Citation) => void
}

/** The answer to a query, from what has been read so far. */
export function Results({ query, onAsk, onCard }: Props) {
  const { documents, names, sounds, status, read, total } = useSearch()
  const pictureOf = useObjectPictures()
  const keep = useSearchHistory(state => state.keep)
  const [kind, setKind] = useState(ALL)
  const reading = status === 'reading'
  // A screenful that stands is left standing until all has been read: every volume would send the rows again.
  const held = useRef<typeof documents>()
  const searched = (reading && held.current) || documents
  const { hits, words, loosened } = useMemo(
    () => lookUp(searched, names, query, sounds),
    [searched, names, query, sounds],
  )
  held.current = hits.length >= FEW ? searched : undefined
  const some = hits.length > 0
  const kinds = useMemo(() => kindsOf(hits), [hits])
  // A volume that was read since may have taken what was chosen away.
  const chosen = kinds.some(it => it.value === kind) ? kind : ALL
  const rows = useMemo(() => ofKind(hits, chosen), [hits, chosen])
  useEffect(() => {
    if (some) void keep(query)
  }, [some, keep, query])
  return (
    <Section title={`“${query}”`} aside={reading && !some ? '' : `${rows.length} 条`}>
      {reading && (
        <Notice>
          正在翻阅全文：{read} / {total}，先给出已经翻到的
        </Notice>
      )}
      {loosened && (
        <Notice>
          没有一处写着“{query}”，下面是“{words.map(word => word.forms[0]).join('、')}”的结果
        </Notice>
      )}
      {/* Each has its place: a node put between others makes Taro send all of them again. */}
      <View>
        {kinds.length > 0 && (
          <FilterBar filters={[{ id: 'kind', label: '种类', value: chosen, options: kinds, onChange: setKind }]} />
        )}
      </View>
      <LongList rows={rows} of={chosen} first={FEW} few={FEW} unit="条">
        {hit => (
          <HitRow
            key={`${hit.document.kind}-${hit.document.id}`}
            hit={hit}
            words={words}
            onCard={onCard}
            pictureOf={pictureOf}
          />
        )}
      </LongList>
      {!some && !reading && <Nothing query={query} onAsk={onAsk} />}
    </Section>
  )
}

function Nothing({ query, onAsk }: Pick<Props, 'query' | 'onAsk'>) {
  const documents = useSearch(state => state.documents)
  const near = useMemo(() => nearest(documents, query, SUGGESTIONS), [documents, query])
  if (near.length === 0)
    return (
      <Empty
        title="没有找到"
        hint="换个说法，或者少写几个字；也可以到大事年表里按年份找"
        action={{ text: '看大事年表', onPress: () => open(routes.timeline()) }}
      />
    )
  return (
    <>
      <Empty title="没有找到" hint="换个说法，或者看看是不是这些" />
      {near.map((it, i) => (
        <Row key={it.text} id={`near-${i}`} title={it.text} onPress={() => onAsk(it.text)} />
      ))}
    </>
  )
}
