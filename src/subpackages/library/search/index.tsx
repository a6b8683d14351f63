import { View } from '@tarojs/components'
import { useRouter } from '@tarojs/taro'
import { useEffect, useState } from 'react'
import { lookUp } from '@domain/search/look-up'
import { nearest, suggest } from '@domain/search/suggest'
import { Button } from '@/components/button'
import { Empty } from '@/components/empty'
import { Notice } from '@/components/notice'
import type { Citation } from '@/components/rich-text'
import { Row } from '@/components/row'
import { SearchField } from '@/components/search-field'
import { Section } from '@/components/section'
import { Screen } from '@/frame/screen'
import { readLedger } from '@/services/feed/feed'
import { open, routes } from '@/services/navigation'
import { useCatalog } from '@/stores/catalog'
import { useResource } from '@/stores/resource'
import { useSearch } from '@/stores/search'
import { useSearchHistory } from '@/stores/search-history'
import { LedgerSheet } from '../ledger-sheet'
import { HitRow } from './hit-row'

/** Hits sent at once. */
const PAGE = 8
const SUGGESTIONS = 6

/** Everything that has words: articles, scripts, events, people, terms; other names lead to the same thing. */
export default function SearchPage() {
  const { q = '' } = useRouter().params
  const [typed, setTyped] = useState(decodeURIComponent(q))
  const [query, setQuery] = useState(decodeURIComponent(q))
  const [shown, setShown] = useState(PAGE)
  const [citation, setCitation] = useState<Citation>()
  const { documents, names, status, read, total, problem, load } = useSearch()
  const history = useSearchHistory()
  const { catalog } = useCatalog()
  const ledger = useResource('ledger', readLedger)
  useEffect(() => {
    void load()
    void history.load()
    // Once, when the page opens.
    // eslint-disable-next-line react-hooks/exhaustive-deps
  }, [])
  const ask = (words: string) => {
    const wanted = words.trim()
    setTyped(wanted)
    setQuery(wanted)
    setShown(PAGE)
    if (wanted) void history.keep(wanted)
  }
  const answer = query ? lookUp(documents, names, query) : undefined
  const hints = typed && typed !== query ? suggest(documents, typed, SUGGESTIONS) : []
  return (
    <Screen title="搜索">
      <SearchField id="search" value={typed} hint="人物、事件、年月或一句话" focus onInput={setTyped} onSubmit={ask} />
      <View>
        {status === 'reading' && query !== '' && (
          <Notice>
            正在翻阅全文：{read} / {total}，先给出已经翻到的
          </Notice>
        )}
        {status === 'partial' && (
          <Notice tone="warning" action={{ text: '再试一次', onPress: () => void load() }}>
            有一部分没有读出来，结果可能不全：{problem}
          </Notice>
        )}
      </View>
      <View>
        {hints.map(hint => (
          <Row key={hint.text} title={hint.text} onPress={() => ask(hint.text)} />
        ))}
      </View>
      <View>
        {answer && hints.length === 0 && (
          <Section title={`“${query}”`} aside={`${answer.hits.length} 条`}>
            {answer.loosened && <Notice>没有整句相同的，下面是其中人和事的结果</Notice>}
            {answer.hits.slice(0, shown).map(hit => (
              <HitRow key={hit.document.id} hit={hit} words={answer.words} onCard={setCitation} />
            ))}
            {answer.hits.length > shown && <Button onPress={() => setShown(n => n + PAGE)}>再看几条</Button>}
            {answer.hits.length === 0 && status !== 'reading' && (
              <Empty title="没有找到" hint="换个说法试试，或者看看这些">
                {nearest(documents, query, 3).map(it => (
                  <Row key={it.text} title={it.text} onPress={() => ask(it.text)} />
                ))}
              </Empty>
            )}
          </Section>
        )}
      </View>
      <View>
        {typed === '' && history.queries.length > 0 && (
          <Section
            title="搜过的"
            aside={
              <Button look="plain" onPress={() => void history.clear()}>
                全部清除
              </Button>
            }
          >
            {history.queries.slice(0, PAGE).map(it => (
              <Row key={it} title={it} onPress={() => ask(it)} />
            ))}
          </Section>
        )}
        {typed === '' && history.queries.length === 0 && (
          <Empty
            title="想找什么"
            hint="可以写“周总理”“八一起义”“1935年1月”，也可以写文中的一句话"
            action={{ text: '看大事年表', onPress: () => open(routes.timeline()) }}
          />
        )}
      </View>
      <View>
        {catalog && ledger.status === 'ready' && (
          <LedgerSheet catalog={catalog} ledger={ledger.value} citation={citation} onChange={setCitation} />
        )}
      </View>
    </Screen>
  )
}
