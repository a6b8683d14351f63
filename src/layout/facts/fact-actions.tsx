import { View } from '@tarojs/components'
import { useState } from 'react'
import { articlesCiting } from '@domain/catalog/citing'
import { Button } from '@/components/button'
import { Failed } from '@/components/failed'
import { ArticleRow } from '@/components/item-row'
import type { LedgerCardWords } from '@/components/ledger-card/facts'
import type { Citation } from '@/components/rich-text'
import { Waiting } from '@/components/waiting'
import { readCitedLedger } from '@/feed/feed'
import { useQuery } from '@/hooks/query'
import { open, routes } from '@/navigation'
import { useCatalog } from '@/stores/catalog'
import { useMember } from '@/stores/member'
import { useReports } from '@/stores/reports'

/** Rows sent at a tap: on WeChat every one travels. */
const FEW = 3

interface Props {
  citation: Citation
  card: LedgerCardWords
  /** The article in which the card was opened: it is no other one. */
  within: string
  /** The card makes room for the report. */
  onLeave: () => void
}

/** What can be done with a fact besides reading its card: see who else tells of it, and say that it is wrong. */
export function FactActions({ citation, card, within, onLeave }: Props) {
  const [asked, setAsked] = useState(false)
  const openReport = useReports(state => state.openReport)
  const { kind, id } = citation
  const cited = kind === 'event' || kind === 'person'
  // Bare buttons, and on WeChat one of them at first: a card is as much as a tap may send.
  const lean = process.env.TARO_ENV === 'weapp' && cited && !asked
  return (
    <>
      {asked && <Others citation={citation} within={within} />}
      {cited && !asked && (
        <Button id="fact-articles" look="plain" onPress={() => setAsked(true)}>
          {lean ? '哪些文章提到、报告错误' : '还有哪些文章提到'}
        </Button>
      )}
      {!lean && (
        <Button
          id="fact-report"
          look="plain"
          onPress={() => {
            onLeave()
            openReport({ about: id, words: `${card.title}：${card.summary}` })
          }}
        >
          报告错误
        </Button>
      )}
    </>
  )
}

function Others({ citation: { kind, id }, within }: Pick<Props, 'citation' | 'within'>) {
  const { catalog } = useCatalog()
  const items = useMember(state => state.progress.items)
  const ledger = useQuery('ledger', readCitedLedger)
  const [shown, setShown] = useState(FEW)
  if (ledger.status === 'failed') return <Failed {...ledger} />
  if (ledger.status === 'loading' || !catalog) return <Waiting>正在翻总账…</Waiting>
  const articles = articlesCiting(catalog, ledger.value, kind === 'person' ? 'person' : 'event', id).filter(
    it => it.id !== within,
  )
  if (articles.length === 0) return <View>没有别的文章提到。</View>
  return (
    <View>
      {articles.slice(0, shown).map(article => (
        <ArticleRow
          key={article.id}
          article={article}
          done={!!items[article.id]?.finishedAt}
          onPress={() => open(routes.article(article.id))}
        />
      ))}
      {articles.length > shown && (
        <Button id="more-articles" look="plain" onPress={() => setShown(n => n + FEW)}>
          {`再看 ${Math.min(FEW, articles.length - shown)} 篇`}
        </Button>
      )}
    </View>
  )
}
