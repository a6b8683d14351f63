import { Text, View } from '@tarojs/components'
import { useEffect, useState } from 'react'
import { a11y } from '@/components/a11y'
import { Failed } from '@/components/failed'
import { Icon } from '@/components/icon'
import { LedgerCard } from '@/components/ledger-card'
import { cardOf } from '@/components/ledger-card/facts'
import { OPENED, type Citation } from '@/components/rich-text'
import { readLedger } from '@/feed/feed'
import { Gone, sources } from '@/layout/facts/citation-sheet'
import { FactActions } from '@/layout/facts/fact-actions'
import { useQuery } from '@/hooks/query'
import { measureRects } from '@/platform/page/rects'
import './margin-note.scss'

interface Props {
  citation: Citation
  /** The article beside whose words it stands. */
  within: string
  onClose: () => void
}

/** px between text and note. */
const GAP = 24

/** On a desktop the card of a cited fact stands beside the text; an ink rule joins the mention to it. */
export function MarginNote({ citation, within, onClose }: Props) {
  const beside = `body-${within}`
  const ledger = useQuery('ledger', readLedger)
  const [place, setPlace] = useState({ top: 0, rule: GAP })
  useEffect(() => {
    void measureRects(`#${OPENED}`, `#${beside}`).then(([mentions, boxes]) => {
      const [mention, box] = [mentions?.[0], boxes?.[0]]
      if (mention && box) setPlace({ top: mention.bottom - box.top, rule: box.right + GAP - mention.right })
    })
  }, [citation, beside])
  const card = ledger.status === 'ready' ? cardOf(ledger.value, citation, sources) : undefined
  return (
    <View className="margin-note" style={{ top: `${place.top - 32}px` }} {...a11y({ role: 'region', label: '事实卡' })}>
      <View className="margin-note__rule" style={{ width: `${place.rule}px` }} />
      <View className="margin-note__head">
        <Text className="margin-note__kind">{card?.kind ?? (ledger.status === 'ready' ? '事实卡' : '正在打开…')}</Text>
        <View
          id="note-close"
          className="margin-note__close"
          onClick={onClose}
          {...a11y({ role: 'button', label: '关闭' })}
        >
          <Icon name="close" />
        </View>
      </View>
      {ledger.status === 'failed' && <Failed {...ledger} />}
      {ledger.status === 'ready' && !card && <Gone />}
      {card && <Text className="margin-note__title">{card.title}</Text>}
      {card && (
        <LedgerCard card={card}>
          <FactActions key={citation.id} citation={citation} card={card} within={within} onLeave={onClose} />
        </LedgerCard>
      )}
    </View>
  )
}
