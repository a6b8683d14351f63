import { View } from '@tarojs/components'
import { a11y } from '../a11y'
import { classNames } from '../class-names'
import './knot.scss'

interface Props {
  /** `loop`: where one stopped; `end`: still open; `tied`: done. */
  kind: 'loop' | 'end' | 'tied'
  className?: string
}

/** How a thread goes on, in the colour of the text; decoration, the words beside it say the same. */
export function Knot({ kind, className }: Props) {
  return <View className={classNames('knot', `knot--${kind}`, className)} {...a11y({ hidden: true })} />
}
