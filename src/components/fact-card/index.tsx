import { Text, View } from '@tarojs/components'
import type { ReactNode } from 'react'
import './index.scss'

export interface Fact {
  name: string
  value: ReactNode
}

/** Name and value in two columns, hairlines between. */
export function FactTable({ facts }: { facts: Fact[] }) {
  return (
    <View className="facts">
      {facts.map(fact => (
        <View key={fact.name} className="facts__row">
          <Text className="facts__name">{fact.name}</Text>
          <View className="facts__value">{fact.value}</View>
        </View>
      ))}
    </View>
  )
}
