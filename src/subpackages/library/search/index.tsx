import { View } from '@tarojs/components'
import { useRouter } from '@tarojs/taro'
import { useEffect, useMemo, useState } from 'react'
import { isQuestion } from '@domain/search/question'
import { suggest } from '@domain/search/suggest'
import { Notice } from '@/components/notice'
import type { Citation } from '@/components/rich-text'
import { Row } from '@/components/row'
import { SearchField } from '@/components/search-field'
import { Screen } from '@/layout/screen'
import { readCitedLedger } from '@/feed/feed'
import { open, routes, wordsIn } from '@/navigation'
import { useCatalog } from '@/stores/catalog'
import { useQuery } from '@/hooks/query'
import { useSearch } from '@/stores/search'
import { useSearchHistory } from '@/stores/search-history'
import { LedgerSheet } from '../ledger-sheet'
import { Before } from './before'
import { Results } from './results'

const SUGGESTIONS = 6

/** Everything that has words: articles, scripts, events, people, terms; other names lead to the same thing. */
export default function SearchPage() {
  const { q = '' } = useRouter().params
  const [typed, setTyped] = useState(() => wordsIn(q).trim())
  const [query, setQuery] = useState(typed)
  const { documents, status, problem, load } = useSearch()
  const loadHistory = useSearchHistory(state => state.load)
  useEffect(() => {
    void load()
    void loadHistory()
  }, [load, loadHistory])
  const ask = (words: string) => {
    const wanted = words.trim()
    setTyped(wanted)
    setQuery(wanted)
  }
  const asked = query !== '' && typed.trim() === query
  const hints = useMemo(() => (asked ? [] : suggest(documents, typed, SUGGESTIONS)), [asked, documents, typed])
  return (
    <Screen title="搜索">
      <SearchField
        id="search"
        value={typed}
        hint="人物、事件、年月或一句话"
        focus={q === ''}
        onInput={setTyped}
        onSubmit={ask}
      />
      <View>
        {status === 'partial' && (
          <Notice tone="warning" action={{ text: '再试一次', onPress: () => void load() }}>
            有一部分内容没有读出来，结果可能不全。{problem}
          </Notice>
        )}
      </View>
      <View className="search__ask">
        {(typed.trim() === '' || (asked && isQuestion(query))) && <ToLedger question={typed.trim()} />}
      </View>
      <View>
        {typed.trim() === '' && <Before onAsk={ask} />}
        {hints.map((hint, i) => (
          <Row key={hint.text} id={`hint-${i}`} title={hint.text} onPress={() => ask(hint.text)} />
        ))}
        {asked && <Found key={query} query={query} onAsk={ask} />}
      </View>
    </Screen>
  )
}

/** A question wants an answer, not a list. */
function ToLedger({ question }: { question: string }) {
  return (
    <Row
      id="to-ask"
      title="问总账"
      note={question === '' ? '问一句话，用事实卡和原话来答' : '这句话直接问，用事实卡和原话来答'}
      onPress={() => open(routes.ask(question))}
    />
  )
}

/** Results with the cards they open. */
function Found({ query, onAsk }: { query: string; onAsk: (query: string) => void }) {
  const { catalog } = useCatalog()
  const [citation, setCitation] = useState<Citation>()
  const ledger = useQuery('ledger', readCitedLedger)
  return (
    <>
      <Results query={query} onAsk={onAsk} onCard={setCitation} />
      {catalog && ledger.status === 'ready' && (
        <LedgerSheet catalog={catalog} ledger={ledger.value} citation={citation} onChange={setCitation} />
      )}
    </>
  )
}
