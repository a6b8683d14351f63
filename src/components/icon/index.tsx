import { View } from '@tarojs/components'
import { a11y } from '../a11y'
import './index.scss'

export type IconName =
  | 'home'
  | 'book'
  | 'quiz'
  | 'person'
  | 'back'
  | 'forward'
  | 'play'
  | 'pause'
  | 'rewind'
  | 'skip'
  | 'star'
  | 'star-on'
  | 'check'
  | 'cross'
  | 'close'
  | 'search'
  | 'headphones'
  | 'film'
  | 'flag'
  | 'up'
  | 'down'
  | 'more'
  | 'calendar'
  | 'download'
  | 'share'

/** Decoration in the colour of its text; the control around it carries the name. */
export function Icon({ name }: { name: IconName }) {
  return <View className={`icon icon--${name}`} {...a11y({ hidden: true })} />
}
