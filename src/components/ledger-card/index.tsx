import { Text, View } from '@tarojs/components'
import type { ReactNode } from 'react'
import { FactTable } from '../fact-card'
import type { LedgerCardWords } from './facts'
import './index.scss'

/** What stands on the card behind a date, name or figure; what follows it (articles, buttons) comes as children. */
export function LedgerCard({ card, children }: { card: LedgerCardWords; children?: ReactNode }) {
  return (
    <View>
      <Text className="ledger-card__summary">{card.summary}</Text>
      <FactTable facts={card.facts} />
      {children}
    </View>
  )
}
