import type { ReactNode } from 'react'
import type { Ledger } from '@domain/catalog/ledger'
import type { PeriodId } from '@domain/catalog/types'
import { Empty } from '@/components/empty'
import { Failed } from '@/components/failed'
import { LedgerCard } from '@/components/ledger-card'
import { cardOf, type LedgerCardWords, type ShowSources } from '@/components/ledger-card/facts'
import type { Citation } from '@/components/rich-text'
import { Sheet } from '@/components/sheet'
import { readLedgerFor } from '@/feed/feed'
import { useQuery } from '@/hooks/query'
import { FactActions } from './fact-actions'
import { Sources } from './provenance'

interface CitationProps {
  citation?: Citation
  /** The period that is read about: most of what is cited is of it. */
  near?: PeriodId
  /** Id of the article that cites it. */
  within: string
  onClose: () => void
}

/** The card behind a cited date, name or figure: what, when, on what basis. */
export function CitationSheet({ citation, near, within, onClose }: CitationProps) {
  return (
    <FactSheet
      entry={citation}
      near={near}
      card={citation && ((ledger, sources) => cardOf(ledger, citation, sources))}
      more={words =>
        citation && <FactActions key={citation.id} citation={citation} card={words} within={within} onLeave={onClose} />
      }
      onClose={onClose}
    />
  )
}

interface Props {
  /** The ledger's entry that the card is about, if it is about one. */
  entry?: Citation
  near?: PeriodId
  /** What the ledger says; undefined while nothing is asked. */
  card?: (ledger: Ledger, sources: ShowSources) => LedgerCardWords | undefined
  /** Below the card. */
  more?: (words: LedgerCardWords) => ReactNode
  onClose: () => void
}

export const sources: ShowSources = (file, id) => <Sources key={id} file={file} id={id} />

/** A card made from the ledger, of which no more is read than it needs. */
export function FactSheet({ entry, near, card, more, onClose }: Props) {
  const { kind = 'article', id = '' } = entry ?? {}
  const ledger = useQuery(card ? `${kind} ${id}` : 'none', () =>
    card ? readLedgerFor(kind, id, near) : Promise.resolve(undefined),
  )
  if (!card) return null
  if (ledger.status === 'failed') {
    return (
      <Sheet open title="事实卡" onClose={onClose}>
        <Failed {...ledger} />
      </Sheet>
    )
  }
  // There it is read from the package in a moment, and a sheet that waits for its words would be sent twice.
  if (ledger.status === 'loading' && process.env.TARO_ENV === 'weapp') return null
  const words = ledger.status === 'ready' && ledger.value ? card(ledger.value, sources) : undefined
  return (
    <Sheet
      open
      title={words?.title ?? (ledger.status === 'ready' ? '事实卡' : '正在打开…')}
      kind={words?.kind}
      onClose={onClose}
    >
      {words && <LedgerCard card={words}>{more?.(words)}</LedgerCard>}
      {!words && ledger.status === 'ready' && <Gone />}
    </Sheet>
  )
}

/** An app that stayed open through an update shows a text of before, and the ledger of today need not have what it cites. */
export const Gone = () => <Empty title="这张卡已撤下" hint="内容更新过了。重新打开这一页，看到的就是现在的话。" />
