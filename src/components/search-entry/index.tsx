import { Text, View } from '@tarojs/components'
import { a11y } from '../a11y'
import { Icon } from '../icon'
import './index.scss'

interface Props {
  id: string
  /** What can be looked for. */
  hint: string
  onPress: () => void
}

/** Looks like a field to search in and leads to the page that has one: no keyboard opens before the page stands. */
export function SearchEntry({ id, hint, onPress }: Props) {
  return (
    <View
      id={id}
      className="search-entry"
      hoverClass="search-entry--pressed"
      onClick={onPress}
      {...a11y({ role: 'link', label: hint })}
    >
      <Icon name="search" />
      <Text>{hint}</Text>
    </View>
  )
}
