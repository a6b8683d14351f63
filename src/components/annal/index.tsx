import { Text, View } from '@tarojs/components'
import type { ReactNode } from 'react'
import { a11y } from '../a11y'
import { titleClass } from './title-class'
import './index.scss'

interface Props {
  year: number | string
  title?: string
  words?: string
  onPress?: () => void
  id?: string
  /** A drawing beside the year. */
  drawing?: ReactNode
  /** Instead of title and words. */
  children?: ReactNode
}

/** The signature: a dot on the red thread and the year in large serif numerals. */
export function Annal({ year, title, words, onPress, id, drawing, children }: Props) {
  return (
    <View
      id={id}
      className={onPress ? 'annal annal--link' : 'annal'}
      onClick={onPress}
      {...a11y(onPress ? { role: 'link' } : {})}
    >
      <Text className="annal__year">{year}</Text>
      {title && <Text className={titleClass(title)}>{title}</Text>}
      {words && <Text className="annal__words">{words}</Text>}
      {children}
      <View className="annal__drawing">{drawing}</View>
    </View>
  )
}
