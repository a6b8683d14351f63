import { Text, View } from '@tarojs/components'
import './index.scss'

/** A number that stands for itself, with its name under it. */
export function Stat({ value, name, red }: { value: number | string; name: string; red?: boolean }) {
  return (
    <View className="stat">
      <Text className={red ? 'stat__value stat__value--red' : 'stat__value'}>{value}</Text>
      <Text className="stat__name">{name}</Text>
    </View>
  )
}
