import type { ReactNode } from 'react'
import type { Ledger } from '@domain/catalog/types'
import { Failed } from '@/components/failed'
import { LedgerCard } from '@/components/ledger-card'
import { cardOf, type LedgerCardWords } from '@/components/ledger-card/facts'
import type { Citation } from '@/components/rich-text'
import { Sheet } from '@/components/sheet'
import { readLedger } from '@/feed/feed'
import { useQuery } from '@/hooks/query'

/** The card behind a cited date, name or figure: what, when, on what basis. */
export function CitationSheet({ citation, onClose }: { citation?: Citation; onClose: () => void }) {
  return <FactSheet card={citation && (ledger => cardOf(ledger, citation))} onClose={onClose} />
}

interface Props {
  /** What the ledger says; undefined while nothing is asked. */
  card?: (ledger: Ledger) => LedgerCardWords | undefined
  onClose: () => void
  children?: ReactNode
}

/** A card made from the ledger, which is read when the first one opens. */
export function FactSheet({ card, onClose, children }: Props) {
  const ledger = useQuery(card ? 'ledger' : 'none', () => (card ? readLedger() : Promise.resolve(undefined)))
  if (!card) return null
  if (ledger.status === 'failed') {
    return (
      <Sheet open title="事实卡" onClose={onClose}>
        <Failed {...ledger} />
      </Sheet>
    )
  }
  const words = ledger.status === 'ready' && ledger.value ? card(ledger.value) : undefined
  return (
    <Sheet open title={words?.title ?? '正在打开…'} kind={words?.kind} onClose={onClose}>
      {words && <LedgerCard card={words}>{children}</LedgerCard>}
    </Sheet>
  )
}
