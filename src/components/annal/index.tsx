import { Text, View } from '@tarojs/components'
import { a11y } from '../a11y'
import './index.scss'

interface Props {
  year: number
  title: string
  words?: string
  onPress?: () => void
  id?: string
}

/** The signature: a dot on the red thread and the year in large serif numerals. */
export function Annal({ year, title, words, onPress, id }: Props) {
  return (
    <View
      id={id}
      className={onPress ? 'annal annal--link' : 'annal'}
      onClick={onPress}
      {...a11y(onPress ? { role: 'link' } : {})}
    >
      <Text className="annal__year">{year}</Text>
      <Text className="annal__title">{title}</Text>
      {words && <Text className="annal__words">{words}</Text>}
    </View>
  )
}
