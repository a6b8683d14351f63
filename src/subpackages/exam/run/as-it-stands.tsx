import { View } from '@tarojs/components'
import { a11y } from '@/components/a11y'

interface Props {
  given?: string[]
  onPress: () => void
}

/**
 * An ordering question of a paper: an order that nobody touched is no answer until it is said to be one. One node, and no
 * Button: a paper's next question has to fit into what WeChat takes in a tap.
 */
export function AsItStands({ given, onPress }: Props) {
  return (
    <View
      id="as-it-stands"
      className={given ? 'question__stands' : 'button button--quiet'}
      onClick={given ? undefined : onPress}
      {...a11y({ role: given ? 'status' : 'button' })}
    >
      {given ? '✓ 按这个顺序答了，还能再改' : '就是这个顺序'}
    </View>
  )
}
