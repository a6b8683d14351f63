import { View } from '@tarojs/components'

/** WeChat insists on this component when `tabBar.custom` is set; the bar that is seen is `components/tab-bar`. */
export default function CustomTabBar() {
  return <View />
}
