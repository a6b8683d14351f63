import { Image, View } from '@tarojs/components'
import { a11y } from '../a11y'
import './index.scss'

/** A drawing at the head of a page. Its place is its size from the start, so nothing moves when it comes. */
export function Cover({ address, alt }: { address: string; alt: string }) {
  return (
    <View className="cover" {...a11y({ role: 'img', label: alt })}>
      <Image className="cover__picture" src={address} mode="aspectFill" {...a11y({ hidden: true })} />
    </View>
  )
}
