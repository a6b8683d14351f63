import { Text, View } from '@tarojs/components'
import { a11y } from '../a11y'
import './index.scss'

interface Props {
  id: string
  title: string
  /** What it is like, in a few words. */
  note: string
  onPress: () => void
}

/** One of several ways that are there for whoever looks for them; two beside each other where they fit. */
export function Tile({ id, title, note, onPress }: Props) {
  return (
    <View id={id} className="tile" hoverClass="tile--pressed" onClick={onPress} {...a11y({ role: 'link' })}>
      <Text className="tile__title">{title}</Text>
      <Text className="tile__note">{note}</Text>
    </View>
  )
}
