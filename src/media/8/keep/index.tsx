import { View } from '@tarojs/components'

/** WeChat asks every sub-package for a page; nobody comes here. */
export default function Keep() {
  return <View />
}
