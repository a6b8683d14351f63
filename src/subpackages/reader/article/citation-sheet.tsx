import { Failed } from '@/components/failed'
import { LedgerCard } from '@/components/ledger-card'
import { cardOf } from '@/components/ledger-card/facts'
import type { Citation } from '@/components/rich-text'
import { Sheet } from '@/components/sheet'
import { readLedger } from '@/feed/feed'
import { useQuery } from '@/hooks/query'

/** The card behind a cited date, name or figure: what, when, on what basis. */
export function CitationSheet({ citation, onClose }: { citation?: Citation; onClose: () => void }) {
  const ledger = useQuery(citation ? 'ledger' : 'none', () => (citation ? readLedger() : Promise.resolve(undefined)))
  if (!citation) return null
  if (ledger.status === 'failed') {
    return (
      <Sheet open title="事实卡" onClose={onClose}>
        <Failed {...ledger} />
      </Sheet>
    )
  }
  const card = ledger.status === 'ready' && ledger.value ? cardOf(ledger.value, citation) : undefined
  return (
    <Sheet open title={card?.title ?? '正在打开…'} kind={card?.kind} onClose={onClose}>
      {card && <LedgerCard card={card} />}
    </Sheet>
  )
}
